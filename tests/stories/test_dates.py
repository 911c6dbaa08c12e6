"""Dates: what is understood, what is refused, and the year of a dateline."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories import from_text, read_paths
from onrecord.stories.dates import as_edtf, of_dateline
from tests.stories.wire_stories import LEAD


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024-06-18", "2024-06-18"),
        (" 2024-06-18 ", "2024-06-18"),
        ("20240618", "2024-06-18"),
        ("2024-06-18T23:30:00Z", "2024-06-18"),
        ("2024-06-18T01:30:00+03:00", "2024-06-18"),
        ("2024-06-18 10:00:00.123", "2024-06-18"),
        ("2024-06-18T10:00", "2024-06-18"),
        ("Tue, 18 Jun 2024 23:30:00 -0700", "2024-06-18"),
        ("Tue, 18 Jun 2024 23:30:00 GMT", "2024-06-18"),
        ("June 18, 2024", "2024-06-18"),
        ("18 June 2024", "2024-06-18"),
        ("Tuesday, June 18, 2024", "2024-06-18"),
        ("2024", "2024"),
        ("2024-06", "2024-06"),
        ("2024-06-18?", "2024-06-18?"),
        ("XXXX-06-18", "XXXX-06-18"),
        ("199X", "199X"),
        ("2024-21", "2024-21"),
        ("2024-06-18/2024-06-19", "2024-06-18/2024-06-19"),
        ("1950/1953", "1950/1953"),
        ("2024-06-18/..", "2024-06-18/.."),
        ("2024-13-01", None),
        ("2023-02-29", None),
        ("2024-06-31", None),
        ("2024-06-31T10:00:00Z", None),
        ("3/4/2024", None),
        ("June 18", None),
        ("yesterday", None),
        ("Tuesday", None),
        ("1718700000", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_become_edtf(written, edtf):
    assert as_edtf(written) == edtf


@pytest.mark.parametrize(
    ("written", "published", "date"),
    [
        ("June 18", None, "XXXX-06-18"),
        ("June 18", "2024-06-18", "2024-06-18"),
        ("June 18", "2024-06", "2024-06-18"),
        ("June 18", "2024", "2024-06-18"),
        ("June 18", "2024-06-17", "2024-06-18"),
        ("Dec. 31", "2024-01-01", "2023-12-31"),
        ("31 December", "2024-01", "2023-12-31"),
        ("Jan 1", "2023-12-31", "2024-01-01"),
        ("Feb. 29", "2024-03-01", "2024-02-29"),
        ("Feb. 29", "2023-03-01", "XXXX-02-29"),
        ("June 18", "XXXX-06", "XXXX-06-18"),
        ("June 18", "2024/2025", "XXXX-06-18"),
        ("June 31", "2024-06-18", None),
        ("Feb. 29, 2023", "2023-03-01", None),
        ("18th June, 2020", "2024-06-18", "2020-06-18"),
    ],
)
def test_the_year_of_a_dateline(written, published, date):
    assert of_dateline(written, published) == date


@given(st.dates(datetime.date(1900, 1, 10), datetime.date(2090, 1, 1)), st.integers(-5, 170))
def test_a_dateline_shortly_before_publication_gets_its_own_year(day, later):
    published = day + datetime.timedelta(days=later)
    assert of_dateline(f"{day:%B} {day.day}", published.isoformat()) == day.isoformat()


@given(st.text(max_size=40))
def test_whatever_is_given_is_a_date_or_nothing(written):
    date = as_edtf(written)
    assert date is None or as_edtf(date) == date


def test_no_date_is_taken_from_the_clock():
    story = from_text(f"LINDEN (AP) — {LEAD}")
    assert story.published is None and story.modified is None
    assert story.dateline is not None and story.dateline.date is None


def test_a_date_that_cannot_be_read_is_left_out_with_a_note():
    story = from_text(LEAD, published="last Tuesday")
    assert story.published is None
    assert [note.code for note in story.notes] == ["date"] and "last Tuesday" in story.notes[0].text


def test_wrong_arguments_are_told_at_once():
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        read_paths([], published="soon")
    with pytest.raises(ValueError, match="unknown format"):
        read_paths([], format="pdf")  # type: ignore[arg-type]
