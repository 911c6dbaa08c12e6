"""Wire copy labelled by an earlier reader, so that the next one has seen more than American political news.

Self-training (Yarowsky 1995; "noisy student", Xie et al. 2020): the teacher reads 2,452 AFP and Xinhua stories whose
texts come with TempEval-3's silver data (their own annotations are not used). The student learns the teacher's cue
probabilities as they are, and the links of the cues the teacher is sure of. Nothing here is ever scored against.
"""

from __future__ import annotations

import gzip
import json
import pickle
import random
from pathlib import Path

import numpy as np

from onrecord.reader.attributions import AttributionFinder, surety
from onrecord.reader.pieces import Vocabulary
from onrecord.reader.weights import load
from onrecord.reader.words import words_of
from training.data import Example, Link, blank

SURE = 0.5
"""Least surety (cue x content) of an attribution to be learned from."""


class Labelled:
    """The teacher's reading of the wire stories; kept in the run's folder, since it takes minutes to make."""

    def __init__(self, wire: Path, teacher: Path, vocabulary: Vocabulary, cache: Path) -> None:
        if not cache.exists():
            part = cache.with_suffix(".part")
            part.write_bytes(pickle.dumps(read(wire, teacher, vocabulary)))
            part.replace(cache)
        self.stories: list[Example] = pickle.loads(cache.read_bytes())

    def share(self, number: int, share: float) -> list[Example]:
        """A share of the stories for one pass, another for the next."""
        order = list(range(len(self.stories)))
        random.Random(0).shuffle(order)
        size = int(len(order) * share)
        first = number * size
        return [self.stories[order[(first + k) % len(order)]] for k in range(size)]


def read(wire: Path, teacher: Path, vocabulary: Vocabulary) -> list[Example]:
    """The wire stories as examples with the teacher's labels."""
    finder = AttributionFinder(load(teacher), threads=2)
    out = []
    with gzip.open(wire, "rt", encoding="utf-8") as lines:
        for line in lines:
            story = json.loads(line)
            words = words_of(story["text"])
            if not len(words):
                continue
            found = finder.find(words)
            example = blank(story["id"], words, vocabulary)
            example.cue_chances = found.cue_tags.astype(np.float32)
            for a in found.attributions:
                if a.parent is None and surety(a) >= SURE:
                    source = frozenset(i for s, e in a.source for i in range(s, e))
                    example.links.append(Link((a.cue[0], a.cue[1] - 1), source, frozenset(a.content_words())))
            out.append(example)
    return out
