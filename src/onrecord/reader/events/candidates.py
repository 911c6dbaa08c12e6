"""What may belong to an event: its possible parties, and the times that may be its own.

Reader and training share this, so that a candidate means the same to both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reader.countries import Hit
from onrecord.reader.heads.mentions import PERSON, THING, Mentioned
from onrecord.reader.pairs import Mention
from onrecord.reader.times.edtf import Dated
from onrecord.reader.words import Words


def possible_parties(words: Words, found: Sequence[Mentioned], hits: Sequence[Hit]) -> list[Mention]:
    """Mentions of people, bodies, places and things, and nations that are named inside or outside of them.

    "Syrian" in "the Syrian withdrawal" is no mention of its own, but a party. In order of their heads, each head once.
    """
    heads = {m.mention.head: m.mention for m in found if PERSON <= m.kind <= THING}
    order = sorted(heads)
    for h in hits:
        at = bisect_left(order, h.first)
        if at == len(order) or order[at] >= h.end:
            heads[h.end - 1] = Mention(h.end - 1, h.first, h.end)
    first, last = words.dateline
    return [heads[h] for h in sorted(heads) if not first <= h < last]


class Timed(NamedTuple):
    """A time that has a place on the calendar: its last word, the characters it takes, and its EDTF date."""

    word: int
    span: tuple[int, int]
    edtf: str


def possible_times(words: Words, dated: Sequence[Dated]) -> list[Timed]:
    """The dated times of a text by their last words; the dateline tells no event."""
    ends = [end for _, end in words.spans]
    first, last = words.dateline
    out = []
    for d in dated:
        word = min(bisect_left(ends, d.span[1]), len(ends) - 1)
        if d.edtf is not None and not first <= word < last:
            out.append(Timed(word, d.span, d.edtf))
    return out
