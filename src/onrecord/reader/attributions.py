"""Find the attributions of a text: encode, find cues, link each to its source and content, settle conflicts.

1. The text is cut into windows; each is encoded once, and its own cues are decoded.
2. The link head scores source and content for each cue; all windows' cues are decoded together.
3. Conflicts are settled: an attribution whose cue lies in another's content stands within it; contents that overlap
   otherwise give way to the surer one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import numpy as np

from onrecord.reader.attribution import Attribution, runs_of, words_in
from onrecord.reader.encoder import MOST_PIECES, Encoded, Encoder, Featured, Floats
from onrecord.reader.heads import cues as cue_head
from onrecord.reader.heads.cues import Cue
from onrecord.reader.heads.events import EventHead, EventVectors, joined
from onrecord.reader.heads.links import ROLE, LinkHead
from onrecord.reader.heads.mentions import Mentioned, MentionHead
from onrecord.reader.heads.who import WhoHead
from onrecord.reader.mentioned import repaired
from onrecord.reader.pairs import sentence_numbers
from onrecord.reader.weights import Weights
from onrecord.reader.windows import CONTEXT, LIMIT, Window, windows
from onrecord.reader.words import Words

SOURCE, CONTENT = 1, 2

TOGETHER = 24
"""Windows whose cues are decoded together: one story's worth, so that a book takes no more memory than a story."""

assert LIMIT + 2 * CONTEXT <= MOST_PIECES


@dataclass(slots=True)
class Found:
    """The attributions of a text in order of their cues, and what the heads say of each word.

    ``cue_tags`` [W, 3]: chances of nothing, begin, inside (see ``heads/cues.py``). ``hints`` [W]: the chance of a cue
    that only shows when its content is read alone (see ``nesting``). ``mentions`` in order of their heads, and what the
    antecedent head reads of each [M, 4 K + 1]; ``events``: what the event head says of the text.
    """

    attributions: list[Attribution]
    cue_tags: Floats
    hints: Floats
    mentions: list[Mentioned]
    mention_vectors: Floats
    events: EventVectors


class AttributionFinder:
    """The heads at work on one text. Holds no state between texts but caches."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        self.encoder = Encoder(weights, threads)
        self.links = LinkHead(weights, threads)
        self.who = WhoHead(weights, threads) if weights.who is not None else None
        self.mentions = MentionHead(weights) if weights.who is not None else None
        self.events = EventHead(weights, threads) if weights.events is not None else None
        self.settings: dict[str, Any] = weights.settings

    def find(self, words: Words, who: bool = False) -> Found:
        """All attributions of a text, nested ones only where the outer reading shows them; mentions if ``who``."""
        text = self.encoder.featured(words)
        first, last = words.dateline
        chances = np.zeros((len(words), 3), np.float32)
        hints = np.zeros(len(words), np.float32)
        found: list[Attribution] = []
        batches: list[tuple[Window, list[Cue], Floats]] = []
        mentions: list[Mentioned] = []
        vectors: list[Floats] = []
        events: list[EventVectors] = []
        sentences = sentence_numbers(words)
        for window in windows(text.sizes, words.starts):
            encoded = self.encoder.encode(text, window.start, window.end, below=who)
            self._window(text, window, encoded, chances, hints, batches)
            if who and self.who is not None and self.mentions is not None:
                kinds, ends, antecedents = self.who.read(encoded)
                sentence = sentences[window.start : window.end]
                first_own, last_own = window.first - window.start, window.last - window.start
                here = self.mentions.decode(kinds, ends, sentence, first_own, last_own)
                vectors.append(antecedents[[m.mention.head for m in here]])
                mentions += [m._replace(mention=m.mention.moved(window.start)) for m in here]
                if self.events is not None:
                    events.append(self.events.read(encoded, first_own, last_own))
            if len(batches) == TOGETHER:
                found += self._decoded(batches)
                batches.clear()
        found += self._decoded(batches)
        if last > first:
            found = [a for a in found if _beyond(a, first, last)]
        mentions, kept = repaired(words, mentions)
        said = (1 / (1 + np.exp(-hints))).astype(np.float32)
        return Found(
            settled(found),
            chances,
            said,
            mentions,
            np.concatenate(vectors)[kept] if vectors else np.zeros((0, 0), np.float32),
            joined(events),
        )

    def _decoded(self, batches: list[tuple[Window, list[Cue], Floats]]) -> list[Attribution]:
        paths = self.links.decode([tags for _, _, tags in batches])
        return [
            a
            for (window, cues, tags), path in zip(batches, paths, strict=True)
            for a in _attributions(window, cues, tags, path)
        ]

    def _window(
        self,
        text: Featured,
        window: Window,
        encoded: Encoded,
        tags: Floats,
        hints: Floats,
        batches: list[tuple[Window, list[Cue], Floats]],
    ) -> None:
        chances = cue_head.probabilities(encoded.cues)
        first, last = window.first - window.start, window.last - window.start
        tags[window.first : window.last] = chances[first:last]
        hints[window.first : window.last] = encoded.inner[first:last]
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
    """Set parents by containment, take shared words from the less sure content, drop what is left empty.

    Of two attributions that each hold the other's cue, the surer is the outer one. Costs about the number of
    attributions times the depth to which they nest.
    """
    found = sorted(found, key=lambda a: a.cue)
    firsts = [a.cue[0] for a in found]
    order = sorted(range(len(found)), key=lambda i: (-surety(found[i]), i))
    rank = {i: r for r, i in enumerate(order)}
    contents = [a.content_words() for a in found]
    sizes = [len(c) for c in contents]
    outer: dict[int, int] = {}
    for i in order:
        for start, end in found[i].content:
            for j in range(bisect_left(firsts, start), bisect_left(firsts, end)):
                mutual = found[i].cue[0] in contents[j] and rank[j] < rank[i]
                if j == i or mutual or _descends(i, j, outer):
                    continue
                contents[j] -= words_in([found[i].cue])
                if j not in outer or sizes[i] < sizes[outer[j]]:
                    outer[j] = i
    taken: dict[int | None, set[int]] = {}
    for i in order:
        siblings = taken.setdefault(outer.get(i), set())
        if contents[i] & siblings:
            contents[i] -= siblings
            found[i].rules.append("overlap")
        siblings |= contents[i]
    for i, a in enumerate(found):
        a.content = runs_of(contents[i])
        above = outer.get(i)
        while above is not None and not contents[above]:
            above = outer.get(above)
        a.parent = found[above] if above is not None else None
    return [a for a in found if a.content]


def _descends(i: int, j: int, outer: dict[int, int]) -> bool:
    """Whether ``i`` stands within ``j`` already."""
    while i in outer:
        i = outer[i]
        if i == j:
            return True
    return False
