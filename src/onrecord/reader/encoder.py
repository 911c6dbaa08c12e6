"""The shared encoder: one window of words in, vectors for every head out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.reader.pieces import Vocabulary
from onrecord.reader.weights import Weights
from onrecord.reader.words import Words

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

MOST_PIECES = 510
"""The encoder's positions, less the two marks around a window."""


def session(graph: bytes, threads: int = 1) -> Any:
    """An ONNX Runtime session on the CPU; one thread by default, so that jobs share the cores evenly."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # ONNX Runtime's fused skip-and-normalise is five times slower than its parts (1.32, x86-64)
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


@dataclass(slots=True)
class Featured:
    """The words of a text as numbers: the pieces of each, and its three features [W]."""

    pieces: list[tuple[int, ...]]
    sizes: list[int]
    shapes: Ints
    quoted: Ints
    starts: Ints


@dataclass(slots=True)
class Encoded:
    """What the encoder gives for one window: word vectors [W, D], cue logits [W, 3], link inputs [W, 2 K].

    ``inner`` [W] is the log odds of a cue that only shows when the content around it is read alone. ``below``
    [W, 2 D] are the vectors of two lower layers; weights from before the head of who have none.
    """

    words: Floats
    cues: Floats
    inner: Floats
    link_words: Floats
    below: Floats | None


class Encoder:
    """Runs the encoder graph. A window is read alone, so what it reads never depends on its neighbours' batch."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self.vocabulary = Vocabulary(weights.pieces)
        self._session = session(weights.encoder, threads)
        self._has_below = any(o.name == "below" for o in self._session.get_outputs())

    def featured(self, words: Words) -> Featured:
        """Words as numbers."""
        pieces = self.vocabulary.of_words(words)
        # a word of more pieces than a window holds is cut short; no word of news is
        pieces = [p if len(p) <= MOST_PIECES // 8 else p[: MOST_PIECES // 8] for p in pieces]
        return Featured(
            pieces,
            [len(p) for p in pieces],
            np.array(words.shapes, dtype=np.int64),
            np.array(words.quoted, dtype=np.int64),
            np.array(words.starts, dtype=np.int64),
        )

    def encode(self, text: Featured, start: int, end: int, below: bool = True) -> Encoded:
        """Read the words ``start`` to ``end`` of a text as one window; ``below``: also give the lower layers."""
        pieces: Sequence[tuple[int, ...]] = text.pieces[start:end]
        sizes = np.array(text.sizes[start:end], dtype=np.int64)
        flat = np.array([self.vocabulary.start, *(n for p in pieces for n in p), self.vocabulary.end], dtype=np.int64)
        heads = np.concatenate(([0], np.cumsum(sizes)[:-1])) + 1

        def spread(feature: Ints) -> Ints:
            return np.concatenate(([0], np.repeat(feature[start:end], sizes), [0]))[None]

        words, cues, inner, link_words, *lower = self._session.run(
            ["words", "cues", "inner", "link_words", *(["below"] if below and self._has_below else [])],
            {
                "pieces": flat[None],
                "shapes": spread(text.shapes),
                "quoted": spread(text.quoted),
                "starts": spread(text.starts),
                "heads": heads,
                "word_quoted": text.quoted[start:end],
                "word_starts": text.starts[start:end],
            },
        )
        return Encoded(words, cues, inner[:, 0], link_words, lower[0] if lower else None)
