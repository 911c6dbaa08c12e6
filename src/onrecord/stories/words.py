"""Word lists written as plain text, so that they read and change as data."""

from __future__ import annotations


def word_list(block: str) -> tuple[str, ...]:
    """The words of ``block`` in order, which blanks and line ends separate."""
    return tuple(block.split())


def word_set(block: str) -> frozenset[str]:
    """The words of ``block``, their order of no matter."""
    return frozenset(word_list(block))


def name_set(block: str) -> frozenset[str]:
    """The names of ``block``, which commas separate and line ends may break."""
    return frozenset(" ".join(name.split()) for name in block.split(",") if name.strip())
