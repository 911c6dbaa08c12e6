"""What is built holds what is needed, and no more."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]

TRAINING_ONLY = {"torch", "tokenizers", "spacy", "transformers"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built as anyone would build them."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.slow
def test_the_wheel_holds_weights_stories_and_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        told = archive.read(metadata).decode()
    assert "onrecord/py.typed" in names
    assert any(name.startswith("onrecord/reader/weights/") for name in names)
    assert len([n for n in names if n.startswith("onrecord/demo/") and n.endswith((".txt", ".html"))]) == 6
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"onrecord"}
    base = [line for line in told.splitlines() if line.startswith("Requires-Dist") and "extra ==" not in line]
    assert not any(name in line for line in base for name in TRAINING_ONLY)
    assert f"Version: {onrecord.__version__}" in told and "Requires-Python: >=3.11" in told


@pytest.mark.slow
def test_the_source_archive_holds_what_builds_and_tests_it(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.split("/", 1)[1] for name in opened.getnames() if "/" in name}
    assert {"pyproject.toml", "LICENSE", "Makefile", "constraints.txt", "tests/conftest.py"} <= names
    assert not any(name.startswith((".venv", "training/runs", "dist/")) for name in names)
