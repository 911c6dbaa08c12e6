"""The typed objects that every other room speaks: Story, Actor, Statement, Event, TimeExpression, Reading.

This room knows nothing of the others. Its shape in JSON is the contract (``SCHEMA``): fields may be added,
never renamed or retyped without a new number.
"""

from onrecord.schema.contract import json_schema
from onrecord.schema.objects import (
    SCHEMA,
    Actor,
    ActorKind,
    ChainLink,
    Dateline,
    Event,
    Link,
    Mode,
    Note,
    Reading,
    Reason,
    Span,
    Statement,
    Story,
    TimeExpression,
)

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "ChainLink",
    "Dateline",
    "Event",
    "Link",
    "Mode",
    "Note",
    "Reading",
    "Reason",
    "Span",
    "Statement",
    "Story",
    "TimeExpression",
    "json_schema",
]
