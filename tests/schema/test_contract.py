"""The published schema is the contract of the objects, and what is printed keeps it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from onrecord.cli.reference import schema_text
from onrecord.schema import (
    SCHEMA,
    Actor,
    Dateline,
    Event,
    Note,
    Reading,
    Reason,
    Statement,
    Story,
    TimeExpression,
    json_schema,
)

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "reading.schema.json"

# The fields of the contract, by object: to be added to, never to be taken from.
CONTRACT: dict[str, set[str]] = {
    "Reading": {"schema", "story", "actors", "statements", "events", "times"},
    "Story": {"id", "title", "outlet", "url", "agency", "dateline", "published", "language", "text"},
    "Dateline": {"place", "date"},
    "Actor": {"id", "name", "kind", "country", "sector", "role", "mentions"},
    "Statement": {
        "id", "speaker", "source", "cue", "content", "mode", "within", "medium", "audience", "said",
        "confidence",
    },
    "Event": {
        "id", "type", "mode", "context", "cameo", "actors", "recipients", "trigger", "when", "where",
        "certainty", "per", "confidence",
    },
    "TimeExpression": {"span", "type", "value"},
}  # fmt: skip


def full() -> Reading:
    """A Reading in which nothing is missing."""
    statement = Statement(
        id="s1",
        speaker="a1",
        source=((0, 4),),
        cue=((5, 9),),
        content=((10, 14), (15, 20)),
        mode="indirect",
        within=None,
        medium="a1",
        audience="a1",
        said="2024-06-18",
        confidence=0.97,
        reason=Reason(decided_by=("cue",), scores={"cue": 0.9}),
    )
    event = Event(
        id="e1",
        type="AGREE",
        mode="visit",
        context=("economic",),
        cameo="057",
        actors=("a1",),
        recipients=("a1",),
        trigger=((1, 3),),
        when="1949-03-17",
        where="Moscow",
        certainty="happened",
        per=("s1",),
        confidence=0.5,
    )
    actor = Actor(id="a1", name="A", kind="person", country="RUS", sector="GOV", role="President", mentions=((0, 4),))
    story = Story(
        id="x",
        title="T",
        outlet="O",
        url="u",
        agency="TASS",
        dateline=Dateline(place="Moscow", date="2024-06-18"),
        published="2024-06-18",
        language="en",
        text="Anna said that it rained in May.",
        author="B",
        modified="2024-06-19",
        sha256="0" * 64,
        notes=(Note(code="encoding", text="read as cp1252"),),
    )
    time = TimeExpression(span=(28, 31), type="DATE", value="XXXX-05")
    return Reading(story=story, actors=(actor,), statements=(statement,), events=(event,), times=(time,), reader="1")


def bare() -> Reading:
    """A Reading in which everything that may be missing is."""
    statement = Statement(id="s1", speaker=None, source=(), cue=(), content=((0, 1),), mode="direct", confidence=1.0)
    return Reading(story=Story(id="x", text="."), statements=(statement,))


def test_the_published_schema_has_not_drifted() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run: make docs"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("reading", [full(), bare()], ids=["full", "bare"])
def test_printed_readings_keep_the_schema(reading: Reading) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(reading.to_json()))


def test_every_field_is_printed_and_required() -> None:
    schema = json_schema()
    printed = json.loads(bare().to_json())
    assert set(schema["$defs"]["Reading"]["required"]) == set(printed)
    assert set(schema["$defs"]["Story"]["required"]) == set(printed["story"])
    assert set(schema["$defs"]["Statement"]["required"]) == set(printed["statements"][0])
    for name, fields in CONTRACT.items():
        definition = schema["$defs"][name]
        assert fields <= set(definition["properties"])
        assert set(definition["required"]) == set(definition["properties"])
        assert "additionalProperties" not in definition, "fields may be added"


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema",), SCHEMA + 1),
        (("story", "text"), None),
        (("story", "id"), None),
        (("statements", 0, "mode"), "shouted"),
        (("statements", 0, "confidence"), 1.5),
        (("statements", 0, "confidence"), None),
        (("statements", 0, "content", 0), [1]),
        (("statements", 0, "content", 0), [-1, 4]),
        (("statements", 0, "content", 0), [1.5, 4]),
        (("actors", 0, "mentions", 0), [1, 2, 3]),
        (("events", 0, "certainty"), "unknown"),
        (("times", 0, "type"), "AGE"),
        (("story", "sha256"), "abc"),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], wrong: object) -> None:
    reading: Any = json.loads(full().to_json())
    validator = Draft202012Validator(json_schema())
    assert validator.is_valid(reading)
    inner = reading
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = wrong
    assert not validator.is_valid(reading)


@pytest.mark.parametrize("field", ["speaker", "within", "medium", "audience", "said"])
def test_missing_is_null_not_left_out(field: str) -> None:
    reading: Any = json.loads(full().to_json())
    validator = Draft202012Validator(json_schema())
    reading["statements"][0][field] = None
    assert validator.is_valid(reading)
    del reading["statements"][0][field]
    assert not validator.is_valid(reading)


@pytest.mark.parametrize("reading", [full(), bare()], ids=["full", "bare"])
def test_json_comes_back_as_the_same_objects(reading: Reading) -> None:
    assert msgspec.json.decode(reading.to_json(), type=Reading) == reading
    assert msgspec.convert(reading.to_dict(), type=Reading) == reading
