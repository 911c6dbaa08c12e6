"""Time expressions against TimeBank and WikiWars, and how fast they are found.

    python -m bench.times [../shared] [--misses]

The scores are those of ``SHARED/score/times.py``. TimeBank and WikiWars are each split by a digest of the story's id:
the rules were mended by reading what they missed in the *read* part (two thirds), never in the *unread* one.
``--misses`` lists what the rules miss in the read parts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from onrecord.reader.times import times
from onrecord.reader.words import words_of

UNREAD_SHARE = 3
"""One story in so many is never read for errors."""

WORST_MEGABYTES = 5


def is_unread(story_id: str) -> bool:
    """Whether a story belongs to the part that is only scored."""
    return hashlib.sha256(story_id.encode()).digest()[0] % UNREAD_SHARE == 0


def predict(story: dict[str, Any]) -> dict[str, Any]:
    """The times of one story, in the shape that the scorer reads."""
    found = times(story["text"], anchor=story["dct"])
    rows = [{"span": list(f.span), "type": f.type, "value": f.value, "rule": f.rule, "mod": f.mod} for f in found]
    return {"story": {"id": story["id"], "text": story["text"]}, "times": rows, "statements": []}


def score(shared: Path, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> str:
    """What the scorer prints."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, rows in (("gold", gold), ("pred", predicted)):
            path = Path(folder) / f"{name}.jsonl"
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            paths.append(str(path))
        scorer = shared / "score" / "times.py"
        return subprocess.run([sys.executable, str(scorer), *paths], check=True, capture_output=True, text=True).stdout


def misses(story: dict[str, Any], predicted: dict[str, Any]) -> None:
    """Print where gold and prediction differ, with a few words around."""
    gold = {(t["start"], t["end"]): t for t in story["timexes"]}
    mine = {(t["span"][0], t["span"][1]): t for t in predicted["times"]}

    def show(kind: str, span: tuple[int, int], note: str) -> None:
        text = story["text"]
        before, inside, after = text[max(0, span[0] - 50) : span[0]], text[slice(*span)], text[span[1] : span[1] + 30]
        print(f"{kind:6}{note:60} {before}[[{inside}]]{after}".replace("\n", " "))

    used = set()
    for span, t in gold.items():
        over = [m for m in mine if min(m[1], span[1]) > max(m[0], span[0]) and m not in used]
        if not over:
            show("MISS", span, f"{t['type']} {t['value']}")
            continue
        best = max(over, key=lambda m: (m == span, min(m[1], span[1]) - max(m[0], span[0])))
        used.add(best)
        other = mine[best]
        if best != span:
            show("SPAN", span, f"{other['rule']} [{story['text'][slice(*best)]}]".replace("\n", " "))
        if other["value"] != t["value"]:
            show("VALUE", span, f"{other['rule']} {other['value']} not {t['value']}")
        elif other["type"] != t["type"]:
            show("TYPE", span, f"{other['rule']} {other['type']} not {t['type']}")
    for span, t in mine.items():
        if span not in used:
            show("EXTRA", span, f"{t['rule']} {t['value']}")


def worst(megabytes: int) -> str:
    """A text of digits and names of months, which gives every rule work at every word."""
    rng = random.Random(7)
    words = ["May", "June", "1949", "12", "3", "the", "of", "last", "two", "-", "days", "10", ":", "Monday", "and", "a"]
    size = megabytes * 1_000_000
    out: list[str] = []
    length = 0
    while length < size:
        out.append(rng.choice(words))
        length += len(out[-1]) + 1
    return " ".join(out)


def main() -> None:
    """Print all scores and speeds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    args = parser.parse_args()
    words, seconds = 0, 0.0
    for corpus in ("timebank", "wikiwars_train"):
        path = args.shared / "corpora" / "timeml" / f"{corpus}.jsonl"
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        times("May 5", anchor=None)
        begun = time.perf_counter()
        predicted = [predict(story) for story in gold]
        seconds += time.perf_counter() - begun
        words += sum(w[0].isalnum() for story in gold for w in words_of(story["text"]).strings)
        for part, unread in (("all", None), ("read", False), ("unread", True)):
            keep = [n for n, story in enumerate(gold) if unread is None or is_unread(story["id"]) == unread]
            print(f"{corpus}, {part}: {len(keep)} stories")
            print(score(args.shared, [gold[n] for n in keep], [predicted[n] for n in keep]))
        if args.misses:
            for story, mine in zip(gold, predicted, strict=True):
                if not is_unread(story["id"]):
                    print(f"## {story['id']} {story['dct']}")
                    misses(story, mine)
    print(f"{words / seconds:,.0f} words a second")
    if not args.no_speed:
        for name, text in (
            ("months and digits", worst(WORST_MEGABYTES)),
            ("one digit", "1" * WORST_MEGABYTES * 1_000_000),
        ):
            begun = time.perf_counter()
            found = times(text, anchor="2024-06-18")
            print(f"{name}: {(time.perf_counter() - begun) / WORST_MEGABYTES:.1f} s a megabyte, {len(found)} found")


if __name__ == "__main__":
    main()
