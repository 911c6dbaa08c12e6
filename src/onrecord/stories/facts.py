"""What is known of a story besides its text."""

from __future__ import annotations

import msgspec


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What was given with a story, or what its page states. Dates are as written; missing is None, never
    ``""``."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    modified: str | None = None

    def filled_from(self, other: Facts) -> Facts:
        """These facts, with those of ``other`` where one is missing."""
        missing = {key: getattr(other, key) for key in self.__struct_fields__ if getattr(self, key) is None}
        return msgspec.structs.replace(self, **missing)
