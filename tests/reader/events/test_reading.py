"""Events of whole stories, as the shipped weights read them."""

from __future__ import annotations

import pytest

from onrecord import Event, Reading, read_text

STORY = """NAIROBI, May 4 (Reuters) - Kenyan police arrested 12 protesters on Thursday, a day after clashes in Kisumu \
killed three people.

The government denied that officers had tortured the detainees. Opposition leader Achieng Obura urged the European \
Union to suspend aid to Kenya.

Kenya and Uganda signed a border treaty on March 17, 1969. President William Otieno will visit Kampala on May 9-10, \
his office said.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(STORY, published="2023-05-05")


def told(reading: Reading, trigger: str) -> Event:
    """The event that a word tells."""
    text = reading.story.text
    return next(e for e in reading.events if any(text[a:b] == trigger for a, b in e.trigger))


def countries(reading: Reading, ids: tuple[str, ...]) -> set[str | None]:
    return {reading.actor(id).country for id in ids}


def test_each_is_dated_by_when_it_happens_or_not_at_all(reading: Reading) -> None:
    dates = {word: told(reading, word).when for word in ("arrested", "signed", "visit", "urged", "tortured")}
    assert dates == {
        "arrested": "2023-05-04",
        "signed": "1969-03-17",
        "visit": "2023-05-09/2023-05-10",
        "urged": None,
        "tortured": None,
    }


def test_how_surely(reading: Reading) -> None:
    assert told(reading, "arrested").certainty == "happened"
    assert told(reading, "visit").certainty == "planned"
    assert told(reading, "tortured").certainty == "denied"
    assert told(reading, "suspend").certainty == "hypothetical"


def test_what_kind_between_whom(reading: Reading) -> None:
    assert [told(reading, w).type for w in ("arrested", "urged", "visit")] == ["COERCE", "REQUEST", "CONSULT"]
    assert reading.actor(told(reading, "arrested").actors[0]).name == "Kenyan police"
    treaty = told(reading, "signed")
    assert countries(reading, treaty.actors) == countries(reading, treaty.recipients) == {"KEN", "UGA"}
    assert countries(reading, told(reading, "visit").recipients) == {"UGA"}


def test_what_somebody_tells_is_per_his_statement(reading: Reading) -> None:
    assert told(reading, "arrested").per == ()
    (per,) = told(reading, "suspend").per
    speaker = reading.statement(per).speaker
    assert speaker is not None
    assert reading.actor(speaker).name == "Achieng Obura"


def test_every_party_is_an_actor_and_every_trigger_a_word(reading: Reading) -> None:
    ids = {a.id for a in reading.actors}
    for e in reading.events:
        assert ids.issuperset([*e.actors, *e.recipients, *([e.where] if e.where else [])])
        assert all(reading.story.text[a:b].strip() == reading.story.text[a:b] != "" for a, b in e.trigger)
        assert {s.id for s in reading.statements}.issuperset(e.per)


def test_weather_is_no_event() -> None:
    assert not read_text("Rain fell over the coast all day. The sun came out in the evening.").events


def test_the_same_text_gives_the_same_events() -> None:
    assert read_text(STORY, published="2023-05-05").events == read_text(STORY, published="2023-05-05").events
