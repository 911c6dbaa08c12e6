"""How far a word stands from a cue, as small classes: in words, in sentences, in paragraphs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from onrecord.reader.words import NEW_PARAGRAPH, NEW_SENTENCE

Ints = npt.NDArray[np.int64]

FAR = 64
"""Words; beyond this all distances are one class a side."""


def _table() -> Ints:
    """Classes of the distances -FAR..FAR: 8 in the cue, 7 down to 0 before it, 9 up to 16 after it."""
    steps = [0, *(min(8, 1 + int(np.ceil(np.log2(d)))) for d in range(1, FAR + 2))]
    return np.array([8 - steps[-d] if d < 0 else 8 + steps[d] for d in range(-FAR - 1, FAR + 2)], dtype=np.int64)


_CLASSES = _table()


def running(starts: Ints) -> tuple[Ints, Ints]:
    """The number of the sentence and of the paragraph that each word of a window stands in."""
    paragraph = np.cumsum(starts == NEW_PARAGRAPH)
    return np.cumsum((starts == NEW_SENTENCE) | (starts == NEW_PARAGRAPH)), paragraph


def near(first: Ints, last: Ints, starts: Ints) -> Ints:
    """Classes of nearness of W words to C cues, [C, W, 3]. ``first`` and ``last`` are the cues' words, [C]."""
    at = np.arange(len(starts))[None]
    before, after = at - first[:, None], at - last[:, None]
    distance = np.where(before < 0, before, np.where(after > 0, after, 0))
    sentence, paragraph = running(starts)
    return np.stack(
        [
            _CLASSES[np.clip(distance, -FAR - 1, FAR + 1) + FAR + 1],
            np.clip(sentence[None] - sentence[first][:, None], -3, 3) + 3,
            np.clip(paragraph[None] - paragraph[first][:, None], -2, 2) + 2,
        ],
        axis=-1,
    )
