"""Events: one known event a sentence (a fold of plv.jsonl), whole stories, and PETRARCH's own test sentences.

    python -m bench.events ../shared [--weights FILE] [--fold N]

The shipped head was trained on all of plv.jsonl. To measure it, train one without a fold, and read just that fold:

    python -m training.events src/onrecord/reader/weights/onrecord-en.zip ../shared/corpora --fold 4 --out fold.zip
    python -m bench.events ../shared --weights fold.zip --fold 4

PETRARCH's sentences carry the codes that its own test suite expects of it, so it is right there by definition, as far
as they are: what is told is how many of those events we read alike, by root type and by both countries.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import Reading
from onrecord.reader import Reader
from onrecord.schema import Story
from onrecord.stories import read_paths
from training.event_labels import FOLDS
from training.event_labels import fold as fold_number

UNTOLD = "---"


def readings(reader: Reader, stories: Path) -> Iterator[Reading]:
    """The readings of a JSONL file."""
    for item in read_paths([stories]):
        if not isinstance(item, Story):
            raise RuntimeError(str(item))
        yield reader.read(item)


def scored(reader: Reader, shared: Path, scorer: str, gold: Path, stories: Path) -> str:
    """What a shared scorer prints about our readings."""
    with tempfile.TemporaryDirectory() as folder:
        read = Path(folder) / "read.jsonl"
        read.write_text("".join(r.to_json() + "\n" for r in readings(reader, stories)), encoding="utf-8")
        command = [sys.executable, str(shared / "score" / scorer), str(gold), str(read)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def fold_of(shared: Path, fold: int | None, folder: Path) -> Path:
    """The sentences of a fold, all where there is none, as a file."""
    lines = (shared / "corpora" / "events" / "plv.jsonl").read_text(encoding="utf-8").splitlines()
    kept = [x for x in lines if fold is None or fold_number(json.loads(x)["id"]) == fold]
    out = folder / "plv.jsonl"
    out.write_text("".join(x + "\n" for x in kept), encoding="utf-8")
    return out


def plover_of(shared: Path) -> dict[str, str]:
    """The PLOVER type of each CAMEO code that has one."""
    out = {}
    table = (shared / "corpora" / "events" / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        code, colon, rest = line.partition(":")
        if colon and code.strip().isdigit():
            out[code.strip()] = rest.partition("#")[0].split(",")[0].strip()
    return out


def petrarch(reader: Reader, shared: Path) -> Counter[str]:
    """How many of PETRARCH's events we read alike: by type, by the countries of both sides, by all of it."""
    types = plover_of(shared)
    counts: Counter[str] = Counter()
    sentences = shared / "corpora" / "events" / "petrarch_afp.jsonl"
    rows = [json.loads(line) for line in sentences.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        story = Story(id=row["id"], text=row["text"], published=row["date"], language="en")
        ours = list(_coded(reader.read(story)))
        counts["ours"] += len(ours)
        for event in row["events"]:
            source, target = event["source"][:3], event["target"][:3]
            counts["theirs"] += 1
            alike = [(t, a, r) for t, a, r in ours if t == types.get(event["code"])]
            counts["type"] += bool(alike)
            parties = [(t, a, r) for t, a, r in ours if _is(source, a) and _is(target, r)]
            counts["parties"] += bool(parties)
            counts["whole"] += any(t == types.get(event["code"]) for t, _, _ in parties)
    return counts


def _coded(reading: Reading) -> Iterator[tuple[str, set[str], set[str]]]:
    countries = {a.id: a.country or UNTOLD for a in reading.actors}
    for e in reading.events:
        yield e.type, {countries[id] for id in e.actors}, {countries[id] for id in e.recipients}


def _is(code: str, side: set[str]) -> bool:
    """Whether a side has the country of a code; bodies and the unknown have none with us."""
    return code in side or (code in (UNTOLD, "IGO") and (not side or UNTOLD in side))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.events", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--weights", type=Path, help="weights to read with; the shipped ones by default")
    parser.add_argument("--fold", type=int, choices=range(FOLDS), help="only this fifth of plv.jsonl")
    options = parser.parse_args()
    reader = Reader.load(options.weights, threads=2)
    shared: Path = options.shared
    with tempfile.TemporaryDirectory() as folder:
        sentences = fold_of(shared, options.fold, Path(folder))
        print("plv.jsonl", "" if options.fold is None else f"fold {options.fold}")
        print(scored(reader, shared, "events.py", sentences, sentences))
    print("gold/dev")
    print(scored(reader, shared, "record.py", shared / "gold" / "dev", shared / "gold" / "dev.jsonl"))
    counts: Any = petrarch(reader, shared)
    print("PETRARCH's sentences:", ", ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
