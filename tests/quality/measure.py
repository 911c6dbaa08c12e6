"""Today's figures: on our own gold, and, where the shared data is there, on PolNeAR dev and the seed story.

python -m tests.quality.measure
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord import Reading, read_many, read_text
from tests.quality import gold
from tests.quality.score import Figures, score

ROOT = Path(__file__).parents[2]

SETS = ("gold", "polnear_dev", "seed", "gold_dev")


def shared() -> Path | None:
    """The folder with corpora and scorers: ``$ONRECORD_SHARED``, or ``shared`` beside the checkout."""
    named = os.environ.get("ONRECORD_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if (folder / "score" / "attribution.py").is_file() else None


def measure_gold() -> Figures:
    """Figures on the invented gold stories."""
    return score((s, read_text(s.text, id=s.id, published=s.published)) for s in gold.stories())


def measure_polnear_dev(folder: Path) -> Figures:
    """F1 by the shared scorer on PolNeAR dev, which the reader was never trained on."""
    stories = folder / "corpora" / "polnear" / "dev.jsonl"
    printed = _scored(folder, "attribution.py", stories, stories, "--json")
    figures: Figures = json.loads(printed)
    return figures


def measure_seed(folder: Path) -> Figures:
    """How many statements of the seed story are found, how many of them have the right mode and speaker; events."""
    seed = folder / "gold" / "dev" / "seed.json"
    with tempfile.TemporaryDirectory() as work:
        only = Path(work) / "gold"
        only.mkdir()
        (only / "seed.json").write_bytes(seed.read_bytes())
        story = json.loads(seed.read_text(encoding="utf-8"))
        lines = Path(work) / "seed.jsonl"
        lines.write_text(json.dumps({k: story[k] for k in ("id", "title", "text", "published")}))
        printed = _scored(folder, "record.py", only, lines)
    counts = dict(re.findall(r"^ *(statements|mode|speaker|events|events right) +P.*\(found (\d+) of", printed, re.M))
    return {name: float(count) for name, count in counts.items()}


def measure_gold_dev(folder: Path) -> Figures:
    """On the whole stories: F1 of statements and events, and the share of those found that is right in each field."""
    figures = json.loads(_scored(folder, "record.py", folder / "gold" / "dev", folder / "gold" / "dev.jsonl", "--json"))
    fields = ("type", "parties", "when", "certainty")
    names = ("statements", "speaker", "within", "said", "events", "events right", *(f"event {f}" for f in fields))
    return {name: figures[name] for name in names}


def _scored(folder: Path, scorer: str, known: Path, stories: Path, *options: str) -> str:
    """What a shared scorer prints about our readings of the stories."""
    with tempfile.TemporaryDirectory() as work:
        read = Path(work) / "read.jsonl"
        with read.open("w", encoding="utf-8") as out:
            for result in read_many([stories]):
                if not isinstance(result, Reading):
                    raise RuntimeError(str(result))
                out.write(result.to_json() + "\n")
        command = [sys.executable, str(folder / "score" / scorer), str(known), str(read), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout


def digest_of(name: str, folder: Path | None) -> str | None:
    """SHA-256 of the data behind a set of figures; None where the data is not here."""
    if name == "gold":
        return gold.digest()
    if folder is None:
        return None
    paths = {"polnear_dev": "corpora/polnear/dev.jsonl", "seed": "gold/dev/seed.json", "gold_dev": "gold/dev.jsonl"}
    path = paths[name]
    return hashlib.sha256((folder / path).read_bytes()).hexdigest()


def measure(name: str, folder: Path | None) -> Figures | None:
    """The figures of one set; None where its data is not here."""
    if name == "gold":
        return measure_gold()
    if folder is None:
        return None
    measures = {"polnear_dev": measure_polnear_dev, "seed": measure_seed, "gold_dev": measure_gold_dev}
    return measures[name](folder)


if __name__ == "__main__":
    for each in SETS:
        print(each, json.dumps(measure(each, shared()), indent=1))
