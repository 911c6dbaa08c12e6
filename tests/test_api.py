"""Reading from Python: what a user expects, and no text taken for a path."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from tests.conftest import WIRE


def test_read_takes_a_path(story_file: Path) -> None:
    for source in (story_file, str(story_file)):
        reading = onrecord.read(source)
        assert reading.story.text == WIRE
        first = reading.statements[0]
        assert first.text and first.source_text and first.mode in {"direct", "mixed", "indirect"}
        for statement in reading.statements:
            for start, end in statement.content:
                assert WIRE[start:end] in statement.text


def test_a_quote_is_the_words_without_the_marks(story_file: Path) -> None:
    quotes = [s.quote for s in onrecord.read(story_file).statements if s.mode == "direct"]
    assert quotes == ["We will open the bridge in April,"]


def test_read_takes_a_story() -> None:
    story = onrecord.Story(id="mine", text=WIRE, language="en")
    assert onrecord.read(story).story == story
    with pytest.raises(TypeError, match="already has its facts"):
        onrecord.read(story, outlet="The Daily")


@pytest.mark.parametrize("text", [WIRE, "He said it would rain.", "x" * 5000, "a\0b"])
def test_read_never_takes_a_text_for_a_path(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="read_text") as caught:
        onrecord.read(text)
    assert len(str(caught.value)) < 200


def test_read_refuses_other_things() -> None:
    with pytest.raises(TypeError, match="not bytes"):
        onrecord.read(b"story.txt")  # type: ignore[arg-type]


def test_read_wants_one_story(tmp_path: Path) -> None:
    two = tmp_path / "two.jsonl"
    two.write_text('{"id": "1", "text": "It rained."}\n{"id": "2", "text": "It rained again."}\n')
    with pytest.raises(onrecord.StoryError, match=r"more than one story.*read_many"):
        onrecord.read(two)
    with pytest.raises(onrecord.StoryError, match=r"folder.*read_many"):
        onrecord.read(tmp_path)
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(onrecord.StoryError, match=r"empty\.txt"):
        onrecord.read(empty)


def test_read_text_keeps_the_text_and_the_facts() -> None:
    reading = onrecord.read_text(WIRE, id="x", published="2024-05-06", outlet="The Daily", url="https://d.example/1")
    story = reading.story
    assert story.text == WIRE and story.id == "x"
    assert (story.published, story.outlet, story.url) == ("2024-05-06", "The Daily", "https://d.example/1")
    assert reading.statements
    with pytest.raises(onrecord.StoryError):
        onrecord.read_text("  ")


def test_read_html_reads_the_main_text() -> None:
    body = "".join(f"<p>{part}</p>" for part in WIRE.split("\n\n"))
    reading = onrecord.read_html(f"<html><body><article>{body}</article></body></html>", outlet="The Daily")
    assert "We will open the bridge" in reading.story.text and "<p>" not in reading.story.text
    assert reading.story.outlet == "The Daily"


@pytest.mark.parametrize("jobs", [1, 2])
def test_read_many_gives_readings_and_refusals_in_order(tmp_path: Path, jobs: int) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(WIRE)
    (tmp_path / "b.txt").touch()
    results = list(onrecord.read_many([tmp_path], jobs=jobs))
    assert [isinstance(r, onrecord.Reading) for r in results] == [True, False, True]
    assert "b.txt" in str(results[1])


def test_read_many_takes_one_path_as_one(story_file: Path) -> None:
    assert len(list(onrecord.read_many(story_file))) == len(list(onrecord.read_many(str(story_file)))) == 1  # type: ignore[arg-type]


def test_the_same_text_gives_the_same_answer_twice() -> None:
    assert onrecord.read_text(WIRE, id="x") == onrecord.read_text(WIRE, id="x")


def test_importing_costs_nothing() -> None:
    code = "import sys, onrecord; print([m for m in ('msgspec', 'numpy', 'onnxruntime') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    assert set(onrecord.__all__) <= set(dir(onrecord))
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        _ = onrecord.raed


def test_public_functions_tell_what_they_take_and_raise() -> None:
    for name in ("read", "read_text", "read_html", "read_many"):
        doc = getattr(onrecord, name).__doc__
        assert "Raises:" in doc and "Args:" in doc
