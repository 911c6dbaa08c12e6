"""The shipped weights: one file, checked before it is used.

The file is a zip of four ONNX graphs, small tables, the vocabulary, and the settings that were chosen on the tuning
stories. Its SHA-256 stands beside it; a file that does not match is refused, since a damaged model would misread in
silence.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

SHIPPED = Path(__file__).parent / "weights" / "onrecord-en.zip"
"""Where the package keeps its own weights."""


class WeightsError(Exception):
    """The weights are missing or damaged; the message names the file and the remedy."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The parts of the weights file. ``digest`` is the SHA-256 of the whole file, in hex.

    ``who``, ``events`` and ``tables``, their small arrays by name, are not there until those heads are trained
    (``training/who.py``, ``training/events.py``).
    """

    encoder: bytes
    links: bytes
    who: bytes | None
    events: bytes | None
    tables: dict[str, npt.NDArray[np.float32]]
    pieces: list[str]
    settings: dict[str, Any]
    digest: str


def load(path: Path | None = None) -> Weights:
    """Read and verify a weights file (the shipped one by default).

    The expected digest is in a file of the same name with ``.sha256`` added. Raises WeightsError when either is
    missing, when they disagree, or when a part is not there.
    """
    path = path or SHIPPED
    beside = path.with_name(path.name + ".sha256")
    try:
        content = path.read_bytes()
        expected = beside.read_text(encoding="ascii").split()[0]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise WeightsError(f"{path}: weights cannot be read ({error}); {_REMEDY}") from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != expected:
        raise WeightsError(
            f"{path}: weights are damaged (SHA-256 {digest[:12]}..., {beside.name} says {expected[:12]}...); {_REMEDY}"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return Weights(
                encoder=parts.read("encoder.onnx"),
                links=parts.read("links.onnx"),
                who=parts.read("who.onnx") if "who.onnx" in parts.namelist() else None,
                events=parts.read("events.onnx") if "events.onnx" in parts.namelist() else None,
                tables={
                    name[len(_TABLES) : -len(".npy")]: np.load(io.BytesIO(parts.read(name)), allow_pickle=False)
                    for name in parts.namelist()
                    if name.startswith(_TABLES)
                },
                pieces=parts.read("vocab.txt").decode("utf-8").split("\n")[:-1],
                settings=json.loads(parts.read("settings.json")),
                digest=digest,
            )
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise WeightsError(f"{path}: not a weights file of this version ({error}); {_REMEDY}") from error


_TABLES = "tables/"
_REMEDY = "install onrecord again, or name another file"
