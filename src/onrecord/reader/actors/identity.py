"""Who an actor is, from what its mentions tell: name, kind, country, PLOVER sector, role, and why they are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reader.actors import roles
from onrecord.reader.actors.joining import Cluster
from onrecord.reader.actors.told import Told
from onrecord.reader.countries import as_of, country
from onrecord.reader.pairs import NAME, NOMINAL, Mention
from onrecord.reader.words import Words
from onrecord.schema import Actor, ActorKind, Link, Span

_SPACE = re.compile(r"\s+")
_KINDS: dict[str, ActorKind] = {
    "person": "person", "organisation": "organisation", "place": "place", "thing": "document",
}  # fmt: skip


class Identity:
    """Tells who the clusters of one story are."""

    def __init__(self, text: str, words: Words, year: int | None = None) -> None:
        """``year``: that of the story, where known."""
        self.text, self.words, self.year = text, words, year

    def actor(self, id: str, c: Cluster, everyone: Sequence[Told]) -> Actor:
        """The actor that a cluster is. ``everyone``: all mentions of the story, by number."""
        told = [everyone[n] for n in c.mentions]
        whole = next((t.whole for t in told if t.whole is not None), None) if c.state else None
        kind = self._kind(c, told)
        code = whole.code if whole is not None else c.countries.most_common(1)[0][0] if c.countries else None
        if code is not None and self.year is not None and country(code).status == "current":
            code = as_of(code, self.year)  # Serbia of 1998 was YUG; the Soviet Union told of today stays SUN
        spans = {n: self._span(everyone[n].mention) for n in c.mentions}
        return Actor(
            id=id,
            name=self._name(c, told),
            kind=kind,
            country=code,
            sector=self._sector(told, kind, c.state is not None),
            role=self._role(told, kind),
            mentions=tuple(sorted(set(spans.values()))),
            links=tuple(
                Link(mention=spans[j.number], to=spans[j.to], by=j.by, score=j.score)
                for j in sorted(c.joined, key=lambda j: spans[j.number])
                if j.to in spans and spans[j.number] != spans[j.to]
            ),
            country_by=c.country_by if code is not None else None,
        )

    def _span(self, m: Mention) -> Span:
        return self.words.spans[m.start][0], self.words.spans[m.end - 1][1]

    def _worded(self, start: int, end: int) -> str:
        return _SPACE.sub(" ", self.text[self.words.spans[start][0] : self.words.spans[end - 1][1]])

    def _name(self, c: Cluster, told: list[Told]) -> str:
        """The fullest name that the story gives; of a state its plain name, of a known body its short one.

        Of the unnamed it is the first wording.
        """
        for t in told:
            if c.state and t.whole is not None and t.whole.kind in ("name", "capital") and t.whole.code:
                return country(t.whole.code).name
            if c.state and t.whole is not None and t.whole.kind == "body":
                return t.whole.name
        runs = [t.name_run for t in told if t.name_run is not None and t.name]
        if runs:
            best = max(runs, key=lambda r: (r[1] - r[0], -r[0]))
            return self._worded(*best)
        worded = sorted((t.mention for t in told if t.form in (NAME, NOMINAL)), key=lambda m: m.start)
        m = worded[0] if worded else told[0].mention
        return self._worded(m.start, m.end)

    def _kind(self, c: Cluster, told: list[Told]) -> ActorKind | None:
        whole = next((t.whole for t in told if t.whole is not None), None)
        if c.state and whole is not None:
            if whole.kind == "people":
                return "group"
            return "state" if whole.kind in ("name", "capital") else "organisation"
        kind = c.kind
        offices = [t.office for t in told if t.office is not None]
        if kind == "person":
            return "group" if c.plural or (offices and offices[0].kind == "group") else "person"
        if offices and kind != "place":
            office = offices[0].kind
            if office in ("document", "organisation", "group"):
                return "document" if office == "document" else "group" if office == "group" else "organisation"
        return _KINDS.get(kind)

    def _sector(self, told: list[Told], kind: ActorKind | None, whole: bool) -> str | None:
        """The sector by what it is (a body or seat known by name), its office, or the body that it speaks for."""
        if kind in ("place", "document"):
            return None
        for t in told:
            if whole and t.whole is not None and t.whole.sector:
                return t.whole.sector
        if kind == "state":
            return None
        for t in told:
            for h in t.hits:
                if h.kind == "body" and h.sector:
                    return h.sector
        for t in told:
            if t.office is not None and t.office.sector:
                return t.office.sector
        for t in told:
            for h in t.hits:
                if h.sector:
                    return h.sector
        for t in told:
            if t.form in (NAME, NOMINAL):
                m = t.mention
                pre = [w.lower() for w in self.words.strings[m.start : m.head]]
                found = roles.last_within(pre)
                while found is not None and not found[1].sector:
                    found = roles.last_within(pre[: found[0] - 1])
                if found is not None:
                    return found[1].sector
                behind = [w.lower() for w in self.words.strings[m.head + 1 : min(m.end, m.head + 8)]]
                if behind and behind[0] in ("of", "for", "at", "in", "from", "with"):
                    inner = roles.last_within(behind)
                    if inner is not None and inner[1].sector:
                        return inner[1].sector
        return None

    def _role(self, told: list[Told], kind: ActorKind | None) -> str | None:
        """The office that it bears, as worded: that beside its name first."""
        if kind not in ("person", "group"):
            return None
        titled = [t for t in told if t.title is not None and t.office is not None and t.office.kind == "person"]
        titled.sort(key=lambda t: (not t.name, t.mention.start))
        for t in titled:
            assert t.title is not None
            worded = self._worded(*t.title)
            if worded.lower().rstrip(".") not in ("mr", "mrs", "ms", "miss", "sir", "dr", "lady"):
                return worded
        return None
