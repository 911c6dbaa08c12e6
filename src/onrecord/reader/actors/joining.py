"""Which mentions are one actor: names by rule, offices and pronouns by the antecedent head and what cannot be.

1. Names: a person's last name joins the full name that the story gives, earlier or later, unless gender, first name or
   another bearer of the name speaks against it; bodies by their name, its part or its initials; states by their code.
2. Appositions: "Mira Tolland, the harbour master,".
3. In text order, every other definite mention and pronoun goes to the likeliest actor that it may be: the antecedent
   head says how likely, kind, number, gender, country and office say what may be. An unnamed source ("a senior
   official") is never joined by its wording.
4. A person told by an office first and by name later is one, where the antecedent head says so,
5. or where the story identifies the source of its lead in the next sentence, as the wires do.

Every joining is kept with its reason, for ``--explain``.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import numpy as np

from onrecord.reader.actors.told import Told
from onrecord.reader.heads.antecedents import Ranked
from onrecord.reader.pairs import HE, IT, NAME, NOMINAL, SHE, THEY, WHO, Mention
from onrecord.reader.words import Words
from onrecord.schema.objects import CountryBy

GOES_ON = 2.0
"""Times likelier that a source's pronoun is who spoke last, than the antecedent head alone says."""

SURE_NOMINAL = 0.5
"""Least share of the antecedents' chances that an office needs to join an actor, of those with no antecedent."""

SURE_THING = 0.3
"""The same for "it" and "they"; "he" and "she" always go to someone, if there is anyone."""

HOPELESS = -9.0
"""Log chance below which an antecedent is not looked at: one in 8,000."""

FAR = 200
"""Actors looked back at for the bearer of an office: it keeps a book linear."""

NEAR = 12
"""Mentions looked back at for what a relative pronoun goes with."""

_SMALL = frozenset(("the", "of", "and", "for", "&"))

GENERIC = frozenset(
    (
        "leader",
        "official",
        "man",
        "woman",
        "politician",
        "candidate",
        "nominee",
        "chief",
        "head",
        "statesman",
        "executive",
    )
)
"""Offices that bearers of other offices are called by."""

RANKS = frozenset(
    (
        "gen",
        "general",
        "lt gen",
        "maj",
        "major",
        "col",
        "colonel",
        "lt",
        "lieutenant",
        "capt",
        "captain",
        "adm",
        "admiral",
    )
)
"""Ranks, which say nothing of the post."""

_LOOSE = GENERIC | RANKS


@dataclass(slots=True)
class Joined:
    """Why a mention belongs to an actor: the mention it was joined to, the rule or head that did it, how surely."""

    number: int
    to: int
    by: str
    score: float | None = None


@dataclass(slots=True)
class Cluster:
    """Mentions (numbers) that are one actor, and what they tell together."""

    number: int
    mentions: list[int] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    names: list[tuple[str, ...]] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    countries: Counter[str] = field(default_factory=Counter)
    state: str | None = None
    gender: str | None = None
    plural: bool = False
    joined: list[Joined] = field(default_factory=list)
    kind: str = "thing"
    country_by: CountryBy = "told"

    def vote(self, kind: str, weight: int) -> None:
        """Take a mention's kind into account: an actor is what most of its mentions are."""
        self.kinds[kind] += weight
        self.kind = max(self.kinds, key=lambda k: self.kinds[k])


class Bodies(NamedTuple):
    """Bodies and places named so far: by their name, by its first and last word, by its initials."""

    named: dict[tuple[str, ...], Cluster]
    by_unit: dict[str, list[tuple[tuple[str, ...], Cluster]]]
    initials: dict[str, Cluster]


class Joining:
    """The mentions of one story on their way to actors."""

    def __init__(self, words: Words, told: Sequence[Told], ranked: Ranked) -> None:
        """``ranked``: of the first mentions of ``told``; those that the head did not see come after."""
        self.words, self.told, self.ranked = words, told, ranked
        self._genders_beside()
        self.of: dict[int, Cluster] = {}
        self.clusters: list[Cluster] = []
        self._order = sorted(range(len(told)), key=lambda n: told[n].mention)
        self._heads = [told[n].mention.head for n in self._order]
        self._recent: dict[int, None] = {}
        self._persons = {u for t in told if t.kind == "person" and len(t.name) > 1 for u in t.name}

    def add(self, n: int, cluster: Cluster | None, to: int = -1, by: str = "", score: float | None = None) -> Cluster:
        """Put a mention into a cluster, or into one of its own."""
        t = self.told[n]
        if cluster is None:
            cluster = Cluster(len(self.clusters))
            self.clusters.append(cluster)
        elif to >= 0:
            cluster.joined.append(Joined(n, to, by, score))
        cluster.mentions.append(n)
        if t.form in (NAME, NOMINAL) or not cluster.kinds:
            cluster.vote(t.kind, 2 if t.form == NAME else 1)
        if t.name:
            cluster.names.append(t.name)
        if t.office is not None:
            cluster.offices.add(t.office.words)
        if t.form in (NAME, NOMINAL):
            cluster.plural = cluster.plural or t.plural
        cluster.gender = cluster.gender or t.gender
        if t.hits and t.hits[0].code and not (t.kind == "person" and t.whole is not None):
            cluster.countries[t.hits[0].code] += 1
        self.of[n] = cluster
        return cluster

    def merge(self, keep: Cluster, gone: Cluster, joined: Joined) -> None:
        """Make two clusters one."""
        if keep is gone:
            return
        for n in gone.mentions:
            self.of[n] = keep
        keep.mentions = sorted(keep.mentions + gone.mentions)
        for kind, votes in gone.kinds.items():
            keep.vote(kind, votes)
        keep.names += gone.names
        keep.offices |= gone.offices
        keep.countries += gone.countries
        keep.state = keep.state or gone.state
        keep.gender = keep.gender or gone.gender
        keep.plural = keep.plural or gone.plural
        keep.joined += [*gone.joined, joined]
        self.clusters[gone.number] = Cluster(gone.number)

    # 1. names

    def names(self) -> None:
        """Join everything that has a name of its own."""
        people: dict[str, list[Cluster]] = {}
        bodies = Bodies({}, {}, {})
        states: dict[str, Cluster] = {}
        named: dict[tuple[int, int], int] = {}
        in_name = {
            i: t for t in self.told if t.kind == "person" and len(t.name) > 1 for i in range(*t.name_run or (0, 0))
        }
        for n, t in enumerate(self.told):
            owner = in_name.get(t.mention.head)
            if owner is not None and owner.name_run != t.name_run and not _covers(t.mention, owner.mention):
                continue  # "India" in "India Ashworthy"
            if t.name_run is not None and t.name_run in named and named[t.name_run] in self.of:
                m = named[t.name_run]  # "the newspaper Morgunposten" and "Morgunposten" in it
                self.add(n, self.of[m], m, "same words")
                continue
            if t.name_run is not None and t.name:
                named[t.name_run] = n
            if self._is_state(t):
                assert t.whole is not None
                # a state by its code, since it has many names; its people, seats and bodies are actors of their own
                key = t.whole.code if t.whole.kind == "name" and t.whole.code else t.whole.kind + t.whole.name
                cluster = self.add(n, states.get(key), states[key].mentions[-1] if key in states else -1, "same state")
                cluster.state = key
                states[key] = cluster
            elif t.form != NAME and not t.name:
                continue
            elif t.name and (t.kind == "person" or self._is_surname(t, people, bodies)):
                self._person(n, t, people)
            elif t.name and t.kind != "time":
                self._body(n, t, bodies)

    def _is_state(self, t: Told) -> bool:
        """Whether a mention is a state, seat, body or people as a whole, and not a person of that name."""
        if t.whole is None or t.whole.kind not in ("name", "people", "seat", "body", "group"):
            return False
        return t.kind != "person" or t.whole.kind == "people" or not self._persons.intersection(t.name)

    @staticmethod
    def _is_surname(t: Told, people: dict[str, list[Cluster]], bodies: Bodies) -> bool:
        """Whether a name that the head takes for a place or thing is the last one of a person named before."""
        if len(t.name) != 1 or t.hits or t.name in bodies.named:
            return False
        return any(name[-1] == t.name[0] and len(name) > 1 for c in people.get(t.name[0], ()) for name in c.names)

    def _person(self, n: int, t: Told, people: dict[str, list[Cluster]]) -> None:
        candidates = {c.number: c for key in (t.name[-1], t.name[0]) for c in people.get(key, [])}
        fits = [c for c in candidates.values() if self._same_person(t, c)]
        cluster: Cluster | None = None
        if fits:
            chances = self._chances(n)
            cluster = max(
                fits,
                key=lambda c: (
                    bool(t.gender) and c.gender == t.gender,
                    self._agree(t, c),
                    chances.get(c.number, 0.0),
                    c.mentions[-1],
                ),
            )
        to = cluster.mentions[-1] if cluster else -1
        cluster = self.add(n, cluster, to, "same name")
        for key in {t.name[-1], t.name[0]}:
            if cluster not in people.setdefault(key, []):
                people[key].append(cluster)

    def _same_person(self, t: Told, c: Cluster) -> bool:
        """Whether a name may be that of a person already named: no part speaks against it."""
        if t.gender and c.gender and t.gender != c.gender:
            return False
        if t.hits and c.countries and t.hits[0].code and t.hits[0].code not in c.countries and len(t.name) > 1:
            full = any(name == t.name for name in c.names)
            if not full:
                return False
        return all(compatible(t.name, name) for name in c.names)

    def _agree(self, t: Told, c: Cluster) -> int:
        """How well a name fits: one that is told in full before a part of it."""
        return 2 * any(name == t.name for name in c.names) + any(name[-1] == t.name[-1] for name in c.names)

    def _body(self, n: int, t: Told, bodies: Bodies) -> None:
        key = tuple(u for u in t.name if u not in _SMALL)
        if not key:
            return
        found, by = bodies.named.get(key), "same name"
        if found is None:
            found = bodies.initials.get(key[0]) if len(key) == 1 else bodies.named.get((_initials(key),))
            by = "initials"
        if found is None and t.kind != "place":  # "Korea" is no part of North Korea
            near = [x for unit in {key[0], key[-1]} for x in bodies.by_unit.get(unit, [])]
            fits = {c.number: c for k, c in near if _part(key, k) and t.kind == c.kind}
            if len(fits) == 1:
                found, by = next(iter(fits.values())), "part of the name"
        cluster = self.add(n, found, found.mentions[-1] if found else -1, by)
        if key not in bodies.named:
            bodies.named[key] = cluster
            for unit in {key[0], key[-1]}:
                bodies.by_unit.setdefault(unit, []).append((key, cluster))
            if len(key) > 1:
                bodies.initials.setdefault(_initials(key), cluster)

    # 2. appositions

    def _genders_beside(self) -> None:
        """A name's gender by the office set beside it: "Lund's wife, Edda Lund"."""
        for a, b in self._beside():
            self.told[a].gender = self.told[a].gender or self.told[b].gender

    def appositions(self) -> None:
        """Join a name and the office set beside it between commas; both stand in no cluster together yet."""
        for a, b in self._beside():
            if b not in self.of:
                self.add(b, self.of.get(a) or self.add(a, None), a, "apposition")

    def _beside(self) -> Iterator[tuple[int, int]]:
        """Mentions with a name and those of an office that stand beside them between commas."""
        by_start = {t.mention.start: n for n, t in enumerate(self.told)}
        for n, t in enumerate(self.told):
            end = t.mention.end
            if end + 1 >= len(self.words) or self.words.strings[end] != ",":
                continue
            m = by_start.get(end + 1)
            if m is None:
                continue
            u = self.told[m]
            after = self.words.strings[u.mention.end] if u.mention.end < len(self.words) else "."
            if after not in (",", ".", "—", "–", "-", "_", ";", ")") or u.kind != t.kind or t.plural != u.plural:
                continue
            named, bare = (t, u) if t.name else (u, t)
            described = bare.office is not None or (t.kind == "person" and (bare.definite or bare.indefinite))
            if not named.name or bare.name or bare.form != NOMINAL or not described:
                continue
            yield (n, m) if named is t else (m, n)

    # 3. to 5. offices and pronouns

    def rest(self, sources: Collection[int]) -> None:
        """Join what has no name, in text order. ``sources``: the mentions that are sources."""
        last: Cluster | None = None
        for n in self._order:
            t = self.told[n]
            if n not in self.of and t.kind not in ("time", "event"):
                self._join(n, t, last if n in sources else None)
            if n in self.of:
                self._recent.pop(self.of[n].number, None)
                self._recent[self.of[n].number] = None
                if n in sources:
                    last = self.of[n]

    def late_names(self) -> None:
        """4. Join who was told by his office first and named later ("The commander said ... Gen. Paulo Reis")."""
        for named in self.clusters:
            if not named.names or named.kind != "person" or named.plural or not named.mentions:
                continue
            n = min(named.mentions, key=lambda m: self.told[m].mention)
            if len(self.told[n].name) < 2:
                continue
            chances = {
                k: p
                for k, p in self._chances(n).items()
                if k != named.number and self._may_be_told(self.clusters[k], named)
            }
            best = max(chances, key=lambda k: (chances[k], k), default=None)
            if best is not None and chances[best] > self._none(n):
                gone = self.clusters[best]
                to = gone.mentions[-1]
                self.merge(named, gone, Joined(n, to, "antecedent head", round(min(1.0, chances[best]), 3)))

    def named_after_lead(self, sources: Iterable[int]) -> None:
        """5. The wires' delayed identification: "The commander said ..." in the lead, "Gen. Paulo Reis said" next.

        The first source of the story, if it is a definite office without a name, is the next source, if that is a
        person named in full there for the first time whose office, sector, country and gender do not differ.
        """
        order = [n for n in sources if n in self.of]
        if not order:
            return
        lead = self.of[order[0]]
        t = self.told[order[0]]
        following = next((n for n in order if self.of[n] is not lead), None)
        if following is None or lead.names or not t.definite or t.office is None or t.office.sector is None:
            return
        named, u = self.of[following], self.told[following]
        first = min(named.mentions, key=lambda m: self.told[m].mention)
        new = first == following and len(u.name) > 1 and u.kind == "person" and u.office is not None
        if new and self._may_be_told(lead, named) and _one_office(lead.offices, named.offices):
            assert u.office is not None
            if u.office.sector == t.office.sector:
                self.merge(named, lead, Joined(following, order[0], "named after the lead"))

    def _may_be_told(self, c: Cluster, named: Cluster) -> bool:
        """Whether a person told without a name may be one named later."""
        if c.names or c.kind != "person" or c.plural or not c.mentions:
            return False
        if c.gender and named.gender and c.gender != named.gender:
            return False
        return not (c.countries and named.countries and not c.countries.keys() & named.countries.keys())

    def _join(self, n: int, t: Told, last: Cluster | None) -> None:
        if t.form == WHO:
            self._relative(n, t)
            return
        if t.form == NOMINAL and not t.definite:
            bare = not t.indefinite and t.office is not None and not t.plural
            if not bare:
                self.add(n, None)
                return
        if t.form not in (NOMINAL, HE, SHE, IT, THEY):
            return
        if t.form == NOMINAL and t.office is not None:
            holder = self._holder(n, t)
            if holder is not None:
                self.add(n, holder, holder.mentions[-1], "same office")
                return
        chances = {k: p for k, p in self._chances(n).items() if self._may_be(n, t, self.clusters[k])}
        none = self._none(n)
        if last is not None and t.form in (HE, SHE, THEY, IT) and self._may_be(n, t, last):
            chances[last.number] = GOES_ON * max(chances.get(last.number, 0.0), 0.02)
        best = max(chances, key=lambda k: (chances[k], k), default=None)
        if best is None:
            cluster = self._nearest(n, t) if t.form in (HE, SHE) else None
            self.add(n, cluster, cluster.mentions[-1] if cluster else -1, "nearest that it may be")
            return
        share = chances[best] / (chances[best] + none + 1e-9)
        needed = 0.0 if t.form in (HE, SHE) else SURE_NOMINAL if t.form == NOMINAL else SURE_THING
        if share >= needed:
            chosen = self.clusters[best]
            self.add(n, chosen, self._link(n, chosen), "antecedent head", round(min(1.0, chances[best]), 3))
        else:
            self.add(n, None)

    def _relative(self, n: int, t: Told) -> None:
        """ "who" and "which" go to the mention that ends right before them."""
        start = t.mention.start
        at = bisect_left(self._heads, start)
        for m in reversed(self._order[max(0, at - NEAR) : at]):
            if m in self.of and self.told[m].mention.end + 1 >= start and self.told[m].kind not in ("time", "event"):
                self.add(n, self.of[m], m, "relative pronoun")
                return

    def _holder(self, n: int, t: Told) -> Cluster | None:
        """The last named actor before that bears the office which a definite mention names."""
        assert t.office is not None
        country = t.hits[0].code if t.hits else None
        for c in self._before():
            if not c.names or not self._may_be(n, t, c):
                continue
            same_country = country is not None and country in c.countries
            if t.office.words in c.offices and (country is None or not c.countries or same_country):
                return c
            if same_country and t.office.words in GENERIC and c.kind == "person" and c.offices:
                return c
        return None

    def _before(self) -> Iterator[Cluster]:
        """The clusters mentioned before, the last first; no further back than ``FAR`` of them."""
        for k in islice(reversed(self._recent), FAR):
            yield self.clusters[k]

    def _nearest(self, n: int, t: Told) -> Cluster | None:
        return next((c for c in self._before() if c.kind == "person" and self._may_be(n, t, c)), None)

    def _may_be(self, n: int, t: Told, c: Cluster) -> bool:
        """Whether nothing speaks against a mention being this actor."""
        kind = c.kind
        if t.form in (HE, SHE):
            return kind == "person" and not c.plural and not (c.gender and t.gender and c.gender != t.gender)
        if t.form == IT:
            return kind != "person" and not (c.plural and not c.state)
        if t.form == THEY:
            return kind not in ("event", "time") and (c.plural or kind != "person")
        if any(_cross(self.told[m].mention, t.mention) for m in c.mentions[-3:]):
            return False
        bodies = ("organisation", "place")
        if kind != t.kind and not (kind in bodies and t.kind in bodies):
            return False
        if c.plural != t.plural and kind == "person":
            return False
        if t.gender and c.gender and t.gender != c.gender:
            return False
        if t.hits and t.hits[0].code and c.countries and t.hits[0].code not in c.countries:
            return False
        if t.office is not None and c.offices and kind == "person":
            return _one_office({t.office.words}, c.offices)
        return True

    def _chances(self, n: int) -> dict[int, float]:
        """The chance of each cluster to hold the antecedent of a mention, by the antecedent head."""
        out: dict[int, float] = {}
        for m, chance in self._likely(n):
            if m in self.of:
                number = self.of[m].number
                out[number] = out.get(number, 0.0) + math.exp(chance)
        return out

    def _likely(self, n: int) -> list[tuple[int, float]]:
        """The mentions that may be the antecedent of one, nearest first, with their log chances; hopeless ones not."""
        if not self._is_ranked(n):
            return []
        chances = self.ranked.chances[n, 1:]
        at = np.flatnonzero(chances > HOPELESS)
        rows = zip(self.ranked.candidates[n, at].tolist(), chances[at].tolist(), strict=True)
        return [(m, chance) for m, chance in rows if m >= 0]

    def _is_ranked(self, n: int) -> bool:
        """Whether the antecedent head saw a mention: the first ones; those that were added have no row."""
        return n < len(self.ranked.chances)

    def _none(self, n: int) -> float:
        return math.exp(float(self.ranked.chances[n, 0])) if self._is_ranked(n) else 1.0

    def _link(self, n: int, c: Cluster) -> int:
        """The mention of a cluster that the antecedent head finds likeliest."""
        inside = [(chance, m) for m, chance in self._likely(n) if self.of.get(m) is c]
        return max(inside, key=lambda x: x[0])[1] if inside else c.mentions[-1]


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: one is the other's last or first name, or their parts agree in order."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and short[0] in long)
    if short[-1] != long[-1]:
        return short == long[: len(short)]
    rest = iter(long[:-1])
    return all(any(_same_first(s, u) for u in rest) for s in short[:-1])


def _same_first(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _part(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the shorter name is the beginning or the end of the longer."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return short != long and (long[: len(short)] == short or long[-len(short) :] == short)


def _initials(key: tuple[str, ...]) -> str:
    return "".join(u[0] for u in key)


def _one_office(a: set[str], b: set[str]) -> bool:
    """Whether offices may be one person's: by the same words, the end of the same words, or words that say little."""
    if a <= _LOOSE or b <= _LOOSE:
        return True
    return any(x == y or x.endswith(" " + y) or y.endswith(" " + x) for x in a for y in b)


def _covers(a: Mention, b: Mention) -> bool:
    """Whether a mention holds all of another."""
    return a.start <= b.start and b.end <= a.end


def _cross(a: Mention, b: Mention) -> bool:
    """Whether two mentions overlap: nothing is its own part."""
    return a.start < b.end and b.start < a.end
