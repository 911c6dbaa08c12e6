"""Arithmetic of TIMEX3 values: days, months, weeks, quarters, seasons, decades, centuries, and numbers in words.

Years before our era are negative here (-264 is 264 BC; there is no year 0) and ``BC0264`` as values.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from onrecord.reader.times.lexicon import ORDINALS, SCALES, SMALL, TENS, VAGUE

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class When:
    """A point on the calendar of year, month or day precision."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """As TIMEX3 writes it: ``1949-03-17``, ``1949-03``, ``1949``, ``BC0264``."""
        out = year_value(self.year)
        if self.month is not None:
            out += f"-{self.month:02d}"
            if self.day is not None:
                out += f"-{self.day:02d}"
        return out

    @property
    def date(self) -> datetime.date | None:
        """The day, where there is one that the calendar of Python has."""
        if self.month is None or self.day is None:
            return None
        return as_date(self.year, self.month, self.day)


def year_value(year: int) -> str:
    """A year as a value: ``1949``, ``BC0264``."""
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def as_date(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def is_day(month: int, day: int) -> bool:
    """Whether some year has this day."""
    return as_date(2000, month, day) is not None


def moved(date: datetime.date, days: int) -> datetime.date | None:
    """The date that many days on (or back), None beyond the calendar."""
    try:
        return date + _DAY * days
    except OverflowError:
        return None


def months_on(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month that many months on."""
    at = year * 12 + month - 1 + months
    return at // 12, at % 12 + 1


def week_value(date: datetime.date) -> str:
    """The ISO week of a day: ``1998-W17``."""
    iso = date.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def quarter_of(month: int) -> int:
    """The quarter of a month, 1 to 4."""
    return (month - 1) // 3 + 1


def decade_value(year: int) -> str:
    """The decade of a year: ``196``."""
    return f"{year // 10:03d}"


def season_of(month: int) -> str:
    """The season of a month in the northern half of the world."""
    return ("WI", "SP", "SU", "FA")[month % 12 // 3]


def weekday_from(date: datetime.date, weekday: int, direction: int, same: bool = True) -> datetime.date | None:
    """The nearest such weekday (1 Monday to 7 Sunday) on or after (1) or before (-1) a date."""
    step = (weekday - date.isoweekday()) * direction % 7
    if step == 0 and not same:
        step = 7
    return moved(date, step * direction)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date | None:
    """The nth such weekday of a month; -1 is the last."""
    if not 1 <= year <= 9998:
        return None
    if nth > 0:
        first = weekday_from(datetime.date(year, month, 1), weekday, 1)
        return moved(first, 7 * (nth - 1)) if first else None
    after = datetime.date(*months_on(year, month, 1), 1)
    return weekday_from(after - _DAY, weekday, -1)


def easter(year: int) -> datetime.date | None:
    """Easter Sunday of the western churches (the Gregorian computus), from 1583."""
    if not 1583 <= year <= 9999:
        return None
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full = epact - epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    day = full - (year + year // 4 + full + 2 - century + century // 4) % 7
    month = 3 + (day + 40) // 44
    return as_date(year, month, day + 28 - 31 * (month // 4))


def duration(amount: float | str, unit: str) -> str:
    """A duration: ``P2W``, ``PT1H``, ``PXY``; half units in the next smaller one where that comes out whole."""
    if unit == "F":
        return duration(amount * 2 if not isinstance(amount, str) else amount, "W")
    if unit == "S6":
        return duration(amount * 6 if not isinstance(amount, str) else amount, "MO")
    if isinstance(amount, float) and not amount.is_integer():
        half = int(amount)
        if amount - half == 0.5:
            whole = f"{half}" if half else ""
            smaller = {"Y": ("Y", "6M"), "H": ("H", "30M"), "M": ("M", "30S"), "D": ("D", "T12H")}.get(unit)
            if smaller:
                lead = f"{whole}{smaller[0]}" if whole else ""
                return f"P{'T' if unit in 'HM' else ''}{lead}{smaller[1]}"
            if unit == "DE":
                return duration(amount * 10, "Y")
            if unit == "C":
                return duration(amount * 100, "Y")
        number = f"{amount:g}"
    elif isinstance(amount, str):
        number = amount
        if unit in ("DE", "C", "ML"):
            return f"P{number}{unit.replace('C', 'CE')}"
    else:
        value = int(amount)
        if unit in ("DE", "C", "ML"):
            value *= {"DE": 10, "C": 100, "ML": 1000}[unit]
            unit = "Y"
        number = str(value)
    if unit in ("H", "M", "S"):
        return f"PT{number}{unit}"
    if unit == "NI":
        return f"P{number}NI"
    return f"P{number}{'M' if unit == 'MO' else unit}"


_FRACTION = re.compile(r"(?:(\d+) )?(\d+) ?/ ?(\d+)")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def number(words: str) -> float | None:
    """The number that words give (``22``, ``2 1/2``, ``two and a half``, ``a hundred``); None where it is vague."""
    words = words.lower().replace("-", " ").replace("–", " ").replace(",", "").strip()
    fraction = _FRACTION.fullmatch(words)
    if fraction:
        return int(fraction[1] or 0) + int(fraction[2]) / max(1, int(fraction[3]))
    total, part, seen = 0.0, 0.0, False
    for word in words.split():
        if word in VAGUE:
            return None
        if word[0].isdigit():
            try:
                part += float(word)
            except ValueError:
                return None
            seen = True
        elif word in SMALL or word in TENS:
            part += SMALL.get(word, TENS.get(word, 0))
            seen = True
        elif word in SCALES:
            scale = SCALES[word]
            part = max(part, 1) * scale
            if scale >= 1000:
                total, part = total + part, 0
            seen = True
        elif word == "half":
            part += 0.5
            seen = True
        elif word in _VULGAR:
            part += _VULGAR[word]
            seen = True
        elif word in ("a", "an", "couple"):
            if word == "couple":
                part, seen = 2, True
            elif not seen:
                seen = True
                part = 0 if "half" in words or "hundred" in words or "thousand" in words or "dozen" in words else 1
        elif word not in ("and", "of", "the"):
            return None
    return total + part if seen else None


def ordinal(words: str) -> int | None:
    """The number that an ordinal gives: ``21st``, ``third``, ``twenty-first``."""
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits[0])
    parts = re.split(r"[\s-]+", words.lower())
    if parts[-1] not in ORDINALS:
        return None
    return sum(TENS.get(p, 0) for p in parts[:-1]) + ORDINALS[parts[-1]]
