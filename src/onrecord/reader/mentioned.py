"""Small repairs of what the mention head reads, before anyone uses its mentions.

1. A mention ends before the day that follows it: "the World Court Friday ruled".
2. An office of several words is not cut in two: "Secretary of State Madeleine Cole" is one mention, headed by the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reader.actors import roles
from onrecord.reader.heads.mentions import Mentioned
from onrecord.reader.pairs import Mention, dayless
from onrecord.reader.words import Words


def repaired(words: Words, found: Sequence[Mentioned]) -> tuple[list[Mentioned], list[int]]:
    """The mentions as they should run, and the number that each had: some are taken into others."""
    out = [m._replace(mention=dayless(words, m.mention)) for m in found]
    gone: set[int] = set()
    for n in range(1, len(out)):
        own, before = out[n].mention, out[n - 1].mention
        i = own.start
        if i < 2 or words.strings[i - 1].lower() != "of" or before.head != i - 2:
            continue
        if roles.role([w.lower() for w in words.strings[i - 2 : i + 1]]) is not None and own.head > i:
            out[n] = out[n]._replace(mention=Mention(own.head, min(before.start, i - 2), own.end))
            gone.add(n - 1)
    kept = [n for n in range(len(out)) if n not in gone]
    return [out[n] for n in kept], kept
