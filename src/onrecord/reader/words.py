"""Words of a text, and what a lower-case encoder cannot see of them: case, quotation, paragraphs.

A word is a maximal run of word characters, a doubled mark ('' or ``), or one other visible character. Each carries
three small features that are added to the encoder's input: its shape (the vocabulary is lower-case: "Turkey" and
"turkey" are one piece), where it stands to quotation marks, and whether it begins a paragraph, a line or a sentence
(BERT's input has no lines).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from onrecord.schema.quotation import quotations

WORD = re.compile(r"\w+|''|``|[^\w\s]")

SHAPES = 8
LOWER, TITLE, UPPER, DIGITS, MIXED, PUNCTUATION, CAPITAL, NUMBERED = range(SHAPES)

QUOTED = 5
OUTSIDE, OPENING, INSIDE, CLOSING, UNCLOSED = range(QUOTED)

STARTS = 4
GOES_ON, NEW_PARAGRAPH, NEW_LINE, NEW_SENTENCE = range(STARTS)

_SENTENCE_END = frozenset(".?!")
_NOT_END = re.compile(r"^(?:mr|mrs|ms|dr|sen|rep|gov|gen|col|lt|sgt|st|jr|sr|no|u|s|d|c|vs|rev|hon|prof|\w)$", re.I)


def shape(word: str) -> int:
    """The shape class of one word, 0 to 7."""
    first = word[0]
    if not (first.isalnum() or first == "_"):
        return PUNCTUATION
    if word.isdigit():
        return DIGITS
    if word.islower():
        return NUMBERED if first.isdigit() else LOWER
    if word.isupper():
        return CAPITAL if len(word) == 1 else UPPER
    if word.istitle():
        return TITLE
    return MIXED


@dataclass(slots=True)
class Words:
    """The words of a text as parallel lists: spans, strings, quotation class, start class; shapes on demand.

    ``dateline`` is the half-open run of words that say where and when the story was written, if any.
    """

    spans: list[tuple[int, int]]
    strings: list[str]
    quoted: list[int]
    starts: list[int]
    dateline: tuple[int, int] = (0, 0)
    _shapes: list[int] | None = None

    @property
    def shapes(self) -> list[int]:
        """The shape class of every word."""
        if self._shapes is None:
            self._shapes = list(map(shape, self.strings))
        return self._shapes

    def __len__(self) -> int:
        return len(self.spans)


def words_of(text: str, dateline: tuple[int, int] | None = None) -> Words:
    """Split a text into words with their features; linear in its length. ``dateline`` is a span of characters."""
    matches = list(WORD.finditer(text))
    spans = [m.span() for m in matches]
    strings = [m.group() for m in matches]
    run = (0, 0)
    if dateline is not None:
        run = (bisect_left(spans, (dateline[0], 0)), bisect_left(spans, (dateline[1], 0)))
    return Words(spans, strings, _quoted(text, spans), _starts(text, spans, strings), run)


def _quoted(text: str, spans: list[tuple[int, int]]) -> list[int]:
    out = [OUTSIDE] * len(spans)
    i = 0
    covered = 0
    for q in quotations(text):
        if q.start < covered:
            continue  # single marks inside double ones: the outer quotation counts
        covered = q.end
        while i < len(spans) and spans[i][0] < q.start:
            i += 1
        inside = INSIDE if q.closed else UNCLOSED
        while i < len(spans) and spans[i][0] < q.end:
            start = spans[i][0]
            out[i] = OPENING if start < q.inner[0] else inside if start < q.inner[1] else CLOSING
            i += 1
    return out


def _starts(text: str, spans: list[tuple[int, int]], strings: list[str]) -> list[int]:
    out = [GOES_ON] * len(spans)
    if out:
        out[0] = NEW_PARAGRAPH
    ended = False
    for i, ((_, before), (start, _)) in enumerate(pairwise(spans), 1):
        previous = strings[i - 1]
        if previous in _SENTENCE_END:
            # the word before a full stop tells an abbreviation from an end
            ended = previous != "." or not (i > 1 and _NOT_END.match(strings[i - 2]))
        elif previous[0].isalnum() or previous not in "\"”'’)»]":
            ended = False
        if start == before:
            continue
        gap = text[before:start]
        if "\n" in gap:
            out[i] = NEW_PARAGRAPH if gap.count("\n") > 1 else NEW_LINE
            ended = False
        elif ended:
            out[i] = NEW_SENTENCE
            ended = False
    return out
