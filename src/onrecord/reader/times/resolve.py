"""Which year, which Monday: what an expression means given the story's date, tense, and what was told before.

A ``Context`` goes through a story with its expressions, in the order of the text. It knows the story's date (the
anchor), the *thread* (the last day, month and year told of), and, by the verbs nearby, whether something lies behind
or ahead. In a *history*, a text with many years long past and few words like "yesterday", what has no year belongs to
the thread; in news to the story's date, unless an old year was just told of. Without anchor and thread the year stays
open (``XXXX-06-18``).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from onrecord.reader.times.lexicon import FUTURE_BEFORE_TO, FUTURE_CUES, MODALS, MONTH_SHORT, MONTHS, PAST_CUES
from onrecord.reader.times.tokens import Alphabet, Tokens
from onrecord.reader.times.values import When, as_date, weekday_from

PAST, FUTURE = "past", "future"

TENSE_BEFORE = 14
TENSE_AFTER = 10
"""Tokens before and after an expression among which the verb that tells its tense is looked for. Set on TimeBank."""

THREAD_TOKENS = 60
"""Tokens after which an old year that was told of no longer binds what follows in news. Set on TimeBank."""

PERIOD_TOKENS = 140
"""The same for a quarter that results are reported of, which "a year earlier" refers to."""

OLD_YEARS = 2
"""Years before the story's at which a year is old: news tells last year's months without the year."""

HISTORY_YEARS = 5
HISTORY_SHARE = 2.0
"""A history names at least so many old years, and so many times as many as words that refer to the story's day."""

ADJACENT_TOKENS = 5
"""Tokens from the beginning of a year to a bare month that it goes with."""

SOON_MONTHS = 2
"""Months after the story's in which a bare month is the coming one where no verb tells. Set on TimeBank."""

NEWS_HEAD = 150
"""Tokens at the beginning of a text in which "Tuesday", "today" or the day of its dateline show that it is news."""

DATELINE_DAYS = 3
"""Days between the date of a dateline and the story's."""

NEAR_MONTHS = 4
"""Months to either side of the story's in which a day without a year is meant whatever the tense says."""

NEWS_DAYS = 30
"""Days before the story's in which a day without a year is news."""

MONTHS_BACK = 8
"""Months back from the month told of within which a bare month is of the same year; beyond, of the next. Set on
WikiWars."""

_ANCHOR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*|[?~%])?")
_SOMEONE_MAY = re.compile(r"\b(?:Theresa|Teresa|Brian|Elaine|Peter|Mrs\.?|Ms\.?|Mr\.?|Minister) May\b")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")


@dataclass(slots=True)
class Context:
    """The state of reading one story; ``at`` is the token that the expression in hand begins with."""

    tokens: Tokens
    letters: Alphabet
    anchor: When | None
    anchor_yearless: tuple[int, int] | None = None
    history: bool = False
    day: When | None = None
    month: When | None = None
    year: int | None = None
    mentioned: int | None = None
    told_at: int = -1_000_000
    period: str | None = None
    period_at: int = -1_000_000
    at: int = 0
    end: int = 0
    may_is_someone: bool = False
    _future: frozenset[str] = field(default=frozenset())
    _future_to: frozenset[str] = field(default=frozenset())
    _past: frozenset[str] = field(default=frozenset())
    _stop: frozenset[str] = field(default=frozenset())
    _modal: frozenset[str] = field(default=frozenset())
    _surely: frozenset[str] = field(default=frozenset())
    _para: str = ""
    _tense_at: tuple[int, int] = (-1, -1)
    _tense: str | None = None
    _full: str = "."

    @property
    def today(self) -> datetime.date | None:
        """The story's day, where its date has one."""
        return self.anchor.date if self.anchor else None

    def tense(self) -> str | None:
        """PAST or FUTURE by the nearest verb of the sentence, those before the expression first."""
        if self._tense_at != (self.at, self.end):
            self._tense_at = (self.at, self.end)
            self._tense = self._nearest_verb()
        return self._tense

    def _nearest_verb(self) -> str | None:
        shadow = self.tokens.shadow
        for i in range(self.at - 1, max(-1, self.at - 1 - TENSE_BEFORE), -1):
            char = shadow[i]
            if cue := self._cue(i, char):
                return cue
            if char in self._stop and self._is_end(i):
                break
        for i in range(self.end, min(len(shadow), self.end + TENSE_AFTER)):
            char = shadow[i]
            # "Monday's vote could decide ..." does not say when that Monday is
            if char not in self._modal and (cue := self._cue(i, char)):
                return cue
            if char in self._stop and self._is_end(i):
                break
        return None

    def _cue(self, i: int, char: str) -> str | None:
        """The tense that one token tells: "to be published" lies ahead, "plans" only before "to"."""
        if char in self._future:
            return FUTURE
        if char in self._past:
            return FUTURE if i and self.tokens.shadow[i - 1] == self.letters.of_key["be"] else PAST
        if char in self._future_to and self.tokens.shadow[i + 1 : i + 2] == self.letters.of_key["to"]:
            return FUTURE
        return None

    def _is_end(self, i: int) -> bool:
        if self.letters.key_of_char[self.tokens.shadow[i]] != ".":
            return True
        following = self.tokens.word(i + 1)
        return not following or (
            following[0].isupper() and not self.tokens.joined(i) and len(self.tokens.word(i - 1)) > 3
        )

    # what was told before

    def tell(self, when: When) -> None:
        """Take a date that the text names into the thread."""
        self.told_at = self.at
        self.year = when.year
        if when.month is not None:
            self.month = When(when.year, when.month)
            self.day = when if when.day is not None else None
        else:
            self.month = self.day = None

    @property
    def threaded(self) -> bool:
        """Whether a date without its year belongs to the thread and not to the story's date."""
        if self.year is None or self._will():
            return False
        if self.history:
            return True
        if self.month is None or self.at - self.told_at > THREAD_TOKENS or self.tense() == FUTURE:
            return False
        if self.anchor is not None and self.year > self.anchor.year - OLD_YEARS:
            return False
        return self._para not in self.tokens.shadow[max(0, self.told_at) : self.at]

    def _will(self) -> bool:
        """Whether the verb before is "will": that is ahead of the story itself, also in a history."""
        return any(
            char in self._surely for char in self.tokens.shadow[max(0, self.at - 8) : self.at].rpartition(self._full)[2]
        )

    @property
    def base(self) -> When | None:
        """What "the next day" and "two weeks later" count from."""
        return self.day or self.month or (When(self.year) if self.year is not None else None)

    # years that the text leaves out

    def year_of_month(self, month: int) -> int | None:
        """The year of a bare month; None where nothing tells it."""
        if self.threaded and self.year is not None:
            if self.month is None or self.month.month is None:
                return self.year
            return self.year + (1 if month - self.month.month < -MONTHS_BACK else 0)
        if self.year is not None and self.month is None and self.at - self.told_at <= ADJACENT_TOKENS:
            return self.year  # "last year, in August"
        if self.anchor is None:
            return None
        year, now = self.anchor.year, self.anchor.month
        if now is None:
            return year
        tense = self.tense()
        if tense == FUTURE or (tense is None and 0 < (month - now) % 12 <= SOON_MONTHS):
            return year if month >= now else year + 1
        return year if month <= now else year - 1

    def year_of_day(self, month: int, day: int) -> int | None:
        """The year of a day of a month; None where nothing tells it."""
        if self.threaded and not self._just_past(month, day):
            return self.year_of_month(month)
        if self.anchor is None or self.anchor.month is None:
            return self.anchor.year if self.anchor else None
        today = self.today or datetime.date(self.anchor.year, self.anchor.month, 15)
        days = [d for y in (-1, 0, 1) if (d := as_date(today.year + y, month, day))]
        if not days:
            return None
        nearest = min(days, key=lambda d: abs((d - today).days))
        if abs((nearest - today).days) <= NEAR_MONTHS * 30:
            return nearest.year
        tense = self.tense()
        if tense == FUTURE:
            return min((d.year for d in days if d >= today), default=nearest.year)
        if tense == PAST:
            return max((d.year for d in days if d <= today), default=nearest.year)
        return nearest.year

    def _just_past(self, month: int, day: int) -> bool:
        """Whether a day lies just before the story's: then it is news, whatever was remembered before it."""
        if self.today is None or self.history:
            return False
        date = as_date(self.today.year, month, day)
        return date is not None and 0 <= (self.today - date).days <= NEWS_DAYS

    def weekday(self, number: int) -> datetime.date | None:
        """The day that a bare weekday means: the last one, or the coming one after a verb of the future."""
        if self.today is None or (self.history and not self._will()):
            day = self.day.date if self.day and self.history else None  # news whose year is unknown stays open
            return weekday_from(day, number, 1) if day else None
        if self.tense() == FUTURE:
            return weekday_from(self.today, number, 1)
        return weekday_from(self.today, number, -1)


def context(tokens: Tokens, letters: Alphabet, anchor: str | None) -> Context:
    """The context at the beginning of a story."""
    when, yearless = anchor_of(anchor)
    found = Context(tokens, letters, when, yearless)
    chars = letters.of_key
    found._future = frozenset(chars[w] for w in FUTURE_CUES)
    found._future_to = frozenset(chars[w] for w in FUTURE_BEFORE_TO)
    found._past = frozenset(chars[w] for w in PAST_CUES) | {chars["#ed"]}
    found._stop = frozenset((chars["."], chars["#end"], chars["#para"], chars[";"]))
    found._modal = frozenset(chars[w] for w in MODALS)
    found._surely = frozenset(chars[w] for w in ("will", "shall"))
    found._para, found._full = chars["#para"], chars["."]
    found.may_is_someone = _SOMEONE_MAY.search(tokens.text) is not None
    # a dateline without its year is that of news, however old the years that are remembered in it
    found.history = yearless is None and _is_history(tokens, letters, when)
    return found


def anchor_of(written: str | None) -> tuple[When | None, tuple[int, int] | None]:
    """The story's date from ISO or EDTF; and month and day alone where the year is open."""
    if not written:
        return None, None
    written = written.split("/")[0]
    if yearless := _YEARLESS.fullmatch(written):
        return None, (int(yearless[1]), int(yearless[2]))
    parts = _ANCHOR.fullmatch(written)
    if parts is None:
        return None, None
    when = When(int(parts[1]), int(parts[2]) if parts[2] else None, int(parts[3]) if parts[3] else None)
    if when.month is not None and not 1 <= when.month <= 12:
        return None, None
    if when.day is not None and when.date is None:
        return None, None
    return (when, None) if when.year else (None, None)


def _is_history(tokens: Tokens, letters: Alphabet, anchor: When | None) -> bool:
    year = anchor.year if anchor else 9999
    years = re.compile(f"[{letters.classes['YEAR']}{letters.of_key['#bc']}{letters.of_key['bc']}]")
    old = sum(
        1
        for m in years.finditer(tokens.shadow)
        if not tokens.word(m.start()).isdecimal() or int(tokens.word(m.start())) <= year - OLD_YEARS
    )
    if old < HISTORY_YEARS:
        return False
    near = [letters.of_key[w] for w in ("today", "yesterday", "tomorrow", "tonight")]
    deictic = re.compile(f"[{''.join(near)}{letters.classes['WD']}]")
    head = tokens.shadow[:NEWS_HEAD]
    if deictic.search(head) or (anchor and anchor.date and _names_day(tokens, letters, head, anchor.date)):
        return False
    return old >= HISTORY_SHARE * sum(1 for _ in deictic.finditer(tokens.shadow))


def _names_day(tokens: Tokens, letters: Alphabet, head: str, today: datetime.date) -> bool:
    """Whether the head of a text names a day without its year that is the story's, or next to it: a dateline."""
    month, number, year = (letters.classes[name] for name in ("MONTHF", "DNUM", "YEAR"))
    short = letters.classes["MONTHA"]
    days = re.compile(f"[{month}{short}].?[{number}](?!.?[{year}])|[{number}][{month}{short}](?!.?[{year}])")
    for m in days.finditer(head):
        words = [tokens.word(i).lower() for i in range(*m.span())]
        named = next((MONTHS.get(w) or MONTH_SHORT.get(w) for w in words if w in MONTHS or w in MONTH_SHORT), None)
        date = as_date(today.year, named or 0, next((int(w) for w in words if w.isdecimal()), 0))
        if date is not None and abs((date - today).days) <= DATELINE_DAYS:
            return True
    return False


def told(value: str) -> When | None:
    """The date that a value names, for the thread; None for durations, weeks, seasons and the like."""
    parts = re.match(r"(?:(BC)?(\d{4}))(?:-(\d\d)(?:-(\d\d))?)?(?=$|T|-XX)", value)
    if parts is None:
        return None
    year = -int(parts[2]) if parts[1] else int(parts[2])
    if year == 0:
        return None
    return When(year, int(parts[3]) if parts[3] else None, int(parts[4]) if parts[4] else None)
