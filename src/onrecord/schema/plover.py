"""PLOVER's auxiliary modes of an event: whether it is history, yet to come, supposed or denied.

PLOVER's manual of 2021 asks for these four beside an event's own contexts ("special contexts"); data sets that are
coded by it call them auxiliary modes. They follow from when and how surely an event is told, so no reader is asked.
"""

from __future__ import annotations

import re
from typing import TypeAlias

_Day: TypeAlias = tuple[int, int, int]
"""Year, month, day; as tuples they sort by time, also before our era, where the text of a date sorts backwards."""

_POINT = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
_WIDE = re.compile(r"(-?)(\d{2,3})(X{1,2})")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of spring, summer, autumn and winter; a winter ends in the next year's February."""


def auxiliary(when: str | None, certainty: str, told: str | None) -> tuple[str, ...]:
    """The auxiliary modes of an event, in the order historical, future, hypothetical, negation.

    ``when`` is its time and ``told`` the story's date, both EDTF of level 1 or None. It is historical when it ended
    more than a month before the story; never where either has no year or the event goes on ("1996/..").
    """
    out = []
    if _is_long_ago(when, told):
        out.append("historical")
    if certainty == "planned":
        out.append("future")
    elif certainty in ("possible", "hypothetical"):
        out.append("hypothetical")
    elif certainty == "denied":
        out.append("negation")
    return tuple(out)


def _is_long_ago(when: str | None, told: str | None) -> bool:
    if not when or not told:
        return False
    ended, begun = _days(when.rpartition("/")[2]), _days(told.partition("/")[0])
    if ended is None or begun is None:
        return False
    year, month, day = begun[0]
    return ended[1] < ((year, month - 1, day) if month > 1 else (year - 1, 12, day))


def _days(point: str) -> tuple[_Day, _Day] | None:
    """First and last day that a point in time can be; None for an open end, an unknown year, and what is no date.

    Each month is given 31 days: enough to tell before from after.
    """
    point = point.rstrip("?~%")
    if (wide := _WIDE.fullmatch(point)) and len(wide[2]) + len(wide[3]) == 4:
        low, high = (int(wide[2] + digit * len(wide[3])) for digit in "09")
        if wide[1]:
            low, high = -high, -low
        return (low, 1, 1), (high, 12, 31)
    found = _POINT.fullmatch(point)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if day:
        return (year, month, day), (year, month, day)
    if month in _SEASONS:
        first, last = _SEASONS[month]
        return (year, first, 1), (year + last // 13, (last - 1) % 12 + 1, 31)
    return (year, month or 1, 1), (year, month or 12, 31)
