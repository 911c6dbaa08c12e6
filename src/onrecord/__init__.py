"""onrecord reads news stories and keeps the record: who said what, and through whom.

    >>> import onrecord
    >>> reading = onrecord.read("story.txt")
    >>> for s in reading.statements:
    ...     print(s.source_text, s.mode, s.text)

``read`` takes a file or a Story, ``read_text`` and ``read_html`` what is in memory, ``read_many`` a batch.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import read, read_html, read_many, read_text
    from onrecord.batch import WorkerDied
    from onrecord.reader import WeightsError
    from onrecord.schema import Actor, Event, Reading, Statement, Story, TimeExpression, json_schema
    from onrecord.stories import Refusal, StoryError

__version__ = "0.1.0"

# Where each name lives. Nothing is loaded before it is used, so that importing onrecord costs nothing.
_HOMES = {
    "read": "api",
    "read_html": "api",
    "read_many": "api",
    "read_text": "api",
    "WorkerDied": "batch",
    "WeightsError": "reader",
    "Actor": "schema",
    "Event": "schema",
    "Reading": "schema",
    "Statement": "schema",
    "Story": "schema",
    "TimeExpression": "schema",
    "json_schema": "schema",
    "Refusal": "stories",
    "StoryError": "stories",
}

__all__ = [
    "Actor",
    "Event",
    "Reading",
    "Refusal",
    "Statement",
    "Story",
    "StoryError",
    "TimeExpression",
    "WeightsError",
    "WorkerDied",
    "__version__",
    "json_schema",
    "read",
    "read_html",
    "read_many",
    "read_text",
]


def __getattr__(name: str) -> Any:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value = globals()[name] = getattr(import_module(f"onrecord.{home}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
