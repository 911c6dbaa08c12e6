"""Scores readings against gold: how many statements are found, by kind, and which traps are stepped in.

1. Words of a span are the word tokens that it touches, by their place in the text.
2. A gold and a read statement match when their contents overlap by half (Jaccard) and their sources share
   a word, or both lack one. Matches are one to one, best overlap first.
3. Of those matched, the mode and the nesting are compared.
4. A trap is stepped in when a content overlaps it by half.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.schema import Reading, Span
from tests.quality.gold import GoldStory, Placed, only_place, spans_of

OVERLAP = 0.5
"""Least Jaccard overlap of contents that counts as the same statement; the measure of the shared scorer."""

Figures = dict[str, float]
"""Percentages by name."""


class _Words:
    """The word tokens of a text, and those that spans touch."""

    def __init__(self, text: str) -> None:
        self._spans = [m.span() for m in re.finditer(r"\w+", text)]

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        wanted = list(spans)
        return frozenset(
            i for i, (start, end) in enumerate(self._spans) if any(start < e and s < end for s, e in wanted)
        )


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Share of the union that both have; 0 where both are empty (nothing is no statement)."""
    return len(a & b) / len(a | b) if a | b else 0.0


def matches(story: GoldStory, reading: Reading) -> dict[int, int]:
    """For each gold statement that was found, the index of the read one."""
    words = _Words(story.text)
    gold = [_roles(words, spans_of(story, s)) for s in story.statements]
    read = [_roles(words, Placed(source=s.source, cue=s.cue, content=s.content)) for s in reading.statements]
    pairs = []
    for g, (source, content) in enumerate(gold):
        for r, (read_source, read_content) in enumerate(read):
            overlap = jaccard(content, read_content)
            if overlap >= OVERLAP and (source & read_source or not (source or read_source)):
                pairs.append((-overlap, g, r))
    found: dict[int, int] = {}
    for _, g, r in sorted(pairs):
        if g not in found and r not in found.values():
            found[g] = r
    return found


def _roles(words: _Words, placed: Placed) -> tuple[frozenset[int], frozenset[int]]:
    return words.of(placed.source), words.of(placed.content)


def score(pairs: Iterable[tuple[GoldStory, Reading]]) -> Figures:
    """Percentages over all stories: precision, recall, F1; recall by kind; mode, nesting; traps avoided."""
    hits: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    read = found_in_all = 0
    for story, reading in pairs:
        found = matches(story, reading)
        read += len(reading.statements)
        found_in_all += len(found)
        by_id = {s.id: r for r, s in enumerate(reading.statements)}
        for g, statement in enumerate(story.statements):
            for kind in ("recall", *(f"recall {kind}" for kind in statement.kinds)):
                all_of[kind] += 1
                hits[kind] += g in found
            if g in found:
                match = reading.statements[found[g]]
                parent = None if statement.within is None else found.get(statement.within, -1)
                all_of["mode"] += 1
                hits["mode"] += match.mode == statement.mode
                all_of["within"] += 1
                hits["within"] += parent == (None if match.within is None else by_id.get(match.within))
        words = _Words(story.text)
        contents = [words.of(s.content) for s in reading.statements]
        for trap in story.traps:
            place = words.of([only_place(story.text, trap)])
            all_of["traps avoided"] += 1
            hits["traps avoided"] += not any(jaccard(place, content) >= OVERLAP for content in contents)
    figures = {name: 100 * hits[name] / count for name, count in all_of.items()}
    figures["precision"] = 100 * found_in_all / read if read else 0.0
    figures["f1"] = 200 * found_in_all / (read + all_of["recall"]) if read + all_of["recall"] else 0.0
    return dict(sorted(figures.items()))
