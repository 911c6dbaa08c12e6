"""Dates as stories, pages and users write them, made into EDTF (ISO 8601-2). Nothing here asks today's
clock."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime

MAX_YEARLESS_DISTANCE_DAYS = 183
"""Days between a dateline without a year and the publication: beyond half a year the other year would be
nearer, so only a 29 February can be that far, and then its year stays unknown."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
WRITTEN_DATE = (
    rf"(?i:(?:{WEEKDAY},?[ ])?(?:{MONTH}[ ]?{_DAY}(?!\d)|{_DAY}[ ](?:of[ ])?{MONTH}(?![^\W\d_]))"
    r"(?:,?[ ]?(?:1[89]|20)\d\d(?!\d))?)"
)
"""Pattern of a date in English words, the year optional: ``June 18``, ``Sept. 3, 2024``, ``3 March``."""

_PARTS = re.compile(
    rf"(?:(?P<month>{MONTH})[ ]?(?P<day>\d\d?)"
    rf"|(?P<day2>\d\d?)(?:st|nd|rd|th)?[ ](?:of[ ])?(?P<month2>{MONTH}))"
    r"(?:st|nd|rd|th)?(?:,?[ ]?(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_WHOLE_WRITTEN = re.compile(rf"\s*{WRITTEN_DATE}(?:[,T\s].{{0,40}})?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s?\d\d?:?\d\d.{0,25})?")

# EDTF level 1: a year, month or day, perhaps unspecified (X) or uncertain (? ~ %), or an interval of two.
_EDTF_DATE = r"-?(?:\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
_EDTF = re.compile(rf"{_EDTF_DATE}(?:/(?:{_EDTF_DATE}|\.\.)?)?|(?:\.\.)?/{_EDTF_DATE}")
_EDTF_SEASONS = range(21, 25)


def as_edtf(written: str | None) -> str | None:
    """The date that ``written`` gives, as EDTF, or None where it gives none that is sure.

    Understands ISO dates and times, EDTF level 1, RFC 2822 (``Tue, 18 Jun 2024 10:00:00 +0300``) and dates in
    English words with their year. A time is cut off; the day stays that of its own time zone. ``3/4/2024`` is
    refused, for it is two dates.
    """
    if written is None:
        return None
    written = written.strip()
    if _EDTF.fullmatch(written):
        return written if all(_can_be(part) for part in written.split("/")) else None
    if iso := _ISO.fullmatch(written):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if _WHOLE_WRITTEN.fullmatch(written):
        dated = of_dateline(written, None)
        return dated if dated is not None and not dated.startswith("X") else None
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def of_dateline(written: str, published: str | None) -> str | None:
    """The day that ``written`` (``June 18``, ``3 March 2024``) names, as EDTF; None where there is no such
    day.

    A missing year is the one that puts the day nearest to ``published``, so that ``December 31`` published on
    2024-01-01 is 2023-12-31. Without ``published`` it is left open: ``XXXX-06-18``.
    """
    found = _PARTS.search(written)
    if found is None:
        return None
    month = _MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
    day = int(found["day"] or found["day2"])
    if found["year"]:
        return _day(int(found["year"]), month, day)
    if _day(2000, month, day) is None:  # a leap year, in which every day of the year exists
        return None
    return _nearest(month, day, published) or f"XXXX-{month:02d}-{day:02d}"


def _nearest(month: int, day: int, published: str | None) -> str | None:
    """The day in the year that puts it nearest to ``published``; None where that date has no sure year."""
    known = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$", published or "")
    if known is None:
        return None
    year = int(known[1])
    if known[2] is None or int(known[2]) > 12:
        return _day(year, month, day)
    around = datetime.date(year, int(known[2]), int(known[3] or 15))
    days = [d for y in (year - 1, year, year + 1) if 1 <= y <= 9999 and (d := _date(y, month, day)) is not None]
    nearest = min(days, key=lambda d: abs((d - around).days), default=None)
    if nearest is None or abs((nearest - around).days) > MAX_YEARLESS_DISTANCE_DAYS:
        return None
    return nearest.isoformat()


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> str | None:
    date = _date(year, month, day)
    return date.isoformat() if date is not None else None


def _can_be(part: str) -> bool:
    """Whether one side of an EDTF interval can be a date: no month 13, no 31 June."""
    if part in ("", ".."):
        return True
    fields = part.rstrip("?~%").lstrip("-").split("-")
    month = fields[1] if len(fields) > 1 else "XX"
    day = fields[2] if len(fields) > 2 else "XX"
    if month == "XX":
        return day == "XX" or 1 <= int(day) <= 31
    if not (1 <= int(month) <= 12 or (int(month) in _EDTF_SEASONS and len(fields) == 2)):
        return False
    if day == "XX":
        return True
    year = int(fields[0]) if fields[0].isdigit() else 2000
    return _day(year or 2000, int(month), int(day)) is not None
