"""The pinned floors: below them a change does not pass; they rise, and fall only when told to."""

from __future__ import annotations

import json
import math
from pathlib import Path

import msgspec

from tests.quality.score import Figures

PATH = Path(__file__).with_name("floors.json")

MARGIN = {"gold": 1.5, "polnear_dev": 0.5, "seed": 0.0, "gold_dev": 1.5}
"""Points between what was measured and the floor that is pinned. Quantised arithmetic differs a little
between processors; one statement of our gold is about 1.4 points."""


class Floor(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The floors of one set, and the SHA-256 of the data that they were measured on."""

    sha256: str
    floors: Figures


class Lower(Exception):
    """A floor would fall; the message names each."""


def load(path: Path = PATH) -> dict[str, Floor]:
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor])


def save(floors: dict[str, Floor], path: Path = PATH) -> None:
    plain = json.dumps(msgspec.to_builtins(floors), indent=2, sort_keys=True)
    path.write_text(plain + "\n", encoding="utf-8")


def below(figures: Figures, floors: Figures) -> list[str]:
    """Each floor that a figure does not reach, in words. A figure that is missing reaches nothing."""
    return [
        f"{name}: {figures.get(name, 0.0):.1f}, floor {floor:.1f}"
        for name, floor in sorted(floors.items())
        if figures.get(name, 0.0) < floor
    ]


def raised(old: Floor | None, figures: Figures, sha256: str, *, margin: float, allow_lower: bool = False) -> Floor:
    """The floors for new figures. A floor that stands above the new figure less the margin is kept.

    Raises:
        Lower: a figure is below its floor, or one that had a floor is no longer measured; ``allow_lower``
            lets them fall to where the figures are.
    """
    new = {name: max(0.0, math.floor((value - margin) * 10) / 10) for name, value in figures.items()}
    if old is None or allow_lower:
        return Floor(sha256=sha256, floors=new)
    fallen = below(figures, old.floors) + [
        f"{name}: no longer measured" for name in sorted(old.floors.keys() - figures.keys())
    ]
    if fallen:
        raise Lower("; ".join(fallen))
    return Floor(sha256=sha256, floors={name: max(value, old.floors.get(name, 0.0)) for name, value in new.items()})
