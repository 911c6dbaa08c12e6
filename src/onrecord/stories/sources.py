"""One input opened for reading: a file or standard input, gzip taken off, never more in memory than
allowed."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from onrecord.stories.formats import GZIP_MAGIC
from onrecord.stories.limits import (
    GZIP_RATIO_FROM_BYTES,
    MAX_GZIP_RATIO,
    MAX_SKIPPED_BYTES,
    MAX_STORY_BYTES,
    MIB,
    MIN_SNIFF_BYTES,
    SNIFF_BYTES,
    as_size,
)
from onrecord.stories.refusal import NotAStory

STDIN = "-"

_TOO_LARGE = "split it into one file a story, or into JSONL with one story a line"


class TooLong(NotAStory):
    """Raised for one line over the limit, when the lines after it can still be read."""


class Source:
    """The bytes of one input, read forwards once. Raises NotAStory for damage and for what is too large."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw: BinaryIO = raw
        self._stream: BinaryIO = raw
        self._gzip = False
        self._expanded = 0
        self._compressed = 0
        self._failed: NotAStory | None = None
        head = self._read_some(SNIFF_BYTES)
        if head.startswith(GZIP_MAGIC):
            self._gzip = True
            self._stream = cast(BinaryIO, gzip.GzipFile(fileobj=_Counted(head, raw, self)))
            head = self._read_some(SNIFF_BYTES)
        self._buffer = head
        self._at = 0
        self.head = head
        """The first bytes, up to SNIFF_BYTES; they are still to be read."""

    def rest(self) -> bytes:
        """All bytes that are left. Raises NotAStory beyond MAX_STORY_BYTES, having read no more than that."""
        parts = [self._buffer[self._at :]]
        size = len(parts[0])
        self._buffer, self._at = b"", 0
        while size <= MAX_STORY_BYTES:
            chunk = self._read(MIB)
            if not chunk:
                return b"".join(parts)
            parts.append(chunk)
            size += len(chunk)
        raise NotAStory(f"more than {as_size(MAX_STORY_BYTES)} in one story", _TOO_LARGE)

    def line(self) -> bytes:
        """The next line with its end, ``b""`` at the end of the input.

        Raises TooLong for a line over MAX_STORY_BYTES, having passed over it; NotAStory where it has no
        end within MAX_SKIPPED_BYTES.
        """
        parts: list[bytes] = []
        size = 0
        while True:
            if self._at >= len(self._buffer):
                self._buffer, self._at = self._read(SNIFF_BYTES), 0
            end = self._buffer.find(b"\n", self._at) + 1
            piece = self._buffer[self._at : end or None]
            self._at += len(piece)
            size += len(piece)
            if size <= MAX_STORY_BYTES:
                parts.append(piece)
            elif size > MAX_SKIPPED_BYTES:
                problem = f"a line of more than {as_size(MAX_SKIPPED_BYTES)}; the rest of the file is not read"
                raise NotAStory(problem, "give one JSON object a line")
            else:
                parts.clear()
            if end or not piece:
                break
        if size > MAX_STORY_BYTES:
            raise TooLong(f"a line of {as_size(size)}, over the limit of {as_size(MAX_STORY_BYTES)}", _TOO_LARGE)
        return b"".join(parts)

    def _read_some(self, count: int) -> bytes:
        """Up to ``count`` bytes, but no waiting for more on a pipe once enough for a verdict is there."""
        parts: list[bytes] = []
        size = 0
        while size < count:
            try:
                chunk = self._read(count - size)
            except NotAStory as error:
                if not size:
                    raise
                # What came before the damage is still read; the error is told in its place.
                self._failed, chunk = error, b""
            parts.append(chunk)
            size += len(chunk)
            if not chunk or (size >= MIN_SNIFF_BYTES and b"\n" in chunk):
                break
        return b"".join(parts)

    def _read(self, count: int) -> bytes:
        if self._failed is not None:
            raise self._failed
        reader = getattr(self._stream, "read1", self._stream.read)
        try:
            chunk = bytes(reader(count))
        except EOFError:
            raise NotAStory("the gzip file is cut short", "fetch or compress it again") from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise NotAStory(f"damaged gzip file ({error})", "fetch or compress it again") from None
        if self._gzip:
            self._expanded += len(chunk)
            if self._expanded > GZIP_RATIO_FROM_BYTES and self._expanded > MAX_GZIP_RATIO * self._compressed:
                problem = f"expands to more than {MAX_GZIP_RATIO} times its size, as gzip bombs do"
                raise NotAStory(problem, "unpack it yourself if you trust it")
        return chunk


class _Counted(io.RawIOBase):
    """The compressed stream, with the bytes already looked at put back, counting what the expander took."""

    def __init__(self, head: bytes, raw: BinaryIO, owner: Source) -> None:
        self._head = head
        self._raw = raw
        self._owner = owner

    def read(self, count: int = -1) -> bytes:
        chunk, self._head = (self._head[:count], self._head[count:]) if self._head else (self._raw.read(count), b"")
        self._owner._compressed += len(chunk)
        return chunk


@contextmanager
def opened(path: str) -> Iterator[Source]:
    """The input at ``path``, or standard input for ``-``. Raises OSError where it cannot be opened."""
    if path == STDIN:
        yield Source(sys.stdin.buffer)
        return
    if "\0" in path:
        raise FileNotFoundError(path)
    # Non-blocking would hide an empty FIFO, so a FIFO that is named outright is waited for, as cat does.
    with open(path, "rb") as raw:
        yield Source(cast(BinaryIO, raw))


def os_problem(error: OSError) -> tuple[str, str]:
    """What went wrong with a path, and the remedy, in words."""
    if isinstance(error, FileNotFoundError) and str(error.filename).startswith(("http://", "https://")):
        return "an address, and nothing is fetched from the web", "save the page and give the file"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder", "check the spelling and the folder you are in"
    if isinstance(error, PermissionError):
        return (
            "no permission to read it",
            "change its permissions (chmod +r) or copy it to a place of your own",
        )
    if isinstance(error, IsADirectoryError):
        return "a folder where a file was expected", "give the folder itself"
    return error.strerror or os.strerror(error.errno or 0), "check that the file can be read"
