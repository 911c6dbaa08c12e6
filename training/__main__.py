"""From ``../shared/corpora`` to the shipped weights, in one command; run again, it goes on where it stopped.

    python -m training ../shared/corpora

1. ``teacher``: trained on PolNeAR.
2. ``student``: trained on PolNeAR and on wire copy that the teacher has read.
3. The student's best averaged weights are quantised, calibrated on the tuning stories, and scored on PolNeAR dev.
4. The heads of who and of events are learned on top, with the encoder frozen, and all is written to
   ``src/onrecord/reader/weights``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import onnx
import torch

from onrecord.reader.encoder import Encoder
from onrecord.reader.weights import SHIPPED, load
from training import calibrate, events
from training.export import encoder_graph, links_graph, package, quantised
from training.inner import Arrays, untrained
from training.inner import train as train_inner
from training.model import closed_moves
from training.train import PASSES, Run
from training.who import added, parts
from training.who import train as train_who

# settings that do no harm while the true ones are being found
UNSET = {"cue_threshold": 0.5, "inner_threshold": 1.0, "confidence": {"slopes": [0.0] * 6, "intercept": 0.0}}


def exported(
    folder: Path,
    out: Path,
    chosen: dict[str, Any],
    inner: Arrays | None = None,
    as_bytes: Callable[[onnx.ModelProto], bytes] = quantised,
) -> str:
    """Write the averaged weights of a run as one file with its digest beside it; gives the digest."""
    average = torch.load(folder / "best.pt", weights_only=True)
    arrays = {k: v.numpy() for k, v in average.items()} | (inner or untrained())
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    moves = (average["crf.moves"] + closed_moves()).tolist()
    encoder = as_bytes(encoder_graph(arrays))
    links = as_bytes(links_graph(arrays))
    out.parent.mkdir(parents=True, exist_ok=True)
    return package(out, encoder, links, pieces, {**chosen, "moves": moves})


def finished(folder: Path, corpora: Path) -> Path:
    """Quantise and calibrate a finished run; gives the weights file in its folder."""
    out = folder / "weights.zip"
    exported(folder, out, UNSET)
    chosen = calibrate.settings(out, corpora)
    exported(folder, out, {**UNSET, **chosen})
    inner, chosen["inner_threshold"] = train_inner(out, corpora)
    exported(folder, out, chosen, inner)
    print(json.dumps({"run": folder.name, **chosen, **calibrate.report(out, corpora)}), flush=True)
    return out


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path, help="the folder with polnear/ and timeml/")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"), help="where checkpoints and logs go")
    parser.add_argument("--passes", type=int, default=PASSES, help="readings of PolNeAR in each of the two runs")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    teacher, student = options.runs / "teacher", options.runs / "student"
    Run(teacher, options.corpora, options.passes).run()
    labels = finished(teacher, options.corpora)
    Run(student, options.corpora, options.passes, labels).run()
    weights = finished(student, options.corpora)
    SHIPPED.parent.mkdir(parents=True, exist_ok=True)
    finished_weights = load(weights)
    who = train_who(Encoder(finished_weights, options.threads), options.corpora)
    added(finished_weights, parts(who), SHIPPED)
    events.added(SHIPPED, options.corpora, SHIPPED)


if __name__ == "__main__":
    main()
