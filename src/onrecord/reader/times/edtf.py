"""TIMEX3 values as EDTF (ISO 8601-2, level 1), with the first and last day that they can mean.

    1949-03-17, 1949-03, 1949   the same                   1998-W17      1998-04-20/1998-04-26
    196, 19                     196X, 19XX                 1989-Q3       1989-07/1989-09
    BC0264, BC08                -0263, -08XX               1989-H2       1989-07/1989-12
    1776-SP SU FA WI            1776-21 22 23 24           XXXX-06-18    the same
    1949-03-17TEV, ...T22:00    1949-03-17                 APPROX 1949   1949~
    ON_OR_AFTER 1994            1994/..                    ON_OR_BEFORE  ../1994

START, MID and END of something stay the whole of it: "early 1990" is 1990. A winter has the year that it begins in.
Durations, sets, PRESENT_REF and its like, and values without a year that are no day or month have no EDTF.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reader.times.find import Found

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_SEASON_MONTHS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14)}

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-XX(?:T.*)?)?")
_YEAR = re.compile(r"(\d{4})(?:-XX|-XX-XX|-WXX|-QX|-HX)?(?:T.*)?")
_BC = re.compile(r"BC(\d{4}|\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))")
_OPEN = {"AFTER": "{}/..", "ON_OR_AFTER": "{}/..", "BEFORE": "../{}", "ON_OR_BEFORE": "../{}"}


def edtf(value: str | None, mod: str | None = None) -> str | None:
    """A DATE's or TIME's value as an EDTF date or interval; None where it is no time on the calendar."""
    plain = _plain(value) if value else None
    if plain is None or "/" in plain:
        return plain
    if mod in _OPEN:
        return _OPEN[mod].format(plain)
    return f"{plain}~" if mod == "APPROX" and plain[-3:-1] not in ("-2",) else plain


def _plain(value: str) -> str | None:
    if day := _DAY.fullmatch(value):
        return f"{day[1]}-{day[2]}-{day[3]}"
    if month := _MONTH.fullmatch(value):
        return f"{month[1]}-{month[2]}"
    if year := _YEAR.fullmatch(value):
        return year[1]
    if week := _WEEK.fullmatch(value):
        return _week(int(week[1]), int(week[2]), bool(week[3]))
    if part := _PART.fullmatch(value):
        if part[4]:
            return f"{part[1]}-{_SEASONS[part[4]]}"
        first, length = (int(part[2]) * 3 - 2, 3) if part[2] else (int(part[3]) * 6 - 5, 6)
        return f"{part[1]}-{first:02d}/{part[1]}-{first + length - 1:02d}"
    if bc := _BC.fullmatch(value):
        # 1 BC is the year 0
        return f"-{int(bc[1]) - 1:04d}" if len(bc[1]) == 4 else f"-{bc[1]}XX"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}X"
    if re.fullmatch(r"\d\d", value):
        return f"{value}XX"
    return None


def _week(year: int, week: int, weekend: bool) -> str | None:
    try:
        first = datetime.date.fromisocalendar(year, week, 6 if weekend else 1)
        last = datetime.date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
    return f"{first.isoformat()}/{last.isoformat()}"


def bounds(written: str) -> tuple[str | None, str | None] | None:
    """The first and the last day that an EDTF date or interval can mean; None for an end that is open.

    None instead of the pair where the year is not known, or where ``written`` is none of what ``edtf`` gives.
    """
    first, _, last = written.partition("/")
    begin, end = _ends(first), _ends(last or first)
    if (begin is None and first != "..") or (end is None and (last or first) != ".."):
        return None
    return begin[0] if begin else None, end[1] if end else None


def _ends(point: str) -> tuple[str, str] | None:
    point = point.rstrip("?~%")
    if wide := re.fullmatch(r"(-?)(\d{2,3})(X{1,2})", point):
        if len(wide[2]) + len(wide[3]) != 4:
            return None
        low, high = (f"{wide[1]}{wide[2]}{digit * len(wide[3])}" for digit in "09")
        if wide[1]:
            low, high = high, low
        return f"{low}-01-01", f"{high}-12-31"
    parts = re.fullmatch(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", point)
    if parts is None:
        return None
    year, month, day = int(parts[1]), parts[2], parts[3]
    if day:
        return point, point
    if month in _SEASON_MONTHS:
        first, last = _SEASON_MONTHS[month]
        to = year + last // 13
        last = (last - 1) % 12 + 1
        return f"{parts[1]}-{first:02d}-01", f"{to:04d}-{last:02d}-{_last_day(to, last):02d}"
    if month:
        return f"{point}-01", f"{point}-{_last_day(year, int(month)):02d}"
    return f"{point}-01-01", f"{point}-12-31"


def _last_day(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        return 31
    # the calendar repeats every 400 years, also before our era
    return calendar.monthrange(year % 400 + 2000, month)[1]


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that the text tells, of one expression or of two that the text joins ("1950-1953", "from May to July").

    ``span`` runs from the first to the last of its ``parts``; ``edtf`` is None where that has no place on the calendar.
    """

    span: tuple[int, int]
    edtf: str | None
    parts: tuple[Found, ...]


_JOINED = re.compile(
    r"\s*(?:-{1,2}|[–—−])\s*|\s*,?\s+(?:to|until|till|through|thru|up to|up until)\s+(?:the\s+)?", re.I
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)


def intervals(text: str, found: Sequence[Found]) -> list[Dated]:
    """The expressions of a text with their EDTF dates; those that the text joins as begin and end are one."""
    out: list[Dated] = []
    i = 0
    while i < len(found):
        one = found[i]
        joined = _join(text, one, found[i + 1]) if i + 1 < len(found) else None
        if joined is not None:
            out.append(joined)
            i += 2
            continue
        value = edtf(one.value, one.mod) if one.type in ("DATE", "TIME") else None
        out.append(Dated(one.span, value, (one,)))
        i += 1
    return out


def _join(text: str, one: Found, two: Found) -> Dated | None:
    if one.type not in ("DATE", "TIME") or two.type not in ("DATE", "TIME"):
        return None
    between = text[one.span[1] : two.span[0]]
    if not _JOINED.fullmatch(between) and not (
        _AND.fullmatch(between) and _BETWEEN.search(text, max(0, one.span[0] - 20), one.span[0])
    ):
        return None
    begin, end = edtf(one.value), edtf(two.value)
    if begin is None or end is None:
        return None
    begin, end = begin.split("/")[0], end.split("/")[-1]
    if begin.startswith("XXXX") and end.startswith("XXXX"):
        if begin >= end:
            return None
    else:
        first, last = bounds(begin), bounds(end)
        if first is None or last is None or not _before(first[0], last[1]):
            return None
    if begin == end:
        return None
    return Dated((one.span[0], two.span[1]), f"{begin}/{end}", (one, two))


def _before(first: str | None, last: str | None) -> bool:
    """Whether one day is before another; also before our era, where the text of a date sorts backwards."""
    if first is None or last is None:
        return False
    return _key(first) < _key(last)


def _key(day: str) -> tuple[int, str]:
    year = re.match(r"-?\d+", day)
    assert year is not None
    return int(year[0]), day[year.end() :]
