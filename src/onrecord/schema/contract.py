"""The contract as JSON Schema, generated from the objects so that the two cannot drift apart."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from onrecord.schema.objects import SCHEMA, Reading

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = f"urn:onrecord:schema:reading:{SCHEMA}"

# What the types of the objects do not say and the contract does.
_PROBABILITY = {"minimum": 0, "maximum": 1}
_BOUNDS: dict[tuple[str, str], dict[str, Any]] = {
    ("Reading", "schema"): {"const": SCHEMA},
    ("Statement", "confidence"): _PROBABILITY,
    ("Event", "confidence"): _PROBABILITY,
    ("Reason", "scores"): {"additionalProperties": {"type": "number", **_PROBABILITY}},
    ("Story", "sha256"): {"anyOf": [{"type": "string", "pattern": "^[0-9a-f]{64}$"}, {"type": "null"}]},
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``onrecord read --format json`` prints, as plain dicts.

    Every field is required, because every field is always printed: what is missing is ``null``. Fields
    unknown to this schema are allowed, because fields may be added without a new ``schema`` number.
    """
    schema = msgspec.json.schema(Reading)
    for name, definition in schema["$defs"].items():
        _complete(name, definition)
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "Reading",
        "description": "What onrecord reads from one story.",
        **schema,
    }


def _complete(name: str, definition: dict[str, Any]) -> None:
    """Requires every property, drops defaults (nothing is ever left out) and adds the bounds."""
    # Python 3.13 strips the indentation of docstrings and older ones keep it; the schema is the same on all.
    definition["description"] = inspect.cleandoc(definition["description"])
    properties = definition["properties"]
    definition["required"] = list(properties)
    for field, kind in properties.items():
        kind.pop("default", None)
        _bound_spans(kind)
        bounds = _BOUNDS.get((name, field), {})
        if "anyOf" in bounds:
            kind.clear()
        kind.update(bounds)


def _bound_spans(kind: dict[str, Any]) -> None:
    """Offsets are never negative: bounds the integers of every pair below ``kind``."""
    for offset in kind.get("prefixItems", ()):
        offset["minimum"] = 0
    if isinstance(kind.get("items"), dict):
        _bound_spans(kind["items"])
