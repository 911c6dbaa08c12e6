"""PLOVER's auxiliary modes follow from an event's time and certainty, whatever form of EDTF the time has."""

import pytest

from onrecord.schema.plover import auxiliary


@pytest.mark.parametrize(
    ("when", "told", "historical"),
    [
        ("1945-08", "2024-06-18", True),
        ("1950/1953", "2024-06-18", True),
        ("199X", "2024-06-18", True),
        ("19XX", "2024-06-18", True),
        ("20XX", "2024-06-18", False),
        ("202X", "2024-06-18", False),
        ("1995~", "2024-06-18", True),
        ("1995?", "2024-06-18", True),
        ("-0263", "2024-06-18", True),
        ("-08XX", "2024-06-18", True),
        ("-0300/-0250", "2024-06-18", True),
        ("../1996", "2024-06-18", True),
        ("1996/..", "2024-06-18", False),
        ("1996/2024-06", "2024-06-18", False),
        ("XXXX-06-18", "2024-06-18", False),
        ("2024-06-18/2024-06-19", "2024-06-20", False),
        ("2024-05-17", "2024-06-18", True),
        ("2024-05-18", "2024-06-18", False),
        ("2024-04", "2024-06-18", True),
        ("2024-05", "2024-06-18", False),
        ("2023-12-17", "2024-01-18", True),
        ("2023-12-18", "2024-01-18", False),
        ("2023", "2024-01-18", False),
        ("2023", "2024-02-18", True),
        ("2024-21", "2024-07-04", True),
        ("2023-24", "2024-03-20", False),
        ("2023-24", "2024-04-20", True),
        ("2025", "2024-06-18", False),
        ("1945-08", "1945-08-15", False),
        ("-0264", "-0263-06-01", True),
        ("-0262", "-0263-06-01", False),
        ("1945-08", "2024", True),
        ("1945-08", "2024-06-18T09:30:00Z", True),
        ("1945-08", None, False),
        ("1945-08", "XXXX-06-18", False),
        ("1945-08", "", False),
        (None, "2024-06-18", False),
        ("", "2024-06-18", False),
        ("/", "2024-06-18", False),
        ("once upon a time", "2024-06-18", False),
    ],
)
def test_history_ended_more_than_a_month_before_the_story(when, told, historical):
    assert auxiliary(when, "happened", told) == (("historical",) if historical else ())


@pytest.mark.parametrize(
    ("certainty", "expected"),
    [
        ("happened", ()),
        ("ongoing", ()),
        ("planned", ("future",)),
        ("possible", ("hypothetical",)),
        ("hypothetical", ("hypothetical",)),
        ("denied", ("negation",)),
    ],
)
def test_certainty_tells_the_others(certainty, expected):
    assert auxiliary("2024-06", certainty, "2024-06-18") == expected
    assert auxiliary("1945-08", certainty, "2024-06-18") == ("historical", *expected)
    assert auxiliary(None, certainty, None) == expected
