"""Find the attributions of a text: encode, find cues, link each to its source and content, settle conflicts.

1. The text is cut into windows; each is encoded once, and its own cues are decoded.
2. The link head scores source and content for each cue; all windows' cues are decoded together.
3. Conflicts are settled: an attribution whose cue lies in another's content stands within it; contents that overlap
   otherwise give way to the surer one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from onrecord.reader.attribution import Attribution, Run, runs_of, words_in
from onrecord.reader.encoder import MOST_PIECES, Encoder, Featured, Floats
from onrecord.reader.heads import cues as cue_head
from onrecord.reader.heads.cues import Cue
from onrecord.reader.heads.links import ROLE, LinkHead
from onrecord.reader.weights import Weights
from onrecord.reader.windows import CONTEXT, LIMIT, Window, windows
from onrecord.reader.words import Words

SOURCE, CONTENT = 1, 2

assert LIMIT + 2 * CONTEXT <= MOST_PIECES


@dataclass(slots=True)
class Found:
    """The attributions of a text in order of their cues, and each word's chances of cue tags, [W, 3].

    The tags are nothing, begin, inside (see ``heads/cues.py``).
    """

    attributions: list[Attribution]
    cue_tags: Floats


class AttributionFinder:
    """The heads at work on one text. Holds no state between texts but caches."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self.encoder = Encoder(weights, threads)
        self.links = LinkHead(weights, threads)
        self.settings: dict[str, Any] = weights.settings

    def find(self, words: Words) -> Found:
        """All attributions of a text, nested ones only where the outer reading shows them."""
        text = self.encoder.featured(words)
        first, last = words.dateline
        chances = np.zeros((len(words), 3), np.float32)
        batches: list[tuple[Window, list[Cue], Floats]] = []
        for window in windows(text.sizes, words.starts):
            self._window(text, window, chances, batches)
        paths = self.links.decode([tags for _, _, tags in batches])
        found = [
            a
            for (window, cues, tags), path in zip(batches, paths, strict=True)
            for a in _attributions(window, cues, tags, path)
        ]
        if last > first:
            found = [a for a in found if _beyond(a, first, last)]
        return Found(settled(found), chances)

    def _window(
        self, text: Featured, window: Window, tags: Floats, batches: list[tuple[Window, list[Cue], Floats]]
    ) -> None:
        encoded = self.encoder.encode(text, window.start, window.end)
        chances = cue_head.probabilities(encoded.cues)
        first, last = window.first - window.start, window.last - window.start
        tags[window.first : window.last] = chances[first:last]
        cues = cue_head.decode(chances, self.settings["cue_threshold"])
        cues = [c for c in cues if first <= c.first < last]
        if cues:
            batches.append((window, cues, self.links.logits(encoded, cues, text.starts[window.start : window.end])))


def _attributions(window: Window, cues: list[Cue], tags: Floats, path: Any) -> list[Attribution]:
    """The attributions of one window's cues, in the numbers of the whole text."""
    out = []
    roles = ROLE[path]
    for i, cue in enumerate(cues):
        content = np.flatnonzero(roles[i] == CONTENT)
        if not len(content):
            continue
        source = np.flatnonzero(roles[i] == SOURCE)
        chances = cue_head.probabilities(tags[i])
        said = chances[np.arange(len(path[i])), path[i]]
        runs = [(a + window.start, b + window.start) for a, b in runs_of(content.tolist())]
        edges = [w - window.start for a, b in runs for w in (a, b - 1)]
        out.append(
            Attribution(
                cue=(cue.first + window.start, cue.last + 1 + window.start),
                source=[(a + window.start, b + window.start) for a, b in runs_of(source.tolist())],
                content=runs,
                scores={
                    "cue": cue.score,
                    "content": float(said[content].mean()),
                    "edge": float(said[edges].min()),
                    "source": float(said[source].mean()) if len(source) else float(1 - chances[:, 1:5].max()),
                },
            )
        )
    return out


def _beyond(a: Attribution, first: int, last: int) -> bool:
    """Take the dateline's words from an attribution; False if it has nothing left."""
    a.source, a.content = (runs_of(words_in(x) - set(range(first, last))) for x in (a.source, a.content))
    return bool(a.content) and not first <= a.cue[0] < last


def surety(a: Attribution) -> float:
    """How surely an attribution was read, to compare two of them."""
    return a.scores["cue"] * a.scores["content"]


def settled(found: list[Attribution]) -> list[Attribution]:
    """Set parents by containment, take shared words from the less sure content, drop what is left empty."""
    found = sorted(found, key=lambda a: a.cue)
    contents = [a.content_words() for a in found]
    order = sorted(range(len(found)), key=lambda i: (-surety(found[i]), i))
    rank = {i: r for r, i in enumerate(order)}
    for i in order:
        for j in range(len(found)):
            if i == j or found[j].cue[0] not in contents[i]:
                continue
            if found[i].cue[0] in contents[j] and rank[j] < rank[i]:
                continue  # each stands in the other: the surer one is the outer
            if _descends(found[i], found[j]):
                continue
            contents[j] -= words_in([found[i].cue])
            outer = found[j].parent
            if outer is None or len(contents[i]) < len(outer.content_words()):
                found[j].parent = found[i]
    for i in order:
        for j in order:
            if rank[i] < rank[j] and found[i].parent is found[j].parent and contents[i] & contents[j]:
                contents[j] -= contents[i]
                found[j].rules.append("overlap")
    out = []
    for a, words in zip(found, contents, strict=True):
        if words:
            a.content = runs_of(words)
            out.append(a)
    alive = {id(a) for a in out}
    for a in out:
        while a.parent is not None and id(a.parent) not in alive:
            a.parent = a.parent.parent
    return out


def _descends(a: Attribution, b: Attribution) -> bool:
    """Whether ``a`` stands within ``b`` already."""
    while a.parent is not None:
        a = a.parent
        if a is b:
            return True
    return False


__all__ = ["AttributionFinder", "Found", "Run", "settled", "surety"]
