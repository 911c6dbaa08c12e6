"""Files, folders and globs: what is taken, passed over or refused, and in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.stories import Refusal, files_in
from tests.stories.wire_stories import HARBOUR, only_refusal, only_story, read, refusals, stories


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two stories, one below the other, among what is no story."""
    top = tmp_path / "news"
    (top / "b").mkdir(parents=True)
    (top / ".git").mkdir()
    for name in ("a.txt", "b/deep.txt", "c.txt", ".hidden.txt", ".git/config"):
        (top / name).write_text(HARBOUR)
    for name in ("logo.png", "style.css", "rows.csv"):
        (top / name).write_bytes(b"\x89PNG")
    return top


def names(paths: list[Path | str]) -> list[str]:
    return [item.path if isinstance(item, Refusal) else item for item in files_in(paths)]


def test_a_folder_gives_its_stories_by_name(folder):
    assert names([folder]) == [str(folder / name) for name in ("a.txt", "b/deep.txt", "c.txt")]


def test_documents_in_a_folder_are_refused_one_by_one(folder):
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7")
    (folder / "old.zip").write_bytes(b"PK\x03\x04")
    got = read(folder)
    assert len(stories(got)) == 3
    assert [Path(refusal.path).name for refusal in refusals(got)] == ["old.zip", "paper.pdf"]


def test_an_ending_that_is_not_known_is_judged_by_content(folder):
    (folder / "APX1998.0476").write_text(HARBOUR)
    (folder / "blob").write_bytes(bytes(1000))
    got = read(folder)
    assert len(stories(got)) == 4 and [refusal.problem for refusal in refusals(got)] == ["binary data, not text"]


def test_a_folder_without_stories_is_refused(tmp_path):
    assert "it is empty" in only_refusal(tmp_path).problem
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "b.png").write_bytes(b"")
    assert ".png (2)" in only_refusal(tmp_path).problem


def test_globs_that_the_shell_left_alone(folder):
    assert names([f"{folder}/*.txt"]) == [str(folder / "a.txt"), str(folder / "c.txt")]
    assert names([f"{folder}/**/*.txt"]) == [str(folder / name) for name in ("a.txt", "b/deep.txt", "c.txt")]
    assert names([f"{folder}/[ab]*"]) == [str(folder / "a.txt"), str(folder / "b/deep.txt")]
    assert "no file matches" in only_refusal(f"{folder}/*.html").problem


def test_a_name_with_glob_signs_is_a_name_first(tmp_path):
    path = tmp_path / "a[1].txt"
    path.write_text(HARBOUR)
    assert only_story(path).text == HARBOUR


def test_input_order_is_kept_and_nothing_is_merged(folder):
    given = [folder / "c.txt", folder / "a.txt", folder / "c.txt"]
    assert names([*given]) == [str(path) for path in given]


def test_links(folder):
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    got = read(folder)
    assert len(stories(got)) == 4
    assert sorted(Path(refusal.path).name for refusal in refusals(got)) == ["dangling.txt", "self"]
    assert "link" in refusals(got)[0].problem
    assert "no such file" in only_refusal(folder / "dangling.txt").problem


def test_pipes_and_sockets_in_a_folder_do_not_hang(folder):
    os.mkfifo(folder / "pipe.txt")
    assert len(stories(read(folder))) == 3


def test_a_folder_that_may_not_be_listed_is_refused(folder, monkeypatch):
    listing = os.listdir

    def forbidden(path: str) -> list[str]:
        if str(path).endswith("b"):
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "listdir", forbidden)
    got = read(folder)
    assert len(stories(got)) == 2 and "permission" in refusals(got)[0].problem


def test_a_name_that_is_not_utf8(tmp_path):
    try:
        path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
        Path(path).write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (refusal,) = refusals(read(path))
    assert refusal.path.endswith("caf\ufffd.txt") and str(refusal).encode()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("Harbour Deal (final).TXT", "harbour-deal-final-"),
        ("Zürich.txt", "zurich-"),
        ("порт.txt", "story-"),
        ("wsj_0026", "wsj-0026-"),
        ("APX1998.0476", "apx1998-0476-"),
        ("x" * 200 + ".txt", "x" * 48 + "-"),
    ],
)
def test_ids_are_made_of_name_and_hash(tmp_path, name, start):
    (tmp_path / name).write_text(HARBOUR)
    story = only_story(tmp_path / name)
    assert story.sha256 is not None and story.id == start + story.sha256[:12]
