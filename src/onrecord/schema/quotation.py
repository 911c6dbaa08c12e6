"""Quotation marks: where a quotation opens and closes, and how much of a content stands inside one.

The mode of a statement (direct, mixed, indirect) is defined by this, so it is part of the contract. A quotation
never reaches over a blank line: by the usage of the press a quotation that goes on is opened anew at each
paragraph, and one that was never closed must not swallow the story (textacy's old fault).

Marks known: " " “ ” „ ‟ '' `` « » ‹ › ‘ ’ and the straight single mark, mixed as they come.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import Literal, NamedTuple

Span = tuple[int, int]

DIRECT_SHARE = 0.95
"""Share of the letters and digits of a content that must stand in marks for ``direct`` (PolNeAR's practice)."""

LONGEST_SINGLE = 600
"""Code points between single marks; a longer stretch is two apostrophes far apart. It also bounds the search."""

_MARK = re.compile(r"\n[^\S\n]*\n|''|``|[\"“”„‟«»‹›‘’‚'＂]")
_WORD = re.compile(r"[^\W_]")
_SINGLE_CLOSE = re.compile(r"(?<=\S)['’](?!\w)|\n[^\S\n]*\n")
_SINGLE = "'‘’‚‹›"
_CLOSES = {"“": "”\"''“", "„": '“”‟"', "``": "''\"”``", "«": "»", "»": "«", "‹": "›", "›": "‹"}
_OPENERS = " \t\n\r\xa0([{—–-/‒―\u200b\ufeff…:"


class Quotation(NamedTuple):
    """One quotation: ``start`` at its opening mark, ``end`` after its closing mark (or where it breaks off).

    ``inner`` is the span without the marks; ``closed`` is False when no closing mark was found.
    """

    start: int
    end: int
    inner: Span
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """All quotations of a text in order of their opening marks; single marks may nest in double ones.

    Linear in the length of the text. Apostrophes are not marks; a closing mark with no opening one is ignored.
    """
    found: list[Quotation] = []
    double: tuple[int, int, str] | None = None
    single_until = -1
    for m in _MARK.finditer(text):
        mark, at, after = m.group(), m.start(), m.end()
        if mark[0] == "\n":
            if double:
                found.append(_broken(text, double, at))
                double = None
            continue
        before = text[at - 1] if at else "\n"
        follows = text[after] if after < len(text) else "\n"
        if len(mark) == 1 and mark in _SINGLE:
            if at < single_until:
                continue
            end = _single_end(text, mark, at, before, follows)
            if end:
                single_until = end
                found.append(Quotation(at, end, (after, end - 1), True))
            continue
        opens = mark in "“„«``" or (mark in "\"''＂»" and not follows.isspace())
        if double is None:
            strong_close = (
                mark in "\"''»" and before not in _OPENERS and not before.isspace() and not _opens_here(text, after)
            )
            if opens and not (strong_close and before.isalnum()):
                double = (at, after, mark)
            continue
        if mark in _CLOSES.get(double[2], "\"''”＂“»") and not _reopens(double[2], mark, before, follows):
            found.append(Quotation(double[0], after, (double[1], at), True))
            double = None
        elif opens:
            found.append(_broken(text, double, at))
            double = (at, after, mark)
    if double:
        found.append(_broken(text, double, len(text)))
    found.sort()
    return found


def _opens_here(text: str, after: int) -> bool:
    """Whether a mark that touches the word before it still opens (``said:"We go"``)."""
    return after < len(text) and (text[after].isalnum() or text[after] in "‘'$£€")


def _reopens(opened: str, mark: str, before: str, follows: str) -> bool:
    """Whether a mark in an open quotation plainly opens another (the first was never closed)."""
    if mark in "“„" and opened != "„":
        return True
    return mark in "\"''＂" and before in _OPENERS and (follows.isalnum() or follows in "‘'“")


def _broken(text: str, opened: tuple[int, int, str], stop: int) -> Quotation:
    end = stop
    while end > opened[1] and text[end - 1].isspace():
        end -= 1
    return Quotation(opened[0], end, (opened[1], end), False)


def _single_end(text: str, mark: str, at: int, before: str, follows: str) -> int:
    """Where a single-marked quotation that opens at ``at`` ends; 0 when it is an apostrophe."""
    if mark == "’" or follows.isspace() or not (before in _OPENERS or before in '"“„«'):
        return 0
    if mark in "'‘" and (follows.isdigit() and text[at + 1 : at + 4].endswith("s")):
        return 0
    close = "›" if mark == "‹" else "‹" if mark == "›" else ""
    if close:
        end = text.find(close, at + 1, at + LONGEST_SINGLE)
        return end + 1 if end > 0 and "\n\n" not in text[at:end] else 0
    fallback = 0
    for m in _SINGLE_CLOSE.finditer(text, at + 2, at + LONGEST_SINGLE):
        if m.group()[0] == "\n":
            break
        # "the workers' rights": a plural's apostrophe may close nothing; a mark after punctuation surely does
        if text[m.start() - 1] in ",.?!…;—-" or text[m.end() : m.end() + 1] in (
            "",
            ",",
            ".",
            ")",
            ";",
            ":",
            "?",
            "!",
            '"',
            "”",
        ):
            return m.end()
        if text[m.start() - 1] != "s":
            return m.end()
        fallback = fallback or m.end()
    return fallback


def inside_marks(text: str, spans: tuple[Span, ...], marks: list[Quotation] | None = None) -> list[Span]:
    """The parts of ``spans`` that stand inside quotation marks which open within ``spans``, marks left out.

    ``marks`` are the text's quotations where they are known already, so that many contents cost one scan.
    """
    if not spans:
        return []
    marks = quotations(text) if marks is None else marks
    first = bisect_left(marks, (min(s for s, _ in spans),))
    high = max(e for _, e in spans)
    out: list[Span] = []
    covered = -1
    for q in islice(marks, first, None):
        if q.start >= high:
            break
        if q.start < covered or not any(s <= q.start < e for s, e in spans):
            continue
        covered = q.end
        inner = [(max(s, q.inner[0]), min(e, q.inner[1])) for s, e in spans]
        out += [(s, e) for s, e in inner if s < e]
    return sorted(out)


def mode_of(
    text: str, spans: tuple[Span, ...], marks: list[Quotation] | None = None
) -> Literal["direct", "mixed", "indirect"]:
    """``direct``, ``mixed`` or ``indirect``: how much of the content stands in marks of its own."""
    total = sum(len(_WORD.findall(text[s:e])) for s, e in spans)
    quoted = sum(len(_WORD.findall(text[s:e])) for s, e in inside_marks(text, spans, marks))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * total else "mixed"
