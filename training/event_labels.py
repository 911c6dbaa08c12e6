"""Sentences and passages with their events, as labels in word numbers.

    annotated/news.jsonl      passages of PolNeAR and TempEval-3's silver stories, annotated by us: places, no text
    annotated/invented.txt    sentences of our own, for what news has little of
    events/plv.jsonl          one known event a sentence: its parties and type, no trigger
    events/plover_gsr.jsonl   the same, with the words that tell it

``FOLDS``: which fifth of plv.jsonl a sentence is in goes by the number in its id, so anyone can hold out the same.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.reader.heads.events import CERTAINTIES, TYPES
from onrecord.reader.words import Words

FOLDS = 5
ANNOTATED = Path(__file__).parent / "annotated"
YIELD = ("CONCEDE", "RETREAT")
Run = tuple[int, int]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One telling of an event, in characters: type (number in TYPES), trigger, parties, its time, its certainty."""

    type: int
    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    when: Span | None
    certainty: int


@dataclass(frozen=True, slots=True)
class Known:
    """One event that a sentence tells somewhere: the types that it may be, its parties, and where its trigger may be.

    Empty parties are not told; ``where`` empty: anywhere.
    """

    types: tuple[int, ...]
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    where: tuple[Span, ...] = ()


@dataclass(slots=True)
class Passage:
    """A text to learn from. ``labels``: all of its events, None where only ``known`` is."""

    id: str
    text: str
    published: str | None
    labels: list[Labelled] | None = None
    known: list[Known] = field(default_factory=list)


def fold(id: str) -> int:
    """The fold of a sentence of plv.jsonl."""
    return int(id.rsplit("-", 1)[1]) % FOLDS


def standings(text: str, string: str, flags: re.RegexFlag = re.NOFLAG) -> list[Span]:
    """Where a string stands in a text as words."""
    return [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(string) + r"(?!\w)", text, flags)] if string else []


def _types(name: str) -> tuple[int, ...]:
    return tuple(TYPES.index(t) for t in (YIELD if name == "YIELD" else (name,)))


def plv(path: Path) -> Iterator[Passage]:
    """Sentences with one known event."""
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        text = raw["text"]
        source, target = (tuple(standings(text, raw[k], re.IGNORECASE)) for k in ("source", "target"))
        yield Passage(raw["id"], text, None, None, [Known(_types(raw["type"]), source, target)])


def gsr(path: Path) -> Iterator[Passage]:
    """PLOVER's gold records: the words that tell the event are known."""
    rows: dict[str, Passage] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        spans: dict[str, list[Span]] = {"SRC": [], "TAR": [], "EVT": []}
        for s in raw["spans"]:
            if s["role"] in spans and s["end"] - s["start"] > 2:
                spans[s["role"]].append((s["start"], s["end"]))
        if not spans["EVT"] or raw["event_2021"] not in TYPES:
            continue
        known = Known(_types(raw["event_2021"]), *(tuple(spans[k]) for k in ("SRC", "TAR", "EVT")))
        passage = rows.setdefault(raw["text"], Passage(raw["id"], raw["text"], None, None, []))
        passage.known.append(known)
    yield from rows.values()


def news(corpora: Path) -> Iterator[Passage]:
    """Passages of news, annotated by us; their texts come from the corpora."""
    texts: dict[str, dict[str, Any]] = {}
    with gzip.open(corpora / "timeml" / "te3_silver.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts |= {d["id"]: d for d in map(json.loads, lines)}
    with (corpora / "polnear" / "train.jsonl").open(encoding="utf-8") as lines:
        texts |= {d["id"]: d for d in map(json.loads, lines)}
    for line in (ANNOTATED / "news.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        story = texts[raw["id"]]
        labels = [
            Labelled(
                TYPES.index(e[0]),
                tuple(e[1]),
                tuple(map(tuple, e[2])),
                tuple(map(tuple, e[3])),
                tuple(e[4]) if e[4] else None,
                CERTAINTIES.index(e[5]),
            )
            for e in raw["events"]
        ]
        published = story.get("dct") or story.get("published")
        yield Passage(raw["id"], story["text"][: raw["end"]], published, labels)


def invented(path: Path = ANNOTATED / "invented.txt") -> Iterator[Passage]:
    """Sentences of our own: ``# id date``, ``> text``, then a line an event as ``labelled`` reads it."""
    passage: Passage | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            if passage is not None:
                yield passage
            id, _, day = line[1:].strip().partition(" ")
            passage = Passage(id, "", day or None, [])
        elif line.startswith(">") and passage is not None:
            passage.text = line[1:].strip()
        elif line.strip() and passage is not None and passage.labels is not None:
            try:
                passage.labels.append(labelled(passage.text, line))
            except ValueError as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error
    if passage is not None:
        yield passage


def labelled(text: str, line: str) -> Labelled:
    """``TYPE | trigger | actors | recipients | when | certainty``, each a piece of the text.

    "killed#2" is its second standing; several parties are separated by ";", "-" is nobody. A party that stands several
    times is meant where it is nearest to the trigger, in its paragraph first. Raises ValueError with what is wrong.
    """
    fields = [f.strip() for f in line.split("|")]
    if len(fields) != 6:
        raise ValueError(f"{len(fields)} fields, 6 wanted")
    kind, word, actors, recipients, when, certainty = fields
    if kind not in TYPES or certainty not in CERTAINTIES:
        raise ValueError(f"no such type or certainty: {kind}, {certainty}")
    number = re.fullmatch(r"(.*)#(\d+)", word)
    found = standings(text, number[1] if number else word)
    if len(found) != 1 and number is None:
        raise ValueError(f"trigger {word!r} stands {len(found)} times")
    if number is not None and not 0 < int(number[2]) <= len(found):
        raise ValueError(f"trigger {word!r}: there are {len(found)}")
    trigger = found[int(number[2]) - 1 if number else 0]

    def near(piece: str) -> Span:
        spans = standings(text, piece)
        if not spans:
            raise ValueError(f"not in the text: {piece!r}")

        def distance(s: Span) -> tuple[bool, int, Span]:
            between = text[min(s[0], trigger[0]) : max(s[1], trigger[1])]
            return "\n\n" in between, min(abs(s[0] - trigger[1]), abs(trigger[0] - s[1])), s

        return min(spans, key=distance)

    parts = [[near(p.strip()) for p in f.split(";") if p.strip() not in ("", "-")] for f in (actors, recipients, when)]
    return Labelled(
        TYPES.index(kind),
        trigger,
        tuple(parts[0]),
        tuple(parts[1]),
        parts[2][0] if parts[2] else None,
        CERTAINTIES.index(certainty),
    )


def word_run(words: Words, span: Span) -> Run:
    """The words that a span of characters touches."""
    inside = [i for i, (a, b) in enumerate(words.spans) if a < span[1] and b > span[0]]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
