"""What is read as a time, what is not, and what it means in its place. All sentences are invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.times import Found, times

FRIDAY = "2024-06-21"


def read(text: str, anchor: str | None = FRIDAY) -> dict[str, str | None]:
    return {text[slice(*f.span)]: f.value for f in times(text, anchor=anchor)}


def one(text: str, anchor: str | None = FRIDAY) -> Found:
    (found,) = times(text, anchor=anchor)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister resigned on Monday.", {"Monday": "2024-06-17"}),
        ("The minister will resign on Monday.", {"Monday": "2024-06-24"}),
        ("On Monday, the board will vote on it.", {"Monday": "2024-06-24"}),
        ("The talks are scheduled for Wednesday.", {"Wednesday": "2024-06-26"}),
        ("The company said Thursday that sales fell.", {"Thursday": "2024-06-20"}),
        ("A spokesman said it would reopen on Tuesday.", {"Tuesday": "2024-06-25"}),
        ("Police arrested him Friday.", {"Friday": "2024-06-21"}),
        ("He was jailed in September.", {"September": "2023-09"}),
        ("She will be tried in September.", {"September": "2024-09"}),
        ("The report is to be published in early July.", {"early July": "2024-07"}),
        ("The treaty was ratified on March 3.", {"March 3": "2024-03-03"}),
        ("The fair opens August 9.", {"August 9": "2024-08-09"}),
        ("It was founded on January 5, 2011.", {"January 5, 2011": "2011-01-05"}),
        ("The dam was finished last November.", {"last November": "2023-11"}),
        ("He died in April last year.", {"April last year": "2023-04"}),
        ("Wages rose in the first quarter.", {"the first quarter": "2024-Q1"}),
        ("They wed in the summer.", {"the summer": "2024-SU"}),
        ("It snowed last winter.", {"last winter": "2023-WI"}),
        ("He left two weeks ago.", {"two weeks ago": "2024-W23"}),
        ("The mayor quit this week.", {"this week": "2024-W25"}),
        ("She returns next month.", {"next month": "2024-07"}),
        ("She left months ago.", {"months ago": "PAST_REF"}),
        ("Monday's vote could decide it.", {"Monday": "2024-06-17"}),
        ("Whoever wins in August takes it all.", {"August": "2024-08"}),
        ("The siege ended three decades ago.", {"three decades ago": "199"}),
    ],
)
def test_by_the_day_of_the_story(text: str, expected: dict[str, str | None]):
    assert read(text) == expected


def test_a_new_year_lies_between():
    assert read("The ferry sank on December 30.", "2024-01-02") == {"December 30": "2023-12-30"}
    assert read("The king will speak on January 2.", "2023-12-30") == {"January 2": "2024-01-02"}
    assert read("He quit last week.", "2021-01-04") == {"last week": "2020-W53"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 3 May 1951 the town fell. Two days later it burnt, and the following month it was left.",
            {"3 May 1951": "1951-05-03", "Two days later": "1951-05-05", "the following month": "1951-06"},
        ),
        (
            "In 1848 he fled. The following year he came back, and that year he died.",
            {"1848": "1848", "The following year": "1849", "that year": "1849"},
        ),
        (
            "In June 1812 they crossed. On September 7 they fought.",
            {"June 1812": "1812-06", "September 7": "1812-09-07"},
        ),
        (
            "On December 16, 1944 it began. By January it was over.",
            {"December 16, 1944": "1944-12-16", "January": "1945-01"},
        ),
        (
            "He landed on May 5, 1802. That night they fled.",
            {"May 5, 1802": "1802-05-05", "That night": "1802-05-05TNI"},
        ),
    ],
)
def test_by_the_thread_of_what_is_told(text: str, expected: dict[str, str | None]):
    assert read(text) == expected
    assert read(text, None) == expected


def test_news_that_remembers_keeps_both_times_apart():
    text = (
        "TARSK, June 20. The president laid a wreath at the memorial on Thursday. In August 1945 two regiments crossed "
        "the river here; on August 17 they took the town. A treaty followed on 2 March 1949, and a war in 1950-1953."
        "\n\nHis next visit will begin on July 4."
    )
    assert read(text) == {
        "June 20": "2024-06-20", "Thursday": "2024-06-20", "August 1945": "1945-08", "August 17": "1945-08-17",
        "2 March 1949": "1949-03-02", "1950": "1950", "1953": "1953", "July 4": "2024-07-04",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke on Monday.", {"Monday": "XXXX-WXX-1"}),
        ("He spoke on June 18.", {"June 18": "XXXX-06-18"}),
        ("He spoke on 18-19 June.", {"18": "XXXX-06-18", "19 June": "XXXX-06-19"}),
        ("He spoke in August.", {"August": "XXXX-08"}),
        ("He spoke yesterday.", {"yesterday": None}),
        ("He spoke last year.", {"last year": None}),
        ("He spoke two weeks ago.", {"two weeks ago": None}),
        ("He spoke two days later.", {"two days later": "P2D"}),
        ("He spoke at Christmas.", {"Christmas": "XXXX-12-25"}),
        ("He spoke at Easter.", {"Easter": None}),
        ("He spoke in the spring.", {"the spring": "XXXX-SP"}),
        ("He spoke now, in 1999.", {"now": "PRESENT_REF", "1999": "1999"}),
    ],
)
def test_without_a_date_nothing_is_invented(text: str, expected: dict[str, str | None]):
    assert read(text, None) == expected
    for nonsense in ("", "yesterday", "2024-13-01", "0000"):
        assert read(text, nonsense) == expected


def test_a_dateline_without_its_year():
    assert read("The talks began today.", "XXXX-06-18") == {"today": "XXXX-06-18"}
    assert read("The talks began yesterday.", "XXXX-03-01") == {"yesterday": "XXXX-02-29"}
    assert read("The talks began last year.", "XXXX-06-18") == {"last year": None}


def test_a_story_of_which_only_month_or_year_is_known():
    assert read("He quit last year, in August.", "2024-06") == {"last year": "2023", "August": "2023-08"}
    assert read("He quit on Monday.", "2024") == {"Monday": "XXXX-WXX-1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood of May 6-8, 1954 killed many.", {"May 6": "1954-05-06", "8, 1954": "1954-05-08"}),
        ("Talks ran from 12 to 14 July.", {"12": "2024-07-12", "14 July": "2024-07-14"}),
        (
            "From 28 December 1941 to 3 January 1942.",
            {"28 December 1941": "1941-12-28", "3 January 1942": "1942-01-03"},
        ),
        ("The siege (30 December - 2 January 1952).", {"30 December": "1951-12-30", "2 January 1952": "1952-01-02"}),
        ("Between 1941 and 1945 they held out.", {"1941": "1941", "1945": "1945"}),
        ("In the season of 1995-96.", {"1995": "1995", "96": "1996"}),
        ("From November to March 1952.", {"November": "1951-11", "March 1952": "1952-03"}),
        ("It takes two to six days.", {"two": "P2D", "six days": "P6D"}),
    ],
)
def test_ranges(text: str, expected: dict[str, str | None]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Music of the 1960s.", {"the 1960s": "196"}),
        ("Music of the late '60s.", {"the late '60s": "196"}),
        ("Music of the mid-nineties.", {"the mid-nineties": "199"}),
        ("Towers of the twelfth century.", {"the twelfth century": "11"}),
        ("Tombs of the 3rd century BC.", {"the 3rd century BC": "BC02"}),
        ("Carthage fell in 146 B.C. after a siege.", {"146 B.C.": "BC0146"}),
        ("Pompeii was buried in AD 79.", {"AD 79": "0079"}),
        ("Rail came in the second half of 1851.", {"the second half of 1851": "1851-H2"}),
        ("It rained in the autumn of 1347.", {"the autumn of 1347": "1347-FA"}),
        ("Built in nineteen sixty-one.", {"nineteen sixty-one": "1961"}),
        ("In Q3 2019 it shrank.", {"Q3 2019": "2019-Q3"}),
        ("It passed on 2019-05-04.", {"2019-05-04": "2019-05-04"}),
    ],
)
def test_centuries_decades_seasons_and_eras(text: str, expected: dict[str, str | None]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sang on Christmas Eve.", {"Christmas Eve": "2023-12-24"}),
        ("The strike began on New Year's Day.", {"New Year's Day": "2024-01-01"}),
        ("Shops will close on Thanksgiving.", {"Thanksgiving": "2024-11-28"}),
        ("The bells rang on Easter Sunday.", {"Easter Sunday": "2024-03-31"}),
        ("Workers marched on May Day.", {"May Day": "2024-05-01"}),
        ("India's Independence Day parade.", {"Independence Day": None}),
        ("Georgian Independence Day parade.", {"Independence Day": None}),
        ("Orthodox Easter was quiet.", {"Easter": None}),
    ],
)
def test_named_days(text: str, expected: dict[str, str | None]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 7:15 p.m. on Tuesday it struck.", {"7:15 p.m. on Tuesday": "2024-06-18T19:15"}),
        ("It struck at midnight Thursday.", {"midnight Thursday": "2024-06-20T24:00"}),
        ("Polls close at 1800 GMT.", {"1800 GMT": "2024-06-21T18:00"}),
        ("It struck at 5 o'clock in the morning.", {"5 o'clock in the morning": "2024-06-21T05:00"}),
        ("It struck on Tuesday evening.", {"Tuesday evening": "2024-06-18TEV"}),
        (
            "It struck early in the morning of 29 April 1975.",
            {"early in the morning of 29 April 1975": "1975-04-29TMO"},
        ),
        ("It struck at 12:30 a.m. Sunday.", {"12:30 a.m. Sunday": "2024-06-16T00:30"}),
    ],
)
def test_times_of_day(text: str, expected: dict[str, str | None]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("In early 2019 it closed.", "2019", "START"),
        ("By the end of March 2019 it had closed.", "2019-03", "END"),
        ("In mid-August 2019 it closed.", "2019-08", "MID"),
        ("It closed about 1850.", "1850", "APPROX"),
        ("It lasted more than three years.", "P3Y", "MORE_THAN"),
        ("It lasted nearly an hour.", "PT1H", "LESS_THAN"),
        ("It lasts at least two weeks.", "P2W", "EQUAL_OR_MORE"),
        ("It lasts up to 180 days.", "P180D", "EQUAL_OR_LESS"),
        ("It closes in 1990 or later.", "1990", "ON_OR_AFTER"),
        ("It lasted a year and a half.", "P1Y6M", None),
        ("It lasted two and a half hours.", "PT2H30M", None),
        ("It lasted three decades.", "P30Y", None),
        ("It lasted twenty-one days.", "P21D", None),
        ("It lasted a hundred and twenty days.", "P120D", None),
        ("They had a six-week truce.", "P6W", None),
    ],
)
def test_values_with_their_modifiers(text: str, value: str, mod: str | None):
    found = one(text)
    assert (found.value, found.mod) == (value, mod)


@pytest.mark.parametrize(
    "text",
    [
        "They may march, if the sun shines.",
        "It may be so; it might not.",
        "Troops march on the city.",
        "Theresa May said no.",
        "Mrs May and her cabinet met. The bill went to May for a signature.",
        "He sat down and wed her.",
        "The second man seconded it.",
        "A second attack followed the first.",
        "Springs of water fall from the rock.",
        "After the fall of the city.",
        "Some 1,200 people fled.",
        "Some 1500 people fled.",
        "A force of 2000 men.",
        "It costs $1999.",
        "It costs €1950 a piece.",
        "Take Route 1990 north.",
        "Call 555-1990 or 555-1234.",
        "Ring 020 7946 0958.",
        "Version 10.1995 is out.",
        "The F-1950 jet.",
        "It weighs 1800 kg.",
        "It rose 1995 percent.",
        "The score was 3:0.",
        "She is 26 years old.",
        "A 26-year-old nurse.",
        "Flight 1812 crashed.",
        "Easter Island is far.",
        "The Daily Standard reports.",
        "He is the third quarterback.",
        "A three-quarter majority.",
        "Joan Summer sings.",
        "The minutes of the meeting.",
    ],
)
def test_false_friends(text: str):
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "...", "the the the", "May", "1949", "-", "12:", "\u00a0June\u00a05,\u00a02001", "5½ years"],
)
def test_odd_texts(text: str):
    times(text, anchor=FRIDAY)


def test_blanks_of_all_kinds():
    assert read("on June\u00a05,\n2001, it") == {"June\u00a05,\n2001": "2001-06-05"}


def test_no_expression_runs_over_a_paragraph():
    assert read("It began in May\n\n1949 was cold.") == {"May": "2024-05", "1949": "1949"}


@given(
    st.text(alphabet="0123456789 -/:.,'’\nMayJuneBCpmstdhofth", max_size=60),
    st.sampled_from([None, FRIDAY, "0001-01-01", "9999-12-31"]),
)
def test_any_text(text: str, anchor: str | None):
    last = 0
    for found in times(text, anchor=anchor):
        start, end = found.span
        assert last <= start < end <= len(text)
        last = end


WORDS = [
    "May",
    "June",
    "1949",
    "12",
    "3",
    "the",
    "of",
    "last",
    "two",
    "-",
    "days",
    ":",
    "Monday",
    "and",
    "a",
    "early",
    "in",
]


@pytest.mark.parametrize("anchor", ["0001-01-01", "9999-12-31", "1900-02-28", None])
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_words_of_time(anchor: str | None, words: list[str]):
    times(" ".join(words), anchor=anchor)


@pytest.mark.parametrize(
    "piece", ["May 1949 ", "the ", "1", "12 - ", "twenty ", "last ", "a.", "May\n\n", "1,200", "the end of "]
)
def test_linear(piece: str):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.perf_counter()
        times(text, anchor=FRIDAY)
        return time.perf_counter() - begun

    times("warm", anchor=None)
    # four times the text: sixteen times the work, if every expression looked at all of it
    assert seconds(120_000) < 9 * seconds(30_000) + 0.5


@pytest.mark.regression
def test_a_weekday_of_a_story_without_its_year_is_not_that_of_a_day_remembered() -> None:
    text = "The first pact was signed on October 12, 1992. In 1907 there was none. The ministry spoke on Monday."
    values = {text[f.span[0] : f.span[1]]: f.value for f in times(text, anchor="XXXX-05-14")}
    assert values["October 12, 1992"] == "1992-10-12"
    assert values["Monday"] == "XXXX-WXX-1"
