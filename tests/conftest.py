"""What several test files share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

WIRE = """\
Minister promises bridge by spring

TALLINN, May 4 (Example) - "We will open the bridge in April," Minister Anna Kask told reporters on Monday.

Kask said that the city had asked for a second lane. According to the mayor, the old bridge will be closed.
"""
"""A short story with plain statements: any reader worth the name finds some."""


@pytest.fixture
def story_file(tmp_path: Path) -> Path:
    """A file with one short story."""
    path = tmp_path / "bridge.txt"
    path.write_text(WIRE, encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command line in a process of its own, in an empty folder, and returns what it printed."""

    def start(
        *arguments: str | Path,
        stdin: str | None = None,
        env: dict[str, str] | None = None,
        cwd: Path = tmp_path,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "onrecord.cli", *map(str, arguments)],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, **(env or {})},
            timeout=120,
            check=False,
        )

    return start
