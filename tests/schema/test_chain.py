"""The chain of a statement: through whom it came, outermost first."""

import pytest

from onrecord.schema import Actor, Reading, Statement, Story


def statement(id: str, speaker: str | None, within: str | None = None, medium: str | None = None) -> Statement:
    return Statement(
        id=id,
        speaker=speaker,
        source=(),
        cue=(),
        content=((0, 4),),
        mode="indirect",
        within=within,
        medium=medium,
        confidence=0.9,
    )


READING = Reading(
    story=Story(id="x", text="Rain fell.", outlet="Harbour Courier", agency="TASS"),
    actors=(
        Actor(id="a1", name="Morning Paper"),
        Actor(id="a2", name="Ada Quill"),
        Actor(id="a3", name="an article"),
    ),
    statements=(statement("s1", "a1"), statement("s2", "a2", "s1", "a3"), statement("s3", None, "s2")),
)


def test_a_chain_ends_in_the_speaker():
    chain = READING.chain("s2")
    assert [(link.kind, link.name) for link in chain] == [
        ("outlet", "Harbour Courier"),
        ("agency", "TASS"),
        ("speaker", "Morning Paper"),
        ("medium", "an article"),
        ("speaker", "Ada Quill"),
    ]
    assert [link.statement for link in chain] == [None, None, "s1", "s2", "s2"]


def test_a_chain_by_statement_and_by_id_are_one():
    assert READING.chain(READING.statements[1]) == READING.chain("s2")


def test_an_unnamed_speaker_has_no_link():
    assert READING.chain("s3") == READING.chain("s2")


def test_an_agency_that_is_the_outlet_stands_once():
    story = Story(id="x", text="Rain fell.", outlet="TASS", agency="TASS")
    reading = Reading(story=story, statements=(statement("s1", None),))
    assert [link.kind for link in reading.chain("s1")] == ["outlet"]


def test_no_such_statement():
    with pytest.raises(KeyError, match="s9"):
        READING.chain("s9")


def test_a_statement_within_itself_ends():
    reading = Reading(story=Story(id="x", text="Rain fell."), statements=(statement("s1", None, "s1"),))
    assert reading.chain("s1") == ()
