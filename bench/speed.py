"""Words a second: onrecord beside spaCy, on the same stories, in one run.

    python -m bench.speed [--shared ../shared] [--jobs 2] [--rounds 3]

The two take turns, round by round, so that a machine that slows down slows both. Starting and loading is not counted
for either: each reads one small batch first, and its processes are then up. Words are those of ``reader/words.py``
without punctuation, the same count for both. Without ../shared the demo stories are read, many times over.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from onrecord.batch import read_batch
from onrecord.reader.words import words_of
from onrecord.schema import Story
from onrecord.stories import from_text, read_paths

DEMO = Path(__file__).parent.parent / "src" / "onrecord" / "demo"


def stories(shared: Path) -> list[Story]:
    """PolNeAR dev, or else the demo stories forty times."""
    dev = shared / "corpora" / "polnear" / "dev.jsonl"
    if dev.exists():
        return [s for s in read_paths([dev]) if isinstance(s, Story)]
    few = [s for s in read_paths([DEMO]) if isinstance(s, Story)]
    return [from_text(s.text, id=f"{s.id}-{n}") for n in range(40) for s in few]


def count(story: Story) -> int:
    """Words without punctuation."""
    return sum(w[0].isalnum() for w in words_of(story.text).strings)


def timed(stream: Iterator[Any], warm: int) -> float:
    """Seconds to take the rest of a stream after its first ``warm`` items."""
    for _ in range(warm):
        next(stream)
    begun = time.perf_counter()
    for _ in stream:
        pass
    return time.perf_counter() - begun


def onrecord_run(warm: list[Story], work: list[Story], jobs: int) -> float:
    """Seconds for onrecord."""
    return timed(iter(read_batch([*warm, *work], jobs=jobs)), len(warm))


def spacy_run(nlp: Any, warm: list[Story], work: list[Story], jobs: int) -> float:
    """Seconds for spaCy, with small batches so that both processes have work to the end."""
    texts = [s.text for s in (*warm, *work)]
    return timed(iter(nlp.pipe(texts, n_process=jobs, batch_size=4)), len(warm))


def first_statement() -> float:
    """Seconds from starting Python to a short story's first statement, as a user's command does it."""
    text = "ANKARA (AP) _ The minister said the talks would go on, and that nobody had left the table.\n"
    begun = time.perf_counter()
    command = [sys.executable, "-m", "onrecord.cli", "read", "-", "--format", "jsonl"]
    out = subprocess.run(command, input=text, capture_output=True, text=True, check=True, cwd=DEMO)
    assert json.loads(out.stdout)["statements"], "the short story has a statement"
    return time.perf_counter() - begun


def memory(work: list[Story]) -> float:
    """Peak resident megabytes of a process of its own that reads all the stories."""
    script = (
        "import sys, resource, json, msgspec\n"
        "from onrecord.reader import Reader\nfrom onrecord.schema import Story\n"
        "reader = Reader.load()\n"
        "for line in sys.stdin: reader.read(msgspec.json.decode(line, type=Story))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    import msgspec

    lines = b"\n".join(msgspec.json.encode(s) for s in work)
    out = subprocess.run([sys.executable, "-c", script], input=lines, capture_output=True, check=True)
    return int(out.stdout) / 1024


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-peer", action="store_true", help="onrecord alone")
    options = parser.parse_args()
    work = stories(options.shared)
    words = sum(map(count, work))
    # as many small stories as both processes need to be up
    warm = [from_text("The mayor said that the bridge was safe.", id=f"warm-{n}") for n in range(4 * options.jobs)]
    runs: dict[str, Callable[[], float]] = {"onrecord": lambda: onrecord_run(warm, work, options.jobs)}
    if not options.without_peer:
        from bench.peer import pipeline

        nlp = pipeline()
        runs["spaCy"] = lambda: spacy_run(nlp, warm, work, options.jobs)
    print(f"{len(work)} stories, {words:,} words, {options.jobs} processes, {options.rounds} rounds, in turns")
    speeds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(options.rounds):
        for name, run in runs.items():
            speeds[name].append(words / run())
    for name, found in speeds.items():
        print(f"{name:9} {statistics.median(found):8,.0f} words a second  ({min(found):,.0f} to {max(found):,.0f})")
    if "spaCy" in speeds:
        ratios = [a / b for a, b in zip(speeds["onrecord"], speeds["spaCy"], strict=True)]
        print(f"ratio     {statistics.median(ratios):8.2f}  ({min(ratios):.2f} to {max(ratios):.2f})")
    starts = sorted(first_statement() for _ in range(3))
    print(f"start to first statement {starts[1]:.2f} s;  memory of a reading process {memory(work):.0f} MB")


if __name__ == "__main__":
    main()
