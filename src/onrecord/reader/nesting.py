"""Statements inside statements: "A said that B had promised C".

The training corpus marks the outermost attribution alone, so the heads pass over what is said inside a content. The
content is therefore read again as a text of its own, and what is found there stands within the outer statement; what
is found there is read again in its turn, to any depth. To encode a text twice is costly, so only those sentences of a
content are read again in which the inner head hints at a cue (see ``training/inner.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reader.attribution import Attribution, Run, runs_of
from onrecord.reader.attributions import AttributionFinder, Found, surety
from onrecord.reader.words import CLOSING, NEW_PARAGRAPH, NEW_SENTENCE, OPENING, OUTSIDE, Words, words_of

LEAST_WORDS = 5
"""Words; a shorter content has no room for source, cue and content."""

SUREST = 0.35
"""Least surety (cue x content) of a nested attribution: a content read without its story gives more false ones."""


def nested(
    finder: AttributionFinder, text: str, words: Words, outer: list[Attribution], hints: Sequence[float]
) -> list[Attribution]:
    """The attributions within ``outer`` that are not yet known, in the story's word numbers, with parents set.

    ``hints`` is each word's chance to be a cue when its content is read alone. Every level reads strictly less text,
    so the depth is bounded by the story.
    """
    found: list[Attribution] = []
    known = {i for a in outer for i in range(*a.cue)}
    hinted = {i for i, h in enumerate(hints) if h >= finder.settings["inner_threshold"]} - known
    todo = list(outer)
    while todo:
        parent = todo.pop()
        numbers = _worth_reading(words, sorted(parent.content_words()), hinted)
        if len(numbers) < LEAST_WORDS:
            continue
        result = read_again(finder, text, words, numbers)
        fresh = [a for a in result.attributions if _is_new(a, parent, known)]
        for a in fresh:
            if a.parent not in fresh:
                a.parent = parent
            a.rules.append("read again")
            known.update(range(*a.cue))
        found += fresh
        todo += fresh
        hinted -= set(numbers)
        deeper = zip(numbers, result.hints, strict=True)
        hinted |= {i for i, h in deeper if h >= finder.settings["inner_threshold"]} - known
    return found


def _is_new(a: Attribution, parent: Attribution, known: set[int]) -> bool:
    return a.cue[0] not in known and surety(a) >= SUREST and a.content_words() < parent.content_words()


def _worth_reading(words: Words, numbers: list[int], hinted: set[int]) -> list[int]:
    """Of a content's words, those of the sentences that hold a hint."""
    out: list[int] = []
    sentence: list[int] = []
    hint = False
    for i in numbers:
        if words.starts[i] in (NEW_SENTENCE, NEW_PARAGRAPH):
            out += sentence if hint else []
            sentence, hint = [], False
        sentence.append(i)
        hint = hint or i in hinted
    return out + (sentence if hint else [])


def read_again(finder: AttributionFinder, text: str, words: Words, numbers: list[int]) -> Found:
    """Read some words of a text as a text of their own; attributions come back in the text's word numbers."""
    result = finder.find(_alone(text, words, numbers))

    def back(runs: list[Run]) -> list[Run]:
        return runs_of(numbers[i] for a, b in runs for i in range(a, b))

    for a in result.attributions:
        a.cue = back([a.cue])[0]
        a.source, a.content = back(a.source), back(a.content)
    return result


def _alone(text: str, words: Words, numbers: list[int]) -> Words:
    """The words with features as if they stood alone: double marks, which stand around the whole, are passed over."""
    spans = [words.spans[i] for i in numbers]
    low, high = spans[0][0], spans[-1][1]
    kept = [" "] * (high - low)
    for i in numbers:
        start, end = words.spans[i]
        if words.quoted[i] not in (OPENING, CLOSING) or words.strings[i] in "'‘’":
            kept[start - low : end - low] = text[start:end]
    again = words_of("".join(kept))
    quoted = dict(zip((start + low for start, _ in again.spans), again.quoted, strict=True))
    starts = [words.starts[i] for i in numbers]
    starts[0] = NEW_PARAGRAPH
    return Words(
        spans,
        [words.strings[i] for i in numbers],
        [quoted.get(start, OUTSIDE) for start, _ in spans],
        starts,
    )
