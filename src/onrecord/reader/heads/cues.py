"""The cue head: which words say that something is said.

Reads cue logits [W, 3] (nothing, begin, inside). Predicts runs of words. Decodes by a threshold on a word being in
any cue, since the loss of a true cue costs as much as a false one; a run is split where a new cue begins.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.reader.encoder import Floats


class Cue(NamedTuple):
    """A cue's first and last word, and the probability that it is one."""

    first: int
    last: int
    score: float


def probabilities(logits: Floats) -> Floats:
    """Softmax over the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    out: Floats = shifted / shifted.sum(-1, keepdims=True)
    return out


def decode(chances: Floats, threshold: float) -> list[Cue]:
    """Cues from tag probabilities [W, 3], in order."""
    inside = 1.0 - chances[:, 0]
    found: list[Cue] = []
    first = last = -1
    for i in [*np.flatnonzero(inside >= threshold).tolist(), -2]:
        goes_on = first >= 0 and i == last + 1 and chances[i, 2] >= chances[i, 1]
        if first >= 0 and not goes_on:
            found.append(Cue(first, last, float(inside[first : last + 1].mean())))
            first = -1
        if i < 0:
            break
        if first < 0:
            first = i
        last = i
    return found
