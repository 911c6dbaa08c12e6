"""Whose somebody is, where only another's name tells it: "Hun Sen's troops", "his men", "Hezbollah fighters".

Who has no country of his own by any of his mentions takes that of the actor whose he is told to be. An office of state
that is nobody's ("the defense minister", "police") is of the country that the story is written from: the wires' usage.
That holds where the dateline names it and the story speaks of it most. In a long story that speaks of one country
nearly alone, people of none are of that one. ``Cluster.country_by`` tells which of these it was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from onrecord.reader.actors.joining import Cluster, Joining
from onrecord.reader.actors.told import POSSESSIVES, Told
from onrecord.reader.pairs import NAME, NOMINAL
from onrecord.reader.words import Words

_OF = frozenset(("of", "from", "for"))
_NOT_THEIR_OWN = frozenset(
    (
        "ally", "allies", "enemy", "enemies", "foe", "foes", "rival", "rivals", "neighbor", "neighbors", "neighbour",
        "neighbours", "partner", "partners", "opponent", "opponents", "counterpart", "counterparts", "critic",
        "critics", "guest", "guests", "host", "hosts", "prisoner", "prisoners", "hostage", "hostages", "captor",
        "captors", "victim", "victims", "target", "targets", "adversary", "adversaries", "creditor", "creditors",
    )
)  # fmt: skip
"""Who is somebody's without being of his country."""

_OF_STATE = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
"""PLOVER sectors of those who act for a state."""

ENOUGH, NEARLY_ALL = 10, 0.75
"""Mentions of one country, and their share of all countries' mentions, for a story to be of that country alone."""

PASSES = 2
"""Owners of owners: "his brother's men"."""


def inherit(words: Words, told: Sequence[Told], joining: Joining) -> None:
    """Give a country to clusters of people and bodies that have none, from their owners."""
    order = sorted(joining.of, key=lambda n: told[n].mention.start)
    starts = [told[n].mention.start for n in order]
    for _ in range(PASSES):
        for cluster in joining.clusters:
            if cluster.mentions and not cluster.countries and cluster.kind in ("person", "organisation"):
                owner = _owner(words, told, joining, cluster, order, starts)
                if owner is not None:
                    cluster.countries[owner.countries.most_common(1)[0][0]] += 1
                    cluster.country_by = "owner"


def at_home(told: Sequence[Told], joining: Joining, dateline: str | None) -> None:
    """Give the country that the story is about to people, offices and bodies of state that are of none."""
    spoken: Counter[str] = Counter()
    for c in joining.clusters:
        for code in c.countries:
            spoken[code] += len(c.mentions)
    if not spoken:
        return
    home, times = spoken.most_common(1)[0]
    alone = times >= ENOUGH and times >= NEARLY_ALL * sum(spoken.values())
    for c in joining.clusters:
        if not c.mentions or c.countries or (c.kind != "person" and (c.kind != "organisation" or c.names)):
            continue
        offices = [told[n].office for n in c.mentions]
        of_state = any(office is not None and office.sector in _OF_STATE for office in offices)
        if of_state and home == dateline:
            c.countries[home], c.country_by = 1, "dateline"
        elif alone and any(told[n].form in (NAME, NOMINAL) for n in c.mentions):
            c.countries[home], c.country_by = 1, "story"


def _owner(
    words: Words, told: Sequence[Told], joining: Joining, c: Cluster, order: list[int], starts: list[int]
) -> Cluster | None:
    for n in c.mentions:
        whole = told[n].mention
        if told[n].form not in (NAME, NOMINAL) or words.strings[whole.head].lower() in _NOT_THEIR_OWN:
            continue
        for m in order[bisect_left(starts, whole.start) : bisect_left(starts, whole.end)]:
            inner, cluster = told[m].mention, joining.of[m]
            if cluster is c or not cluster.countries or m == n or inner.end > whole.end:
                continue
            after = words.strings[inner.end].lower() if inner.end < len(words) else ""
            before = words.strings[inner.start - 1].lower() if inner.start else ""
            owns = after in "'’" or words.strings[inner.head].lower() in POSSESSIVES
            if inner.end <= whole.head and (owns or (told[n].form == NOMINAL and inner.end == whole.head)):
                return cluster
            if inner.start > whole.head and before in _OF and inner.start - whole.head <= 3 and told[n].office is None:
                return cluster
    return None
