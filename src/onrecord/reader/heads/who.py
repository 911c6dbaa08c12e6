"""The graph of who: what the heads of mentions and antecedents read of each word.

Reads the encoder's vectors of the last layer and two lower ones [W, 3 D], of one window; gives the mention head's two
parts, logits of kinds [W, 7] and vectors of ends [W, 4 S], and the antecedent head's [W, 4 K + 1]. It was trained with
the encoder frozen (``training/who.py``), so what the other heads read is not touched by it.
"""

from __future__ import annotations

import numpy as np

from onrecord.reader.encoder import Encoded, Floats, session
from onrecord.reader.heads.mentions import KINDS, POINTER_WIDTH
from onrecord.reader.weights import Weights

_PARTS = np.cumsum([len(KINDS), 4 * POINTER_WIDTH])


class WhoHead:
    """Runs the graph of who."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        assert weights.who is not None
        self._session = session(weights.who, threads)

    def read(self, window: Encoded) -> tuple[Floats, Floats, Floats]:
        """Kinds, ends and antecedent vectors of a window's words."""
        (who,) = self._session.run(["who"], {"words": window.words, "below": window.below})
        kinds, ends, antecedents = np.split(who, _PARTS, axis=1)
        return kinds, ends, antecedents
