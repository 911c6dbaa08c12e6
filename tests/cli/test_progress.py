"""The progress line: on a terminal only, for long work only."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from onrecord.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, *, out: io.StringIO, err: io.StringIO, patience: float) -> str:
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(progress, "INTERVAL", 0.0)
    with progress.Progress(["a.txt", "b.txt"]) as shown:
        shown.stories, shown.words = 1, 300
        shown.draw()
    return err.getvalue()


def test_it_is_drawn_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    line = drawn(monkeypatch, out=Terminal(), err=Terminal(), patience=0.0)
    assert "1 read" in line and "50%" in line and line.endswith("\r\x1b[K")


def test_short_work_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, out=Terminal(), err=Terminal(), patience=60.0) == ""


@pytest.mark.parametrize(("out", "err"), [(io.StringIO, Terminal), (Terminal, io.StringIO)])
def test_none_when_piped(monkeypatch: pytest.MonkeyPatch, out: type[io.StringIO], err: type[io.StringIO]) -> None:
    assert drawn(monkeypatch, out=out(), err=err(), patience=0.0) == ""


def test_what_is_expected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n')
    assert progress.expected([str(tmp_path)]) == 3
    assert progress.expected([str(tmp_path), str(tmp_path / "gone.txt")]) == 4
    assert progress.expected([str(tmp_path), "-"]) is None
    assert progress.expected([str(tmp_path / "c.jsonl.gz")]) is None
