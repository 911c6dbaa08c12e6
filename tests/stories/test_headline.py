"""The headline of a plain text, and what is not one."""

from __future__ import annotations

import pytest

from onrecord.stories import from_text
from onrecord.stories.headline import is_furniture
from tests.stories.wire_stories import HARBOUR, LEAD, PORTAL

HEADLINE = "Two neighbours agree to share the river after a night of talks"


def test_furniture_above_the_headline_is_not_the_title():
    assert from_text(PORTAL).title == "Two neighbours agree to share the river after a night of talks in Linden"


def test_the_headline_above_a_dateline():
    assert from_text(HARBOUR).title == "Harbour of Port Vale to open in May after ten years of dispute"


@pytest.mark.parametrize(
    "above",
    [
        ["Home > World > Asia & Pacific"],
        ["Menu", "Share", "Breaking News"],
        ["Top stories", "Facebook", "Twitter", "5 min read"],
        ["12:40 GMT, 18 June 2024"],
        ["Tuesday, June 18, 2024"],
        ["Updated 3 hours ago"],
        ["Kashmir"],
        ["River affairs"],
        ["By Carl Moor", "Reuters"],
        ["1.2K shares", "https://example.org/a"],
        ["News | Politics | Rivers"],
        ["(Adds quotes, background)"],
    ],
)
def test_kinds_of_furniture_before_the_headline(above):
    assert from_text("\n\n".join([*above, HEADLINE, LEAD])).title == HEADLINE
    assert from_text("\n".join([*above, HEADLINE, f"LINDEN, June 18 (AP) — {LEAD}"])).title == HEADLINE


@pytest.mark.parametrize(
    ("title", "after"),
    [
        ("Talks resume", LEAD),
        ("Will the river be shared?", LEAD),
        ("Mayor of Linden Quits Race After Long Night.", LEAD),
        ("Ferry sinks. Again.", f"LINDEN (AP) — {LEAD}"),
        ("NATO chief visits Linden", f"By Carl Moor\n\n{LEAD}"),
        ("Talks resume in Linden", "The two sides met on Monday."),
        ("River deal: what we know", LEAD),
    ],
)
def test_headlines(title, after):
    assert from_text(f"{title}\n\n{after}").title == title


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{LEAD}\n\n{LEAD}",
        f"LINDEN, June 18 (AP) — {LEAD}",
        f"All news\n\n{LEAD}",
        f"Kashmir\n\n{LEAD}",
        "Rivers are shared",
        "The mayor resigned on Monday.\n\nThe council met at once.\n\nIt chose a successor.",
        f"Here are the main stories of the day:\n\n{LEAD}",
    ],
)
def test_no_headline(text):
    assert from_text(text).title is None


def test_a_headline_broken_by_a_margin_is_joined():
    text = "Two neighbours agree to share the river after a night\nof talks in Linden\n\nLINDEN (AP) — " + LEAD
    assert from_text(text).title == "Two neighbours agree to share the river after a night of talks in Linden"


def test_the_site_after_a_bar_is_not_part_of_the_headline():
    assert from_text(f"{HEADLINE} | The Example Post\n\n{LEAD}").title == HEADLINE


def test_a_given_title_is_kept_and_an_empty_one_is_missing():
    assert from_text(HARBOUR, title="Given").title == "Given"
    assert from_text(HARBOUR, title="").title == from_text(HARBOUR).title


@pytest.mark.parametrize(
    "words",
    ["All news", "MENU", "Home » World", "18.06.2024", "By Ana Bell", "Updated 18 June", "AFP", "@anabell"],
)
def test_furniture(words):
    assert is_furniture(words)


@pytest.mark.parametrize(
    "words",
    [
        "Storm kills two",
        "Harbour opens",
        "Minister: news is bad for Linden",
        "By-election in Linden",
        "From Linden to the sea",
        "Updated rules for ships",
    ],
)
def test_not_furniture(words):
    assert not is_furniture(words)
