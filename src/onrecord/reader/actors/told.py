"""What the words of one mention tell of its bearer: name, office, gender, number, country; nothing from outside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.reader import countries
from onrecord.reader.actors import roles
from onrecord.reader.actors.roles import Role
from onrecord.reader.countries import Hit
from onrecord.reader.heads.mentions import KINDS, PERSON, Mentioned
from onrecord.reader.pairs import HE, NAME, NOMINAL, SHE, THEY, WE, Mention, dayless, form
from onrecord.reader.words import CAPITAL, GOES_ON, LOWER, MIXED, NEW_PARAGRAPH, NEW_SENTENCE, TITLE, UPPER, Words

PARTICLES = frozenset(
    "al el bin ibn ben abu de da dos du della di der den van von la le ter ul ur and of the for &".split()  # noqa: SIM905
)
_PERSON_PARTICLES = PARTICLES - {"and", "of", "the", "for", "&"}
_JOINERS = frozenset("-'’.&")
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "both", "all"))
POSSESSIVES = frozenset(("his", "her", "its", "their", "our", "my", "your"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_PARTS = frozenset(
    (
        "southern", "northern", "eastern", "western", "central", "upper", "lower", "north", "south", "east", "west",
        "northeastern", "northwestern", "southeastern", "southwestern", "greater", "rural", "mainland",
    )
)  # fmt: skip
_PLURAL_WORDS = frozenset(("people", "police", "men", "women", "children", "officials", "two", "three", "both"))
_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_PASSING = frozenset(
    ("former", "ex", "then", "acting", "late", "ousted", "outgoing", "senior", "top", "chief", "current")
)
_BEFORE_NAME = _DETERMINERS | POSSESSIVES
_BEFORE_TITLE = _BEFORE_NAME | _PASSING
_REIGNS = frozenset(("king", "queen", "pope", "prince", "princess", "emperor", "sultan", "emir", "patriarch", "sheikh"))
_CENTURIES = ("18", "19", "20")
_ABROAD = frozenset(("diplomat", "ambassador", "envoy", "correspondent", "reporter", "analyst"))
"""Offices that are held in other countries than one's own."""

_SPEAKS_FOR = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "negotiator", "representative")
)
"""Offices that are held for another."""

_OF_NATIONS = frozenset(("adjective", "demonym"))
_NOBODY = frozenset(
    ("nobody", "somebody", "anybody", "everybody", "someone", "anyone", "everyone", "none", "nothing", "something")
)
_CROWDS = frozenset(("hundreds", "thousands", "dozens", "scores", "tens", "millions", "crowds"))
_QUOTES = frozenset(('"', "“", "”", "''", "``"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_OFFICE_KINDS = {"person": "person", "group": "person", "organisation": "organisation", "document": "thing"}
_TITLED = (TITLE, UPPER, MIXED, CAPITAL)


@dataclass(slots=True)
class Told:
    """One mention as its words tell it.

    ``kind`` as the head has it (person, organisation, place, thing, event, time). ``name``: the units of its name in
    lower case, empty where it has none; ``name_run``: where it stands. ``office``: the role that it names; ``title``:
    that role as worded, in word numbers. ``definite``: "the" or the like. ``hits``: the countries, seats and bodies
    that its words name, the one that says whose it is first.
    """

    mention: Mention
    kind: str
    form: int
    score: float
    name: tuple[str, ...] = ()
    name_run: tuple[int, int] | None = None
    office: Role | None = None
    title: tuple[int, int] | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    hits: tuple[Hit, ...] = ()
    whole: Hit | None = None


def tell(words: Words, found: Sequence[Mentioned], hits: Sequence[Hit]) -> list[Told]:
    """What each mention tells. ``hits``: those of the whole text, in order."""
    firsts = [h.first for h in hits]
    return [tell_one(words, m, hits, firsts) for m in found]


def tell_one(words: Words, m: Mentioned, hits: Sequence[Hit], firsts: list[int] | None = None) -> Told:
    """What one mention tells. ``firsts``: the first words of the hits, where they are at hand."""
    firsts = firsts if firsts is not None else [h.first for h in hits]
    start, end = m.mention.start, m.mention.end
    return _told(words, m, [h for h in hits[bisect_left(firsts, start) : bisect_left(firsts, end)] if h.end <= end])


def _told(words: Words, m: Mentioned, hits: list[Hit]) -> Told:
    mention = _named_whole(words, m.kind, _trimmed(words, m.mention), hits)
    start, end, head = mention.start, mention.end, mention.head
    out = Told(mention, KINDS[m.kind], form(words, head), m.score)
    lower = [w.lower() for w in words.strings[start:end]]
    at = head - start
    first = lower[0]
    owner = max((i for i in range(at) if lower[i] in "'’" and (lower[i + 1 : i + 2] in (["s"], []))), default=-1)
    out.definite = first in _DEFINITE or first in POSSESSIVES or owner >= 0
    out.indefinite = first in ("a", "an", "some", "several", "many", "another", "one") or first.isdigit()
    out.plural = out.form in (THEY, WE) or lower[at] in _PLURAL_WORDS or any(w in _NUMBERS for w in lower[:at])
    if out.form in (HE, SHE):
        out.kind, out.gender = "person", "m" if out.form == HE else "f"
    if lower[at] in _NOBODY:
        out.form, out.kind, out.indefinite = NOMINAL, "thing", True
    if out.form not in (NAME, NOMINAL):
        return out
    if out.kind in ("time", "event") and roles.role([lower[at]]) is None:
        return out  # no actor
    pre = [w for w in lower[: at + 1] if w not in ".'’"]
    bare = [h for h in hits if h.first in (start, start + (first in _DETERMINERS)) and h.end == end]
    if bare and bare[0].kind not in ("adjective", "demonym"):
        out.whole = bare[0]
        out.plural = out.plural or bare[0].kind == "people"
        if not bare[0].collides and out.kind == "person" and bare[0].kind != "people":
            out.kind = "organisation" if bare[0].kind in ("seat", "body", "group") else "place"
    out.hits = _whose(words, mention, hits, ("of", "in", "from"))
    office = roles.ending(pre)
    if out.form == NAME and office is not None and out.whole is None:
        begins = words.starts[head] != GOES_ON and words.shapes[head] == TITLE
        if begins or (words.strings[head].isupper() and _shouted(words, mention)):
            out.form = NOMINAL  # there every word looks like a name
        elif office.kind in ("organisation", "document"):
            out.kind = _OFFICE_KINDS[office.kind]
    own = next((h for h in hits if h.first <= head < h.end), None)
    if own is not None and own.kind in ("people", "adjective") and out.whole is None:
        out.kind = "person"  # "Filipinos in Manila", "the Swiss"
        out.plural = out.plural or own.kind == "people" or first not in ("a", "an", "one")
    if lower[at] in _CROWDS:
        out.form, out.plural = NOMINAL, True
    if out.form == NOMINAL:
        out.office = office
        if out.office is not None and out.office.words in _ABROAD:
            out.hits = _whose(words, mention, hits, ("from",))
        elif out.office is not None and out.office.words in _SPEAKS_FOR:
            out.hits = _whose(words, mention, hits, ("of", "in", "from", "for", "at", "with"))
        if out.office is not None:
            out.kind = _OFFICE_KINDS[out.office.kind]
            out.plural = out.plural or out.office.plural
            size = len(out.office.words.split())
            out.title = (head + 1 - size, head + 1)
        elif lower[at].endswith("s") and not lower[at].endswith("ss"):
            out.plural = True
    if out.kind == "person" and out.form == NAME and out.whole is None:
        _name_person(words, out)
    elif out.form == NAME or out.kind in ("organisation", "place"):
        _name_other(words, out, start + owner + 2 if owner >= 0 else start)
        if out.office is None:
            out.office = roles.ending(pre)
    if out.office is not None and out.gender is None:
        out.gender = out.office.gender
    return out


def _named_whole(words: Words, kind: int, m: Mention, hits: list[Hit]) -> Mention:
    """The mention cut down to the state's name that holds its head, unless it tells a part of it ("southern Chad")."""
    for h in hits:
        if h.kind == "name" and h.first <= m.head < h.end and not (h.collides and kind == PERSON):
            before = [w.lower() for w in words.strings[m.start : h.first]]
            if all(w in _DETERMINERS or not w[0].isalnum() for w in before):
                return Mention(h.end - 1, m.start if before else h.first, h.end)
            if before[-1] not in _PARTS and before[-1] not in _PASSING:
                return Mention(h.end - 1, h.first, h.end)
    return m


def _trimmed(words: Words, m: Mention) -> Mention:
    """The mention without a day behind it, a possessive ending, or marks and commas at its edges."""
    m = dayless(words, m)
    start, end = m.start, m.end
    if end - 2 > m.head and words.strings[end - 1] == "s" and words.strings[end - 2] in "'’":
        end -= 2
    while end - 1 > m.head and not words.strings[end - 1][0].isalnum() and words.strings[end - 1] not in ".)":
        end -= 1
    while start < m.head and not words.strings[start][0].isalnum():
        start += 1
    if words.strings[end - 1] == "." and end - 1 > m.head and words.shapes[end - 2] != CAPITAL:
        end -= 1
    return Mention(m.head, start, end)


def _shouted(words: Words, m: Mention) -> bool:
    """Whether the words around a mention are in capitals, as in copy of the teleprinters."""
    around = [w for w in words.strings[max(0, m.start - 4) : m.end + 4] if len(w) > 1 and w.isalpha()]
    return len(around) > 1 and all(w.isupper() for w in around)


def _adjacent(words: Words, i: int) -> bool:
    """Whether word ``i`` follows the one before it without space."""
    return i > 0 and words.spans[i][0] == words.spans[i - 1][1]


def _name_person(words: Words, out: Told) -> None:
    """Find the name among titles and offices: what stands after the last office before the head."""
    start, end, head = out.mention.start, out.mention.end, out.mention.head
    first = head
    while first > start and _goes_back(words, first, start, _PERSON_PARTICLES):
        first -= 1
    of_office = first - 2 >= start and first < head and words.strings[first - 1].lower() == "of"
    if of_office and roles.role([w.lower() for w in words.strings[first - 2 : first + 1]]) is not None:
        first += 1  # "Secretary of State" is no name
    last = head + 1
    while last < end and (words.shapes[last] in _TITLED or _joins(words, last, end)):
        last += 1 if words.shapes[last] in _TITLED else 2
    run = [w.lower() for w in words.strings[first:last]]
    found = roles.last_within([w if w != "." else "" for w in run[:-1]])
    begin = first
    if found is not None and found[0] < len(run):
        begin = first + found[0]
        out.office = found[1]
        if found[1].kind == "organisation":
            out.kind = "organisation"  # "the airline Delorme-Vial"
        reign = found[1].words in _REIGNS
        if reign and last - begin == 1:
            begin -= 1
    while begin < last - 1 and (not words.strings[begin][0].isalnum() or run[begin - first] in _PASSING):
        begin += 1
    nations = {h.first: h.end for h in out.hits if h.kind == "adjective"}
    while begin in nations and nations[begin] < last:
        begin = nations[begin]
    if last - begin > 1:  # "Kenya Whitfielding" is of no country
        out.hits = tuple(h for h in out.hits if not (begin <= h.first < last and h.kind in ("name", "capital")))
    before = [w.lower() for w in words.strings[start:begin]]
    if out.office is None and (found := roles.last_within([w for w in before if w not in "."])) is not None:
        out.office = found[1]
        if found[1].kind == "organisation" and found[0] == len([w for w in before if w not in "."]):
            out.kind = "organisation"
    if begin > start and out.office is not None:
        skip = {i for h in out.hits for i in range(h.first, h.end)}
        own = max((i + 2 for i in range(start, begin) if words.strings[i] in "'’" and i + 1 < begin), default=start)
        while own < begin and (own in skip or words.strings[own].lower() in _BEFORE_TITLE):
            own += 1
        stop = begin
        while stop > own and not words.strings[stop - 1][0].isalnum():
            stop -= 1
        out.title = (own, stop) if stop > own else None
    out.name_run = (begin, last)
    out.name = units(words, begin, last)


def _joins(words: Words, i: int, end: int) -> bool:
    """Whether word ``i`` is a mark inside a name: "Lotiang'o", "Al-Amr", a nickname's quotation mark."""
    if i + 1 >= end:
        return False
    after, mark = words.strings[i + 1], words.strings[i]
    if mark in _QUOTES:
        return words.shapes[i + 1] in _TITLED
    if mark not in "-'’" or not _adjacent(words, i):
        return False
    return words.shapes[i + 1] in _TITLED or (_adjacent(words, i + 1) and after.isalpha() and after != "s")


def _goes_back(words: Words, i: int, start: int, particles: frozenset[str]) -> bool:
    """Whether the word before word ``i`` belongs to the same name."""
    before, word = words.shapes[i - 1], words.strings[i - 1]
    if before in _TITLED:
        return True
    if word in _QUOTES:
        return i - 2 >= start and words.shapes[i - 2] in _TITLED
    if word in _JOINERS:
        return (
            i - 2 >= start
            and (word == "." or _adjacent(words, i))
            and (words.shapes[i - 2] in _TITLED or words.strings[i - 2].lower() in particles)
        )
    return (
        before == LOWER
        and word in particles
        and (_adjacent(words, i) or (i - 2 >= start and words.shapes[i - 2] in _TITLED))
    )


def _name_other(words: Words, out: Told, start: int) -> None:
    """The name of a body or place: the run of capitals that holds its head, or the last one before its head."""
    end, head = out.mention.end, out.mention.head
    start = min(start, head)
    while start < head and words.strings[start].lower() in _BEFORE_NAME:
        start += 1
    # of "the Polish government" and "the Oslo newspaper" the capitals are no name
    nations = {i for h in out.hits if head >= h.end or h.kind in _OF_NATIONS for i in range(h.first, h.end)}
    runs: list[tuple[int, int]] = []
    i = start
    while i < end:
        if words.shapes[i] in _TITLED:
            j = i + 1
            while j < end and (
                words.shapes[j] in _TITLED
                or (words.strings[j] in _JOINERS and (_adjacent(words, j) or words.strings[j] == "&"))
                or (words.strings[j] in PARTICLES and j + 1 < end and _capital_after(words, j, end))
            ):
                j += 1
            while j > i + 1 and not words.strings[j - 1][0].isalnum() and words.strings[j - 1] != ".":
                j -= 1
            runs.append((i, j))
            i = j
        else:
            i += 1
    named = [r for r in runs if any(k not in nations and words.strings[k][0].isalnum() for k in range(*r))]
    own = [r for r in named if r[0] <= head < r[1]] or [r for r in named if r[0] == head + 1]
    own = own or [r for r in named if r[1] <= head][-1:]
    if own:
        out.name_run = own[0]
        out.name = units(words, *own[0])


def _capital_after(words: Words, j: int, end: int) -> bool:
    """Whether small words after ``j`` lead to a capital soon ("Ministry of the Interior")."""
    return any(words.shapes[k] in _TITLED for k in range(j + 1, min(end, j + 3)))


def units(words: Words, start: int, end: int) -> tuple[str, ...]:
    """The words of a name in lower case, those that stand without space joined ("al-amr"); titles like Jr. left out."""
    out: list[str] = []
    for i in range(start, end):
        word = words.strings[i].lower().replace("’", "'")
        if word == "." or word in _QUOTES:
            continue
        joined = i > start and _adjacent(words, i) and words.strings[i - 1] not in _QUOTES
        if out and joined and words.strings[i - 1] != ".":
            out[-1] += word
        elif out and joined and len(word) == 1:
            out[-1] += word  # U.N.
        else:
            out.append(word)
    kept = [u.strip("-'") for u in out if u.strip("-'")]
    return tuple(u for n, u in enumerate(kept) if not (n and u in _SUFFIXES))


def _whose(words: Words, m: Mention, hits: list[Hit], prepositions: tuple[str, ...]) -> tuple[Hit, ...]:
    """The hits that say whose the mention is: before its head, or after a preposition behind it."""
    before = [h for h in hits if h.first <= m.head]
    after = []
    for h in hits:
        if h.first > m.head:
            lead = [w.lower() for w in words.strings[m.head + 1 : h.first]]
            if lead and lead[0] in prepositions and len(lead) <= 6:
                after.append(h)
    return tuple(before + after)


def hits_of(words: Words, year: int | None = None) -> list[Hit]:
    """The countries, seats of power and bodies that a text names, each as of the time told.

    That is the year that its sentence names, else ``year``, that of the story: "Moscow" is another state in 1961.
    """
    out: list[Hit] = []
    sentence = [i for i, s in enumerate(words.starts) if s in (NEW_SENTENCE, NEW_PARAGRAPH)] + [len(words)]
    begin = 0
    dated: list[tuple[int, int, int]] = []
    for start, end in pairwise(sentence):
        told = [int(w) for w in words.strings[start:end] if len(w) == 4 and w.isdecimal() and w[:2] in _CENTURIES]
        if told:
            dated += [(begin, start, 0), (start, end, told[0])]
            begin = end
    dated.append((begin, len(words), 0))
    for start, end, own in dated:
        found = countries.hits(words.strings[start:end], own or year)
        out += [h._replace(first=h.first + start, end=h.end + start) for h in found]
    return out
