"""Attributions in word numbers: what the heads say of a text, before it becomes statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Run = tuple[int, int]
"""Half-open run of word numbers."""


@dataclass(slots=True)
class Attribution:
    """One cue with its source and content as runs of words, and how surely each was read.

    ``scores``: ``cue``, ``content`` and ``source`` are probabilities; ``edge`` is that of the least sure boundary.
    ``rules`` names the rules that changed what the heads said.
    """

    cue: Run
    source: list[Run]
    content: list[Run]
    scores: dict[str, float]
    rules: list[str] = field(default_factory=list)
    parent: Attribution | None = None

    def content_words(self) -> set[int]:
        """The numbers of the content's words."""
        return words_in(self.content)


def words_in(runs: Iterable[Run]) -> set[int]:
    """The word numbers of some runs."""
    return {i for a, b in runs for i in range(a, b)}


def runs_of(words: Iterable[int]) -> list[Run]:
    """Maximal runs of some word numbers."""
    out: list[Run] = []
    for w in sorted(words):
        if out and out[-1][1] == w:
            out[-1] = (out[-1][0], w + 1)
        else:
            out.append((w, w + 1))
    return out
