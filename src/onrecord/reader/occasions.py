"""Where and when something was said, for the statements whose own sentence does not tell it.

A story tells the occasion once ("told reporters on Monday") and goes on ("he added"). So a speaker's statements share
the medium, the audience and the day of saying that one of them tells, until another of them tells otherwise:

1. Forward: from the statement that tells it to the speaker's next ones. Another day is another occasion, and so is
   another audience or medium.
2. Back: to the speaker's statements in the headline and lead that stand before the first telling.
3. Inward: what a speaker hopes or wants within an own statement is said when that is said.

Beliefs and intentions that stand alone ("officials fear") are not sayings and take no occasion.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reader.actors import Cast
from onrecord.reader.attribution import Attribution
from onrecord.reader.circumstances import Circumstances
from onrecord.reader.words import NEW_PARAGRAPH, Words
from onrecord.schema import Span

EARLY = 3
"""Paragraphs that headline and lead take at most."""

ATTITUDES = (
    frozenset(
        verb + ending
        for verb in (
            "believe",
            "fear",
            "hope",
            "want",
            "think",
            "expect",
            "feel",
            "plan",
            "intend",
            "consider",
            "doubt",
            "wish",
        )
        for ending in ("", "s", "d", "ed")
    )
    | {"thought", "felt", "planned", "know", "knows", "knew", "worry", "worries", "worried", "see", "sees", "saw"}
    | {"willing", "confident"}
)
"""Words of cues that tell a state of mind."""


@dataclass(slots=True)
class Telling:
    """One statement's occasion as its sentence tells it, filled in by ``shared``.

    ``early``: it stands in the headline or lead. ``parent``: number of the statement that it stands in.
    """

    speaker: str | None
    cue: str
    parent: int | None
    early: bool
    medium: str | None = None
    audience: str | None = None
    said: str | None = None
    source: int | None = None

    @property
    def attitude(self) -> bool:
        """Whether the cue tells a state of mind, not a saying."""
        return not ATTITUDES.isdisjoint(self.cue.lower().split())

    def tells(self) -> bool:
        """Whether it tells anything of its occasion."""
        return any((self.medium, self.audience, self.said))


def tellings(
    words: Words,
    found: Sequence[Attribution],
    told: Sequence[Circumstances],
    cast: Cast,
    dates: Sequence[tuple[Span, str]],
) -> list[Telling]:
    """What the sentence of each attribution tells of its occasion. ``dates``: EDTF of the text's time expressions."""
    number = {id(a): n for n, a in enumerate(found)}
    paragraphs = [i for i, s in enumerate(words.starts) if s == NEW_PARAGRAPH]
    early = paragraphs[EARLY] if len(paragraphs) > EARLY else len(words)
    firsts = [span[0] for span, _ in dates]
    documents = {a.id for a in cast.actors if a.kind == "document"}
    out = []
    for n, (a, c) in enumerate(zip(found, told, strict=True)):
        said = None
        when = c.when
        if when is None and cast.speakers[n] in documents:  # "the 1978 resolution calls for"
            when = (a.source[0][0], a.source[-1][1])
        if when is not None:
            start, end = words.spans[when[0]][0], words.spans[when[1] - 1][1]
            at = max(0, bisect_left(firsts, start) - 1)
            here = [(span, value) for span, value in dates[at : bisect_left(firsts, end)] if span[1] > start]
            if here:
                said = max(here, key=lambda d: (len(d[1]), d[0][1] - d[0][0]))[1]
        cue = " ".join(words.strings[a.cue[0] : a.cue[1]])
        parent = number[id(a.parent)] if a.parent is not None else None
        out.append(Telling(cast.speakers[n], cue, parent, a.cue[0] < early, cast.media[n], cast.audiences[n], said))
    return out


def shared(tellings: Sequence[Telling]) -> None:
    """Fill in what statements in text order take over; ``source`` then names the statement that it was taken from."""
    current: dict[str, tuple[int, Telling]] = {}
    for n, t in enumerate(tellings):
        if t.speaker is None or t.parent is not None or t.attitude:
            continue
        known = current.get(t.speaker)
        if known is None:
            if t.tells():
                current[t.speaker] = (n, t)
                for before in tellings[:n]:
                    if before.speaker == t.speaker and before.parent is None and before.early and not before.attitude:
                        _take(before, t, n)
            continue
        if not t.tells():
            _take(t, known[1], known[0])
            continue
        other_day = t.said is not None and known[1].said not in (None, t.said)
        other_place = any(
            mine is not None and theirs not in (None, mine)
            for mine, theirs in ((t.medium, known[1].medium), (t.audience, known[1].audience))
        )
        if not other_day:
            t.said = t.said or known[1].said
            if not other_place:
                t.medium, t.audience = t.medium or known[1].medium, t.audience or known[1].audience
                for before in tellings[known[0] : n]:
                    if before.speaker == t.speaker and before.parent is None and not before.attitude:
                        _take(before, t, n)
        current[t.speaker] = (n, t)
    for t in tellings:
        if t.parent is not None and t.attitude and t.said is None:
            outer = tellings[t.parent]
            if outer.speaker == t.speaker and outer.said is not None:
                t.said, t.source = outer.said, t.parent


def _take(t: Telling, other: Telling, number: int) -> None:
    """Take over what is not told."""
    if (t.medium, t.audience, t.said) != (other.medium, other.audience, other.said):
        t.medium, t.audience, t.said = t.medium or other.medium, t.audience or other.audience, t.said or other.said
        t.source = number
