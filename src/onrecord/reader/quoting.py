"""Rules about quotation marks, where rules are right: marks belong to their content, and speech goes on.

1. ``with_marks``: a content that begins right after an opening mark, or ends right before a closing one, takes it in.
2. ``carried_on``: a paragraph that is all quotation, with no cue of its own, right after a statement that was quoted,
   is more of the same: the press opens the marks anew at each paragraph and names the speaker once.
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.reader.attribution import Attribution, runs_of
from onrecord.reader.words import CLOSING, INSIDE, NEW_PARAGRAPH, OPENING, OUTSIDE, UNCLOSED, Words

QUOTED_SHARE = 0.95
"""Share of a paragraph's words that must stand in marks for the paragraph to be speech that goes on."""

LEAST_WORDS = 4
"""Words; a shorter paragraph in marks may be a heading or a title."""


def with_marks(words: Words, found: list[Attribution]) -> None:
    """Rule 1, in place."""
    quoted = words.quoted
    for a in found:
        taken = a.content_words()
        before = len(taken)
        for first, end in a.content:
            if first > 0 and quoted[first] in (INSIDE, UNCLOSED) and quoted[first - 1] == OPENING:
                taken.add(first - 1)
            if end < len(words) and quoted[end - 1] == INSIDE and quoted[end] == CLOSING and _opened(words, first, end):
                taken.add(end)
        if len(taken) > before:
            a.content = runs_of(taken)
            a.rules.append("quotation mark")


def _opened(words: Words, first: int, end: int) -> bool:
    """Whether the quotation that stands open at the last word of a run was opened in it (or just before it)."""
    return any(words.quoted[i] == OPENING for i in range(max(first - 1, 0), end))


def carried_on(words: Words, found: list[Attribution]) -> None:
    """Rule 2, in place. ``found`` is in order of the cues; only outermost attributions carry on."""
    paragraphs = _paragraphs(words)
    outer = [a for a in found if a.parent is None]
    touched = sorted({i for a in outer for run in (a.cue, *a.source, *a.content) for i in range(*run)})
    owner: dict[int, Attribution] = {}
    for a in outer:
        for i in a.content_words():
            owner[i] = a
    marked = set(touched)
    for (start, end), (first, last) in pairwise(paragraphs):
        if last - first < LEAST_WORDS or any(i in marked for i in range(first, last)):
            continue
        if not _speech(words, first, last):
            continue
        speaker = _last_quoted(words, owner, start, end)
        if speaker is not None:
            run = range(first, last)
            speaker.content = runs_of({*speaker.content_words(), *run})
            speaker.rules.append("speech goes on")
            for i in run:
                owner[i] = speaker


def _paragraphs(words: Words) -> list[tuple[int, int]]:
    cuts = [i for i, s in enumerate(words.starts) if s == NEW_PARAGRAPH]
    return list(zip(cuts, [*cuts[1:], len(words)], strict=True))


def _speech(words: Words, first: int, last: int) -> bool:
    """Whether a paragraph is all speech: in double marks (single ones make headings), and no transcript's "NAME:"."""
    if words.quoted[first] != OPENING or words.strings[first] in ("'", "‘") or ":" in words.strings[first : first + 5]:
        return False
    marked = sum(words.quoted[i] != OUTSIDE for i in range(first, last))
    return marked >= QUOTED_SHARE * (last - first)


def _last_quoted(words: Words, owner: dict[int, Attribution], start: int, end: int) -> Attribution | None:
    """The attribution to which the last quotation of a paragraph belongs, if the paragraph ends in or near it."""
    for i in range(end - 1, start - 1, -1):
        if words.quoted[i]:
            return owner.get(i)
    return None
