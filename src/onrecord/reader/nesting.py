"""Statements inside statements: "A said that B had promised C".

The training corpus marks the outermost attribution alone, so the heads pass over what is said inside a content. The
content is therefore read again as a text of its own, and what is found there stands within the outer statement; what
is found there is read again in its turn, to any depth. It is costly to encode a text twice, so only contents in which
the cue head saw at least a hint of a cue are read again.
"""

from __future__ import annotations

from onrecord.reader.attribution import Attribution, Run, runs_of
from onrecord.reader.attributions import AttributionFinder, Found, surety
from onrecord.reader.words import NEW_PARAGRAPH, Words, words_of

HINT = 0.02
"""Least chance of a word to be in a cue for its content to be read again."""

LEAST_WORDS = 5
"""Words; a shorter content has no room for source, cue and content."""

SUREST = 0.35
"""Least surety (cue x content) of a nested attribution: a content read without its story gives more false ones."""


def nested(
    finder: AttributionFinder, text: str, words: Words, outer: list[Attribution], hints: list[float]
) -> list[Attribution]:
    """The attributions within ``outer`` that are not yet known, in the story's word numbers, with parents set.

    ``hints`` is each word's chance to be in a cue. Every level reads strictly less text, so the depth is bounded by
    the story.
    """
    found: list[Attribution] = []
    todo = [a for a in outer if a.parent is None or not any(b.parent is a for b in outer)]
    known = {a.cue[0] for a in outer}
    while todo:
        parent = todo.pop()
        numbers = sorted(parent.content_words())
        if len(numbers) < LEAST_WORDS or max(hints[i] for i in numbers) < HINT:
            continue
        inner, chance = _read_again(finder, text, words, numbers)
        fresh = [
            a for a in inner if a.cue[0] not in known and surety(a) >= SUREST and len(a.content_words()) < len(numbers)
        ]
        for a in fresh:
            if a.parent is None or a.parent not in fresh:
                a.parent = parent
            a.rules.append("read again")
            known.add(a.cue[0])
            todo.append(a)
        found += fresh
        for i, c in zip(numbers, chance, strict=True):
            hints[i] = c
    return found


def _read_again(
    finder: AttributionFinder, text: str, words: Words, numbers: list[int]
) -> tuple[list[Attribution], list[float]]:
    """Read some words of a text as a text of their own; attributions come back in the text's word numbers."""
    alone = _alone(text, words, numbers)
    result = finder.find(alone)

    def back(runs: list[Run]) -> list[Run]:
        return runs_of(numbers[i] for a, b in runs for i in range(a, b))

    for a in result.attributions:
        a.cue = back([a.cue])[0]
        a.source, a.content = back(a.source), back(a.content)
    return result.attributions, in_cue(result)


def in_cue(found: Found) -> list[float]:
    """Each word's chance to be in a cue."""
    chances: list[float] = (1.0 - found.cue_tags[:, 0]).tolist()
    return chances


def _alone(text: str, words: Words, numbers: list[int]) -> Words:
    """The words with features as if they stood alone: marks around the whole are passed over."""
    spans = [words.spans[i] for i in numbers]
    low, high = spans[0][0], spans[-1][1]
    kept = [" "] * (high - low)
    for i in numbers:
        start, end = words.spans[i]
        if words.quoted[i] in (1, 3) and _outermost(words, i):
            continue
        kept[start - low : end - low] = text[start:end]
    again = words_of("".join(kept))
    place = {start + low: k for k, (start, _) in enumerate(again.spans)}
    quoted, starts = [], []
    for i in numbers:
        k = place.get(words.spans[i][0])
        quoted.append(again.quoted[k] if k is not None else 0)
        starts.append(words.starts[i])
    starts[0] = NEW_PARAGRAPH
    return Words(spans, [words.strings[i] for i in numbers], quoted, starts)


def _outermost(words: Words, i: int) -> bool:
    return words.strings[i] not in ("'", "‘", "’")
