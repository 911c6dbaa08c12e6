"""Whole stories: one actor for all its names, occasions of saying, chains. Invented, in wire form."""

import pytest

import onrecord

STORY = """Lund hails harbour pact with Iceland

OSLO, June 18. /NTB/. Norway and Iceland will share the herring from next year, Norwegian Prime Minister Per Lund \
wrote in an article for the Reykjavik newspaper Morgunposten ahead of his visit.

"Our boats have fished side by side for a century," the Norwegian leader stressed. He added that the two countries \
would open a joint office in Bergen.

The Foreign Ministry announced on Monday that Lund would stay in Iceland until June 20. Ministry spokeswoman Kaia \
Brandt told reporters that a treaty might be signed. She explained that the text was not yet final.

A senior official said Lund's wife, Edda Lund, would not travel. "I was not asked," Mrs. Lund told state television. \
Another senior official denied it.
"""


@pytest.fixture(scope="module")
def reading():
    return onrecord.read_text(STORY, published="2024-06-18", outlet="Harbour Courier")


def statement(reading, words: str):
    return next(s for s in reading.statements if words in s.text)


def name(reading, id):
    return reading.actor(id).name if id else None


def test_one_actor_for_all_its_names(reading):
    for words in ("harbour pact", "share the herring", "side by side", "joint office"):
        assert name(reading, statement(reading, words).speaker) == "Per Lund", words


def test_the_actor_has_kind_country_sector_and_role(reading):
    lund = reading.actor(statement(reading, "herring").speaker)
    assert (lund.kind, lund.country, lund.sector, lund.role) == ("person", "NOR", "GOV", "Prime Minister")


def test_family_is_kept_apart(reading):
    assert name(reading, statement(reading, "not asked").speaker) == "Edda Lund"


def test_a_pronoun_goes_to_who_spoke_last(reading):
    assert name(reading, statement(reading, "not yet final").speaker) == "Kaia Brandt"


def test_unnamed_sources_are_never_merged_by_wording(reading):
    officials = [a for a in reading.actors if "senior official" in a.name]
    assert len(officials) == 2
    assert all(a.sector == "GOV" for a in officials)


def test_states_by_their_names(reading):
    assert {"NOR", "ISL"} <= {a.country for a in reading.actors if a.kind == "state"}


def test_where_to_whom_and_when(reading):
    article = statement(reading, "herring")
    assert "Morgunposten" in name(reading, article.medium)
    announced = statement(reading, "stay in Iceland")
    assert announced.said == "2024-06-17"
    told = statement(reading, "might be signed")
    assert name(reading, told.audience) == "reporters"
    assert name(reading, statement(reading, "not yet final").audience) == "reporters"  # the same occasion
    assert "occasion of" in " ".join(statement(reading, "not yet final").reason.decided_by)


def test_the_chain_is_whole(reading):
    chain = reading.chain(statement(reading, "side by side"))
    assert [link.kind for link in chain] == ["outlet", "agency", "medium", "speaker"]
    assert chain[0].name == "Harbour Courier" and chain[-1].name == "Per Lund"


def test_the_dateline_is_no_actor(reading):
    assert all("OSLO" not in a.name for a in reading.actors)


def test_every_joining_has_its_reason(reading):
    lund = reading.actor(statement(reading, "herring").speaker)
    assert len(lund.links) >= 3
    assert all(link.by and link.mention in lund.mentions and link.to in lund.mentions for link in lund.links)


def test_times_have_values(reading):
    values = {STORY[t.span[0] : t.span[1]]: t.value for t in reading.times}
    assert values["Monday"] == "2024-06-17"
    assert values["June 20"] == "2024-06-20"
    assert values["next year"] == "2025"


def test_without_a_day_nothing_is_dated_by_todays():
    reading = onrecord.read_text("Ada Quill said on Monday that it would rain.")
    assert reading.statements[0].said is None


def test_the_same_text_gives_the_same_rows(reading):
    again = onrecord.read_text(STORY, published="2024-06-18", outlet="Harbour Courier")
    assert again.to_json() == reading.to_json()
