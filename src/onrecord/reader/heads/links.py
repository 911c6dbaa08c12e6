"""The link head: for each cue, which words are its source and which its content.

Reads, for C cues of one window, link vectors [W, 2 K] and the word vectors of each cue's ends; predicts BIOES tags
[C, W, 9] (nothing; begin, inside, end, single of source; the same of content). Decodes by Viterbi with the moves
that the conditional random field learned, so that spans come out whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reader.encoder import Encoded, Floats, Ints, session
from onrecord.reader.heads.cues import Cue
from onrecord.reader.near import near
from onrecord.reader.weights import Weights

TAGS = 9
NEVER = -1e4
# tag -> 0 nothing, 1 source, 2 content
ROLE = np.array([0, 1, 1, 1, 1, 2, 2, 2, 2])


class LinkHead:
    """Runs the link graph and decodes what it says."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self._session = session(weights.links, threads)
        moves = np.array(weights.settings["moves"], dtype=np.float32)
        self._into = np.ascontiguousarray(moves.T)  # [to, from]

    def logits(self, window: Encoded, cues: Sequence[Cue], starts: Ints) -> Floats:
        """Tag logits of a window's cues; a cue's own words can be neither its source nor its content."""
        first = np.array([c.first for c in cues])
        last = np.array([c.last for c in cues])
        classes = near(first, last, starts)
        ends = np.concatenate([window.words[first], window.words[last]], axis=1)
        (out,) = self._session.run(
            ["tags"],
            {
                "link_words": window.link_words,
                "cue_ends": ends,
                "distance": classes[..., 0],
                "sentence": classes[..., 1],
                "paragraph": classes[..., 2],
            },
        )
        tags: Floats = out
        for i, cue in enumerate(cues):
            tags[i, cue.first : cue.last + 1, 1:] = NEVER
        return tags

    def decode(self, windows: Sequence[Floats]) -> list[npt.NDArray[np.int8]]:
        """The best path of tags of every cue, for several windows at once: each [C, W] -> list of [C, W]."""
        lengths = [w.shape[1] for w in windows for _ in range(w.shape[0])]
        if not lengths:
            return [np.zeros(w.shape[:2], np.int8) for w in windows]
        longest = max(lengths)
        scores = np.zeros((len(lengths), longest, TAGS), np.float32)
        at = 0
        for w in windows:
            scores[at : at + w.shape[0], : w.shape[1]] = w
            at += w.shape[0]
        paths = self._viterbi(scores, np.array(lengths))
        out, at = [], 0
        for w in windows:
            out.append(paths[at : at + w.shape[0], : w.shape[1]])
            at += w.shape[0]
        return out

    def _viterbi(self, scores: Floats, lengths: Ints) -> npt.NDArray[np.int8]:
        cues, words, _ = scores.shape
        steps = np.ascontiguousarray(scores.transpose(1, 0, 2))
        back = np.zeros((words, cues, TAGS), np.int8)
        best = steps[0].copy()
        best[:, [2, 3, 6, 7]] += NEVER
        into = self._into[None]
        for t in range(1, words):
            ways = best[:, None, :] + into
            on = (t < lengths)[:, None]  # a window that has ended keeps its best path as it stands
            back[t] = np.where(on, ways.argmax(2), np.arange(TAGS))
            best = np.where(on, ways.max(2) + steps[t], best)
        best[:, [1, 2, 5, 6]] += NEVER
        path = np.zeros((words, cues), np.int8)
        path[-1] = best.argmax(1)
        rows = np.arange(cues)
        for t in range(words - 1, 0, -1):
            path[t - 1] = back[t, rows, path[t]]
        return path.T
