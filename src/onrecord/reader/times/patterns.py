"""The language of the rules' patterns, made into regular expressions over a shadow (``tokens.py``).

    word        that word, in any case              CLASS     a word of that class (lexicon.py) or a macro
    x=CLASS     the same, kept under the name x     ( a | b ) one of these
    item?       perhaps                             [ ... ]   what the expression covers, where it is not all
    <X  !<X     (not) behind X (a word, a class, or    &( ) !( ) (not) followed by
                several in brackets)
    punctuation stands for itself; DASH is any dash, POSS is 's

No item can repeat, so a pattern looks at a bounded number of tokens: that keeps the whole linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.reader.times.tokens import Alphabet

_PART = re.compile(r"!<|<|&\(|!\(|\w+=|#?[A-Za-z][A-Za-z0-9'-]*|[()\[\]|?]|\S")


_SIGNS = {"-": "#dash", "’": "'", "‘": "'"}


@dataclass(slots=True)
class _Piece:
    regex: str
    first: set[str]
    empty: bool


@dataclass(slots=True)
class Pattern:
    """A compiled pattern: ``first`` holds the characters that a match can begin with; ``names`` the kept names."""

    regex: re.Pattern[str]
    first: set[str]
    names: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class Compiler:
    """Compiles patterns over one alphabet, with macros written in the same language."""

    letters: Alphabet
    macros: dict[str, str]
    _parts: list[str] = field(default_factory=list)
    _at: int = 0
    _names: dict[str, list[str]] = field(default_factory=dict)
    _spans: int = 0

    def compile(self, pattern: str) -> Pattern:
        """Raises ValueError for a pattern that names no known class, or is not well formed."""
        self._parts = _expand(pattern, self.macros)
        self._at = 0
        self._names = {}
        self._spans = 0
        piece = self._choice()
        if self._at != len(self._parts):
            raise ValueError(f"{pattern!r}: unexpected {self._parts[self._at]!r}")
        if piece.empty:
            raise ValueError(f"{pattern!r} can match nothing")
        names = {name: tuple(group) for name, group in self._names.items()}
        return Pattern(re.compile(piece.regex), piece.first, names)

    def _choice(self) -> _Piece:
        pieces = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            pieces.append(self._sequence())
        if len(pieces) == 1:
            return pieces[0]
        regex = "(?:" + "|".join(p.regex for p in pieces) + ")"
        return _Piece(regex, set().union(*(p.first for p in pieces)), any(p.empty for p in pieces))

    def _sequence(self) -> _Piece:
        regex, first, empty = "", set[str](), True
        while (part := self._peek()) not in (None, "|", ")", "]"):
            piece = self._item(part or "")
            regex += piece.regex
            if empty:
                first |= piece.first
            empty = empty and piece.empty
        return _Piece(regex, first, empty)

    def _item(self, part: str) -> _Piece:
        self._at += 1
        if part in ("<", "!<"):
            return _Piece(f"(?<{'!' if part[0] == '!' else '='}{self._set(self._behind())})", set(), True)
        if part in ("&(", "!("):
            inside = self._choice()
            self._expect(")")
            return _Piece(f"(?{'=' if part[0] == '&' else '!'}{inside.regex})", set(), True)
        piece = self._atom(part)
        if self._peek() == "?":
            self._at += 1
            piece = _Piece(f"(?:{piece.regex})?", piece.first, True)
        return piece

    def _atom(self, part: str) -> _Piece:
        if part.endswith("=") and len(part) > 1:
            name = self._named(part[:-1])
            self._at += 1
            inside = self._atom(self._parts[self._at - 1])
            return _Piece(f"(?P<{name}>{inside.regex})", inside.first, inside.empty)
        if part in ("(", "["):
            name = ""
            if part == "[":
                self._spans += 1
                name = f"?P<{self._named(f'e{self._spans}')}>"
            inside = self._choice()
            self._expect(")" if part == "(" else "]")
            return _Piece(f"({name or '?:'}{inside.regex})", inside.first, inside.empty)
        chars = self._chars(part)
        return _Piece(self._set(chars), set(chars), False)

    def _behind(self) -> str:
        """The characters of what must stand before: one class or word, or several in brackets."""
        chars = ""
        depth = 0
        while part := self._peek():
            self._at += 1
            depth += (part == "(") - (part == ")")
            if part not in ("(", ")", "|"):
                chars += self._chars(part)
            if not depth:
                break
        return "".join(sorted(set(chars)))

    def _named(self, name: str) -> str:
        group = self._names.setdefault(name, [])
        group.append(f"{name}_{len(group)}")
        return group[-1]

    def _chars(self, part: str) -> str:
        if part.isupper() and part.isalnum():
            if part not in self.letters.classes:
                raise ValueError(f"no class {part}")
            return self.letters.classes[part]
        part = _SIGNS.get(part, part)
        if part not in self.letters.of_key:
            raise ValueError(f"{part!r} has no character")
        return self.letters.of_key[part]

    @staticmethod
    def _set(chars: str) -> str:
        return chars if len(chars) == 1 else f"[{chars}]"

    def _peek(self) -> str | None:
        return self._parts[self._at] if self._at < len(self._parts) else None

    def _expect(self, part: str) -> None:
        if self._peek() != part:
            raise ValueError(f"expected {part!r}, found {self._peek()!r}")
        self._at += 1


def _expand(pattern: str, macros: dict[str, str]) -> list[str]:
    out: list[str] = []
    for part in _PART.findall(pattern):
        if part in macros:
            out += ["(", *_expand(macros[part], macros), ")"]
        else:
            out.append(part)
    return out


def literals(patterns: list[str], macros: dict[str, str]) -> set[str]:
    """The words that patterns name themselves."""
    return {
        part
        for pattern in patterns
        for part in _expand(pattern, macros)
        if (part[0].islower() or part[0] == "#") and not part.endswith("=")
    }
