"""The one-way flow of imports, as rules, and a checker that reads it from the source.

The checker parses files and imports nothing, so it also sees what is imported inside functions and for
types only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

# Each room and the rooms that it may import besides itself. From left to right: see CONTRIBUTING.md.
ROOMS: dict[str, frozenset[str]] = {
    "schema": frozenset(),
    "stories": frozenset({"schema"}),
    "reader": frozenset({"schema"}),
    "record": frozenset({"schema"}),
    "threads": frozenset({"schema", "record"}),
    "batch": frozenset({"schema", "stories", "reader"}),
    "scale": frozenset({"schema", "stories", "reader", "batch"}),
    "api": frozenset({"schema", "stories", "reader", "batch"}),
    # onrecord/__init__.py
    "": frozenset({"schema", "stories", "reader", "batch", "api", "record", "threads"}),
    "web": frozenset({"schema", "record", "threads", "api", ""}),
    "mcp": frozenset({"schema", "record", "threads", "api", ""}),
    "cli": frozenset({"schema", "stories", "record", "threads", "scale", "web", "mcp", "batch", "api", ""}),
}

# Packages that only these rooms may know of.
ONLY_IN: dict[str, frozenset[str]] = {
    "onnxruntime": frozenset({"reader"}),
    "numpy": frozenset({"reader", "scale", "threads"}),
    "trafilatura": frozenset({"stories"}),
    "py3langid": frozenset({"stories"}),
    "charset_normalizer": frozenset({"stories"}),
    "click": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
    "sqlite3": frozenset({"record"}),
    "sqlalchemy": frozenset({"record", "threads"}),
    "duckdb": frozenset({"record", "threads"}),
    "ray": frozenset({"scale"}),
    # Training and comparison only; never in the package.
    "torch": frozenset(),
    "transformers": frozenset(),
    "tokenizers": frozenset(),
    "spacy": frozenset(),
    "training": frozenset(),
    "bench": frozenset(),
    "tests": frozenset(),
}


def violations(package: Path) -> list[str]:
    """Every import below ``package``, the folder ``onrecord``, that breaks a rule: ``file:line: reason``."""
    found = []
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        room = room_of(inside)
        where = inside.as_posix()
        if room not in ROOMS:
            found.append(f"{where}: the room {room!r} has no rule; add one to tests/layers.py")
            continue
        for line, module in imported(ast.parse(path.read_text(encoding="utf-8")), inside):
            reason = _reason(room, module)
            if reason:
                found.append(f"{where}:{line}: {reason}")
    return found


def room_of(inside: Path) -> str:
    """The room of a file by its path below ``onrecord``; ``""`` for the package's own ``__init__.py``."""
    first = inside.parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported(tree: ast.Module, inside: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of each module that a file imports, relative imports resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = ["onrecord", *inside.parts[:-1]]
                here = here[: len(here) - node.level + 1]
                base = ".".join([*here, base] if base else here)
            # "from onrecord import reader" names a room only in its last part.
            if base == "onrecord":
                for alias in node.names:
                    yield node.lineno, f"onrecord.{alias.name}"
            else:
                yield node.lineno, base
        elif isinstance(node, ast.Call) and _is_import_call(node):
            argument = node.args[0] if node.args else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield node.lineno, argument.value


def _is_import_call(node: ast.Call) -> bool:
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in {"import_module", "__import__"}


def _reason(room: str, module: str) -> str | None:
    top, _, rest = module.partition(".")
    if top != "onrecord":
        allowed = ONLY_IN.get(top)
        if allowed is None or room in allowed:
            return None
        return f"{room or 'onrecord'} must not know of {top}"
    other = rest.split(".")[0]
    if other not in ROOMS:
        other = ""  # a name that onrecord/__init__.py offers
    if other == room or other in ROOMS[room]:
        return None
    return f"{room or 'onrecord'} must not import {other or 'onrecord itself'}"
