"""Datelines and agencies: every form is held to its own examples, and to what is no dateline."""

from __future__ import annotations

import pytest

from onrecord.stories import from_text
from onrecord.stories.agencies import KNOWN_ALONE, canonical, in_brackets
from onrecord.stories.places import as_place
from onrecord.stories.wire import FORMS, find_wire, read_dateline
from tests.stories.wire_stories import HARBOUR, LEAD, PORTAL

EXAMPLES = [(form, line, want) for form in FORMS for line, want in form.examples.items()]


@pytest.mark.parametrize(("form", "line", "want"), EXAMPLES, ids=[line[:40] for _, line, _ in EXAMPLES])
def test_every_form_reads_its_own_examples(form, line, want):
    wire = read_dateline(line)
    assert (wire and (wire.place, wire.date, wire.agency)) == (None if want == (None, None, None) else want)
    assert wire is None or wire.form == form.name


def test_every_form_has_an_example_that_fits():
    assert all(any(want != (None, None, None) for want in form.examples.values()) for form in FORMS)
    assert len({form.name for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize(
    "line",
    [
        "NATO said on Tuesday that two ships had left the strait, and that others would follow them soon.",
        "U.S. officials said the treaty had been signed without the president, who was travelling abroad.",
        "UNESCO (the U.N. agency for culture) lists the fort, which was built by the monks of the island.",
        "TRUMPETS sounded - The crowd that had waited for hours in the rain at last began to sing aloud.",
        "BREAKING - The minister of transport has left the government, three of his colleagues said today.",
        "THE LATEST — The minister of transport has left the government, three of his colleagues said today.",
        "MODERATOR: Minister, will you tell us how the treaty came about, and who it was that drafted it?",
        "June was the hottest month on record in Linden, the weather service of the republic said on Monday.",
        "The talks of May 3 (the fourth round) - the longest so far - ended late, officials said.",
        "President Carla Dunn (left) - the first woman in the office - opened the bridge across the river.",
        "In Linden, June 18. It rained all day, and the market on the square was closed before noon.",
    ],
)
def test_a_paragraph_without_a_dateline_has_none(line):
    assert from_text(line).dateline is None
    assert from_text(line).agency is None


def test_the_dateline_stands_after_furniture_and_headline_blocks():
    story = from_text(PORTAL, published="2024-03-05")
    assert story.dateline is not None
    assert (story.dateline.place, story.dateline.date, story.agency) == ("Linden", "2024-03-04", "TASS")


def test_a_yearless_date_stays_open_without_a_publication_date():
    story = from_text(HARBOUR)
    assert story.dateline is not None and story.dateline.date == "XXXX-06-18"
    assert story.published is None


def test_a_dateline_at_new_year_belongs_to_the_old_year():
    story = from_text(f"LINDEN, December 31 (Reuters) - {LEAD}", published="2024-01-01")
    assert story.dateline is not None and story.dateline.date == "2023-12-31"


def test_the_year_in_the_text_wins_over_the_publication():
    story = from_text(f"LINDEN, Sept. 3, 2019 (AP) — {LEAD}", published="2024-01-01")
    assert story.dateline is not None and story.dateline.date == "2019-09-03"


def test_a_dateline_far_down_is_some_other_story():
    text = "\n\n".join([LEAD, LEAD, LEAD, LEAD, f"LINDEN, June 18 (AP) — {LEAD}"])
    assert from_text(text).dateline is None


def test_the_places_of_a_roundup_are_no_dateline():
    text = f"Around the world\n\nLONDON: {LEAD}\n\nPARIS: {LEAD}\n\nROME: {LEAD}"
    assert from_text(text).dateline is None


def test_marks_that_are_not_seen_do_not_hide_a_dateline():
    story = from_text(f"\u200f\u200bLINDEN,\u00a0June\u00a018 (AFP)\u200b – {LEAD}", published="2024-06-19")
    assert story.agency == "AFP" and story.dateline is not None and story.dateline.date == "2024-06-18"


@pytest.mark.parametrize(
    ("ending", "agency"),
    [
        ("(AFP)", "AFP"),
        ("\n\n(AFP)", "AFP"),
        ("\n\n/TASS/", "TASS"),
        (" — Reuters", "Reuters"),
        (" -- (AP/Reuters)", "AP/Reuters"),
        ("\n\nAgence France-Presse", "AFP"),
        ("\n\nSource: Xinhua", "Xinhua"),
        ("\n\n© 2024 The Associated Press. All rights reserved.", "AP"),
        ("\n\n(with inputs from PTI)", None),
        (" A man told Reuters.", None),
        (" (pw/kl/mn)", None),
        ("\n\n(UN)", None),
        (" The tap was shut. (TAP)", None),
    ],
)
def test_credits_at_the_end(ending, agency):
    assert from_text(f"{LEAD}{ending}").agency == agency


@pytest.mark.parametrize(
    ("above", "agency"),
    [
        ("By Reuters", "Reuters"),
        ("By Carl Moor, Associated Press", "AP"),
        ("By CARL MOOR, Associated Press Writer", "AP"),
        ("Deutsche Presse-Agentur", "DPA"),
        ("By Carl Moor", None),
        ("Map", None),
    ],
)
def test_bylines_above_the_text(above, agency):
    assert from_text(f"Harbour opens after ten years\n\n{above}\n\n{LEAD}").agency == agency


def test_an_outlet_or_author_that_is_an_agency_is_the_agency():
    assert from_text(LEAD, outlet="Ukrinform").agency == "Ukrinform"
    assert from_text(LEAD, author="The Associated Press").agency == "AP"
    assert from_text(LEAD, outlet="The Example Post").agency is None


@pytest.mark.parametrize(
    ("signed", "agency"),
    [
        ("Xinhua/Wang Lin", "Xinhua"),
        ("TASS Correspondent Ivan Orlov", "TASS"),
        ("dpa", "DPA"),
        ("AP/Reuters", "AP/Reuters"),
        ("ČTK", "CTK"),
        ("left", None),
        ("photo by a reader", None),
    ],
)
def test_names_in_brackets(signed, agency):
    assert in_brackets(signed) == agency


def test_names_that_are_also_words_do_not_stand_alone():
    assert canonical("Prime") is None and canonical("Map") is None and canonical("MAP") is None
    assert canonical("the associated press") == "AP" and canonical("(Reuters)") == "Reuters"
    assert "|AA|" not in f"|{KNOWN_ALONE}|"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("MOSCOW", "Moscow"),
        ("O'DOWD, Ireland", "O'Dowd, Ireland"),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("LA PAZ, Bolivia", "La Paz, Bolivia"),
        ("THE HAGUE, Netherlands", "The Hague, Netherlands"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("WASHINGTON/BEIJING", "Washington/Beijing"),
        ("ST. PETERSBURG", "St. Petersburg"),
        ("SÃO PAULO", "São Paulo"),
        ("N'DJAMENA", "N'Djamena"),
        ("McALLEN, Texas", "McAllen, Texas"),
        ("ST. JOHN'S, Newfoundland", "St. John's, Newfoundland"),
        ("ZHANJIANG, GUANGDONG PROVINCE", "Zhanjiang, Guangdong Province"),
        ("LONDON and PARIS", "London and Paris"),
        ("Elections", None),
        ("NATO", None),
    ],
)
def test_places_are_written_as_names(written, place):
    assert as_place(written, sure=False) == place


def test_wire_says_where_the_dateline_begins():
    wire = find_wire(HARBOUR)
    assert wire.start is not None and HARBOUR[wire.start :].startswith("PORT VALE, June 18. /TASS/.")
