"""The event head: which words tell a political event, of which PLOVER type, how surely, and who and when belongs to it.

Reads the encoder's vectors of the last layer and two lower ones, as the head of who does, through a tower of its own
(``training/events.py``: the encoder is frozen). Predicts for each word a type or none, for each trigger a certainty,
and for each pair of a trigger and a possible party whether that acts or is acted on; for a trigger and the times of its
sentence, which of them is its own, if any. Triggers as single words, arguments as pairs: Wadden et al. (2019).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.reader.encoder import Encoded, Floats, Ints, session
from onrecord.reader.heads.cues import probabilities
from onrecord.reader.weights import Weights
from onrecord.schema.objects import Certainty

Between = Callable[[Ints, Ints], Ints]

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's root types; tag 0 is none of them."""

CERTAINTIES: tuple[Certainty, ...] = ("happened", "ongoing", "planned", "possible", "denied", "hypothetical")
ACTOR, RECIPIENT = range(2)

PAIR_WIDTH = 64
KEY_WIDTH = 32
TIME_WIDTH = 32
_ASKS = PAIR_WIDTH + 2 * KEY_WIDTH + TIME_WIDTH
PARTS = (1 + len(TYPES), len(CERTAINTIES), _ASKS, _ASKS)
"""The head's outputs for a word: types, certainties, what it asks as a trigger, what it answers as party or time."""

_STEPS = np.array([0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 8], dtype=np.int64)
DISTANCES = 2 * 9 + 1
BEFORE = DISTANCES - 1
"""The class of a party that the sentence before names."""

BETWEEN = 4
"""Classes of how many triggers stand between: none, one, two, more."""


@dataclass(slots=True)
class EventVectors:
    """What the head says of a text: triggers (word numbers, in order) and the chances [T, 17] of their types, logits
    [T, 6] of their certainties; ``asks`` [T, A] of each trigger and ``answers`` [W, A] of each word.
    """

    triggers: Ints
    types: Floats
    certainties: Floats
    asks: Floats
    answers: npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Triggers and what may belong to them: numbers of triggers [N], of candidates [N], and two classes of each."""

    triggers: Ints
    candidates: Ints
    distances: Ints
    between: Ints


def paired(triggers: Ints, candidates: Ints, sentences: Ints, before: bool, others: Ints | None = None) -> Pairs:
    """Each trigger with the candidates of its sentence, and (``before``) of the sentence before.

    ``triggers`` and ``candidates``: word numbers in order. ``sentences`` [W]: the sentence of each word. ``others``:
    the triggers that are counted between; by default ``triggers``.
    """
    others = triggers if others is None else others
    own = sentences[triggers]
    where = sentences[candidates]
    first = np.searchsorted(where, own - before)
    last = np.searchsorted(where, own, side="right")
    counts = last - first
    of = np.repeat(np.arange(len(triggers)), counts)
    at = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    gap = candidates[at] - triggers[of]
    step = _STEPS[np.minimum(np.abs(gap), len(_STEPS) - 1)]
    distances = np.where(where[at] == own[of], np.where(gap < 0, step, step + 9), BEFORE)
    low, high = np.minimum(candidates[at], triggers[of]), np.maximum(candidates[at], triggers[of])
    inner = np.searchsorted(others, high) - np.searchsorted(others, low, side="right")
    return Pairs(of, at, distances, np.clip(inner, 0, BETWEEN - 1))


class EventHead:
    """Runs the graph of events and scores its pairs."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        assert weights.events is not None
        self._session = session(weights.events, threads)
        table = {name.removeprefix("events."): array for name, array in weights.tables.items()}
        self._distances, self._between = table["distances"], table["between"]
        self._out, self._bias = table["out.weight"], table["out.bias"]
        self._party_marks, self._voices, self._moods = table["party_marks"], table["voices"], table["moods"]
        self._barriers, self._time_barriers = table["barriers"], table["time_barriers"]
        self._time_distances, self._time_between = table["time_distances"], table["time_between"]
        self._time_out, self._time_bias = table["time_out.weight"][0], float(table["time_out.bias"][0])
        self.party_threshold = float(weights.settings["party_threshold"])
        self._least = 1.0 - float(weights.settings["event_threshold"])

    def read(self, window: Encoded, first: int, last: int) -> EventVectors:
        """The triggers among words ``first`` to ``last`` of a window; answers are told of just these words."""
        (out,) = self._session.run(["events"], {"words": window.words, "below": window.below})
        types, certainties, asks, answers = np.split(out[first:last], np.cumsum(PARTS)[:-1], axis=1)
        chances = probabilities(types)
        at = np.flatnonzero(chances[:, 0] <= self._least)
        return EventVectors(at, chances[at], certainties[at], asks[at], answers.astype(np.float16))

    def certainties(self, found: EventVectors, moods: Floats) -> Floats:
        """The chances [T, 6] of each trigger's certainty. ``moods``: as ``events.marks`` gives them."""
        return probabilities(found.certainties + moods @ self._moods.T)

    def parties(
        self, found: EventVectors, candidates: Ints, sentences: Ints, marks: Ints, voices: Ints, between: Between
    ) -> tuple[Pairs, Floats]:
        """Pairs of triggers and candidates (word numbers, in order), and the chance [N, 2] of each role.

        ``marks`` [C] of the candidates, ``voices`` [T] of the triggers, and what is ``between`` both: as
        ``events.marks`` gives them.
        """
        pairs = paired(found.triggers, candidates, sentences, before=True)
        ask, answer = found.asks[pairs.triggers], found.answers[candidates[pairs.candidates]].astype(np.float32)
        k, q = PAIR_WIDTH, KEY_WIDTH
        x = ask[:, :k] + answer[:, :k] + self._distances[pairs.distances] + self._between[pairs.between]
        x += self._party_marks[marks[pairs.candidates]] + self._voices[voices[pairs.triggers]]
        x += self._barriers[between(found.triggers[pairs.triggers], candidates[pairs.candidates])]
        scores = np.maximum(x, 0, out=x) @ self._out.T + self._bias
        keys = (ask[:, k : k + 2 * q] * answer[:, k : k + 2 * q]).reshape(-1, 2, q).sum(2)
        return pairs, (1 / (1 + np.exp(-(scores + keys * np.float32(q**-0.5))))).astype(np.float32)

    def times(self, found: EventVectors, candidates: Ints, sentences: Ints, between: Between) -> tuple[Pairs, Floats]:
        """Pairs of triggers and times (their last words, in order), and a score [N] of each: its own where positive."""
        pairs = paired(found.triggers, candidates, sentences, before=False)
        ask, answer = found.asks[pairs.triggers], found.answers[candidates[pairs.candidates]].astype(np.float32)
        x = ask[:, -TIME_WIDTH:] + answer[:, -TIME_WIDTH:]
        x += self._time_distances[pairs.distances] + self._time_between[pairs.between]
        x += self._time_barriers[between(found.triggers[pairs.triggers], candidates[pairs.candidates])]
        return pairs, np.maximum(x, 0, out=x) @ self._time_out + self._time_bias


def joined(parts: list[EventVectors]) -> EventVectors:
    """What was found in the windows of a text, as one: the words that each owns follow one another."""
    if not parts:
        none = np.zeros((0, 1), np.float32)
        return EventVectors(np.zeros(0, np.int64), none, none, none, none.astype(np.float16))
    begin = np.cumsum([0, *(len(p.answers) for p in parts)])
    return EventVectors(
        np.concatenate([p.triggers + b for p, b in zip(parts, begin, strict=False)]),
        np.concatenate([p.types for p in parts]),
        np.concatenate([p.certainties for p in parts]),
        np.concatenate([p.asks for p in parts]),
        np.concatenate([p.answers for p in parts]),
    )
