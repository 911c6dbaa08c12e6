"""Two mentions compared, as small classes: what they are worded as, how alike, how far apart, who is quoted.

Reader and training share this, so that a pair means the same to both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.reader.near import running
from onrecord.reader.words import CAPITAL, INSIDE, MIXED, TITLE, UNCLOSED, UPPER, Words

Ints = npt.NDArray[np.int64]

NAME, NOMINAL, HE, SHE, IT, THEY, I, WE, YOU, WHO, THIS, NUMBER = range(12)  # noqa: E741
FORMS = 12

PRONOUNS: dict[str, int] = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself"), THEY),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), I),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), WE),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), YOU),
    **dict.fromkeys(("who", "whom", "whose", "which"), WHO),
    **dict.fromkeys(("this", "that", "these", "those"), THIS),
}

APART, SHARED, HEAD, PART, SAME = range(5)
MATCHES = 5
SENTENCES = 8
BETWEEN = 9
QUOTES = 4
NEAREST = 60
"""Mentions before one that may be its antecedent: in GUM they hold nearly all nearest antecedents."""

_LITTLE = frozenset(
    (
        "the", "a", "an", "of", "and", "in", "for", "'", "s", "’", "'s", "this", "that", "these", "those", "his", "her",
        "its", "their", "our", "my", "your",
    )
)  # fmt: skip
_SENTENCE_STEPS = np.array([0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7], dtype=np.int64)


class Mention(NamedTuple):
    """A mention in word numbers: its head word and its half-open run."""

    head: int
    start: int
    end: int

    def moved(self, by: int) -> Mention:
        """The mention in the numbers of a text whose words begin ``by`` words earlier."""
        return Mention(self.head + by, self.start + by, self.end + by)


_DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow")
)


def dayless(words: Words, m: Mention) -> Mention:
    """A mention without the day that follows it: "the World Court Friday ruled"."""
    end = m.end
    while end - 1 > m.start and words.strings[end - 1].lower() in _DAYS:
        end -= 1
    return m if end == m.end else Mention(min(m.head, end - 1), m.start, end)


class Described(NamedTuple):
    """Mentions of a text as the comparison sees them, [M] each; ``keys`` are the words that tell them apart."""

    forms: Ints
    sentences: Ints
    quoted: Ints
    heads: list[str]
    keys: list[frozenset[str]]


def form(words: Words, head: int) -> int:
    """How a mention is worded, by its head word: name, nominal, or which pronoun."""
    word = words.strings[head]
    lower = word.lower()
    if lower in PRONOUNS and not (lower == "us" and word.isupper()):
        return PRONOUNS[lower]
    if word[0].isdigit():
        return NUMBER
    return NAME if words.shapes[head] in (TITLE, UPPER, MIXED, CAPITAL) else NOMINAL


def sentence_numbers(words: Words) -> Ints:
    """The number of the sentence that each word stands in."""
    return running(np.array(words.starts, dtype=np.int64))[0]


def describe(words: Words, mentions: Sequence[Mention]) -> Described:
    """What the comparison needs of each mention."""
    sentences = sentence_numbers(words)
    at = [m.head for m in mentions]
    return Described(
        np.array([form(words, h) for h in at], dtype=np.int64),
        sentences[at] if at else np.zeros(0, np.int64),
        np.array([words.quoted[h] in (INSIDE, UNCLOSED) for h in at], dtype=np.int64),
        [words.strings[h].lower() for h in at],
        [frozenset(w.lower() for w in words.strings[m.start : m.end] if w[0].isalnum()) - _LITTLE for m in mentions],
    )


def pairs(told: Described) -> tuple[Ints, Ints]:
    """Each mention's candidates [M, N] (numbers of mentions, -1 where there is none), nearest first, and the classes
    of each pair [M, N, 5]: forms, match, sentences apart, mentions between, quotations.
    """
    count = len(told.forms)
    width = min(NEAREST, max(1, count - 1))
    back = np.arange(1, width + 1)
    candidates = np.arange(count)[:, None] - back[None]
    there = candidates >= 0
    safe = np.where(there, candidates, 0)
    apart = np.clip(told.sentences[:, None] - told.sentences[safe], 0, 16)
    between = np.minimum(BETWEEN - 1, np.ceil(np.log2(back)).astype(np.int64))
    match = np.zeros((count, width), np.int64)
    seen: dict[str, list[int]] = {}  # mentions by their words: only those that share one can be alike
    for i in range(count):
        head, key = told.heads[i], told.keys[i]
        words = key | {head}
        near = {j for word in words for j in seen.get(word, ()) if i - j <= width}
        for j in near:
            other = told.keys[j]
            if told.heads[j] == head:
                match[i, i - 1 - j] = SAME if other == key else PART if key <= other or other <= key else HEAD
            elif not key.isdisjoint(other):
                match[i, i - 1 - j] = PART if key <= other or other <= key else SHARED
        for word in words:
            alike = seen.setdefault(word, [])
            if alike and i - alike[0] > NEAREST:
                alike[:] = [j for j in alike if i - j <= NEAREST]
            alike.append(i)
    classes = np.stack(
        [
            told.forms[:, None] * FORMS + told.forms[safe],
            match,
            _SENTENCE_STEPS[apart],
            np.broadcast_to(between[None], (count, width)),
            told.quoted[:, None] * 2 + told.quoted[safe],
        ],
        axis=-1,
    )
    return np.where(there, candidates, -1), classes
