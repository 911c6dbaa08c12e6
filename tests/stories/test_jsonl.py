"""JSONL: many stories a file, each bad line on its own, and JSON files with one story or a list."""

from __future__ import annotations

import json

import pytest

from onrecord.schema import Story
from onrecord.stories import Refusal
from tests.stories.wire_stories import (
    HARBOUR,
    LEAD,
    gzipped,
    only_refusal,
    only_story,
    read,
    refusals,
    stories,
)

FULL = {
    "id": "x/1 ä",
    "text": HARBOUR,
    "title": "Given title",
    "url": "https://example.org/1",
    "outlet": "The Example Post",
    "published": "2024-06-19T08:00:00+03:00",
    "author": "Carl Moor",
    "modified": "2024-06-20",
    "section": {"ignored": [1, 2]},
}


def lines(*items: object) -> bytes:
    return b"".join(json.dumps(item).encode() + b"\n" for item in items)


def test_a_line_gives_the_story_and_its_facts(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(FULL))
    story = only_story(tmp_path / "a.jsonl")
    assert (story.id, story.text, story.title) == ("x/1 ä", HARBOUR, "Given title")
    assert (story.url, story.outlet, story.author) == (
        "https://example.org/1",
        "The Example Post",
        "Carl Moor",
    )
    assert (story.published, story.modified) == ("2024-06-19", "2024-06-20")
    assert story.dateline is not None and story.dateline.date == "2024-06-18"


def test_what_is_missing_or_empty_is_null(tmp_path):
    empty = {key: "" for key in FULL if key not in ("text", "section")}
    (tmp_path / "a.jsonl").write_bytes(lines({**empty, "text": LEAD}, {"text": LEAD, "id": None}))
    for story in stories(read(tmp_path / "a.jsonl")):
        assert [story.title, story.url, story.outlet, story.author, story.published, story.modified] == [None] * 6
        assert story.id.startswith("a-") and story.notes == ()


def test_an_id_in_digits_is_taken_as_written(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines({"id": 17, "text": LEAD}))
    assert only_story(tmp_path / "a.jsonl").id == "17"


def test_ids_may_be_the_same_twice(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(FULL, FULL))
    assert [story.id for story in stories(read(tmp_path / "a.jsonl"))] == ["x/1 ä"] * 2


BAD_LINES = {
    "not valid JSON": b'{"text": "cut',
    "not valid JSON at column": b"{'text': 'single quotes'}",
    "not an object": b"[1, 2]",
    "JSON, but": b'"a string"',
    '"text" is missing': b'{"id": "1"}',
    '"text" is missing or': b'{"text": ""}',
    '"text" is missing or empty': b'{"text": null}',
    '"text" is a number': b'{"text": 5}',
    '"text" is a list': b'{"text": ["a"]}',
    '"title" is an object': b'{"text": "Words.", "title": {}}',
    '"id" is true or false': b'{"text": "Words.", "id": true}',
    '"id" is a number': b'{"text": "Words.", "id": 1.5}',
    "nested too deeply": b'{"x": ' + b"[" * 100_000 + b"]" * 100_000 + b', "text": "Words."}',
    "no text in it": b'{"text": "  ... "}',
}


@pytest.mark.parametrize("said", BAD_LINES)
def test_a_bad_line_is_refused_alone(tmp_path, said):
    good = lines({"id": "good", "text": LEAD})
    (tmp_path / "a.jsonl").write_bytes(good + b"\n" + BAD_LINES[said] + b"\n" + good)
    got = read(tmp_path / "a.jsonl")
    assert [type(item) for item in got] == [Story, Refusal, Story]
    (refusal,) = refusals(got)
    assert refusal.place == "line 3" and said in refusal.problem and refusal.remedy


@pytest.mark.parametrize("said", BAD_LINES)
def test_a_bad_first_line_stops_nothing(tmp_path, said):
    (tmp_path / "a.jsonl").write_bytes(BAD_LINES[said] + b"\n" + lines({"text": LEAD}, {"text": LEAD}))
    got = read(tmp_path / "a.jsonl")
    assert [type(item) for item in got] == [Refusal, Story, Story]
    assert refusals(got)[0].place == "line 1"


def test_lone_surrogates_are_replaced_with_a_note(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "s", "text": "Half \\ud83d of a sign, whole \\ud83d\\ude00."}\n')
    story = only_story(tmp_path / "a.jsonl")
    assert story.text == "Half \ufffd of a sign, whole 😀." and [n.code for n in story.notes] == ["encoding"]


def test_raw_control_characters_and_other_encodings(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "A tab\there."}\n' + '{"text": "In a café."}'.encode("cp1252"))
    first, second = stories(read(tmp_path / "a.jsonl"))
    assert first.text == "A tab\there." and second.text == "In a café."
    assert [note.code for note in second.notes] == ["encoding"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_at_the_start_of_the_file(tmp_path, encoding):
    (tmp_path / "a.jsonl").write_bytes((lines({"id": "1", "text": LEAD}) * 2).decode().encode(encoding))
    assert [story.text for story in stories(read(tmp_path / "a.jsonl"))] == [LEAD, LEAD]


def test_gzip_and_detection_without_an_ending(tmp_path):
    gzipped(tmp_path / "a.jsonl.gz", lines(FULL, FULL))
    (tmp_path / "plain").write_bytes(lines(FULL, FULL))
    assert len(stories(read(tmp_path / "a.jsonl.gz", tmp_path / "plain"))) == 4


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_with_one_story_or_a_list(tmp_path, indent):
    (tmp_path / "one.json").write_text(json.dumps(FULL, indent=indent))
    assert only_story(tmp_path / "one.json").id == "x/1 ä"
    (tmp_path / "list.json").write_text(json.dumps([FULL, {"id": "no text"}, FULL], indent=indent))
    got = read(tmp_path / "list.json")
    assert [type(item) for item in got] == [Story, Refusal, Story]
    assert refusals(got)[0].place == "item 2"


def test_a_json_file_that_is_no_story_is_refused(tmp_path):
    (tmp_path / "config.json").write_text('{\n  "name": "x"\n}\n')
    assert '"text" is missing' in only_refusal(tmp_path / "config.json").problem


def test_lines_are_read_as_they_are_asked_for(tmp_path):
    from onrecord.stories import read_paths

    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(*({"id": str(i), "text": LEAD} for i in range(5000))))
    stream = read_paths([path])
    first = next(stream)
    assert isinstance(first, Story) and first.id == "0"
    assert sum(1 for _ in stream) == 4999


def test_defaults_fill_in_and_do_not_override(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(FULL, {"text": LEAD}))
    own, bare = stories(read(tmp_path / "a.jsonl", published="2020-01-01", outlet="Other"))
    assert (own.published, own.outlet) == ("2024-06-19", "The Example Post")
    assert (bare.published, bare.outlet) == ("2020-01-01", "Other")


def test_the_format_can_be_forced(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": LEAD}))
    assert only_story(path, format="text").text == path.read_text()
    (tmp_path / "b.txt").write_text("Plain words and no JSON.")
    assert "not valid JSON" in only_refusal(tmp_path / "b.txt", format="jsonl").problem
