"""Writing to standard output: always UTF-8, whatever the locale, and failing in words."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

import click

FAILED = 3
"""Exit status: the work itself failed (weights damaged, a process died, the output cannot be written)."""

PIPE_CLOSED = 141
"""Exit status when the reader of the output went away: what shells report of a program that SIGPIPE ended."""


class Failure(click.ClickException):
    """The work cannot go on; the message says why and what to do."""

    exit_code = FAILED

    def show(self, file: object = None) -> None:
        say(f"onrecord: {self.message}")


@contextmanager
def failures_told() -> Iterator[None]:
    """Makes a Failure of what ends a reading: damaged weights, or a process that died."""
    from onrecord import WeightsError, WorkerDied

    try:
        yield
    except (WeightsError, WorkerDied) as error:
        raise Failure(str(error)) from error


def write(text: str | bytes) -> None:
    """Writes to standard output and flushes, so that a story is out before the next one is read.

    Raises:
        Failure: nothing can be written there (a full disk, a closed descriptor).
        SystemExit: with ``PIPE_CLOSED``, quietly, when nobody reads it any more (``| head``).
    """
    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    if sys.stdout is None:  # started with >&-
        raise Failure("cannot write to standard output: it is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except (OSError, ValueError) as error:
        _abandon_stdout()
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            raise SystemExit(PIPE_CLOSED) from None
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise Failure(f"cannot write to standard output: {why}") from None


def _abandon_stdout() -> None:
    """Lets what is left in the buffers go nowhere; the interpreter would fail on it again at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def on_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is a terminal; it is None where the program was started with it closed."""
    return stream is not None and stream.isatty()


def say(line: str) -> None:
    """One harmless line on standard error: messages quote names of files and words of stories."""
    from onrecord.schema.display import one_line

    click.echo(one_line(line), err=True)
