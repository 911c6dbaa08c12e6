"""JSONL: one JSON object a line, each with ``text`` and, where known, ``id title url outlet published author
modified``; other keys are ignored. Also a ``.json`` file with one such object, or with a list of them.

An empty string counts as missing. Each bad line is refused on its own, and the next one is read.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

import msgspec

from onrecord.schema import Note
from onrecord.stories.decode import decode, encoding_by_mark, without_surrogates
from onrecord.stories.facts import Facts
from onrecord.stories.limits import MAX_STORY_BYTES
from onrecord.stories.refusal import NotAStory
from onrecord.stories.sources import Source, TooLong

_ONE_OBJECT = 'give one JSON object a line, such as {"id": "1", "text": "..."}'


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One story as a line gives it; ``place`` says which (``line 12``)."""

    place: str
    text: str
    facts: Facts
    notes: tuple[Note, ...] = ()


_KEYS = ("text", *Facts.__struct_fields__)

# The keys that are read; others are skipped without being built. Any type is let through, so that a wrong
# one can be named in plain words.
_Fields = msgspec.defstruct("_Fields", [(key, Any, None) for key in _KEYS])

_NumberedLine = tuple[int, bytes | NotAStory]

_decoder = msgspec.json.Decoder(_Fields)
_items_decoder = msgspec.json.Decoder(list[msgspec.Raw])


def entries(source: Source) -> Iterator[Entry | NotAStory]:
    """The stories of ``source`` in order, read line by line; a NotAStory, with its place, for each bad one.

    Raises NotAStory where nothing after it can be read (a damaged gzip file, a line without end).
    """
    lines = _lines(source)
    first = next(((number, line) for number, line in lines if isinstance(line, NotAStory) or line.strip()), None)
    if first is None:
        raise NotAStory("an empty file", "give a file with one JSON object a line")
    number, line = first
    held = [(number, line)]
    if isinstance(line, bytes) and _opens_a_document(line):
        # Not one object a line, but a list of stories or one story over many lines; or a broken first line.
        held.extend(_up_to_limit(lines))
        whole = _document([line for _, line in held])
        if whole is not None:
            yield from whole
            return
    for number, line in chain(held, lines):
        if isinstance(line, NotAStory) or line.strip():
            yield _entry(line, f"line {number}")


def _lines(source: Source) -> Iterator[_NumberedLine]:
    """Lines with their numbers from 1, in UTF-8 where the file was in UTF-16 or UTF-32, without the BOM."""
    wide = encoding_by_mark(source.head)
    number = 0
    if wide is not None:
        # Rare (PowerShell's > writes it), so it is read whole: a character may hold the byte of a line end.
        text = decode(source.rest()).text
        for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
            yield number, line.encode("utf-8", "replace")
        return
    while True:
        number += 1
        try:
            line_bytes = source.line()
        except TooLong as error:
            yield number, error
            continue
        if not line_bytes:
            return
        yield number, line_bytes.removeprefix(b"\xef\xbb\xbf") if number == 1 else line_bytes


def _opens_a_document(line: bytes) -> bool:
    stripped = line.strip()
    return stripped.startswith(b"[") or (stripped.startswith(b"{") and not stripped.endswith(b"}"))


def _up_to_limit(lines: Iterator[_NumberedLine]) -> Iterator[_NumberedLine]:
    size = 0
    for number, line in lines:
        yield number, line
        size += len(line) if isinstance(line, bytes) else MAX_STORY_BYTES
        if size >= MAX_STORY_BYTES:
            return


def _document(lines: list[bytes | NotAStory]) -> list[Entry | NotAStory] | None:
    """The stories of a whole JSON document, or None where ``lines`` are not one."""
    data = b"".join(line for line in lines if isinstance(line, bytes))
    try:
        if data.lstrip().startswith(b"["):
            items = _items_decoder.decode(data)
            return [_entry(bytes(raw), f"item {i}") for i, raw in enumerate(items, 1)]
        _decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return [_entry(data, "line 1")]


def _entry(line: bytes | NotAStory, place: str) -> Entry | NotAStory:
    try:
        if isinstance(line, NotAStory):
            raise line
        notes: list[Note] = []
        return _checked(_parsed(line, notes), place, notes)
    except NotAStory as error:
        error.place = place
        return error


def _parsed(line: bytes, notes: list[Note]) -> msgspec.Struct:
    try:
        return _decoder.decode(line)
    except RecursionError:
        raise NotAStory("JSON nested too deeply", _ONE_OBJECT) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _forgivingly_parsed(line, notes, error)


def _forgivingly_parsed(line: bytes, notes: list[Note], error: Exception) -> msgspec.Struct:
    """JSON as some tools write it: not in UTF-8, with raw control characters, with lone surrogates."""
    decoded = decode(line)
    try:
        value = json.loads(decoded.text, strict=False)
    except RecursionError:
        raise NotAStory("JSON nested too deeply", _ONE_OBJECT) from None
    except ValueError as again:
        position = f" at column {again.colno}" if isinstance(again, json.JSONDecodeError) else ""
        raise NotAStory(f"not valid JSON{position}", _ONE_OBJECT) from error
    if not isinstance(value, dict):
        raise NotAStory("JSON, but not an object", _ONE_OBJECT)
    notes.extend(decoded.notes)
    fields = _Fields(**{key: value.get(key) for key in _KEYS})
    for key in _KEYS:
        if isinstance(got := getattr(fields, key), str):
            repaired = without_surrogates(got)
            setattr(fields, key, repaired.text)
            notes.extend(repaired.notes)
    return fields


def _checked(fields: Any, place: str, notes: list[Note]) -> Entry:
    text = fields.text
    if text is None or text == "":
        raise NotAStory('"text" is missing or empty', "give the story's text under that key")
    if not isinstance(text, str):
        raise NotAStory(f'"text" is {_kind(text)}, not a string', "give the story's text as one string")
    if isinstance(fields.id, int) and not isinstance(fields.id, bool):
        fields.id = str(fields.id)
    given: dict[str, str] = {}
    for key in Facts.__struct_fields__:
        value = getattr(fields, key)
        if isinstance(value, str):
            given[key] = value
        elif value is not None:
            raise NotAStory(f'"{key}" is {_kind(value)}, not a string', "give a string, or leave it out")
    facts = Facts(**{key: value for key, value in given.items() if value})
    return Entry(place=place, text=text, facts=facts, notes=tuple(notes))


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object"
