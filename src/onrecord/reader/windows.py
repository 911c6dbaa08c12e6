"""Cut a long text into windows that the encoder can take, and say which words each one answers for.

1. Whole paragraphs are packed up to ``LIMIT`` pieces: in PolNeAR only one attribution in 120 crosses a paragraph.
2. A longer paragraph is cut at a sentence's start, or, failing that, where it must.
3. Around its own words each window sees some context. A cue is taken only from the window that owns it, so none is
   found twice; its source and content may lie in the context, so none is lost at a seam.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.reader.words import NEW_PARAGRAPH, NEW_SENTENCE

LIMIT = 200
"""Pieces a window owns at most. Longer windows cost attention; shorter ones repeat more context."""

CONTEXT = 80
"""Pieces seen on either side of a seam inside a paragraph: two or three sentences."""

PARAGRAPH_CONTEXT = 0
"""Pieces seen on either side of a seam between paragraphs: none, since so little crosses it (1. above)."""


class Window(NamedTuple):
    """Word numbers: it sees ``start`` to ``end`` and owns ``first`` to ``last`` (both half open)."""

    start: int
    end: int
    first: int
    last: int


def windows(sizes: Sequence[int], starts: Sequence[int], limit: int = LIMIT) -> list[Window]:
    """Windows over words with ``sizes`` pieces each and their start classes; they own every word exactly once."""
    return [
        Window(_back(sizes, starts, first), _on(sizes, starts, last), first, last)
        for first, last in owned(sizes, starts, limit)
    ]


def owned(sizes: Sequence[int], starts: Sequence[int], limit: int) -> Iterator[tuple[int, int]]:
    """Runs of words of at most ``limit`` pieces, cut at paragraphs, else sentences, else where they must be."""
    first, size, paragraph, sentence = 0, 0, 0, 0
    for i, pieces in enumerate(sizes):
        if starts[i] == NEW_PARAGRAPH:
            paragraph = sentence = i
        elif starts[i] == NEW_SENTENCE:
            sentence = i
        if size + pieces > limit and i > first:
            cut = paragraph if paragraph > first else sentence if sentence > first else i
            yield first, cut
            first = cut
            size = sum(sizes[cut:i])
        size += pieces
    if len(sizes):
        yield first, len(sizes)


def _room(starts: Sequence[int], seam: int) -> int:
    return PARAGRAPH_CONTEXT if starts[seam] == NEW_PARAGRAPH else CONTEXT


def _back(sizes: Sequence[int], starts: Sequence[int], seam: int) -> int:
    if seam == 0:
        return 0
    room = _room(starts, seam)
    while seam > 0 and sizes[seam - 1] <= room:
        seam -= 1
        room -= sizes[seam]
    return seam


def _on(sizes: Sequence[int], starts: Sequence[int], seam: int) -> int:
    if seam == len(sizes):
        return seam
    room = _room(starts, seam)
    while seam < len(sizes) and sizes[seam] <= room:
        room -= sizes[seam]
        seam += 1
    return seam
