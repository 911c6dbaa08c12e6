"""What is said when a file, a line or a text cannot be taken in: where, why, and what to do about it."""

from __future__ import annotations

from typing import Literal

import msgspec

Format = Literal["text", "html", "jsonl"]
"""The kinds of input. ``jsonl`` also covers a ``.json`` file that holds one story or a list of stories."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """One input that was not taken in. ``str()`` gives ``path, line 12: problem; remedy``.

    ``path`` is the path as named by the user (``-`` for standard input), ``place`` the line or item in it
    where only a part was refused, ``problem`` what is wrong, ``remedy`` what the user can do.
    """

    path: str
    place: str | None = None
    problem: str
    remedy: str

    def __str__(self) -> str:
        where = self.path if self.place is None else f"{self.path}, {self.place}"
        return f"{where}: {self.problem}; {self.remedy}"


class StoryError(ValueError):
    """Raised by ``from_text`` and ``from_html`` for what is no story. ``refusal`` says why, as data."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal

    def __reduce__(self) -> tuple[type[StoryError], tuple[Refusal]]:
        # An exception pickles its message by default; worker processes need the Refusal back.
        return (StoryError, (self.refusal,))


class NotAStory(Exception):
    """Raised inside the room where the input's name is not known; whoever knows it makes the Refusal."""

    def __init__(self, problem: str, remedy: str, place: str | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.place = place

    def at(self, path: str, place: str | None = None) -> Refusal:
        """The Refusal for the input at ``path``; ``place`` where this error does not name its own."""
        return Refusal(path=path, place=self.place or place, problem=self.problem, remedy=self.remedy)
