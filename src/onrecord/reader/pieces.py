"""Words to WordPiece numbers: the encoder's vocabulary, greedy longest match first (Wu et al. 2016, BERT).

Twenty lines of our own in place of a tokeniser library: with a cache of words it costs a dictionary look-up a word,
and the base install stays free of a client for downloading models.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from onrecord.reader.words import CLOSING, OPENING, Words

CACHE_WORDS = 200_000
"""Distinct words kept with their pieces before the cache starts anew; it bounds the memory."""

LONGEST_WORD = 100
"""Characters; a longer word is unknown as a whole, as in BERT."""

_QUOTE_MARKS = frozenset('"“”„‟«»‹›＂') | {"''", "``"}
_SINGLE_MARKS = frozenset("'‘’‚‹›")
_SAME = {"‘": "'", "’": "'", "‚": "'", "`": "'", "―": "—", "‒": "–", "‐": "-", "‑": "-", "−": "-"}


class Vocabulary:
    """The encoder's pieces, their numbers, and the words seen so far."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = list(pieces)
        self.number = {piece: i for i, piece in enumerate(self.pieces)}
        self.start = self.number["[CLS]"]
        self.end = self.number["[SEP]"]
        self.unknown = (self.number["[UNK]"],)
        self._quote = (self.number['"'],)
        self._known: dict[str, tuple[int, ...]] = {}

    def of_words(self, words: Words) -> list[tuple[int, ...]]:
        """The pieces of every word; never empty. Any mark that opens or closes a quotation reads as ``"``."""
        out: list[tuple[int, ...]] = []
        known = self._known
        for string, quoted in zip(words.strings, words.quoted, strict=True):
            if string in _QUOTE_MARKS or (string in _SINGLE_MARKS and quoted in (OPENING, CLOSING)):
                out.append(self._quote)
                continue
            numbers = known.get(string)
            out.append(numbers if numbers is not None else self._learn(string))
        return out

    def _learn(self, word: str) -> tuple[int, ...]:
        if len(self._known) >= CACHE_WORDS:
            self._known.clear()
        numbers = self._known[word] = self._split(_SAME.get(word, word))
        return numbers

    def _split(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return self.unknown
        lower = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in lower if unicodedata.category(c) != "Mn")
        numbers = []
        at = 0
        while at < len(plain):
            for end in range(len(plain), at, -1):
                number = self.number.get(("##" if at else "") + plain[at:end])
                if number is not None:
                    break
            else:
                return self.unknown
            numbers.append(number)
            at = end
        return tuple(numbers) or self.unknown
