"""What people and bodies are called by their office ("prime minister", "ministry"): kind, sector and gender.

The words stand in ``data/roles.tsv``. A plural is looked up by its singular.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

LONGEST = 4
"""Words of the longest office in the table."""


class Role(NamedTuple):
    """One office: its words, what bears it, its PLOVER sector and gender where the words tell them."""

    words: str
    kind: str
    sector: str | None
    gender: str | None
    plural: bool = False


@cache
def table() -> dict[str, Role]:
    """Every office by its words in lower case."""
    lines = (files("onrecord.reader") / "data" / "roles.tsv").read_text(encoding="utf-8").splitlines()
    out = {}
    for line in lines:
        if line and not line.startswith("#"):
            words, kind, sector, gender = [*line.split("\t"), "", ""][:4]
            out[words] = Role(words, kind, sector or None, gender or None)
    return out


def role(words: Sequence[str]) -> Role | None:
    """The office that these words (lower case) are, in the singular or plural."""
    known = table()
    found = known.get(" ".join(words))
    if found is not None or not words:
        return found
    last = words[-1]
    for singular in _singulars(last):
        found = known.get(" ".join([*words[:-1], singular]))
        if found is not None:
            return found._replace(plural=True)
    return None


def _singulars(word: str) -> list[str]:
    out = []
    if word.endswith("ies"):
        out.append(word[:-3] + "y")
    if word.endswith("es"):
        out.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        out.append(word[:-1])
    if word.endswith("men"):
        out.append(word[:-3] + "man")
    return out


def ending(words: Sequence[str]) -> Role | None:
    """The longest office that these words end with ("the top military commander" -> commander)."""
    if not words or not _ends_one(words[-1]):
        return None
    for size in range(min(LONGEST, len(words)), 0, -1):
        found = role(words[-size:])
        if found is not None:
            return found
    return None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.rsplit(" ", 1)[-1] for words in table())


@lru_cache(maxsize=20_000)
def _ends_one(word: str) -> bool:
    """Whether a word, or its singular, is the last of any office: nearly all are not."""
    return not _last_words().isdisjoint((word, *_singulars(word)))


def last_within(words: Sequence[str]) -> tuple[int, Role] | None:
    """The last office among these words and the number of the word after it."""
    for end in range(len(words), 0, -1):
        found = ending(words[:end])
        if found is not None:
            return end, found
    return None
