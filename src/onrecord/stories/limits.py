"""Sizes beyond which an input is refused rather than loaded. Each one is reached by damage, hardly by a
story."""

from __future__ import annotations

MIB = 1024 * 1024

MAX_STORY_BYTES = 20 * MIB
"""Bytes of one story as stored (a file, a page, a line of JSONL). War and Peace takes about 3 MiB;
what is larger is a dump of many stories or not text."""

MAX_SKIPPED_BYTES = 1024 * MIB
"""Bytes of one over-long JSONL line that are passed over to find the next line. Beyond it (some ten
seconds of reading) the file is taken for endless, such as a device or a gzip bomb, and given up."""

MAX_GZIP_RATIO = 500
"""Expanded bytes for each compressed byte. Text compresses 3 to 12 times, one story repeated up to about 300
times; deflate itself ends at 1,032, which is where bombs stand."""

GZIP_RATIO_FROM_BYTES = 64 * MIB
"""Expanded bytes before MAX_GZIP_RATIO counts, so that a small file of blanks is not called a bomb."""

SNIFF_BYTES = 64 * 1024
"""Bytes from which the format and a binary file are recognised: pages carry long scripts in their heads."""

MIN_SNIFF_BYTES = 512
"""Bytes that settle the format when a pipe gives no more at once; a live feed of JSONL is not held up for
more."""


def as_size(count: int) -> str:
    """A number of bytes for people: ``20 MB``."""
    return f"{count // MIB} MB" if count >= MIB else f"{count:,} bytes"
