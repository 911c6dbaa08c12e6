"""The antecedent head: which earlier mention, if any, a mention goes back to.

Reads four vectors [K] and one number for each mention (as anaphor, as antecedent, what it asks, what it answers; how
likely it is new) and the classes of each pair (``pairs``). Predicts a score for each candidate and for none. Who
stands for whom is settled by ``actors``, which also knows names. Word-level coreference: Dobrovolskii (2021).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.reader.pairs import Described, pairs
from onrecord.reader.weights import Weights

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

PAIR_WIDTH = 64
TOGETHER = 256
"""Mentions scored together: it bounds the memory that a book takes."""

NEVER = -1e4
_TABLES = ("forms", "match", "sentences", "between", "quotes")


@dataclass(frozen=True, slots=True)
class Ranked:
    """For each mention its candidates [M, N] (numbers of mentions before it, nearest first; -1: none) and the log
    probability of each [M, 1 + N], that of having no antecedent first.
    """

    candidates: Ints
    chances: Floats


class AntecedentHead:
    """Scores pairs of mentions."""

    def __init__(self, weights: Weights) -> None:
        self._tables = [weights.tables[f"antecedents.{name}"] for name in _TABLES]
        self._out = weights.tables["antecedents.out.weight"][0]
        self._bias = float(weights.tables["antecedents.out.bias"][0])

    def rank(self, vectors: Floats, told: Described, wanted: npt.NDArray[np.bool_] | None = None) -> Ranked:
        """vectors: [M, 4 K + 1]; wanted: [M], the mentions to score, all by default; others have no chances told."""
        candidates, classes = pairs(told)
        anaphor, antecedent, asks, answers, none = np.split(vectors, np.arange(1, 5) * PAIR_WIDTH, axis=1)
        out = np.full((len(vectors), 1 + candidates.shape[1]), NEVER, np.float32)
        asked = np.arange(len(vectors)) if wanted is None else np.flatnonzero(wanted)
        for at in range(0, len(asked), TOGETHER):
            rows = asked[at : at + TOGETHER]
            there = candidates[rows]
            safe = np.maximum(there, 0)
            x = anaphor[rows, None] + antecedent[safe]
            for n, table in enumerate(self._tables):
                x += table[classes[rows, :, n]]
            scores = np.maximum(x, 0, out=x) @ self._out + self._bias
            scores += np.einsum("mk,mnk->mn", asks[rows], answers[safe]) * np.float32(PAIR_WIDTH**-0.5)
            out[rows, :1] = none[rows]
            out[rows, 1:] = np.where(there >= 0, scores, NEVER)
        top = out.max(1, keepdims=True)
        return Ranked(candidates, out - top - np.log(np.exp(out - top).sum(1, keepdims=True)))
