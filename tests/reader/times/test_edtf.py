"""TIMEX3 values as EDTF, their bounds, and what a text joins."""

import pytest

from onrecord.reader.times import bounds, edtf, intervals, times


@pytest.mark.parametrize(
    ("value", "mod", "expected"),
    [
        ("1949-03-17", None, "1949-03-17"),
        ("1949-03", "START", "1949-03"),
        ("1949", None, "1949"),
        ("1949", "APPROX", "1949~"),
        ("1949-03-17TEV", None, "1949-03-17"),
        ("1949-03-17T22:00", None, "1949-03-17"),
        ("XXXX-06-18", None, "XXXX-06-18"),
        ("XXXX-06", None, "XXXX-06"),
        ("196", None, "196X"),
        ("19", None, "19XX"),
        ("BC0264", None, "-0263"),
        ("BC0001", None, "-0000"),
        ("BC08", None, "-08XX"),
        ("1998-W17", None, "1998-04-20/1998-04-26"),
        ("1998-W17-WE", None, "1998-04-25/1998-04-26"),
        ("1998-W60", None, None),
        ("1989-Q3", None, "1989-07/1989-09"),
        ("1989-H2", "APPROX", "1989-07/1989-12"),
        ("1776-SP", None, "1776-21"),
        ("1776-WI", None, "1776-24"),
        ("1994", "ON_OR_AFTER", "1994/.."),
        ("1994", "BEFORE", "../1994"),
        ("1989-WXX", None, "1989"),
        ("1990-XX-XX", None, "1990"),
        ("1943-07-XX", None, "1943-07"),
        ("PRESENT_REF", None, None),
        ("P2W", None, None),
        ("PT1H", None, None),
        ("XXXX-WXX-1", None, None),
        ("XXXX-SU", None, None),
        ("XXXX", None, None),
        ("XXXX-XX-XXTNI", None, None),
        (None, None, None),
    ],
)
def test_edtf(value: str | None, mod: str | None, expected: str | None):
    assert edtf(value, mod) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1949-03-17", ("1949-03-17", "1949-03-17")),
        ("1949-02", ("1949-02-01", "1949-02-28")),
        ("1948-02", ("1948-02-01", "1948-02-29")),
        ("1949~", ("1949-01-01", "1949-12-31")),
        ("196X", ("1960-01-01", "1969-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("-0263", ("-0263-01-01", "-0263-12-31")),
        ("-08XX", ("-0899-01-01", "-0800-12-31")),
        ("1776-21", ("1776-03-01", "1776-05-31")),
        ("1776-24", ("1776-12-01", "1777-02-28")),
        ("1950/1953", ("1950-01-01", "1953-12-31")),
        ("1994/..", ("1994-01-01", None)),
        ("../1994", (None, "1994-12-31")),
        ("XXXX-06-18", None),
        ("nonsense", None),
    ],
)
def test_bounds(written: str, expected: tuple[str | None, str | None] | None):
    assert bounds(written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the war of 1950-1953", ["1950/1953"]),
        ("a visit on June 18-19", ["2024-06-18/2024-06-19"]),
        ("between 1941 and 1945", ["1941/1945"]),
        ("from May to July 1953", ["1953-05/1953-07"]),
        ("from Monday to Wednesday", ["2024-06-17/2024-06-19"]),
        ("in 1941 and 1945", ["1941", "1945"]),
        ("from 264 to 241 BC", ["-0263/-0240"]),
        ("from 1953 to 1950", ["1953", "1950"]),
        ("since the late 1980s", ["198X"]),
        ("for two weeks", [None]),
    ],
)
def test_intervals(text: str, expected: list[str | None]):
    found = times(text, anchor="2024-06-21")
    assert [d.edtf for d in intervals(text, found)] == expected


def test_an_interval_without_its_year():
    text = "He comes on June 18-19."
    (dated,) = intervals(text, times(text, anchor=None))
    assert dated.edtf == "XXXX-06-18/XXXX-06-19"
    assert text[slice(*dated.span)] == "June 18-19"
    assert [p.value for p in dated.parts] == ["XXXX-06-18", "XXXX-06-19"]
