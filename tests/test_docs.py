"""What the documents say holds: commands exist, links lead somewhere, generated pages are up to date."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import click
import pytest

import onrecord
from onrecord.cli.main import cli
from onrecord.cli.reference import command_reference

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def commands() -> list[tuple[str, str]]:
    """Every command that a page shows behind a prompt, with the page."""
    return [
        (page.relative_to(ROOT).as_posix(), line[2:])
        for page in PAGES
        for block in blocks(page, "console")
        for line in block.splitlines()
        if line.startswith("$ ")
    ]


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def test_the_manual_is_what_the_commands_say() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == command_reference(), "run: make docs"


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_option_stands_in_the_manual(name: str) -> None:
    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = manual.split(f"## `onrecord {name}`")[1].split("\n## ")[0]
    for parameter in cli.commands[name].params:
        if isinstance(parameter, click.Option):
            assert all(option in section for option in parameter.opts)


def test_the_readme_shows_the_commands_that_matter() -> None:
    shown = [command for page, command in commands() if page == "README.md"]
    assert "make demo" in shown and any("onrecord read" in command for command in shown)


@pytest.mark.parametrize(("page", "command"), commands())
def test_every_shown_command_exists(page: str, command: str) -> None:
    for part in command.split("|"):
        words = shlex.split(part.split(">")[0])
        program = Path(words[0]).name
        if program == "make":
            goals = [word for word in words[1:] if "=" not in word and not word.startswith("-")]
            assert set(goals) <= targets()
        elif program == "onrecord":
            subcommand = cli.commands[words[1]]
            known = {option for parameter in subcommand.params for option in parameter.opts}
            assert {word.split("=")[0] for word in words if word.startswith("--")} <= known
        elif words[:2] == [words[0], "-m"] and program.startswith("python"):
            module = words[2].replace(".", "/")
            here = (ROOT / f"{module}.py").is_file() or (ROOT / module / "__main__.py").is_file()
            assert here or words[2] in {"pytest"}
        elif words[0].startswith("."):
            assert (ROOT / words[0]).is_file() or words[0].startswith(".venv/bin/")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_python_in_the_pages_names_what_is_there(page: Path) -> None:
    for block in blocks(page, "python"):
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                if node.value.id == "onrecord":
                    assert hasattr(onrecord, node.attr), node.attr
                elif node.value.id == "s":
                    assert hasattr(onrecord.Statement, node.attr), node.attr
                elif node.value.id == "reading":
                    assert hasattr(onrecord.Reading, node.attr), node.attr


def test_the_version_is_the_same_everywhere() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{onrecord.__version__}"' in project
    assert f"## {onrecord.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_constraints_name_packages_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[A-Za-z0-9.!]+", pin) for pin in pins)
    assert len({pin.split("==")[0] for pin in pins}) == len(pins)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = set(re.findall(r'"([a-z0-9-]+)(?:[<>=]=?[^"]*)"', project.split("[project.scripts]")[0]))
    assert wanted <= {pin.split("==")[0] for pin in pins}, "every dependency is pinned"
