"""The reader: one story in, one Reading out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.reader.actors import Caster
from onrecord.reader.attributions import AttributionFinder
from onrecord.reader.circumstances import all_circumstances, time_runs
from onrecord.reader.events.candidates import possible_parties, possible_times
from onrecord.reader.events.events import events
from onrecord.reader.events.tellings import tellings
from onrecord.reader.heads.antecedents import AntecedentHead
from onrecord.reader.nesting import nested
from onrecord.reader.occasions import shared
from onrecord.reader.occasions import tellings as tellings_of
from onrecord.reader.quoting import mended
from onrecord.reader.statements import in_order, statements
from onrecord.reader.times import edtf, times
from onrecord.reader.times.edtf import intervals
from onrecord.reader.weights import Weights, WeightsError, load
from onrecord.reader.words import words_of
from onrecord.schema import Note, Reading, Story, TimeExpression

LANGUAGE = "en"


class Reader:
    """Reads stories with one set of weights. Not shared between threads; cheap to make once a process."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        if weights.who is None:
            raise WeightsError("these weights lack the head of who; python -m training.who adds it")
        self._finder = AttributionFinder(weights, threads)
        if self._finder.events is None:
            raise WeightsError("these weights lack the head of events; python -m training.events adds it")
        self._events = self._finder.events
        self._antecedents = AntecedentHead(weights)
        self.version = f"onrecord-{LANGUAGE}-{weights.digest[:12]}"

    @classmethod
    def load(cls, weights: Path | None = None, threads: int = 1) -> Reader:
        """A reader with the shipped weights, or those of a file. Raises WeightsError when they are damaged."""
        return cls(load(weights), threads)

    def read(self, story: Story) -> Reading:
        """Every statement of a story and all its actors, in eight steps; the same text gives the same rows.

        1. A story in another language is recorded as it is, with a note and no statements.
        2. Words, with their case, quotation and paragraph features.
        3. The heads find cues, sources, contents and mentions (``attributions``). The dateline is nobody's words.
        4. Quotation marks are given to their contents, verbless attributions to their names, and speech that goes on
           to its speaker (``quoting``).
        5. Contents are read again for statements within them (``nesting``).
        6. Around each cue stands who was told, through what, and when (``circumstances``, ``times``); a speaker's
           statements share what one of them tells (``occasions``).
        7. Mentions become actors, and each source the actor that it is (``actors``).
        8. Word numbers become characters; each statement gets its mode and its confidence (``statements``).
        """
        if story.language is not None and story.language != LANGUAGE:
            note = Note(code="language", text=f"language is {story.language!r}; statements are read in English only")
            known = any(n.code == note.code for n in story.notes)
            return Reading(story=story if known else _with_note(story, note), reader=self.version)
        dateline = story.dateline.span if story.dateline is not None else None
        words = words_of(story.text, dateline)
        found = self._finder.find(words, who=True)
        outer = mended(words, found.attributions)
        inner = nested(self._finder, story.text, words, outer, found.hints.tolist())
        attributions = in_order([*outer, *inner])
        anchor = _anchor(story)
        expressions = times(story.text, anchor=anchor)
        told = all_circumstances(words, attributions, time_runs(words, expressions))
        year = int(anchor[:4]) if anchor is not None and anchor[:4].isdecimal() else None
        caster = Caster(story.text, words, found.mentions, found.mention_vectors, self._antecedents, year)
        parties = possible_parties(words, found.mentions, caster.hits)
        dated = possible_times(words, intervals(story.text, expressions))
        happenings = tellings(words, self._events, found.events, found.mentions, parties, dated, anchor)
        cast = caster.cast(
            attributions,
            [t.through() for t in told],
            [t.audience for t in told],
            [m for t in happenings for m in t.parties()],
        )
        dates = [(t.span, day) for t in expressions if (day := edtf(t.value, t.mod)) is not None]
        occasions = tellings_of(words, attributions, told, cast, dates)
        shared(occasions)
        rows = statements(story.text, words, attributions, cast, occasions, self._finder.settings["confidence"])
        return Reading(
            story=story,
            actors=cast.actors,
            statements=rows,
            events=events(words, happenings, attributions, cast),
            times=tuple(TimeExpression(span=t.span, type=t.type, value=t.value, mod=t.mod) for t in expressions),
            reader=self.version,
        )


def _anchor(story: Story) -> str | None:
    """The day that the story's times are told from: the dateline's, if it has a year, else that of publication."""
    day = story.dateline.date if story.dateline is not None else None
    return day if day is not None and "X" not in day else story.published or day


def _with_note(story: Story, note: Note) -> Story:
    import msgspec

    return msgspec.structs.replace(story, notes=(*story.notes, note))


@cache
def _shipped() -> Reader:
    return Reader.load()


def read_story(story: Story) -> Reading:
    """Read one story with the shipped weights, which are loaded at the first call and kept."""
    return _shipped().read(story)
