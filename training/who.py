"""The head of who: mentions and antecedents, learned after everything else with the encoder frozen.

    python -m training.who WEIGHTS ../shared/corpora [--out NEW]

It reads the encoder's vectors (of two lower layers beside the last), so the statements of a weights file stay what they
were, to the last bit. Seeded; the best pass by loss on GUM's tuning documents is kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as f

from onrecord.reader.encoder import Encoder
from onrecord.reader.heads.antecedents import PAIR_WIDTH
from onrecord.reader.heads.mentions import KINDS, LONGEST_AFTER, LONGEST_BEFORE, POINTER_WIDTH
from onrecord.reader.pairs import BETWEEN, FORMS, MATCHES, QUOTES, SENTENCES, describe, pairs
from onrecord.reader.weights import SHIPPED, Weights, load
from onrecord.reader.words import Words, words_of
from training import data, gum
from training.export import package, quantised, tables, tower_graph, with_below
from training.mentions import Mentions, from_layer, told
from training.model import NEVER
from training.tower import Tower, Vectors, read_text
from training.train import SEED

TOWER = 256  # its width
PASSES = 6
RATE, WEIGHT_DECAY, DROPOUT = 1.5e-3, 0.01, 0.3
WARM = 0.05  # share of the steps
POLNEAR_STORIES = 300  # CoreNLP's layer is noisy: a third of its stories, every second one in each pass
POLNEAR_SHARE = 0.5
NEWS_TIMES = 2  # GUM's dozen news documents are read so often in each pass

Array = npt.NDArray[Any]


@dataclass(slots=True)
class Marked:
    """A document: the encoder's vectors of each word, and what is mentioned."""

    id: str
    read: Vectors
    labels: Mentions
    words: Words
    pairs: tuple[Array, Array] | None = None  # candidates and classes, when they were needed first


class Who(nn.Module):
    """The tower and the small tables of both heads."""

    def __init__(self) -> None:
        super().__init__()
        self.tower = Tower(len(KINDS) + 4 * POINTER_WIDTH + 4 * PAIR_WIDTH + 1, TOWER, DROPOUT)
        self.before = nn.Embedding(LONGEST_BEFORE + 1, 1)
        self.after = nn.Embedding(LONGEST_AFTER + 1, 1)
        sizes = {"forms": FORMS * FORMS, "match": MATCHES, "sentences": SENTENCES, "between": BETWEEN, "quotes": QUOTES}
        self.pairs = nn.ModuleDict({name: nn.Embedding(size, PAIR_WIDTH) for name, size in sizes.items()})
        self.pair_out = nn.Linear(PAIR_WIDTH, 1)
        for table in self.pairs.values():
            nn.init.normal_(table.get_parameter("weight"), std=0.1)

    def loss(self, d: Marked) -> Tensor:
        """The loss of one document, a mention: kinds, ends and antecedents."""
        x, mask, place = d.read.batch()
        kinds, ends, antecedents = self.tower(x, mask).split([len(KINDS), 4 * POINTER_WIDTH, 4 * PAIR_WIDTH + 1], -1)
        rows, at = torch.from_numpy(place).unbind(1)
        kind = f.cross_entropy(
            kinds[rows, at], torch.tensor(d.labels.kinds), ignore_index=data.IGNORED, reduction="sum"
        )
        mentions = d.labels.mentions
        if not mentions:
            return kind
        head = torch.tensor([m.head for m in mentions])
        loss = kind + self._pointers(ends, mask, d, place) + self._antecedents(antecedents[rows[head], at[head]], d)
        return loss / len(mentions)

    def _pointers(self, ends: Tensor, mask: Tensor, d: Marked, place: Array) -> Tensor:
        learned = [
            (place[m.head, 0], place[m.head, 1], place[m.start, 1], place[m.end - 1, 1])
            for m, known in zip(d.labels.mentions, d.labels.spans, strict=True)
            if known and place[m.start, 0] == place[m.head, 0] == place[m.end - 1, 0]
            if m.head - m.start <= LONGEST_BEFORE and m.end - 1 - m.head <= LONGEST_AFTER
        ]
        if not learned:
            return torch.zeros(())
        row, head, first, last = torch.tensor(np.array(learned)).unbind(1)
        ask_start, ask_end, as_start, as_end = ends.chunk(4, -1)
        back = head[:, None] - torch.arange(ends.shape[1])[None]
        scale = POINTER_WIDTH**-0.5
        start = (as_start[row] @ ask_start[row, head][..., None])[..., 0] * scale
        end = (as_end[row] @ ask_end[row, head][..., None])[..., 0] * scale
        start = start + self.before(back.clamp(0, LONGEST_BEFORE))[..., 0]
        end = end + self.after((-back).clamp(0, LONGEST_AFTER))[..., 0]
        start = start.masked_fill(~mask[row] | (back < 0) | (back > LONGEST_BEFORE), NEVER)
        end = end.masked_fill(~mask[row] | (back > 0) | (back < -LONGEST_AFTER), NEVER)
        return f.cross_entropy(start, first, reduction="sum") + f.cross_entropy(end, last, reduction="sum")

    def _antecedents(self, vectors: Tensor, d: Marked) -> Tensor:
        labels = d.labels
        if d.pairs is None:
            d.pairs = pairs(describe(d.words, labels.mentions))
        candidates, classes = (torch.from_numpy(x) for x in d.pairs)
        chains = torch.tensor(labels.chains)
        right = (chains[:, None] == chains[candidates.clamp(min=0)]) & (candidates >= 0)
        new = ~right.any(1, keepdim=True) if labels.fresh else torch.zeros((len(right), 1), dtype=torch.bool)
        answers = torch.cat([new, right], 1) & torch.tensor(labels.linked)[:, None]
        learned = answers.any(1)
        if not learned.any():
            return torch.zeros(())
        k = PAIR_WIDTH
        anaphor, antecedent, asks, answer, none = vectors.split([k, k, k, k, 1], -1)
        at = candidates[learned].clamp(min=0)
        x = anaphor[learned][:, None] + antecedent[at]
        for n, table in enumerate(self.pairs.values()):
            x = x + table(classes[learned][..., n])
        scores = self.pair_out(f.relu(x))[..., 0] + (asks[learned][:, None] * answer[at]).sum(-1) * k**-0.5
        scores = torch.cat([none[learned], scores.masked_fill(candidates[learned] < 0, NEVER)], 1)
        if not labels.fresh:  # where chains are known in part, "none" is no answer to learn from
            scores = torch.cat([torch.full_like(scores[:, :1], NEVER), scores[:, 1:]], 1)
        # all of a mention's antecedents together (marginal likelihood, Lee et al. 2017)
        found = torch.logsumexp(scores.masked_fill(~answers[learned], NEVER), 1)
        return (torch.logsumexp(scores, 1) - found).sum()

    def arrays(self) -> dict[str, Array]:
        """The tensors under the names of the graph and the tables."""
        out = {k.removeprefix("tower."): v.detach().numpy() for k, v in self.state_dict().items()}
        renamed = {"before.weight": "mentions.before", "after.weight": "mentions.after"}
        for name, array in list(out.items()):
            if name in renamed:
                out[renamed[name]] = array
            elif name.startswith("pairs."):
                out["antecedents." + name.removeprefix("pairs.").removesuffix(".weight")] = array
            elif name.startswith("pair_out."):
                out["antecedents.out." + name.removeprefix("pair_out.")] = array
        return out


def marked(encoder: Encoder, id: str, words: Words, labels: Mentions) -> Marked:
    """A document with the encoder's vectors of its words."""
    return Marked(id, read_text(encoder, words), labels, words)


def documents(encoder: Encoder, corpora: Path) -> tuple[list[Marked], list[Marked], list[Marked]]:
    """GUM's and re3d's documents to train on, GUM's to tune on, and PolNeAR's stories with CoreNLP's layer."""
    train: list[Marked] = []
    tune: list[Marked] = []
    wire: list[Marked] = []
    for id, words, labels in gum.gum_documents(corpora / "gum"):
        (tune if data.is_tuning(id) else train).append(marked(encoder, id, words, labels))
    for id, words, labels in gum.re3d_documents(corpora / "re3d" / "re3d.jsonl"):
        train.append(marked(encoder, id, words, labels))
    with gzip.open(corpora / "polnear" / "train.corenlp.jsonl.gz", "rt", encoding="utf-8") as lines:
        layers = {d["id"]: d for d in map(json.loads, lines)}
    stories = [s for s in data.load(corpora / "polnear" / "train.jsonl") if s["id"] in layers]
    random.Random(SEED).shuffle(stories)
    for story in stories[:POLNEAR_STORIES]:
        raw = layers[story["id"]]
        words = words_of(story["text"])
        starts = [t[0] for s in raw["sentences"] for t in s["tokens"]]
        labels = from_layer(starts, [t for row in told(raw) for t in row], words)
        wire.append(marked(encoder, story["id"], words, labels))
    return train, tune, wire


def train(encoder: Encoder, corpora: Path) -> Who:
    """A trained head for an encoder."""
    begun = time.monotonic()
    ours, tune, wire = documents(encoder, corpora)
    print(f"{len(ours)} + {len(wire)} documents read in {time.monotonic() - begun:.0f} s", flush=True)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model = Who()
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    ours += [d for d in ours if d.id.startswith("GUM_news")] * (NEWS_TIMES - 1)
    steps = PASSES * (len(ours) + int(POLNEAR_SHARE * len(wire)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps, pct_start=WARM, anneal_strategy="cos", cycle_momentum=False
    )
    best, best_state = float("inf"), model.state_dict()
    for number in range(PASSES):
        model.train()
        batch = ours + rng.sample(wire, int(POLNEAR_SHARE * len(wire)))
        rng.shuffle(batch)
        total = 0.0
        for d in batch:
            loss = model.loss(d)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            schedule.step()
            total += float(loss.detach())
        model.eval()
        with torch.no_grad():
            tuned = sum(float(model.loss(d)) for d in tune) / len(tune)
        line = {"pass": number + 1, "loss": total / len(batch), "tune": tuned, "seconds": time.monotonic() - begun}
        print(json.dumps({k: round(v, 3) for k, v in line.items()}), flush=True)
        if tuned < best:
            best, best_state = tuned, {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(best_state)
    return model.eval()


def parts(model: Who) -> dict[str, bytes]:
    """The head's parts of a weights file."""
    arrays = model.arrays()
    return {"who.onnx": quantised(tower_graph(arrays, "who")), **tables(arrays)}


def added(weights: Weights, who: dict[str, bytes], out: Path) -> None:
    """Write a weights file that has the head, all else as it was."""
    package(out, weights.encoder, weights.links, weights.pieces, weights.settings, who)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training.who", description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    weights = load(options.weights)
    weights = replace(weights, encoder=with_below(weights.encoder))
    model = train(Encoder(weights, options.threads), options.corpora)
    added(weights, parts(model), options.out)


if __name__ == "__main__":
    main()
