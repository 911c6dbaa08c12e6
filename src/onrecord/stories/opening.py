"""The first and last lines of a story, where headline, dateline and credit stand. The rest is never looked
at."""

from __future__ import annotations

import re
import unicodedata

import msgspec

OPENING_CHARS = 6_000
"""Code points of a story searched for headline and dateline: menus and several headline blocks stay below
it."""

ENDING_CHARS = 600
"""Code points at the end of a story searched for a credit line."""

MAX_OPENING_LINES = 60
"""Lines searched: a page saved as text may bring forty lines of menu."""

MAX_LINE_CHARS = 600
"""Code points kept of one line: more than any headline has, and enough to see that it is a paragraph."""

WRAPPED_CHARS = range(45, 100)
"""Lengths of a line broken by the margin of old mail and terminals (60 to 80, as words fall). It is joined
to the next one where that begins with a small letter; a headline is not, to the paragraph below it."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


class Line(msgspec.Struct, frozen=True):
    """One line or wrapped paragraph: its words, cleaned for comparing, and where it starts in the story.

    ``words`` has no zero-width or direction marks, and single blanks; it is for judging, not for offsets.
    """

    words: str
    start: int


def first_lines(text: str) -> list[Line]:
    """The lines with words at the beginning of ``text``, lines broken by a margin joined again."""
    lines: list[Line] = []
    head = text[:OPENING_CHARS]
    at, last_length = 0, 0
    for end, after in [*((m.start(), m.end()) for m in _BREAK.finditer(head)), (len(head), len(head))]:
        raw, begun, at = head[at:end], at, after
        words = cleaned(raw[:MAX_LINE_CHARS])
        if words and words[0].islower() and last_length in WRAPPED_CHARS:
            lines[-1] = Line(f"{lines[-1].words} {words}"[:MAX_LINE_CHARS], lines[-1].start)
        elif words:
            lines.append(Line(words, begun))
        if len(lines) >= MAX_OPENING_LINES:
            break
        last_length = len(words)
    return lines


def last_lines(text: str, count: int) -> list[str]:
    """The last ``count`` lines with words, cleaned, in order; only the end of a long line is kept."""
    lines = [words for raw in _BREAK.split(text[-ENDING_CHARS:]) if (words := cleaned(raw))]
    return lines[-count:]


def cleaned(raw: str) -> str:
    """``raw`` without characters that are not seen (zero-width, direction, NUL), blanks made single."""
    return " ".join("".join(c for c in raw if _is_seen(c)).split())


def _is_seen(c: str) -> bool:
    return c.isprintable() or c.isspace() or unicodedata.category(c) not in ("Cf", "Cc")


def place_after(text: str, start: int, words: str) -> int:
    """Where in ``text`` the cleaned ``words`` end that begin at ``start``; blanks and unseen characters count not."""
    left = len(words) - words.count(" ")
    at = start
    while left and at < len(text):
        left -= _is_seen(text[at]) and not text[at].isspace()
        at += 1
    return at
