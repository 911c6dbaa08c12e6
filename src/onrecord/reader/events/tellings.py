"""Each telling of an event in a text: its trigger, type and certainty, its parties, its own time, and where it was.

The event head scores, this decides: a party is one likely enough; a telling has at most one time, the likeliest, if
that is likelier than none, and not the day of the story where another clause tells the event. Where it was is read by
rule: the place after the trigger behind "in", "at" or "near".
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import numpy as np

from onrecord.reader.events.candidates import Timed
from onrecord.reader.events.marks import OTHER_CLAUSES, Barriers, moods, party_marks, voices
from onrecord.reader.heads.events import ACTOR, CERTAINTIES, RECIPIENT, TYPES, EventHead, EventVectors
from onrecord.reader.heads.mentions import EVENT, PLACE, Mentioned
from onrecord.reader.pairs import Mention, sentence_numbers
from onrecord.reader.times.edtf import bounds
from onrecord.reader.words import GOES_ON, Words
from onrecord.schema.objects import Certainty

_AT = frozenset(("in", "at", "near", "outside", "inside", "around"))
_LEADS = frozenset(("the", "a", "an"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their"))
_FACT = frozenset(("happened", "ongoing"))
_NEGATIONS = frozenset(("not", "never", "no", "that", "who", "which", "and", "but"))
_MODALS: dict[str, Certainty] = {
    **dict.fromkeys(("may", "might", "could"), "possible"),
    **dict.fromkeys(("will", "would", "shall"), "planned"),
}  # fmt: skip
"""In our passages what follows "could" is possible in 75 of 100, what follows "will" planned in 75, "would" in 53; it
happened in 4 to 7.
"""

MODAL_REACH = 4
"""Words before a trigger in which a modal is looked for."""

NEAR_ENOUGH = 12
"""Words between a trigger and where it was, at most."""


@dataclass(slots=True)
class Telling:
    """One telling. ``chance``: that this word tells an event of this type; ``noun``: it is the head of
    a noun phrase; ``definite``: of one that points to what is known already ("the attack").
    """

    word: int
    type: str
    chance: float
    certainty: Certainty
    actors: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    when: Timed | None = None
    where: Mention | None = None
    noun: bool = False
    definite: bool = False
    party_chance: float = 1.0

    def parties(self) -> list[Mention]:
        """All mentions that the telling is about."""
        return [*self.actors, *self.recipients, *([self.where] if self.where is not None else [])]


def tellings(
    words: Words,
    head: EventHead,
    found: EventVectors,
    mentions: Sequence[Mentioned],
    parties: Sequence[Mention],
    times: Sequence[Timed],
    day: str | None = None,
) -> list[Telling]:
    """The tellings of a text, in order. ``parties`` and ``times`` as ``candidates`` gives them, in order.

    ``day``: that of the story. A time around it is not taken for what another clause behind it tells.
    """
    first, last = words.dateline
    types = found.types[:, 1:].argmax(1) if len(found.triggers) else np.zeros(0, np.int64)
    sure = head.certainties(found, moods(words, found.triggers.tolist())).argmax(1) if len(found.triggers) else types
    out = [
        Telling(int(i), TYPES[t], float(1 - row[0]) * float(row[1 + t] / row[1:].sum()), CERTAINTIES[k])
        for i, t, row, k in zip(found.triggers, types, found.types, sure.tolist(), strict=True)
    ]
    if not out:
        return out
    at = {t.word for t in out}
    for t in out:
        if t.certainty in _FACT:
            t.certainty = _by_modal(words, t.word, at) or t.certainty
    sentences = sentence_numbers(words)
    between = Barriers(words).between
    if parties:
        heads = np.array([m.head for m in parties], dtype=np.int64)
        marks = party_marks(words, parties)
        told = voices(words, found.triggers.tolist())
        pairs, chances = head.parties(found, heads, sentences, marks, told, between)
        least = head.party_threshold
        for n in np.flatnonzero(chances.max(1) > least).tolist():
            telling, party = out[pairs.triggers[n]], parties[pairs.candidates[n]]
            for role, side in ((ACTOR, telling.actors), (RECIPIENT, telling.recipients)):
                if chances[n, role] > least:
                    side.append(party)
                    telling.party_chance = min(telling.party_chance, float(chances[n, role]))
    if times:
        ends = np.array([t.word for t in times], dtype=np.int64)
        pairs, scores = head.times(found, ends, sentences, between)
        kinds = between(found.triggers[pairs.triggers], ends[pairs.candidates])
        best: dict[int, float] = {}
        for n in np.flatnonzero(scores > 0).tolist():
            k, time = int(pairs.triggers[n]), times[pairs.candidates[n]]
            elsewhere = int(kinds[n]) in OTHER_CLAUSES and _around(time.edtf, day)
            if scores[n] > best.get(k, 0.0) and not elsewhere:
                best[k] = float(scores[n])
                out[k].when = time
    nouns = {m.mention.head: m.mention for m in mentions if m.kind == EVENT}
    places = sorted(m.mention for m in mentions if m.kind == PLACE)
    heads_of_places = [p.head for p in places]
    for k, t in enumerate(out):
        noun = nouns.get(t.word)
        t.noun = noun is not None
        t.definite = noun is not None and words.strings[noun.start].lower() in _DEFINITE
        stop = out[k + 1].word if k + 1 < len(out) else len(words)
        stop = min(stop, t.word + NEAR_ENOUGH)
        for place in places[bisect_right(heads_of_places, t.word) : bisect_left(heads_of_places, stop)]:
            if sentences[place.head] == sentences[t.word] and _is_where(words, place) and place not in t.parties():
                t.where = place
                break
    return [t for t in out if not first <= t.word < last]


def _by_modal(words: Words, i: int, triggers: AbstractSet[int]) -> Certainty | None:
    """What a modal before a trigger says of it, where no other trigger, negation or clause stands between."""
    for j in range(i - 1, max(-1, i - 1 - MODAL_REACH), -1):
        word = words.strings[j].lower()
        if j in triggers or not word[0].isalpha() or word in _NEGATIONS or words.starts[j + 1] != GOES_ON:
            return None
        if word in _MODALS:
            return _MODALS[word]
    return None


def _around(when: str, day: str | None) -> bool:
    """Whether a date lies within a week of a day, or takes it in."""
    limits = bounds(when)
    if day is None or limits is None:
        return False
    try:
        first, last = (datetime.date.fromisoformat(x) if x else None for x in limits)
        told = datetime.date.fromisoformat(day)
    except ValueError:
        return False
    week = datetime.timedelta(days=7)
    return first is not None and last is not None and first - week <= told <= last + week


def _is_where(words: Words, place: Mention) -> bool:
    i = place.start - 1
    while i > 0 and words.strings[i].lower() in _LEADS:
        i -= 1
    return i >= 0 and words.strings[i].lower() in _AT
