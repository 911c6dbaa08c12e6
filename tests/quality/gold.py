"""Our own gold stories: invented ones in wire form, with every statement marked by its exact words.

``gold.json`` names words, not offsets, so that it can be read and mended by hand. ``spans_of`` finds the
places.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import msgspec

from onrecord.schema import Mode, Span

PATH = Path(__file__).with_name("gold.json")


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One attribution. ``within`` is the index of its parent in the story, ``kinds`` what it tests."""

    source: str | None
    cue: str | None
    content: tuple[str, ...]
    mode: Mode
    within: int | None
    kinds: tuple[str, ...]


class GoldStory(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One story. ``traps`` are words that look like statements and are none."""

    id: str
    published: str | None
    text: str
    statements: tuple[GoldStatement, ...]
    traps: tuple[str, ...]


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """Where a gold statement stands."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def stories(path: Path = PATH) -> tuple[GoldStory, ...]:
    """The gold stories. Raises msgspec.ValidationError where the file is malformed."""
    return msgspec.json.decode(path.read_bytes(), type=tuple[GoldStory, ...])


def digest(path: Path = PATH) -> str:
    """SHA-256 of what the gold says, whatever the line ends and the spacing of the file."""
    plain = json.dumps(json.loads(path.read_text(encoding="utf-8")), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def spans_of(story: GoldStory, statement: GoldStatement) -> Placed:
    """The places of a statement: its contents, the cue nearest to them, the source nearest to the cue.

    Raises ValueError where a content does not stand in the text exactly once, or a cue or source not at all.
    """
    content = tuple(only_place(story.text, piece) for piece in statement.content)
    cue = _nearest(story.text, statement.cue, content, content)
    source = _nearest(story.text, statement.source, cue or content, content)
    return Placed(source=source, cue=cue, content=content)


def only_place(text: str, words: str) -> Span:
    """The only place of the words in the text. Raises ValueError where there is none or more than one."""
    if text.count(words) != 1:
        raise ValueError(f"{words!r} stands {text.count(words)} times in the text, not once")
    start = text.index(words)
    return start, start + len(words)


def _nearest(text: str, words: str | None, anchor: tuple[Span, ...], outside: tuple[Span, ...]) -> tuple[Span, ...]:
    """The place of the words with the least distance to the anchor that touches none of ``outside``."""
    if words is None:
        return ()
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    places = [p for p in places if not any(p[0] < e and s < p[1] for s, e in outside)]
    if not places:
        raise ValueError(f"{words!r} does not stand outside the content")
    return (min(places, key=lambda p: min(max(s - p[1], p[0] - e, 0) for s, e in anchor)),)
