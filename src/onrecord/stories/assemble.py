"""A Story made of its text and of what is known about it: hash and id, wire form, headline, dates,
language."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from onrecord.schema import Dateline, Note, Story
from onrecord.stories import agencies, dates
from onrecord.stories.facts import Facts
from onrecord.stories.headline import find_headline
from onrecord.stories.language import language_of
from onrecord.stories.limits import MAX_STORY_BYTES, as_size
from onrecord.stories.opening import place_after
from onrecord.stories.refusal import NotAStory
from onrecord.stories.wire import find_wire

HASH_CHARS_IN_ID = 12
"""Hex digits of the text's hash in an id: 48 bits, so that a million stories collide with probability
0.002."""

MAX_SLUG_CHARS = 48
"""Code points of the name part of an id; file names made from headlines are long."""

_SUFFIXES = re.compile(r"\.(?:txt|text|html?|xhtml|jsonl?|ndjson|md)$", re.IGNORECASE)


def make_story(text: str, facts: Facts, *, name: str, notes: tuple[Note, ...] = ()) -> Story:
    """The Story of ``text``, which is stored as it is. ``name`` (a file's name) goes into an id that is made.

    Raises NotAStory for text without a single visible character, of lone surrogates, or over MAX_STORY_BYTES.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotAStory("lone surrogates, which are no characters", "decode the text with errors='replace'") from None
    if len(data) > MAX_STORY_BYTES:
        raise NotAStory(f"more than {as_size(MAX_STORY_BYTES)} in one story", "split it into one text a story")
    if not has_words(text):
        raise NotAStory("no text in it", "give a story with words")
    digest = hashlib.sha256(data).hexdigest()
    published, published_note = _date(facts.published, "published")
    modified, modified_note = _date(facts.modified, "modified")
    wire = find_wire(text)
    dateline = None
    if wire.place is not None or wire.date is not None:
        written = dates.of_dateline(wire.date, published) if wire.date is not None else None
        start = wire.start or 0
        span = (start, place_after(text, start, wire.words))
        dateline = Dateline(place=wire.place, date=written, span=span)
    return Story(
        id=facts.id or f"{slug(name)}-{digest[:HASH_CHARS_IN_ID]}",
        title=facts.title or find_headline(text, wire.start),
        outlet=facts.outlet,
        url=facts.url,
        agency=wire.agency or agencies.canonical(facts.author) or agencies.canonical(facts.outlet),
        dateline=dateline,
        published=published,
        language=language_of(text),
        text=text,
        author=facts.author,
        modified=modified,
        sha256=digest,
        notes=(*notes, *published_note, *modified_note),
    )


def has_words(text: str) -> bool:
    """Whether ``text`` has any letter or digit at all."""
    return any(c.isalnum() for c in text)


def slug(name: str) -> str:
    """``name`` made fit for an id: small Latin letters, digits and hyphens; ``story`` where none is left."""
    stem = re.split(r"[/\\]", name)[-1]
    stem = _SUFFIXES.sub("", re.sub(r"\.gz$", "", stem, flags=re.IGNORECASE))
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_SLUG_CHARS].rstrip("-") or "story"


def _date(given: str | None, what: str) -> tuple[str | None, tuple[Note, ...]]:
    found = dates.as_edtf(given)
    if given is None or found is not None:
        return found, ()
    return None, (Note(code="date", text=f'"{what}" is no date that can be read: {given[:60]!r}; left out'),)
