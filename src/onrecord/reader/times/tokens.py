"""A text as a string with one character a token, so that rules are regular expressions over kinds of words.

``shadow`` has one character for each token; which one is decided by ``key_of``: the word itself where a rule or class
knows it, else its kind. All rules then look at single characters, and none can run over the text twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reader.times.lexicon import CLASSES, FUTURE_BEFORE_TO, FUTURE_CUES, PAST_CUES

TOKEN = re.compile(
    r"""
    \n[^\S\n]*\n\s*                                   # the end of a paragraph
  | (?<![\w.])[AaPp]\.\ ?[Mm]\b\.?                    # a.m.
  | (?<![\w.])(?:B\.\ ?C\b\.?(?:\ ?E\b\.?)?|A\.\ ?D\b\.?|C\.\ ?E\b\.?)
  | (?:[A-Z]\.){2,}                                   # U.S., no end of a sentence
  | (?:(?<!\d)\d{3}0|['’‘`]?(?<!\d)\d0)(?:['’]?s)\b   # 1980s, 1980's, '80s
  | (?<!\d)\d{1,3}(?:,\d{3})+(?!\d)                   # 1,200
  | \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b
  | \d+(?!(?:[ap]\.?m|AM|PM|hrs?|hours|h|GMT|BCE?|AD|CE)\b)[^\W\d_]\w*   # 2000m, 4x4: no numbers of time
  | \d+
  | [Oo]['’]\s?[Cc]lock\b
  | ['’](?:s|S|ll|d|re|ve)\b
  | [^\W\d_][^\W_]*
  | \.\.\.+ | -- | ''| ``
  | [^\w\s] | _
    """,
    re.VERBOSE,
)

_DIGITS_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_CAPITALISED = frozenset(
    [
        "may",
        "march",
        "mar",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "sun",
        "sat",
        "mon",
        "tue",
        "tues",
        "wed",
        "weds",
        "thu",
        "thur",
        "thurs",
        "fri",
        "august",
    ]
)
"""Months and weekdays that are other words when they are not capitalised."""
_UPPER = frozenset(
    [
        "gmt",
        "utc",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "et",
        "ct",
        "pt",
        "bst",
        "cet",
        "cest",
        "msk",
        "bc",
        "bce",
        "ad",
        "ce",
    ]
)
_KINDS = (
    "#0", "#1-9", "#00", "#01-12", "#13-24", "#25-31", "#32-59", "#60-99", "#100-999", "#year", "#year-time", "#time",
    "#number", "#ord31", "#ord", "#decade", "#ampm", "#bc", "#ad", "#oclock", "#para", "#dash", "#poss", "#ll", "#d",
    "#other", "#Other", "#plural", "#ed", "#punct", "#end", "#big",
)  # fmt: skip
_DASHES = frozenset("-–—‐‑−")
_ENDS = frozenset(".?!")
_QUOTES = frozenset(("'", "’", "`", "‘", '"', "“", "”", "''", "``"))
MIN_YEAR, MAX_YEAR = 1000, 2150
_MEMORY = 200_000
"""Words whose characters are remembered; beyond it each is worked out anew."""


class Alphabet(dict[str, str]):
    """From a token to its character in the shadow; remembers what it worked out."""

    def __init__(self, words: set[str]) -> None:
        super().__init__()
        keys = [*_KINDS, *sorted(words - set(_KINDS))]
        self.of_key = {key: chr(0xE000 + n) for n, key in enumerate(keys)}
        self.key_of_char = {char: key for key, char in self.of_key.items()}
        self.classes = {name: "".join(sorted(self.of_key[key] for key in members)) for name, members in CLASSES.items()}

    def __missing__(self, token: str) -> str:
        char = self.of_key[self.key(token)]
        if len(self) < _MEMORY and len(token) < 30:
            self[token] = char
        return char

    def key(self, token: str) -> str:
        """The key of one token: the word where it is known, else its kind."""
        first = token[0]
        if first.isdigit() or (len(token) > 2 and token[1].isdigit()):
            return _number_key(token)
        if first.isalpha():
            if len(token) > 1 and token[1] == "." and len(token) < 8:
                letters = re.sub(r"[^A-Za-z]", "", token).lower()
                return {"am": "#ampm", "pm": "#ampm", "bc": "#bc", "bce": "#bc", "ad": "#ad", "ce": "#ad"}.get(
                    letters, "#Other"
                )
            lower = token.lower()
            if lower.endswith("clock") and lower[1] in "'’":
                return "#oclock"
            if lower in _CAPITALISED and first.islower():
                return "might" if lower == "may" else "#other"
            if lower in _UPPER and not token.isupper():
                return "#other" if first.islower() else "#Other"
            if lower in self.of_key:
                return lower
            if first.isupper():
                return "#Other"
            if lower.endswith("ed"):
                return "#ed"
            return "#plural" if lower.endswith("s") and not lower.endswith("ss") else "#other"
        if first == "\n":
            return "#para"
        if token in ("'s", "’s", "'S", "’S"):
            return "#poss"
        if token[1:] == "ll" and first in "'’":
            return "will"
        if first in _DASHES:
            return "#dash"
        if first in _ENDS and len(token) == 1:
            return first if first == "." else "#end"
        if first in "’‘`":
            return "'" if len(token) == 1 else "#punct"
        return token if token in self.of_key else "#punct"


def _number_key(token: str) -> str:
    if token[-1] in "sS" and not token[-2:].isdigit():
        return "#decade"
    if not token.isdecimal():
        ordinal = _DIGITS_ORDINAL.fullmatch(token)
        if ordinal:
            return "#ord31" if len(ordinal[1]) < 3 and 1 <= int(ordinal[1]) <= 31 else "#ord"
        return "#big" if "," in token else "#Other"
    length = len(token)
    if length > 4:
        return "#number"
    value = int(token)
    if length == 4:
        time = value // 100 <= 24 and value % 100 < 60
        if MIN_YEAR <= value <= MAX_YEAR:
            return "#year-time" if time else "#year"
        return "#time" if time else "#number"
    if length == 3:
        return "#100-999" if value >= 100 else "#number"
    if value == 0:
        return "#0" if length == 1 else "#00"
    if length == 1:
        return "#1-9"
    return (
        "#01-12" if value <= 12 else "#13-24" if value <= 24 else "#25-31" if value <= 31
        else "#32-59" if value <= 59 else "#60-99"
    )  # fmt: skip


def alphabet(literals: set[str]) -> Alphabet:
    """The alphabet for the classes, the cues of tense, and the words that patterns name."""
    words = set(literals) | FUTURE_CUES | FUTURE_BEFORE_TO | PAST_CUES
    for members in CLASSES.values():
        words |= members
    return Alphabet(words | {".", ",", ":", "/", "(", ")", "$", "£", "€", "%", "'", "’", ";", "#", "to", "be"})


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: their spans, and the shadow with one character for each."""

    text: str
    starts: list[int]
    ends: list[int]
    shadow: str

    def word(self, i: int) -> str:
        """The token at ``i`` as written, ``""`` outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def joined(self, i: int) -> bool:
        """Whether nothing stands between the tokens ``i`` and ``i + 1``."""
        return 0 <= i < len(self.starts) - 1 and self.ends[i] == self.starts[i + 1]


def tokens_of(text: str, letters: Alphabet) -> Tokens:
    """Cut a text into tokens; linear in its length."""
    starts: list[int] = []
    ends: list[int] = []
    shadow: list[str] = []
    for m in TOKEN.finditer(text):
        start, end = m.span()
        starts.append(start)
        ends.append(end)
        shadow.append(letters[m.group()])
    return Tokens(text, starts, ends, "".join(shadow))
