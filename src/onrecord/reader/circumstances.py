"""Where, through which outlet, to whom and when something was said, read from the words around its cue.

The frame of an attribution is the sentence of its cue (with that of its source, where they differ), less what is said:
its own content and the contents beside it. A nested attribution's frame lies within its parent's content. It is read
in four places, and for each of the four answers the first place that has one counts:

1. ``_after``: from the cue on. "told reporters on Monday", "said in a statement", "said X in an interview".
2. ``_between``: from the source to the cue. "X on Monday said", "X, in a letter to parliament, said".
3. ``_before``: before the source. "In an article for the Herald on Monday, X wrote", "Speaking to reporters, X said".
4. ``_trailing``: after the content. "«...» in a statement on Monday", "«...», according to the Herald".
5. ``clause_before``: the time of the clause that it hangs on. "X met Y on Monday, saying", "X left Monday, and Y said".

What belongs to other clauses is passed over: relative clauses and appositions after the source, what another subject
does, and times behind a content in indirect speech ("said he would leave Monday").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.reader.attribution import Attribution, Run, words_in
from onrecord.reader.frames import PLACES, SKIPPED, FrameReader, Zone
from onrecord.reader.phrases import QUOTES, Phrases, lexicon, word_set
from onrecord.reader.times import Found
from onrecord.reader.words import CLOSING, GOES_ON, NEW_LINE, OPENING, Words

WIDEST = 100
"""Words on either side of the cue that a frame may have, so that a text without sentence ends stays linear."""

SHORT = 12
"""Words of a content that may be a mere thing ("signed the plan Friday"); a longer one is a clause with own times."""

TAIL = 5
"""Words of a time before its last: "on late Monday night" at the end of a source."""

AUXILIARIES = word_set("has have had is was were are be been being would will did does do then still now")
RELATIVES = frozenset(("who", "whom", "whose", "which", "that", "where", "when"))
CLAUSES = word_set("and but while when where as though although because ; : -- - – — _")
OPENINGS = word_set("but and meanwhile however still yet so also then when while as ( - -- – — _ ,")
TO_COME = word_set("to will would shall should expects expected plans planned wants hopes hoped")
AHEAD = word_set("tomorrow coming upcoming hence now")
POINTING_BACK = word_set("last past recent previous earlier later ago")
PERIODS = word_set("half quarter quarter-now quarters period-of-year year-end unit-end")
"""Rules of ``times`` for what is reported on: "said in its second-quarter report"."""

CLAUSE_STARTS = word_set("that to he she it they we i you if there")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a frame tells, as runs of words without their prepositions; None where it does not tell.

    ``medium``: a document, an occasion ("a statement", "a news conference", also where that was *told*), a channel
    ("telephone"), or, if the text names only that, an outlet ("Twitter", "state television"). ``outlet``: the outlet of
    the medium, or the one that was told; never the medium itself. ``audience``: whom it was told; an outlet may be told
    too. ``when``: the time of saying ("late on Friday").
    """

    medium: Run | None = None
    outlet: Run | None = None
    audience: Run | None = None
    when: Run | None = None

    def through(self) -> Run | None:
        """What it came through, as one run: the outlet of an article or broadcast, else the medium itself.

        An outlet that was told is an audience: "told the Herald in an interview" came through an interview.
        """
        return self.medium if self.outlet is None or self.outlet == self.audience else self.outlet


def time_runs(words: Words, times_found: Iterable[Found]) -> dict[int, int]:
    """Those time expressions that can be times of saying, as runs of word numbers: the end of each by its beginning.

    Left out are times to come, the present, how often, how long, unless that points back ("the past week"), and what
    is reported on ("the second quarter").
    """
    ends = [end for _, end in words.spans]
    out = {}
    for t in times_found:
        first, end = bisect_right(ends, t.span[0]), bisect_left(words.spans, (t.span[1], 0))
        run = [word.lower() for word in words.strings[first:end]]
        back = t.type in ("DATE", "TIME") or (t.type == "DURATION" and not POINTING_BACK.isdisjoint(run))
        ahead = not AHEAD.isdisjoint(run) or ("next" in run and run[0] != "the")
        vague = t.value in ("PRESENT_REF", "FUTURE_REF") or (t.value == "PAST_REF" and len(run) == 1)
        if back and not ahead and not vague and t.rule not in PERIODS:
            out[first] = end
    return out


def all_circumstances(
    words: Words, found: Sequence[Attribution], times_found: Mapping[int, int]
) -> list[Circumstances]:
    """The circumstances of each of a story's attributions, in their order. ``times_found``: see ``time_runs``."""
    covered: dict[int | None, set[int]] = {}
    for a in found:
        covered.setdefault(None if a.parent is None else id(a.parent), set()).update(a.content_words())
    return [circumstances(words, a, times_found, covered[None if a.parent is None else id(a.parent)]) for a in found]


def circumstances(
    words: Words, a: Attribution, times_found: Mapping[int, int], covered: AbstractSet[int] = frozenset()
) -> Circumstances:
    """The circumstances of one attribution. ``covered``: words of the contents of all attributions with its parent."""
    frame = _Frame(words, a, times_found, covered)
    zones = [z for z in (frame.after(), *frame.between(), frame.before(), *frame.trailing()) if z is not None]
    return Circumstances(
        next(((z.medium.first, z.medium.core) for z in zones if z.medium), None),
        next((z.outlet for z in zones if z.outlet), None),
        next((z.audience for z in zones if z.audience), None),
        next((z.when for z in zones if z.when), None) or frame.clause_before(),
    )


class _Frame:
    """The frame of one attribution, and the reading of its four places."""

    def __init__(self, words: Words, a: Attribution, times_found: Mapping[int, int], covered: AbstractSet[int]) -> None:
        self.words, self.cue, self.times_found = words, a.cue, times_found
        self.own, self.content = a.content_words(), a.content
        self.source, self.sources = words_in(a.source), a.source
        self.lo, self.hi = self._bounds()
        around = [] if a.parent is None else a.parent.content
        inside = words_in((max(first, self.lo), min(end, self.hi)) for first, end in around)

        def closed(i: int) -> bool:
            return (
                i in self.own or (i in covered and i not in self.source) or (a.parent is not None and i not in inside)
            )

        self.p = Phrases(words, self.lo, self.hi, closed, times_found, {first for first, _ in a.source})
        self.reader = FrameReader(self.p, a.cue, dict(a.source))

    def _bounds(self) -> Run:
        """The sentence of the cue, and of the source if that is another one nearby; without the dateline."""
        starts, dateline = self.words.starts, self.words.dateline
        low, high = max(0, self.cue[0] - WIDEST), min(len(self.words), self.cue[1] + WIDEST)
        near = [(first, end) for first, end in self.sources if low <= first and end <= high]
        lo = min([self.cue[0], *(first for first, _ in near)])
        hi = max([self.cue[1], *(end for _, end in near)])
        while lo > low and (starts[lo] in (GOES_ON, NEW_LINE) or self._in_time(lo)):
            lo -= 1
        while hi < high and (starts[hi] in (GOES_ON, NEW_LINE) or self._in_time(hi)):
            hi += 1
        return max(lo, dateline[1]) if dateline[0] <= lo and dateline[1] <= self.cue[0] else lo, hi

    def _in_time(self, i: int) -> bool:
        """Whether the full stop before word ``i`` ends no sentence, but "Nov." in "Nov. 18"."""
        return any(self.times_found.get(k, k) > i for k in range(i - TAIL, i))

    def clause_before(self) -> Run | None:
        """The time of the clause that a saying hangs on: it is said when that happens.

        Taken where the cue is a participle after a comma, or where the time ends right before ", and" and the source.
        """
        cue = self.cue[0]
        if cue <= self.lo:
            return None
        strings = self.words.strings
        times = [(b, e) for b, e in self.times_found.items() if self.lo <= b and e <= cue and not self.own & {b, e - 1}]
        if not times:
            return None
        last = max(times)
        if strings[cue].endswith("ing") and strings[cue - 1] == ",":
            return last
        start = min(self.source, default=cue)
        return last if [w.lower() for w in strings[last[1] : start]] == [",", "and"] else None

    def after(self) -> Zone:
        """From the cue on, past an inverted source."""
        zone, p, known = Zone(), self.p, lexicon()
        i = self.cue[0]
        while i < self.cue[1]:
            word, reached = p.at(i), i
            if word in known["verb-tell"]:
                reached = self.reader.hearer(i + 1, zone)
            if reached <= i + 1 and word in known["verb-issue"]:
                reached = self.reader.issued(i + 1, zone)
            if reached <= i + 1:
                reached = self.reader.phrase(i, zone) or i
            i = max(reached, i + 1)
        self.reader.chain(i, zone)
        return zone

    def between(self) -> list[Zone]:
        """Between source and cue, and a time at the end of the source itself ("Minister X Friday said")."""
        cue = self.cue[0]
        ends = [end for _, end in self.sources if self.lo < end <= cue]
        if not ends:
            return []
        start = max(ends)
        zones = [self._tail(start)] if self._only_auxiliaries(start) else []
        segments = self._segments(start, cue)
        clause = False
        for first, end in segments:
            clause = clause or self.p.at(first) in RELATIVES
            if first == end or (clause and (first, end) != segments[-1]):
                continue
            zone = Zone()
            self.reader.chain(self.reader.opened(first, zone), zone, self.cue[1] if end == cue else end, commas=False)
            if zone.ended >= end or (end == cue and self._only_auxiliaries(zone.ended)):
                zones.append(zone)
        return zones

    def _tail(self, end: int) -> Zone:
        """A time that ends the source, unless a clause is in it."""
        zone = Zone()
        first = max(first for first, e in self.sources if e == end)
        if not any(self.p.at(i) in RELATIVES for i in range(first, end)):
            times = (self.p.time(i) for i in range(max(first + 1, end - TAIL), end))
            zone.saw(next((t for t in times if t is not None and t[1] == end), None))
        return zone

    def _only_auxiliaries(self, i: int) -> bool:
        return all(self.p.at(k) in AUXILIARIES or self.p.adverb(k) for k in range(i, self.cue[0]))

    def _segments(self, i: int, end: int) -> list[Run]:
        """What stands between commas from ``i`` to ``end``, as runs."""
        cuts = [k for k in range(i, end) if self.p.at(k) == ","]
        return list(zip([i, *(k + 1 for k in cuts)], [*cuts, end], strict=True))

    def before(self) -> Zone | None:
        """Before the source, from where a clause begins that leads to it."""
        p = self.p
        goal = min([first for first, _ in self.sources if self.lo <= first < self.cue[0]], default=self.cue[0])
        for i in range(self.lo, goal):
            if i > self.lo and p.at(i - 1) not in CLAUSES and not self._still_opening(i - 1):
                continue
            zone = Zone()
            start = self.reader.opened(i, zone)
            if start == i and p.at(i) not in PLACES and p.at(i) not in SKIPPED and p.time(i) is None:
                continue
            self.reader.chain(start, zone, goal)
            if self._leads_to(goal, zone):
                return zone
        return None

    def _still_opening(self, i: int) -> bool:
        """Whether a sentence has only just begun at word ``i``: "But", "Meanwhile," or a mark."""
        return i - self.lo < 3 and all(
            self.p.at(k) in OPENINGS or self.p.at(k) in QUOTES for k in range(self.lo, i + 1)
        )

    def _leads_to(self, goal: int, zone: Zone) -> bool:
        """Whether what was read in front leads right to the source, or to a content in marks."""
        p, i = self.p, zone.ended
        if zone.spoke and i < goal:
            return True
        while i < goal and (p.at(i) in SKIPPED or p.at(i) == "," or p.at(i) in QUOTES):
            i += 1
        if i >= goal:
            return True
        if i in self.own:
            if self.words.quoted[i] != OPENING:
                zone.when = None
            return True
        noun = p.noun(i)
        return noun is not None and noun.end + (p.at(noun.end) == ",") == goal

    def trailing(self) -> Iterator[Zone]:
        """After each run of the content that follows the cue in its sentence, the last first."""
        for first, end in reversed(self.content):
            if first < self.cue[1] or end >= self.hi:
                continue
            zone, i = Zone(times=self._is_thing(first, end)), end
            while self.p.at(i) in QUOTES or self.p.at(i) == ",":
                i += 1
            self.reader.chain(i, zone, trailing=True)
            yield zone

    def _is_thing(self, first: int, end: int) -> bool:
        """Whether a time after the content is the cue's: the content is no clause, or stands in marks of its own."""
        if self.words.quoted[end - 1] == CLOSING:
            return self.words.quoted[first] == OPENING
        clause = self.words.strings[first].lower() in CLAUSE_STARTS
        to_come = any(self.p.at(i) in TO_COME for i in range(*self.cue))
        return not self.reader.speech and not clause and not to_come and end - first <= SHORT
