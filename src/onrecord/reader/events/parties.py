"""Who takes part in each event: the actors of its sides, also where they are told together or only by what went before.

1. A side is the actors of its mentions; a thing or place of no country is none beside somebody. Nobody acts on himself
   alone.
2. "The two presidents", "both sides" are those two who were told last: each is a party, in place of the group.
3. A side that the telling's own sentences do not name is often known from before ("ratified it", "a state visit", "was
   killed within days"). It is inferred from the nearest telling before, in this paragraph or the ones before: the other
   side of one in which the known side took part; of one of the same type first. What is done between two, and fighting,
   takes both sides where none is named. Which sides were inferred is told with the event.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.reader.actors import Cast
from onrecord.reader.events.tellings import Telling
from onrecord.reader.pairs import THEY as THEY_FORM
from onrecord.reader.pairs import Mention, form
from onrecord.reader.words import NEW_PARAGRAPH, Words
from onrecord.schema import Actor


class Sides(NamedTuple):
    """The ids of actors and recipients, and whether each side was inferred."""

    actors: list[str]
    recipients: list[str]
    inferred: tuple[bool, bool] = (False, False)

    def inferred_names(self) -> tuple[Literal["actors", "recipients"], ...]:
        """The sides that were inferred, by name."""
        named: tuple[tuple[Literal["actors", "recipients"], bool], ...] = (
            ("actors", self.inferred[0]),
            ("recipients", self.inferred[1]),
        )
        return tuple(name for name, inferred in named if inferred)


_TWO = frozenset(("two", "both"))
_STATES = frozenset(
    (
        "countries", "nations", "states", "sides", "governments", "neighbors", "neighbours", "powers", "parties",
        "peoples", "capitals", "republics", "delegations",
    )
)  # fmt: skip
_BETWEEN = frozenset(("CONSULT", "COOPERATE", "AGREE", "SUPPORT", "REJECT", "ASSAULT"))
"""Types of what is mostly done between two who are known."""

_SOMEBODY = frozenset(("person", "group", "organisation", "state"))

BACK = 3
"""Paragraphs in which a side is looked for: this one and those before."""


class Parties:
    """Finds the sides of the tellings of one story, which are to be given in text order."""

    def __init__(self, words: Words, cast: Cast) -> None:
        self.words, self.cast = words, cast
        self.by_id = {a.id: a for a in cast.actors}
        starts = [s for s, _ in words.spans]
        told = [(bisect_left(starts, span[0]), a.id) for a in cast.actors if a.country for span in a.mentions]
        self._told = sorted(told)
        self._firsts = [i for i, _ in self._told]
        self._paragraphs = [i for i, s in enumerate(words.starts) if s == NEW_PARAGRAPH]

    def all(self, tellings: Sequence[Telling]) -> list[Sides]:
        """The ids of actors and recipients of each telling."""
        out: list[Sides] = []
        for n, t in enumerate(tellings):
            actors, recipients = (self._side(side) for side in (t.actors, t.recipients))
            if actors == recipients and len(actors) == 1:
                recipients = []
            if actors and recipients and (self._acts(actors) and self._acts(recipients)):
                out.append(Sides(actors, recipients))
            elif actors and self._acts(actors):
                other = self._other(actors, 0, n, tellings, out)
                out.append(Sides(actors, other or recipients, (False, bool(other))))
            elif recipients and self._acts(recipients):
                other = self._other(recipients, 1, n, tellings, out)
                out.append(Sides(other or actors, recipients, (bool(other), False)))
            elif actors or recipients:
                out.append(Sides(actors, recipients))
            else:
                out.append(self._both(n, tellings, out) if t.type in _BETWEEN else Sides([], []))
        return out

    def _acts(self, ids: list[str]) -> bool:
        """Whether a side is somebody: a thing of no country ("a list of questions") is no party beside one."""
        return any(self.by_id[id].country is not None or self.by_id[id].kind in _SOMEBODY for id in ids)

    def _side(self, side: Sequence[Mention]) -> list[str]:
        ids: list[str] = []
        for m in side:
            if any(m != o and o.start <= m.start and m.end <= o.end for o in side):
                continue  # "Henk Maas of Belgium" is not Belgium, too
            members = self._members(m)
            own = self.cast.parties.get(m.head)
            ids += members or ([own] if own is not None else [])
        acting = [id for id in ids if self._acts([id])]
        return list(dict.fromkeys(acting or ids))

    def _members(self, m: Mention) -> list[str]:
        """Of a mention like "the two leaders" the two who were told last and are of different countries."""
        own = self.cast.parties.get(m.head)
        actor = self.by_id.get(own) if own is not None else None
        if actor is not None and actor.country is not None:
            return []
        before = [w.lower() for w in self.words.strings[m.start : m.head + 1]]
        if form(self.words, m.head) == THEY_FORM:
            if actor is None or not self._is_two(actor):
                return []
        elif not _TWO.intersection(before) or before[0] not in ("the", "both", "two", "these", "those"):
            return []
        persons = before[-1] not in _STATES
        found: dict[str, str] = {}
        for _, id in reversed(self._told[: bisect_left(self._firsts, m.start)][-60:]):
            other = self.by_id[id]
            right = other.kind == "person" if persons else other.kind in ("state", "organisation", "person", "group")
            if right and other.country is not None and other.country not in found:
                found[other.country] = id
            if len(found) == 2:
                return sorted(found.values(), key=lambda id: int(id[1:]))
        return []

    def _is_two(self, actor: Actor) -> bool:
        words = actor.name.lower().split()
        return bool(_TWO.intersection(words[:2]))

    def _before(self, n: int, tellings: Sequence[Telling]) -> list[int]:
        """Numbers of the tellings near before: those of the same type first, then the nearest."""
        at = bisect_left(self._paragraphs, tellings[n].word + 1) - BACK
        first = self._paragraphs[max(0, at)]
        near = [k for k in range(n - 1, max(-1, n - 40), -1) if tellings[k].word >= first]
        return sorted(near, key=lambda k: tellings[k].type != tellings[n].type)

    def _other(self, known: list[str], role: int, n: int, tellings: Sequence[Telling], sides: list[Sides]) -> list[str]:
        """The other side of the nearest telling before in which the known side took part, in the same role first."""
        countries = {self.by_id[id].country for id in known} - {None}

        def takes_part(ids: list[str]) -> bool:
            return any(id in known or self.by_id[id].country in countries for id in ids)

        for k in self._before(n, tellings):
            pair = (sides[k].actors, sides[k].recipients)
            for one, two in ((pair[role], pair[1 - role]), (pair[1 - role], pair[role])):
                if takes_part(one):
                    other = [id for id in two if id not in known and self.by_id[id].country not in countries]
                    if other:
                        return other
        return []

    def _both(self, n: int, tellings: Sequence[Telling], sides: list[Sides]) -> Sides:
        """Both sides of the nearest telling before that has two."""
        for k in self._before(n, tellings):
            if sides[k].actors and sides[k].recipients:
                return Sides(sides[k].actors, sides[k].recipients, (True, True))
        return Sides([], [])
