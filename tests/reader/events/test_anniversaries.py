"""Old events that a later day remembers are not dated to the day of publication (docs/accuracy.md has the figures)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.reader import Reader
from onrecord.reader.times import bounds
from onrecord.schema import Event, Reading
from onrecord.stories import from_text

CASES = Path(__file__).with_name("anniversaries.jsonl")
MOST_WRONG = 3.0  # percent of the old events, asked of us
LEAST_FOUND = 70.0  # percent: a reader that finds nothing dates nothing wrongly


@dataclass(slots=True)
class Tally:
    """Counts of old events; ``to_publication``: those dated to the day of publication, or to a time around it."""

    old: int = 0
    found: int = 0
    dated_right: int = 0
    to_publication: list[str] = field(default_factory=list)


def around(when: str | None, day: str) -> bool:
    """Whether a date is the day of publication, or a span of no more than a month around it."""
    limits = bounds(when) if when is not None else None
    if limits is None or limits[0] is None or limits[1] is None:
        return False
    return limits[0] <= day <= limits[1] and limits[0][:7] >= _month_before(day)


def _month_before(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year - (month == 1):04d}-{(month - 2) % 12 + 1:02d}"


def told(reading: Reading, trigger: str) -> Event | None:
    """The event that a word tells."""
    text = reading.story.text
    return next((e for e in reading.events if any(text[a:b] == trigger for a, b in e.trigger)), None)


def tally(reader: Reader) -> Tally:
    """Read all cases."""
    out = Tally()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        reading = reader.read(from_text(case["text"], id=case["id"], published=case["published"]))
        for old in case["old"]:
            out.old += 1
            event = told(reading, old["trigger"])
            if event is None:
                continue
            out.found += 1
            out.dated_right += event.when in old["when"]
            if event.when not in old["when"] and around(event.when, case["published"]):
                out.to_publication.append(f"{case['id']}: {old['trigger']} {event.when}")
    return out


def test_old_events_are_not_dated_to_the_day_of_publication() -> None:
    counted = tally(Reader.load())
    assert counted.old >= 60
    assert 100 * counted.found / counted.old >= LEAST_FOUND
    assert 100 * len(counted.to_publication) / counted.found < MOST_WRONG, counted.to_publication


def test_a_date_around_the_day_of_publication_counts_as_wrong() -> None:
    assert around("2024-06-18", "2024-06-18")
    assert around("2024-06", "2024-06-18")
    assert around("2024-06-17/2024-06-23", "2024-06-18")
    assert not around("2024", "2024-06-18")
    assert not around("1944-06-18", "2024-06-18")
    assert not around(None, "2024-06-18")


if __name__ == "__main__":
    t = tally(Reader.load())
    print(
        f"old events {t.old}, found {100 * t.found / t.old:.1f} %, "
        f"of these dated right {100 * t.dated_right / t.found:.1f} %"
    )
    print(f"dated to publication {100 * len(t.to_publication) / t.found:.1f} %", *t.to_publication, sep="\n  ")
