"""The text that goes in is the text that is stored, and the same input gives the same story."""

from __future__ import annotations

import hashlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.schema import Story
from onrecord.stories import from_text
from tests.stories.wire_stories import HARBOUR, LEAD, only_story, read

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300).map(lambda text: f"W{text}")


@given(TEXTS)
def test_text_in_memory(text):
    story = from_text(text)
    assert story.text == text
    assert story.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert story.id == f"text-{story.sha256[:12]}"
    assert from_text(text) == story


@settings(max_examples=60)
@given(TEXTS)
def test_text_in_a_file_and_in_jsonl(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("round")
    # Long plain words first, so that a few odd characters do not make it look like a binary file.
    text = LEAD + text
    (folder / "a.txt").write_bytes(text.encode())
    (folder / "b.jsonl").write_text(json.dumps({"id": "b", "text": text}) + "\n")
    assert [item.text for item in read(folder) if isinstance(item, Story)] == [text, text]


@given(st.text(max_size=200), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_nothing_above_a_story_breaks_the_reading_of_its_head(above, end):
    text = f"{above}{end}LINDEN, June 18 (AP) — {LEAD}"
    try:
        story = from_text(text)
    except ValueError:
        with pytest.raises(UnicodeEncodeError):
            text.encode()
        return
    assert story.text == text
    assert story.title is None or 0 < len(story.title) <= 250


def test_title_agency_and_dateline_are_the_same_whichever_way_a_text_comes(tmp_path):
    (tmp_path / "a.txt").write_text(HARBOUR)
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": HARBOUR}))
    plain, line = only_story(tmp_path / "a.txt"), only_story(tmp_path / "a.jsonl")
    assert plain == line == from_text(HARBOUR, id=plain.id)


HOSTILE = {
    "capitals": "ABCDE ",
    "one long word": "A",
    "slashes": "A/",
    "dots": "U.S. ",
    "commas": "AB, ",
    "brackets": "(A",
    "square brackets": "A [B] ",
    "dashes": "A - ",
    "dates": "A, June 1 ",
    "weekdays": "MONDAY, ",
    "short lines": "ABCD EFGH\n",
    "empty lines": "\n",
    "blanks": " ",
    "tags": "<p ",
    "trail": "a > ",
    "clocks": "10:10 ",
    "marks not seen": "\u200b",
    "bylines": "by ",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_costs_no_time(kind):
    piece = HOSTILE[kind]
    text = "Word. " + piece * (1_000_000 // len(piece))
    from_text(text)  # the first call may load the language model
    begun = time.process_time()
    from_text(text)
    # Milliseconds in practice; a pattern that backtracks takes minutes.
    assert time.process_time() - begun < 1
