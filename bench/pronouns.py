"""Sources that are pronouns in PolNeAR dev: how often our speaker agrees with CoreNLP's chain of that pronoun.

    python -m bench.pronouns ../shared [--show 50]

CoreNLP is a machine, too: ``--show`` prints disagreements (the same ones each time), to be judged by eye. Agreement: a
mention of our actor touches a mention of the chain that is more than a pronoun of the third person.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from onrecord import Reading, read_many
from onrecord.schema import Span

ASKED = frozenset(("he", "she", "they", "it", "him", "her", "them"))
THIRD = ASKED | {"his", "their", "its"}


class Judged(NamedTuple):
    """One pronoun: where it stands, the words of CoreNLP's chain, our actor's name, and what that makes."""

    story: str
    before: str
    theirs: list[str]
    ours: str | None
    verdict: str


def judged(reading: Reading, attributions: list[dict[str, Any]], layer: dict[str, Any]) -> Iterator[Judged]:
    """Every source of a story that is one pronoun of a chain with more in it than pronouns of the third person."""
    text = reading.story.text
    tokens = [s["tokens"] for s in layer["sentences"]]
    chains = [[(tokens[s][a][0], tokens[s][b - 1][1]) for s, a, b in chain] for chain in layer["coref"]]
    chain_of: dict[Span, list[Span]] = {span: chain for chain in reversed(chains) for span in chain}
    for a in attributions:
        if len(a["sources"]) != 1 or text[slice(*a["sources"][0])].lower() not in ASKED:
            continue
        start, end = a["sources"][0]
        chain = [(s, e) for s, e in chain_of.get((start, end), []) if text[s:e].lower() not in THIRD]
        found = next((s for s in reading.statements if any(x < end and start < y for x, y in s.source)), None)
        if not chain or found is None:
            continue
        actor = reading.actor(found.speaker) if found.speaker is not None else None
        met = actor is not None and any(x < d and b < y for x, y in chain for b, d in actor.mentions)
        verdict = "agree" if met else "disagree" if actor is not None else "no speaker"
        words = [text[s:e] for s, e in chain]
        ours = actor.name if actor is not None else None
        yield Judged(reading.story.id, text[max(0, start - 300) : end + 60], words, ours, verdict)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.pronouns", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many of the disagreements")
    options = parser.parse_args()
    folder = options.shared / "corpora" / "polnear"
    with gzip.open(folder / "dev.corenlp.jsonl.gz", "rt", encoding="utf-8") as lines:
        layers = {d["id"]: d for d in map(json.loads, lines)}
    gold = {d["id"]: d["attributions"] for d in map(json.loads, (folder / "dev.jsonl").open(encoding="utf-8"))}
    rows = [
        row
        for reading in read_many([folder / "dev.jsonl"], jobs=2)
        if isinstance(reading, Reading) and reading.story.id in layers
        for row in judged(reading, gold[reading.story.id], layers[reading.story.id])
    ]
    counts = Counter(row.verdict for row in rows)
    print(f"{len(rows)} pronouns: {dict(counts)}; agreement {100 * counts['agree'] / len(rows):.1f} %")
    apart = [row for row in rows if row.verdict != "agree"]
    random.Random(1).shuffle(apart)
    for row in apart[: options.show]:
        print(
            "\n" + row.story, " ".join(row.before.split()), f"CoreNLP: {row.theirs[:3]}", f"ours: {row.ours}", sep="\n"
        )


if __name__ == "__main__":
    main()
