"""The mention head: which words head a mention of whom or what, and where the mention begins and ends.

Reads, for the W words of one window, logits of kinds [W, 7] and four vectors a word [W, 4 S]: as a head that asks for
its start and for its end, and as a word that may be one. Predicts mentions as head word, run and kind, so that they
may nest ("the [foreign minister of [Russia]]"). Decodes by a threshold on a word heading any mention; start and end
are the likeliest words of its sentence. Word-level mentions: Dobrovolskii (2021).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.reader.pairs import Mention
from onrecord.reader.weights import Weights

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

KINDS = ("none", "person", "organisation", "place", "thing", "event", "time")
PERSON, ORGANISATION, PLACE, THING, EVENT, TIME = range(1, 7)
POINTER_WIDTH = 32
LONGEST_BEFORE, LONGEST_AFTER = 20, 40
"""Words that a mention may have before and after its head."""

LEAST = 0.5
"""Least probability of heading a mention."""

NEVER = -1e4


class Mentioned(NamedTuple):
    """A mention with its kind (see ``KINDS``) and how surely it is one."""

    mention: Mention
    kind: int
    score: float


class MentionHead:
    """Decodes what the encoder graph says of mentions."""

    def __init__(self, weights: Weights) -> None:
        self._before = weights.tables["mentions.before"][:, 0]
        self._after = weights.tables["mentions.after"][:, 0]

    def decode(self, logits: Floats, ends: Floats, sentences: Ints, first: int, last: int) -> list[Mentioned]:
        """The mentions headed by words ``first`` to ``last`` of a window, in its word numbers.

        ``logits`` [W, 7], ``ends`` [W, 4 S], ``sentences`` [W]: the sentence that each word stands in.
        """
        heads = first + np.flatnonzero(_none(logits[first:last]) <= 1 - LEAST)
        if not len(heads):
            return []
        ask_start, ask_end, as_start, as_end = np.split(ends, 4, axis=1)
        back = heads[:, None] - np.arange(len(logits))[None]
        elsewhere = sentences[heads][:, None] != sentences[None]
        scale = np.float32(POINTER_WIDTH**-0.5)
        start = ask_start[heads] @ as_start.T * scale + self._before[np.clip(back, 0, LONGEST_BEFORE)]
        end = ask_end[heads] @ as_end.T * scale + self._after[np.clip(-back, 0, LONGEST_AFTER)]
        start[elsewhere | (back < 0) | (back > LONGEST_BEFORE)] = NEVER
        end[elsewhere | (back > 0) | (back < -LONGEST_AFTER)] = NEVER
        kinds = 1 + logits[heads, 1:].argmax(1)
        sure = 1 - _none(logits[heads])
        rows = zip(heads, start.argmax(1), end.argmax(1), kinds, sure, strict=True)
        return [Mentioned(Mention(int(h), int(s), int(e) + 1), int(k), float(p)) for h, s, e, k, p in rows]


def _none(logits: Floats) -> Floats:
    """The probability of heading no mention."""
    exps = np.exp(logits - logits.max(1, keepdims=True))
    out: Floats = exps[:, 0] / exps.sum(1)
    return out
