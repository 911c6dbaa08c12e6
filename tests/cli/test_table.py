"""The table: nesting, lines, and text that is only text."""

from __future__ import annotations

import re

import pytest

from onrecord.cli.table import as_table
from onrecord.schema import Actor, Event, Link, Note, Reading, Statement, Story

TEXT = "First line.\nAnna said that Boris had promised that it would rain.\n"


def statement(id: str, start: int, end: int, source: tuple[int, int] | None, within: str | None) -> Statement:
    return Statement(
        id=id,
        speaker=None,
        source=(source,) if source else (),
        cue=(),
        content=((start, end),),
        mode="indirect",
        within=within,
        confidence=0.5,
    )


def table(*statements: Statement, explain: bool = False) -> list[str]:
    story = Story(id="x", title="T", text=TEXT, notes=(Note(code="c", text="a note"),))
    return as_table(Reading(story=story, statements=statements), explain=explain).splitlines()


def test_nested_statements_stand_indented_below_their_parent() -> None:
    lines = table(
        statement("s1", 22, 64, (12, 16), None),
        statement("s3", 51, 64, None, "s2"),
        statement("s4", 0, 5, None, None),
        statement("s2", 46, 64, (27, 32), "s1"),
    )
    rows = [line for line in lines if re.search(r"\d: \d", line)]
    assert [line.split("indirect")[0].rstrip() for line in rows] == [
        " Anna",
        " └ Boris",
        "   └ (unnamed)",
        " (unnamed)",
    ]


@pytest.mark.parametrize("within", ["s1", "gone"])
def test_a_broken_parent_loses_no_statement(within: str) -> None:
    assert any("Anna" in line for line in table(statement("s1", 22, 64, (12, 16), within)))


def test_lines_are_counted_from_one() -> None:
    assert any("1: 0-11" in line for line in table(statement("s1", 0, 11, None, None)))
    assert any("2: 12-16" in line for line in table(statement("s1", 12, 16, None, None)))


def test_notes_are_shown_and_no_statements_are_said_so() -> None:
    lines = table()
    assert "note: a note" in lines and "  no statements" in lines


def test_the_speaker_is_named_where_he_is_known() -> None:
    row = Statement(
        id="s1", speaker="a1", source=((12, 16),), cue=(), content=((22, 30),), mode="direct", confidence=1.0
    )
    reading = Reading(story=Story(id="x", text=TEXT), actors=(Actor(id="a1", name="Anna Karenina"),), statements=(row,))
    assert "Anna Karenina" in as_table(reading)


def test_the_source_as_worded_stands_below_another_name() -> None:
    row = Statement(
        id="s1",
        speaker="a1",
        source=((12, 16),),
        cue=(),
        content=((22, 30),),
        mode="direct",
        medium="a2",
        audience="a3",
        said="2024-06-17",
        confidence=1.0,
    )
    link = Link(mention=(12, 16), to=(27, 32), by="same name")
    actors = (
        Actor(id="a1", name="Ada Quill", kind="person", country="NOR", mentions=((12, 16), (27, 32)), links=(link,)),
        Actor(id="a2", name="an article"),
        Actor(id="a3", name="reporters"),
    )
    shown = as_table(Reading(story=Story(id="x", text=TEXT), actors=actors, statements=(row,)), explain=True)
    assert re.search(r"Ada Quill.*\n +Anna", shown)
    assert "via an article · to reporters · said" in shown and "2024-06-17" in shown
    assert "a1: Ada Quill · person · NOR" in shown
    assert "“Anna” 12-16 is “Boris” 27-32: same name" in shown


def test_explain_without_a_reason_still_tells_the_confidence() -> None:
    assert any("no cue in words · confidence 0.50" in line for line in table(
        statement("s1", 0, 11, None, None), explain=True
    ))  # fmt: skip


def test_markup_and_escape_sequences_in_a_story_are_only_text() -> None:
    evil = "[bold red]A[/] :smile: \x1b]0;owned\x07 \u202e[link=file:///x]b[/link]"
    row = Statement(
        id="s1",
        speaker=None,
        source=((0, 14),),
        cue=((0, 14),),
        content=((0, len(evil)),),
        mode="direct",
        confidence=1.0,
    )
    story = Story(id="x", title=evil, outlet=evil, text=evil, notes=(Note(code="c", text=evil),))
    shown = as_table(Reading(story=story, statements=(row,)), explain=True)
    assert "\x1b" not in shown and "\u202e" not in shown and "\x07" not in shown
    assert shown.count("[bold red]A[/]") >= 4 and ":smile:" in shown


def test_events_follow_with_who_did_what_to_whom_when_and_per_whom() -> None:
    actors = (Actor(id="a1", name="Anna"), Actor(id="a2", name="Boris"), Actor(id="a3", name="Cork"))
    told = Event(
        id="e1",
        type="CONSULT",
        mode="visit",
        context=("diplomatic",),
        cameo="042",
        actors=("a1",),
        recipients=("a2",),
        trigger=((12, 16), (27, 32)),
        when="1949-03-17",
        where="a3",
        certainty="planned",
        per=("s1",),
        confidence=0.8,
        inferred=("recipients",),
    )
    mutual = Event(id="e2", type="ASSAULT", actors=("a1", "a2"), recipients=("a2", "a1"), confidence=0.5)
    story = Story(id="x", title="T", text=TEXT)
    said = statement("s1", 22, 64, (12, 16), None)
    shown = as_table(Reading(story=story, actors=actors, statements=(said,), events=(told, mutual)), explain=True)
    for part in ("2 events", "1949-03-17", "CONSULT", "planned", "Anna → [Boris]", "visit · diplomatic", "at Cork"):
        assert part in shown
    assert "per Anna" in shown
    assert "2: 12-16" in shown
    assert "Anna + Boris" in shown
    assert "0.80" in shown


def test_an_event_without_parties_or_time_says_so() -> None:
    event = Event(id="e1", type="PROTEST", trigger=((0, 5),), confidence=0.5)
    shown = as_table(Reading(story=Story(id="x", text=TEXT), events=(event,)))
    assert "- → -" in shown
