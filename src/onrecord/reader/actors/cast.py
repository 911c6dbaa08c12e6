"""The cast of a story: every actor with all its mentions, and who of them speaks, is spoken to, and is spoken through.

1. Each mention is told by its words (``told``); a source or medium that the mention head passed over is added.
2. Mentions are joined to actors (``joining``).
3. A source of several ("Quill and Lund") is a group. "I" in a quotation is its speaker.
4. What counts is kept: actors with a name or a country, and whoever takes part in a statement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reader.actors import metonyms, owners, roles
from onrecord.reader.actors.identity import Identity
from onrecord.reader.actors.joining import Cluster, Joining
from onrecord.reader.actors.told import POSSESSIVES, Told, hits_of, tell, tell_one
from onrecord.reader.attribution import Attribution, Run, words_in
from onrecord.reader.heads.antecedents import AntecedentHead, Floats
from onrecord.reader.heads.mentions import KINDS as HEAD_KINDS
from onrecord.reader.heads.mentions import ORGANISATION, PERSON, PLACE, THING, Mentioned
from onrecord.reader.pairs import HE, NAME, NOMINAL, SHE, THEY, WE, WHO, I, Mention, describe, form
from onrecord.reader.words import TITLE, UPPER, Words
from onrecord.schema import Actor

_BETWEEN = frozenset((",", "and", "both", "of", "or", "&", "as", "well", "the"))
_AFTER_HEAD = frozenset(
    ("of", "for", "in", "from", "to", "at", "on", "with", "by", "who", "which", "that", "near", ",")
)
_STOPS = frozenset((",", ";", "(", "—", "–", "_", "who", "which", "whose", "that"))


@dataclass(slots=True)
class Part:
    """The part that actors take in one attribution; mention numbers, None where there is none."""

    speaker: int | None = None
    medium: int | None = None
    audience: int | None = None


@dataclass(slots=True)
class Cast:
    """Actors in order of their first mention, and for each attribution the ids of those that take part in it.

    ``parties``: the id of each party to an event, by the head of its mention.
    """

    actors: tuple[Actor, ...]
    speakers: list[str | None]
    media: list[str | None]
    audiences: list[str | None]
    parties: dict[int, str]


class Caster:
    """Makes the cast of one story."""

    def __init__(
        self,
        text: str,
        words: Words,
        found: Sequence[Mentioned],
        vectors: Floats,
        head: AntecedentHead,
        year: int | None = None,
    ) -> None:
        """``vectors``: what the antecedent head reads of each mention. ``year``: that of the story, where known."""
        self.text, self.words, self.year = text, words, year
        self.hits = hits_of(words, year)
        self._firsts = [h.first for h in self.hits]
        first, last = words.dateline  # names the writer's place, no actor
        whole = {i: h for h in self.hits if h.end - h.first > 1 for i in range(h.first, h.end)}
        kept = []
        best: dict[Run, float] = {}  # a run is one mention, that of its surest head
        for mention, _, score in found:
            run = (mention.start, mention.end)
            best[run] = max(score, best.get(run, 0.0))
        for n, (mention, _, score) in enumerate(found):
            h = whole.get(mention.head)
            # "Korea" in "Democratic People's Republic of Korea" is no mention of its own
            in_part = h is not None and not (mention.start <= h.first and h.end <= mention.end)
            surest = score == best[mention.start, mention.end]
            if surest and not in_part and not first <= mention.head < last:
                kept.append(n)
        found, vectors = [found[n] for n in kept], vectors[kept]
        self.told = tell(words, found, self.hits)
        self._known = {t.mention.head: n for n, t in enumerate(self.told)}
        self._heads = sorted(self._known)
        wanted = np.array([_goes_back(t) for t in self.told], dtype=bool)
        self._ranked = head.rank(vectors, describe(words, [m.mention for m in found]), wanted)

    def cast(
        self,
        attributions: Sequence[Attribution],
        media: Sequence[Run | None],
        heard: Sequence[Run | None],
        parties: Sequence[Mention] = (),
    ) -> Cast:
        """``attributions`` in text order; the run of each one's medium and audience, where it has one. ``parties``:
        the mentions of those that take part in events.
        """
        groups: dict[int, list[int]] = {}
        parts = []
        for a, medium, audience in zip(attributions, media, heard, strict=True):
            part = Part()
            if medium is not None:
                part.medium = self._mention(medium)
                self._worded_as(part.medium, [medium])
            if audience is not None:
                part.audience = self._mention(audience)
                self._worded_as(part.audience, [audience])
            if a.source:
                run = (a.source[0][0], a.source[-1][1])
                members = self._members(words_in(a.source))
                part.speaker = self._group(run, members, groups) if members else self._mention(run, words_in(a.source))
                if not members:
                    self._worded_as(part.speaker, a.source)
            parts.append(part)
        sources = {p.speaker for p in parts if p.speaker is not None}
        self._add_states()
        by_head: dict[int, int] = {}
        for n, t in enumerate(self.told):
            by_head.setdefault(t.mention.head, n)
        taking_part = {m.head: by_head[m.head] if m.head in by_head else self._party(m) for m in parties}
        metonyms.settle(self.words, self.told, self.hits, sources)
        joining = Joining(self.words, self.told, self._ranked)
        joining.names()
        joining.appositions()
        for n in groups:
            joining.add(n, None).plural = True
        joining.rest(sources)
        joining.late_names()
        joining.named_after_lead(p.speaker for p in parts if p.speaker is not None)
        self._first_persons(joining, attributions, parts)
        parted = {n for p in parts for n in (p.speaker, p.medium, p.audience) if n is not None}
        parted.update(taking_part.values())
        for n in sorted(parted):
            if n not in joining.of and self.told[n].form in (NAME, NOMINAL):
                joining.add(n, None)
        owners.inherit(self.words, self.told, joining)
        owners.at_home(self.told, joining, self._home())
        taking = {joining.of[n].number for n in parted if n in joining.of}
        kept = [c for c in joining.clusters if c.mentions and (c.number in taking or self._counts(c))]
        kept.sort(key=lambda c: min(self.told[n].mention for n in c.mentions))
        ids = {c.number: f"a{k}" for k, c in enumerate(kept, 1)}
        identity = Identity(self.text, self.words, self.year)
        actors = tuple(identity.actor(ids[c.number], c, self.told) for c in kept)

        def id_of(n: int | None) -> str | None:
            return ids[joining.of[n].number] if n is not None and n in joining.of else None

        return Cast(
            actors,
            [id_of(p.speaker) for p in parts],
            [id_of(p.medium) for p in parts],
            [id_of(p.audience) for p in parts],
            {head: id for head, n in taking_part.items() if (id := id_of(n)) is not None},
        )

    # 1. mentions of those that take part

    def _add_states(self) -> None:
        """A state that no mention is headed by is one, too: the head loses count in long lists."""
        heads = {t.mention.head for t in self.told}
        first, last = self.words.dateline
        names = [t.name_run for t in self.told if t.kind == "person" and t.name_run is not None]
        heads.update(i for run in names for i in range(*run))
        for h in self.hits:
            free = heads.isdisjoint(range(h.first, h.end)) and not first <= h.first < last
            if h.kind == "name" and not h.collides and free:
                mention = Mention(h.end - 1, h.first, h.end)
                self.told.append(tell_one(self.words, Mentioned(mention, PLACE, 0.0), self.hits, self._firsts))

    def _home(self) -> str | None:
        """The country that the dateline names, itself or by its capital."""
        first, last = self.words.dateline
        codes = {h.code for h in self.hits if first <= h.first < last and h.kind in ("name", "capital", "seat")}
        return codes.pop() if len(codes) == 1 else None

    def _party(self, m: Mention) -> int:
        """A mention for a party that the head missed; for a nation's adjective ("the Syrian pullout") its state."""
        told = tell_one(self.words, Mentioned(m, PLACE, 0.0), self.hits, self._firsts)
        at = bisect_left(self._firsts, m.start)
        hit = self.hits[at] if at < len(self.hits) else None
        if hit is not None and hit.code is not None and (hit.first, hit.end) == (m.start, m.end):
            told.kind, told.form, told.plural = "place", NAME, False
            told.whole = hit._replace(kind="name") if hit.kind == "adjective" else hit
            told.hits = (told.whole,)
        self.told.append(told)
        return len(self.told) - 1

    def _mention(self, run: Run, inside: set[int] | None = None) -> int:
        """The mention that a run of words is: the one that covers most of it; a new one where the head saw none."""
        inside = inside or set(range(*run))
        stop = next((i for i in sorted(inside)[1:] if self.words.strings[i] in _STOPS), run[1])
        if any(head in inside and head < stop for head in self._heads[slice(*self._between(run[0], stop))]):
            inside = {i for i in inside if i < stop}  # "Norway, which owns the ship"
        best, found = 0.0, None
        for head in self._heads[slice(*self._between(*run))]:
            m = self.told[self._known[head]].mention
            if head in inside and (len(inside) == 1 or self.words.strings[head].lower() not in POSSESSIVES):
                own = set(range(m.start, m.end))
                share = len(own & inside) / len(own | inside)
                if share > best:
                    best, found = share, self._known[head]
        if found is not None:
            return found
        head = self._head_of(run)
        known = self._known.get(head)
        if known is not None and self.words.strings[head].lower() not in POSSESSIVES:
            return known
        kind = self._kind_of(head, run)
        self.told.append(tell_one(self.words, Mentioned(Mention(head, *run), kind, 0.0), self.hits, self._firsts))
        self._known[head] = len(self.told) - 1
        self._heads.insert(bisect_left(self._heads, head), head)
        return len(self.told) - 1

    def _between(self, start: int, end: int) -> tuple[int, int]:
        """Where the heads between two words stand among all heads."""
        return bisect_left(self._heads, start), bisect_left(self._heads, end)

    def _head_of(self, run: Run) -> int:
        """The likely head of a noun phrase: the last word before a preposition or comma."""
        for i in range(run[0] + 1, run[1]):
            if self.words.strings[i].lower() in _AFTER_HEAD:
                return i - 1
        return run[1] - 1

    def _kind_of(self, head: int, run: Run) -> int:
        pre = [w.lower() for w in self.words.strings[run[0] : head + 1]]
        office = roles.ending(pre)
        if office is not None:
            return {"person": PERSON, "group": PERSON, "organisation": ORGANISATION}.get(office.kind, THING)
        if form(self.words, head) in (HE, SHE, I, WHO, WE, THEY):
            return PERSON
        if bisect_left(self._firsts, run[0]) < bisect_left(self._firsts, run[1]):
            return PLACE
        return PERSON if self.words.shapes[head] in (TITLE, UPPER) else THING

    def _members(self, inside: set[int]) -> list[int]:
        """The mentions that a source of several is made of, [] for a source of one."""
        first, last = min(inside), max(inside) + 1
        at = bisect_left(self._firsts, first)
        if at < len(self.hits) and self.hits[at][:2] == (first, last):
            return []  # Serbia and Montenegro
        heads = self._heads[slice(*self._between(first, last))]
        runs = [(self.told[self._known[h]].mention, self._known[h]) for h in heads if h in inside]
        top = [(m, n) for m, n in runs if not any(_inside(m, o) for o, _ in runs)]
        covered = {i for m, _ in top for i in range(m.start, m.end)}
        left = [self.words.strings[i].lower() for i in sorted(inside - covered)]
        several = len(top) > 1 and "and" in left and all(w in _BETWEEN for w in left)
        return [n for _, n in top] if several and all(self.told[n].name for _, n in top) else []

    def _group(self, run: Run, members: list[int], groups: dict[int, list[int]]) -> int:
        told = Told(Mention(self.told[members[-1]].mention.head, *run), self.told[members[0]].kind, NOMINAL, 1.0)
        told.plural = True
        self.told.append(told)
        groups[len(self.told) - 1] = members
        return len(self.told) - 1

    def _worded_as(self, n: int, source: list[Run]) -> None:
        """The mention of a source or medium has its words, up to a comma: they are better seen from the cue."""
        t = self.told[n]
        run = next((r for r in source if r[0] <= t.mention.head < r[1]), None)
        if run is None or t.form not in (NAME, NOMINAL):
            return
        stops = [i for i in range(*run) if self.words.strings[i] in _STOPS]
        start = max([run[0], *(i + 1 for i in stops if i < t.mention.head)])
        end = min([run[1], *(i for i in stops if i > t.mention.head)])
        if (start, end) != (t.mention.start, t.mention.end):
            found = Mentioned(Mention(t.mention.head, start, end), HEAD_KINDS.index(t.kind), t.score)
            self.told[n] = tell_one(self.words, found, self.hits, self._firsts)

    # 3. first persons

    def _first_persons(self, joining: Joining, attributions: Sequence[Attribution], parts: list[Part]) -> None:
        """ "I" and "we" in somebody's content are that somebody, the innermost one."""
        speaker_of: dict[int, int] = {}
        order = sorted(range(len(attributions)), key=lambda k: -len(attributions[k].content_words()))
        for k in order:
            n = parts[k].speaker
            if n is not None:
                for i in attributions[k].content_words():
                    speaker_of[i] = n
        for n, t in enumerate(self.told):
            speaker = speaker_of.get(t.mention.head)
            if t.form in (I, WE) and n not in joining.of and speaker is not None and speaker in joining.of:
                cluster = joining.of[speaker]
                if t.form == I or cluster.kind != "person":
                    joining.add(n, cluster, speaker, "first person")
        for part in parts:
            n = part.speaker
            if n is not None and n not in joining.of and self.told[n].form in (I, WE):
                speaker = speaker_of.get(self.told[n].mention.head)
                if speaker is not None and speaker in joining.of:
                    joining.add(n, joining.of[speaker], speaker, "first person")

    # 4. what counts

    def _counts(self, c: Cluster) -> bool:
        kind = c.kind
        if c.state or (c.names and kind in ("person", "organisation", "place")):
            return True
        return bool(c.countries) and kind in ("person", "organisation")


def _goes_back(t: Told) -> bool:
    """Whether the antecedent head is asked about a mention: a pronoun, a person's name, a definite or bare office."""
    if t.kind in ("time", "event"):
        return False
    if t.form == NAME:
        return t.kind == "person"
    return t.form != NOMINAL or t.definite or t.office is not None


def _inside(a: Mention, b: Mention) -> bool:
    return a != b and b.start <= a.start and a.end <= b.end and (b.end - b.start) > (a.end - a.start)
