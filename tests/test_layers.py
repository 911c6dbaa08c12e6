"""What a room may import, and that the checker sees what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layers import ROOMS, violations

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord"


def test_imports_flow_one_way() -> None:
    assert violations(PACKAGE) == []


def test_rules_hold_no_circle() -> None:
    """A rule book that allowed A to import B and B to import A would hold nothing."""
    left = dict(ROOMS)
    while left:
        free = [room for room, allowed in left.items() if not (allowed & left.keys())]
        assert free, f"a circle among {sorted(left)}"
        for room in free:
            del left[room]


@pytest.mark.parametrize(
    ("file", "code", "reason"),
    [
        ("schema/a.py", "import onrecord.reader", "schema must not import reader"),
        ("stories/a.py", "from onrecord.reader import Reader", "stories must not import reader"),
        ("reader/a.py", "from onrecord import stories", "reader must not import stories"),
        ("reader/deep/a.py", "from ...stories import read_paths", "reader must not import stories"),
        ("reader/a.py", "from ..record import store", "reader must not import record"),
        ("record/a.py", "def f():\n    import onrecord.threads", "record must not import threads"),
        ("scale/a.py", "if TYPE_CHECKING:\n    from onrecord.web import app", "scale must not import web"),
        (
            "mcp/a.py",
            "import importlib\nimportlib.import_module('onrecord.reader')",
            "must not import reader",
        ),
        ("schema/a.py", "from onrecord import read", "schema must not import onrecord itself"),
        ("cli/a.py", "import onnxruntime as ort", "cli must not know of onnxruntime"),
        ("web/a.py", "import sqlite3", "web must not know of sqlite3"),
        ("reader/a.py", "import torch.nn", "reader must not know of torch"),
        ("kitchen/a.py", "", "has no rule"),
    ],
)
def test_a_violation_is_found(tmp_path: Path, file: str, code: str, reason: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(code)
    (found,) = violations(tmp_path)
    assert found.startswith(file) and reason in found


def test_what_is_allowed_is_not_found(tmp_path: Path) -> None:
    code = "import json\nimport numpy\nfrom onrecord.schema import Story\nfrom .words import f\n"
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "a.py").write_text(code)
    assert violations(tmp_path) == []
