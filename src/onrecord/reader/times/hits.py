"""What a rule matched, what it means, and the rule itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.reader.times.resolve import Context
from onrecord.reader.times.tokens import Alphabet, Tokens
from onrecord.schema.objects import TimeType


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 value (None where nothing tells it) with its modifier; ``type`` only where it is not the rule's.

    ``aside`` is a date that what follows does not hang on: the reader's today in a history.
    """

    value: str | None
    mod: str | None = None
    type: TimeType | None = None
    aside: bool = False


Meanings = Meaning | tuple[Meaning, ...] | None
"""What a rule's function gives: a meaning for each expression that it covers, or None if it is no expression."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the date of its story, and the expressions that the rule reads in it, with their values."""

    text: str
    anchor: str | None
    found: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of naming a time: how it is written (``patterns.py``), its type, and what it means."""

    name: str
    pattern: str
    type: TimeType
    meaning: Callable[[Hit, Context], Meanings]
    examples: tuple[Example, ...] = ()


@dataclass(slots=True)
class Hit:
    """A rule's match in a text; its parts by their names in the pattern."""

    tokens: Tokens
    letters: Alphabet
    match: re.Match[str]
    names: dict[str, tuple[str, ...]]

    def span(self, name: str) -> tuple[int, int] | None:
        """The run of tokens of a part, or None where it is missing."""
        for group in self.names.get(name, ()):
            start, end = self.match.span(group)
            if start >= 0 and end > start:
                return start, end
        return None

    def __contains__(self, name: str) -> bool:
        return self.span(name) is not None

    def word(self, name: str) -> str:
        """The words of a part, lower-case, ``""`` where it is missing."""
        span = self.span(name)
        if span is None:
            return ""
        return self.tokens.text[self.tokens.starts[span[0]] : self.tokens.ends[span[1] - 1]].lower()

    def number(self, name: str) -> int | None:
        """The leading digits of a part as a number."""
        digits = re.match(r"\d+", self.word(name))
        return int(digits[0]) if digits else None

    def near(self, offset: int) -> str:
        """The token before (-1, -2 ...) or after (1, 2 ...) the whole match, as written."""
        at = self.match.start() + offset if offset < 0 else self.match.end() + offset - 1
        return self.tokens.word(at)

    def key(self, i: int) -> str:
        """The key of the token at ``i``, ``""`` outside the text."""
        return self.letters.key_of_char[self.tokens.shadow[i]] if 0 <= i < len(self.tokens.shadow) else ""

    def spans(self) -> list[tuple[int, int]]:
        """The runs of tokens of the expressions that the match covers: its brackets, or all of it."""
        if "e1" not in self.names:
            return [self.match.span()]
        marked = [span for n in range(1, 4) if (span := self.span(f"e{n}")) is not None]
        return marked or [self.match.span()]
