"""Each bad input of the issue: refused with file, problem and remedy, while the rest of the batch goes on."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import sys

import pytest

from onrecord.schema import Story
from onrecord.stories import Refusal, StoryError, from_html, from_text, sources
from onrecord.stories.limits import MAX_STORY_BYTES
from tests.stories.wire_stories import HARBOUR, gzipped, only_refusal, only_story, read, refusals, stories

BINARIES = {
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3\n", "PDF"),
    "office.docx": (b"PK\x03\x04" + bytes(50), "docx"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "Office"),
    "photo.txt": (b"\xff\xd8\xff\xe0" + bytes(50), "JPEG"),
    "nulls.txt": (bytes(4000), "binary"),
    "noise.txt": (bytes(range(32)) * 40, "binary"),
    "tool": (b"\x7fELF\x02\x01" + bytes(60), "program"),
    "store.jsonl": (b"SQLite format 3\x00" + bytes(60), "SQLite"),
    "feed.xml": (b'<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', "feed"),
}


@pytest.mark.parametrize("name", BINARIES)
def test_files_that_are_no_text_are_refused_by_name(tmp_path, name):
    data, said = BINARIES[name]
    (tmp_path / name).write_bytes(data)
    assert said in only_refusal(tmp_path / name).problem


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n ", "\u200b\u200e".encode(), b"\xef\xbb\xbf", b"*** --- ..."])
def test_files_without_words_are_refused(tmp_path, data):
    (tmp_path / "empty.txt").write_bytes(data)
    assert only_refusal(tmp_path / "empty.txt").problem in ("an empty file", "no text in it")


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.html", "empty.json"])
def test_empty_files_of_other_formats_are_refused(tmp_path, name):
    for data in (b"", b"\n\n  \n"):
        (tmp_path / name).write_bytes(data)
        assert only_refusal(tmp_path / name).problem


def test_a_missing_path_is_refused_and_the_batch_goes_on(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text(HARBOUR)
    got = read(good, tmp_path / "missing.txt", good)
    assert [type(item) for item in got] == [Story, Refusal, Story]
    assert str(refusals(got)[0]).startswith(f"{tmp_path / 'missing.txt'}: no such file or folder; ")


@pytest.mark.parametrize("path", ["https://example.org/harbour", "a\0b.txt", "no/such/folder/", ""])
def test_paths_that_are_none(path):
    refusal = only_refusal(path)
    assert "address" in refusal.problem if path.startswith("http") else "no such file" in refusal.problem


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text(HARBOUR)

    def forbidden(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", forbidden)
    assert "permission" in only_refusal(path).problem


def test_a_megabyte_without_a_full_stop_is_read(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("word and more " * 80_000)
    assert len(only_story(path).text) > 1_000_000


def test_an_oversized_story_is_refused_before_it_is_all_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"words ")
        file.truncate(200 * 1024 * 1024)
    reads: list[int] = []

    class Counting(sources.Source):
        def _read(self, count: int) -> bytes:
            chunk = super()._read(count)
            reads.append(len(chunk))
            return chunk

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "Source", Counting)
        path_text = tmp_path / "words.txt"
        with path_text.open("wb") as file:
            for _ in range(30):
                file.write(b"words and " * 100_000)
        assert "more than 20 MB" in only_refusal(path_text).problem
    assert sum(reads) <= MAX_STORY_BYTES + 2 * 1024 * 1024
    assert only_refusal(path).problem == "binary data, not text"


def test_a_line_of_200_megabytes_is_passed_over(tmp_path):
    path = tmp_path / "lines.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "a", "text": "The first story."}\n{"id": "b", "text": "')
        for _ in range(200):
            file.write(b"x" * (1024 * 1024))
        file.write(b'"}\n{"id": "c", "text": "The third story."}\n')
    got = read(path)
    assert [type(item) for item in got] == [Story, Refusal, Story]
    assert [story.id for story in stories(got)] == ["a", "c"]
    assert refusals(got)[0].place == "line 2" and "200 MB" in refusals(got)[0].problem
    path.unlink()


def test_a_line_without_end_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_STORY_BYTES", 1000)
    monkeypatch.setattr(sources, "MAX_SKIPPED_BYTES", 5000)
    path = tmp_path / "endless.jsonl"
    path.write_text('{"id": "a", "text": "The first story."}\n' + "x" * 200_000)
    got = read(path)
    assert [type(item) for item in got] == [Story, Refusal]
    assert "rest of the file" in refusals(got)[0].problem


@pytest.mark.parametrize("name", ["cut.txt.gz", "cut.jsonl.gz"])
def test_a_gzip_file_that_is_cut_short_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(gzip.compress(os.urandom(2000).hex().encode() + b" words")[:-200])
    assert "cut short" in refusals(read(path))[-1].problem


def test_a_damaged_gzip_file_is_refused(tmp_path):
    path = tmp_path / "bad.txt.gz"
    data = bytearray(gzip.compress(os.urandom(3000).hex().encode()))
    data[40:60] = bytes(20)
    path.write_bytes(bytes(data))
    assert "gzip" in only_refusal(path).problem


def test_stories_before_the_damage_are_kept(tmp_path):
    path = tmp_path / "part.jsonl.gz"
    line = b'{"id": "a", "text": "The first story."}\n'
    path.write_bytes(gzip.compress(line) + gzip.compress(b"more " * 500)[:-12])
    got = read(path)
    assert isinstance(got[0], Story) and isinstance(got[-1], Refusal)


def test_a_gzip_bomb_is_refused(tmp_path):
    path = gzipped(tmp_path / "bomb.txt.gz", b"a " * (30 * 1024 * 1024))
    assert "more than 20 MB" in only_refusal(path).problem


def test_a_gzip_bomb_of_lines_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "GZIP_RATIO_FROM_BYTES", 256 * 1024)
    path = gzipped(tmp_path / "bomb.jsonl.gz", b"\n" * (1024 * 1024))
    assert "gzip bombs" in only_refusal(path).problem


@pytest.mark.parametrize("name", ["story.txt.gz", "story.gz", "story.txt"])
def test_gzip_is_seen_by_its_bytes(tmp_path, name):
    path = gzipped(tmp_path / name, HARBOUR.encode())
    assert only_story(path).text == HARBOUR


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HARBOUR.encode())))
    story = only_story("-")
    assert story.text == HARBOUR and story.id.startswith("stdin-")


def test_gzip_on_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(HARBOUR.encode()))))
    assert only_story("-").text == HARBOUR


@pytest.mark.parametrize("text", ["", "  \n", "a\ud800b", "..."])
def test_from_text_raises_with_the_refusal(text):
    with pytest.raises(StoryError) as caught:
        from_text(text)
    assert caught.value.refusal.path == "text" and str(caught.value) == str(caught.value.refusal)


@pytest.mark.parametrize("markup", ["", "<html></html>", "<p></p>", b"", b"\x00\x01", "<!-- only a comment -->"])
def test_from_html_raises_with_the_refusal(markup):
    with pytest.raises(StoryError) as caught:
        from_html(markup)
    assert caught.value.refusal.remedy


def test_a_refusal_in_words_and_across_processes():
    refusal = Refusal(path="a.jsonl", place="line 12", problem="not valid JSON", remedy="mend it")
    assert str(refusal) == "a.jsonl, line 12: not valid JSON; mend it"
    error = pickle.loads(pickle.dumps(StoryError(refusal)))
    assert error.refusal == refusal
