"""Noun phrases and times of saying in a frame, as runs of word numbers; no parser.

A noun phrase goes on while its words can belong to it. Times are those that ``times`` found in the text; here they get
what a frame puts around them: a preposition ("on Monday"), "late on Friday", "Monday at noon", "earlier".

``data/circumstances.tsv`` holds the nouns and verbs by kind: ``document`` (a statement), ``occasion`` (a speech),
``talk`` (with whom one has it is whom one tells), ``online`` (what one is *on*), ``channel`` (by telephone), ``outlet``
and ``name`` (the press, by common and proper nouns), ``brand`` (what makes any name that holds it one of the press),
``network`` (Twitter), ``audience``, ``people`` (through whom one speaks), the verbs of telling, saying and issuing,
participles, and ``sunday`` (what after a weekday makes it the name of a newspaper or a show).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.reader.attribution import Run
from onrecord.reader.times.lexicon import MONTH_SHORT, MONTHS, WEEKDAYS
from onrecord.reader.words import LOWER, NUMBERED, OPENING, PUNCTUATION, Words


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


TIME_PREPOSITIONS = word_set("on in at during over around")
JOINING = word_set("on in at of during")
"""Between two times that are one: "Monday at noon", "Monday of last week"."""

LEADS = word_set("late early earlier later")
LONE = word_set("earlier later recently previously lately")
VAGUE = word_set("weekend past")
"""What is a time of saying by itself, and behind "at the" or "in the"; ``times`` finds none of them everywhere."""

DAYS = frozenset(WEEKDAYS) | word_set("today yesterday tonight")
DATED = frozenset(WEEKDAYS) | frozenset(MONTHS) | frozenset(MONTH_SHORT)

DETERMINERS = word_set(
    """the a an his her their its this that these those my our your all both another some any several many no each
    every such two three four five six seven eight nine ten dozens hundreds thousands"""
)
OBJECTS = word_set("him her them us me you it himself herself themselves itself")
FUNCTION = (
    word_set(
        """in on at to for with by from of about into onto over under after before during through via against between
        among amid since until till as than that which who whom whose where when while why how what whether if
        because although though and or but nor so yet not i he she it we they you him them us me is are was were be
        been being am has have had having do does did will would can could may might must shall should there here
        then however also too ahead despite following without within upon toward towards across around outside
        inside near aboard behind beyond except unless once said says saying adding according just shortly soon"""
    )
    - DETERMINERS
)
ABBREVIATIONS = word_set("mr mrs ms dr sen rep gov gen col lt sgt st jr sr maj brig adm capt prof rev hon")
NOT_ADVERBS = word_set(
    """family assembly daily weekly monthly quarterly ally rally supply reply anomaly early friendly elderly italy july
    only likely lovely holy fly jelly monopoly"""
)
APOSTROPHES = frozenset(("'", "’"))
QUOTES = frozenset(('"', "“", "”", "''", "``", "‘", "«", "»"))
HYPHENS = frozenset(("-", "‑", "–", "/", "&"))
NAME_LINKS = {
    "the": word_set("meet face inside"),
    "for": word_set("center centre institute council committee society"),
    "de": None,
}
"""Small words inside names, and the words that they must follow (None: any capitalised one)."""


LONGEST = 24
"""Words of a noun phrase; a longer one is a list or a title."""

TITLE_WORDS = 8
"""Words of a quoted title that belongs to a name: the ``"Talk of the Day"`` of a channel."""


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The word lists of ``data/circumstances.tsv`` by their kind."""
    lines = (files("onrecord.reader") / "data" / "circumstances.tsv").read_text(encoding="utf-8").splitlines()
    out: dict[str, set[str]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            out.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in out.items()}


@cache
def _nouns() -> frozenset[str]:
    known = lexicon()
    return frozenset().union(
        *(known[k] for k in ("document", "occasion", "talk", "online", "outlet", "audience", "people"))
    )


class Noun(NamedTuple):
    """A noun phrase: its words, its head, where it ends without its of-phrase, and a time inside ("a Sunday tweet")."""

    first: int
    end: int
    head: int
    core: int
    when: Run | None = None

    @property
    def run(self) -> Run:
        """All its words."""
        return (self.first, self.end)


class Phrases:
    """Reads times and noun phrases between two word numbers of a text, past no word that is ``closed``.

    Words beyond the bounds, and closed ones, read as "". ``times_found``: where the text's time expressions begin and
    end. ``walls`` are words at which a phrase may begin but into which none may run (a source's first words).
    """

    def __init__(
        self,
        words: Words,
        lo: int,
        hi: int,
        closed: Callable[[int], bool],
        times_found: Mapping[int, int],
        walls: AbstractSet[int] = frozenset(),
    ) -> None:
        self.words, self.lo, self.hi, self.times_found, self.walls = words, lo, hi, times_found, walls
        self.low = ["" if closed(i) else words.strings[i].lower() for i in range(lo, hi)]

    def at(self, i: int) -> str:
        """The word in lower case, or ""."""
        return self.low[i - self.lo] if self.lo <= i < self.hi else ""

    def capital(self, i: int) -> bool:
        """Whether a word is written with a capital."""
        return self.at(i) != "" and self.words.strings[i][0].isupper()

    def _joined(self, i: int) -> bool:
        """Whether nothing stands between word ``i - 1`` and word ``i``."""
        return 0 < i < len(self.words) and self.words.spans[i - 1][1] == self.words.spans[i][0]

    def possessive(self, i: int) -> int:
        """Where the possessive ending that begins at ``i`` ends; ``i`` if none does."""
        if self.at(i) not in APOSTROPHES or not self._joined(i):
            return i
        if self.at(i + 1) == "s" and self._joined(i + 1):
            return i + 2
        plural = self.at(i - 1).endswith("s") and not self._joined(i + 1) and self.at(i + 1)[:1].isalpha()
        return i + 1 if plural and self.words.quoted[i] == 0 else i

    # times

    def time(self, i: int) -> Run | None:
        """The time of saying that begins at ``i``: "on Monday", "late last week"; without its preposition."""
        first = i + (self.at(i) in TIME_PREPOSITIONS and i not in self.times_found)
        end = self._single(first)
        if end == first and first > i and self.at(first) == "the" and self.at(first + 1) in VAGUE:
            end = first + 2
        if end == first or self._bare(first, end, self.at(i) if first > i else ""):
            return None
        while (more := self._more(end)) > end:
            end = more
        return None if self.possessive(end) > end else (first, end)

    def is_day(self, time: Run) -> bool:
        """Whether a time names a day as one does that has just been: a weekday, today, yesterday."""
        return any(self.at(i) in DAYS for i in range(*time))

    def _found(self, i: int) -> int:
        """Where the time expression that begins at ``i`` ends; ``i`` if none does, or it is a newspaper's name."""
        end = self.times_found.get(i, i)
        if not all(self.at(k) for k in range(i, end)):
            return i
        paper = self.at(end - 1) in WEEKDAYS and self.capital(end) and self.at(end) in lexicon()["sunday"]
        return i if paper else end

    def _single(self, i: int) -> int:
        """Where the single time that begins at ``i`` ends, with its "late on", or "earlier" alone; ``i`` if none."""
        end, word = self._found(i), self.at(i)
        if end == i and word in LEADS:
            start = i + 1 + (self.at(i + 1) in ("-", "on", "in"))
            end = self._found(start) if self._found(start) > start else i
        return i + 1 if end == i and word in LONE and self.at(i + 1) != "than" else end

    def _bare(self, i: int, end: int, preposition: str = "") -> bool:
        """Whether a time is one word that is none without "in" or "at": a month, a year, a season, "noon"."""
        return end == i + 1 and self.at(i) not in DAYS | LONE and preposition not in ("in", "at", "of")

    def _more(self, end: int) -> int:
        """Where a time goes on from ``end``: ", March 3", "at 5 p.m.", "this year", "and Tuesday"."""
        word, after = self.at(end), self.at(end + 1)
        days = word == "and" and self.at(end - 1) in WEEKDAYS and after in WEEKDAYS
        start = end + (word in JOINING or days or (word == "," and after in DATED))
        more = self._found(start)
        if more == start or self.possessive(more) > more or self._bare(start, more, word if start > end else ""):
            return end
        return more

    # noun phrases

    def noun(self, i: int) -> Noun | None:
        """The noun phrase that begins at ``i``, with an of-phrase after it."""
        if self.time(i) is not None and self.at(i) not in ("a", "an", "the") and not self._modifies(self.time(i)):
            return None
        word = self.at(i)
        country = self.words.strings[i] in ("US", "IT") if word else False
        if word in OBJECTS and not country and not (word == "her" and self._plain(i + 1)):
            return Noun(i, i + 1, i, i + 1)
        core, when = self._core(i)
        if self.at(core - 1) == "s" and self.at(core - 2) in APOSTROPHES and core - 2 > i:
            core -= 2  # "on ABC's", where the show stands in marks of its own
        head = core - 1
        while head >= i and not self.at(head)[:1].isalnum():
            head -= 1
        if head < i or self.at(head) in DETERMINERS:
            return None
        end = core
        if self.at(core) == "of":
            inner = self.noun(core + 1)
            end = inner.end if inner is not None else core
        return Noun(i, end, head, core, when)

    def _plain(self, i: int) -> bool:
        """Whether a word in lower case can be part of a noun phrase."""
        word = self.at(i)
        return word[:1].isalpha() and word not in FUNCTION and word not in LONE and not self.adverb(i)

    def adverb(self, i: int) -> bool:
        """Whether a word is an adverb in -ly."""
        word = self.at(i)
        return word.endswith("ly") and word not in NOT_ADVERBS and not self.capital(i)

    def _modifies(self, time: Run | None) -> bool:
        """Whether a time stands before its noun: "a Sunday tweet", "last week's speech"."""
        if time is None:
            return False
        return self.possessive(time[1]) > time[1] or (not self.capital(time[1]) and self.at(time[1]) in _nouns())

    def _core(self, i: int) -> tuple[int, Run | None]:
        """Where a noun phrase without of-phrase ends, and a time in it."""
        when = None
        j = i
        named = False
        if self.at(i) in DETERMINERS and self.possessive(self._found(i)) > self._found(i) > i:
            when, j = (i, self._found(i)), self.possessive(self._found(i))  # "this week's speech"
        while self.at(j) in DETERMINERS or (j > i and self.at(j) in ("few", "other", "same", "first")):
            j += 1
        determined = j > i
        if determined and self.adverb(j):
            j += 1
        start = j
        while j < i + LONGEST and self.at(j) and (j == i or j not in self.walls):
            word = self.at(j)
            unit = self._single(j)
            if unit > j and not (named and self.capital(j) and word not in DATED):
                leads = determined and j == start and self._plain(unit) and not self.capital(unit)
                if leads or self._modifies((j, unit)):  # "a Monday morning news conference"
                    when, j = (j, unit), self.possessive(unit)
                    continue
                if not self._bare(j, unit):
                    break
            shape = self.words.shapes[j]
            if shape == PUNCTUATION:
                after = self._mark(j, start, named)
                ended = after == j or (word in QUOTES and word not in APOSTROPHES)
                j = after
                if ended:
                    break
                continue
            if shape in (LOWER, NUMBERED):
                if not self._goes_on(j, start, determined, named):
                    break
            elif word[0].isdigit():
                if not determined and j == start:
                    break
            elif j > start and self._closed_by(j):
                break
            else:
                named = True
            j += 1
        return j, when

    def _mark(self, j: int, start: int, named: bool) -> int:
        """Where a phrase goes on behind the mark at ``j``: hyphens, possessives, abbreviations, a quoted title."""
        word = self.at(j)
        owned = self.possessive(j)
        if owned > j and j > start:
            return owned
        if j > start and word in HYPHENS and self._joined(j) and self._joined(j + 1) and self.at(j + 1):
            return j + 1
        if word == "." and j > start and (len(self.at(j - 1)) == 1 or self.at(j - 1) in ABBREVIATIONS):
            goes_on = self.words.starts[j + 1] == 0 if j + 1 < len(self.words) else False
            return j + 1 if goes_on and self.at(j + 1) not in QUOTES else j
        if word in QUOTES and j > start and named and self.words.quoted[j] == OPENING and self.capital(j + 1):
            for end in range(j + 2, j + 2 + TITLE_WORDS):
                if self.at(end) in QUOTES:
                    return end + 1
        return j

    def _goes_on(self, j: int, start: int, determined: bool, named: bool) -> bool:
        """Whether the word in lower case at ``j`` is still of the phrase."""
        word, before = self.at(j), self.at(j - 1)
        if j > start and word in NAME_LINKS and self.capital(j - 1) and self.capital(j + 1):
            wanted = NAME_LINKS[word]
            return wanted is None or before in wanted
        if word in FUNCTION or word in DETERMINERS or self.adverb(j):
            return False
        if j == start:
            return True
        noun, following = word in _nouns(), self.at(j + 1) in _nouns()
        hyphened = before in HYPHENS
        if before in _nouns() and not self.capital(j - 1):
            return noun or (following and not self._participle(word))
        if self.capital(j - 1) and not hyphened:
            plural = word.endswith("s") and self.at(j + 1)[:1].isalpha() <= (self.at(j + 1) in FUNCTION)
            return noun or following or ((determined or plural) and not self._participle(word))
        return True

    def _participle(self, word: str) -> bool:
        return word.endswith(("ed", "ing")) or word in lexicon()["issued"]

    def _closed_by(self, j: int) -> bool:
        """Whether a phrase has ended before the capitalised word at ``j``: "told reporters President ..."."""
        before = self.at(j - 1)
        return not self.capital(j - 1) and before in _nouns() and before not in lexicon()["outlet"]
