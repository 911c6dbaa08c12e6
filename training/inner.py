"""The hint of a cue inside a content, learned after everything else, with the encoder frozen.

PolNeAR marks the outermost attribution alone, so the cue head learns to pass over "B had promised" in "A said that B
had promised C". Read alone, that content shows its cue. Here the finished reader reads the contents of its own
training stories alone, and a small head learns to tell from the first reading which words it would then take for cues:
so at reading time only the sentences that are worth it are read again.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as f

from onrecord.reader.attributions import AttributionFinder
from onrecord.reader.nesting import LEAST_WORDS, read_again
from onrecord.reader.weights import load
from onrecord.reader.windows import windows
from onrecord.reader.words import words_of
from training import data
from training.model import WIDTH
from training.train import SEED

STORIES = 420  # half of them: the head is small
EPOCHS, BATCH, RATE = 12, 512, 1e-3
RECALL = 0.88  # of the cues inside contents that the threshold must let through

Arrays = dict[str, npt.NDArray[Any]]


class InnerHead(nn.Module):
    """Word vectors -> log odds that the word is a cue within a content."""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, width)
        self.out = nn.Linear(width, 1)

    def forward(self, h: Tensor) -> Tensor:
        """h: [..., D]; gives [...]."""
        logits: Tensor = self.out(f.gelu(self.hidden(h)))[..., 0]
        return logits


def arrays(head: InnerHead) -> Arrays:
    """The head's tensors under the names that the graph uses."""
    return {f"inner.{k}": v.detach().numpy() for k, v in head.state_dict().items()}


def untrained() -> Arrays:
    """A head that never hints, to export with before there is one."""
    head = InnerHead()
    nn.init.zeros_(head.out.weight)
    nn.init.constant_(head.out.bias, -10.0)
    return arrays(head)


def examples(finder: AttributionFinder, stories: list[dict[str, Any]]) -> tuple[Tensor, Tensor]:
    """Vectors of content words [N, D] as first read, and their chance to be a cue when read alone [N]."""
    vectors, chances = [], []
    for story in stories:
        words = words_of(story["text"])
        text = finder.encoder.featured(words)
        first = np.concatenate(
            [
                finder.encoder.encode(text, w.start, w.end).words[w.first - w.start : w.last - w.start]
                for w in windows(text.sizes, words.starts)
            ]
        )
        for a in finder.find(words).attributions:
            numbers = sorted(a.content_words())
            if a.parent is None and len(numbers) >= LEAST_WORDS:
                alone = read_again(finder, story["text"], words, numbers)
                vectors.append(first[numbers].astype(np.float16))
                chances.append(1 - alone.cue_tags[:, 0])
    return torch.from_numpy(np.concatenate(vectors)).float(), torch.from_numpy(np.concatenate(chances)).float()


def train(weights: Path, corpora: Path) -> tuple[Arrays, float]:
    """A trained head for a weights file, and the threshold that lets ``RECALL`` of the inner cues through."""
    torch.manual_seed(SEED)
    stories = [s for s in data.load(corpora / "polnear" / "train.jsonl") if not data.is_tuning(s["id"])]
    random.Random(SEED).shuffle(stories)
    held = STORIES // 10
    finder = AttributionFinder(load(weights), threads=2)
    x, y = examples(finder, stories[held:STORIES])
    head = InnerHead()
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(x)).split(BATCH):
            loss = f.binary_cross_entropy_with_logits(head(x[rows]), y[rows])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    x, y = examples(finder, stories[:held])
    with torch.no_grad():
        hints = torch.sigmoid(head(x))
    cues = hints[y >= finder.settings["cue_threshold"]]
    threshold = float(torch.quantile(cues, 1 - RECALL))
    share = float((hints >= threshold).float().mean())
    print(f"inner cues: {len(cues)}; threshold {threshold:.4f} marks {share:.3f} of the words", flush=True)
    return arrays(head), round(threshold, 4)
