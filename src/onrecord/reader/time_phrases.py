"""Times of saying read by their words alone: a weekday, a date, "last week", "two days earlier", and these joined.

They are strings of words; what day they mean is said elsewhere. Times to come ("next week") are none of saying.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from onrecord.reader.attribution import Run
from onrecord.reader.words import Words


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set("""january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""")
SHORT_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
AMBIGUOUS_MONTHS = word_set("march may mar sept jun jan dec")
PARTS = word_set("morning afternoon evening night noon midday midnight nighttime")
UNITS = word_set("""second minute hour day week weekend month year decade century quarter fortnight moment
    spring summer autumn fall winter""")
PLURALS = frozenset(u + "s" for u in UNITS)
DAY_WORDS = word_set("today yesterday tonight")
LONE = word_set("earlier later recently previously lately")
POINTING = word_set("last this that past")
CLOCK = word_set("am pm gmt utc")
NUMBERS = word_set(
    "a an one two three four five six seven eight nine ten eleven twelve few several some many couple half dozen"
)
BACK = word_set("ago earlier later before previously prior")
TIME_PREPOSITIONS = word_set("on in at during over around")
SUNDAY_PAPERS = word_set(
    "times telegraph mail mirror express herald post star world mercury tribune night sun independent"
)
"""What after a weekday makes it the name of a newspaper or a show."""

APOSTROPHES = frozenset(("'", "’"))

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?$")
_CLOCK = re.compile(r"\d{1,4}(?:am|pm)?$")


class TimePhrases:
    """Reads times between two word numbers of a text, past no word that is ``closed``.

    Words beyond the bounds, and closed ones, read as "". ``walls`` are words at which a phrase may begin but into which
    none may run (a source's first words).
    """

    def __init__(
        self, words: Words, lo: int, hi: int, closed: Callable[[int], bool], walls: AbstractSet[int] = frozenset()
    ) -> None:
        self.words, self.lo, self.hi, self.walls = words, lo, hi, walls
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

    def time(self, i: int) -> Run | None:
        """The time of saying that begins at ``i``: "on Monday", "late last week"; without its preposition."""
        first = i + (self.at(i) in TIME_PREPOSITIONS)
        if self.at(first) in ("about", "around"):
            first += 1
        end = self._unit(first, bare=first == i)
        if end == first:
            return None
        while True:
            more = self._more(end)
            if more == end:
                break
            end = more
        return None if self.possessive(end) > end else (first, end)

    def _more(self, end: int) -> int:
        """Where a time goes on from ``end``: ", March 3", "at 5 p.m.", "this year", "and Tuesday"."""
        word = self.at(end)
        if word == ",":
            dated = self.at(end + 1) in WEEKDAYS or self.at(end + 1) in MONTHS
            return self._keep(end, end + 1) if dated else end
        if word == "and" and self.at(end + 1) in WEEKDAYS and self.at(end - 1) in WEEKDAYS:
            return end + 2
        if word in LONE:
            return end
        if word in ("on", "in", "at", "of", "during"):
            return self._keep(end, end + 1)
        return self._unit(end, bare=True)

    def _keep(self, end: int, start: int) -> int:
        after = self._unit(start, bare=False)
        return after if after > start else end

    def _unit(self, i: int, bare: bool) -> int:
        """Where the single time that begins at ``i`` ends; ``i`` if none does. ``bare``: no preposition before it."""
        word = self.at(i)
        if not word:
            return i
        if word in LONE:
            return self._lone(i)
        if word in ("late", "early", "mid", "earlier", "later"):
            start = i + 1 + (self.at(i + 1) in ("-", "on", "in"))
            end = self._unit(start, bare=False)
            return end if end > start and self.at(start) not in LONE else i
        for end in (self._day(i), self._date(i, bare), self._pointed(i, bare), self._ago(i), self._clock(i, bare)):
            if end > i:
                return end
        return i

    def _lone(self, i: int) -> int:
        """ "earlier", alone or with what it narrows: "earlier this week", "later in the day", "earlier on Tuesday"."""
        if self.at(i + 1) == "than":
            return i
        j = i + 1 + (self.at(i + 1) in ("in", "on"))
        if self.at(j) == "the" and (self.at(j + 1) in UNITS or self.at(j + 1) in PARTS):
            return j + 2
        for end in (self._day(j), self._date(j, False), self._pointed(j, False)):
            if end > j:
                return end
        return i + 1

    def _day(self, i: int) -> int:
        """A weekday, or today and yesterday, with their part of the day."""
        word = self.at(i)
        named = word in WEEKDAYS and self.capital(i) and not (self.capital(i + 1) and self.at(i + 1) in SUNDAY_PAPERS)
        if named or word in DAY_WORDS:
            return i + 1 + (self.at(i + 1) in PARTS)
        return i

    def _date(self, i: int, bare: bool) -> int:
        """A month with or without its day and year, or a year."""
        word = self.at(i)
        if word in MONTHS and self.capital(i):
            end = i + 1 + (self.at(i + 1) == "." and word in SHORT_MONTHS)
            number = bool(_DAY.match(self.at(end)) or _YEAR.match(self.at(end)))
            if not number and (
                bare or (word in AMBIGUOUS_MONTHS and self.at(i - 1) not in ("in", "last", "early", "late"))
            ):
                return i
            return self._year(end + 1 if _DAY.match(self.at(end)) else end)
        if _DAY.match(word) and not self._joined(i + 1):
            month = i + 1 + (self.at(i + 1) == "of")
            if self.at(month) in MONTHS and self.capital(month):
                return self._year(month + 1)
        if _YEAR.match(word) and not bare and self.at(i - 1) in ("in", "of", "early", "late", "mid", "-"):
            return i + 1
        if word == "the" and re.match(r"(?:1[5-9]|20)?\d0s$", self.at(i + 1)) and not bare:
            return i + 2
        return i

    def _year(self, end: int) -> int:
        if _YEAR.match(self.at(end)):
            return end + 1
        if self.at(end) == "," and _YEAR.match(self.at(end + 1)):
            return end + 2
        return end

    def _pointed(self, i: int, bare: bool) -> int:
        """ "last week", "that day", "the previous night", "the day before", "the weekend", "recent weeks"."""
        word, after = self.at(i), self.at(i + 1)
        if word in POINTING and (after in UNITS or after in PARTS or after in WEEKDAYS or after in MONTHS):
            if after in MONTHS and not self.capital(i + 1):
                return i
            return i + 2 + (self.at(i + 2) in PARTS)
        if word == "recent" and after in PLURALS and not bare:
            return i + 2
        if word != "the":
            return i
        third = self.at(i + 2)
        if after in ("same", "previous", "following", "next", "other", "preceding", "last") and (
            third in UNITS or third in PARTS
        ):
            return i + 3
        if after == "day" and third in ("before", "after") and self.at(i + 3) in ("", ",", "."):
            return i + 3
        if not bare and (after in ("weekend", "past", "morning", "afternoon", "evening", "spring", "summer", "autumn")):
            return i + 2
        return i

    def _ago(self, i: int) -> int:
        """ "two days ago", "a week earlier", "hours later"."""
        j = i
        while j < i + 3 and (self.at(j) in NUMBERS or self.at(j).isdigit()):
            j += 1
        unit = self.at(j)
        known = unit in PLURALS or (unit in UNITS and j > i)
        return j + 2 if known and self.at(j + 1) in BACK and self.at(j + 2) != "than" else i

    def _clock(self, i: int, bare: bool) -> int:
        if bare and self.at(i - 1) not in WEEKDAYS:
            return i
        if self.at(i) in ("noon", "midday", "midnight", "dawn"):
            return i + 1
        if not _CLOCK.match(self.at(i)):
            return i
        end = i + 1
        if self.at(end) in (":", ".") and self.at(end + 1).isdigit():
            end += 2
        if self.at(end) in ("a", "p") and self.at(end + 1) == "." and self.at(end + 2) == "m":
            return end + 3 + (self.at(end + 3) == ".")
        if self.at(end) in CLOCK:
            return end + 1
        return end if self.at(end - 1)[-2:] in CLOCK else i

    def is_day(self, i: int) -> bool:
        """Whether a weekday, or today and yesterday, stands at ``i``."""
        return self.at(i) in WEEKDAYS or self.at(i) in DAY_WORDS
