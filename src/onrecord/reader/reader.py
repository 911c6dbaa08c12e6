"""The reader: one story in, one Reading out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.reader.attributions import AttributionFinder
from onrecord.reader.nesting import nested
from onrecord.reader.quoting import mended
from onrecord.reader.statements import statements
from onrecord.reader.weights import Weights, load
from onrecord.reader.words import words_of
from onrecord.schema import Note, Reading, Story

LANGUAGE = "en"


class Reader:
    """Reads stories with one set of weights. Not shared between threads; cheap to make once a process."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self._finder = AttributionFinder(weights, threads)
        self.version = f"onrecord-{LANGUAGE}-{weights.digest[:12]}"

    @classmethod
    def load(cls, weights: Path | None = None, threads: int = 1) -> Reader:
        """A reader with the shipped weights, or those of a file. Raises WeightsError when they are damaged."""
        return cls(load(weights), threads)

    def read(self, story: Story) -> Reading:
        """Every statement of a story, in six steps; the same text gives the same rows.

        1. A story in another language is recorded as it is, with a note and no statements.
        2. Words, with their case, quotation and paragraph features.
        3. The heads find cues, sources and contents (``attributions``). The dateline is nobody's words.
        4. Quotation marks are given to their contents, verbless attributions to their names, and speech that goes on
           to its speaker (``quoting``).
        5. Contents are read again for statements within them (``nesting``).
        6. Word numbers become characters; each statement gets its mode and its confidence (``statements``).
        """
        if story.language is not None and story.language != LANGUAGE:
            note = Note(code="language", text=f"language is {story.language!r}; statements are read in English only")
            known = any(n.code == note.code for n in story.notes)
            return Reading(story=story if known else _with_note(story, note), reader=self.version)
        dateline = story.dateline.span if story.dateline is not None else None
        words = words_of(story.text, dateline)
        found = self._finder.find(words)
        outer = mended(words, found.attributions)
        inner = nested(self._finder, story.text, words, outer, found.hints.tolist())
        actors, rows = statements(story.text, words, outer + inner, self._finder.settings["confidence"])
        return Reading(story=story, actors=actors, statements=rows, reader=self.version)


def _with_note(story: Story, note: Note) -> Story:
    import msgspec

    return msgspec.structs.replace(story, notes=(*story.notes, note))


@cache
def _shipped() -> Reader:
    return Reader.load()


def read_story(story: Story) -> Reading:
    """Read one story with the shipped weights, which are loaded at the first call and kept."""
    return _shipped().read(story)
