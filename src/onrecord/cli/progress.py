"""One line on standard error that tells how far a long reading is."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import TextIO

from onrecord.cli.output import on_terminal

PATIENCE = 1.0
"""Seconds of work before anything is shown: short work needs no progress."""

INTERVAL = 0.2
"""Seconds between two showings."""

_ERASE = "\r\x1b[K"
_WIDTH = 24


class Progress:
    """Counts stories and words; draws only where standard error is a terminal and output is not piped away.

    Where the paths tell how many stories there are, the line has a bar.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.shown = on_terminal(sys.stderr) and (on_terminal(sys.stdout) or _is_file(sys.stdout))
        self.total = expected(paths) if self.shown else None
        self.stories = self.words = self.refused = 0
        self._drawn = False
        self._began = self._last = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def clear_way(self) -> None:
        """Takes the line away before a story is printed, if that goes to the same terminal."""
        if on_terminal(sys.stdout):
            self.clear()

    def clear(self) -> None:
        """Takes the line away."""
        if self._drawn:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
            self._drawn = False

    def draw(self) -> None:
        """Shows the line anew, if it is time to."""
        now = time.monotonic()
        if not self.shown or now - self._began < PATIENCE or now - self._last < INTERVAL:
            return
        self._last = now
        self._drawn = True
        sys.stderr.write(_ERASE + self.line(now - self._began))
        sys.stderr.flush()

    def line(self, seconds: float) -> str:
        """What is shown after so many seconds of work."""
        rate = self.words / seconds if seconds > 0 else 0.0
        parts = [f"{self.stories:,} read", f"{rate:,.0f} words/s"]
        if self.refused:
            parts.append(f"{self.refused:,} refused")
        done = self.stories + self.refused
        if self.total and self.total > 1 and done <= self.total:
            filled = _WIDTH * done // self.total
            parts.insert(0, "█" * filled + "░" * (_WIDTH - filled) + f" {100 * done // self.total}%")
        return "  ".join(parts)


def expected(paths: Sequence[str]) -> int | None:
    """How many stories and refusals will come of the paths, or None where that is not known beforehand.

    One for each file, and one for each line of JSONL; standard input and compressed files tell nothing.
    """
    from onrecord.stories.paths import files_in

    count = 0
    for path in files_in(paths):
        if not isinstance(path, str):
            count += 1  # a refusal
        elif path == "-" or path.endswith(".gz"):
            return None
        elif path.endswith((".jsonl", ".ndjson")):
            try:
                with open(path, "rb") as lines:
                    count += sum(chunk.count(b"\n") for chunk in iter(partial(lines.read, 1 << 20), b""))
            except OSError:
                count += 1
        else:
            count += 1
    return count


def _is_file(stream: TextIO | None) -> bool:
    """Whether a stream goes to a file on disk, where a progress line on the terminal disturbs nobody."""
    if stream is None:
        return False
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False
