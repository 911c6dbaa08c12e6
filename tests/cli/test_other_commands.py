"""``demo``, ``schema``, ``--version``, ``--help``."""

from __future__ import annotations

import json
import re

import click
import pytest
from click.testing import CliRunner

import onrecord
from onrecord.cli.main import cli


def test_the_demo_reads_six_stories_and_says_what_is_next() -> None:
    result = CliRunner().invoke(cli, ["demo"])
    assert result.exit_code == 0, result.output
    assert len(re.findall(r"^\S*0[1-6]-\S+\.(?:txt|html)$", result.stdout, re.MULTILINE)) == 6
    assert re.search(r"^6 stories, [\d,]+ words, \d+ statements in", result.stdout, re.MULTILINE)
    assert "read YOUR_STORY.txt" in result.stdout.split("statements in")[-1]


def test_schema_prints_the_json_schema() -> None:
    result = CliRunner().invoke(cli, ["schema"])
    assert json.loads(result.stdout) == onrecord.json_schema()


def test_version() -> None:
    assert CliRunner().invoke(cli, ["--version"]).stdout == f"onrecord {onrecord.__version__}\n"


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_and_option_has_help(name: str) -> None:
    command = cli.commands[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_help_teaches_by_example() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).stdout
    assert shown.count("onrecord read ") >= 5 and "Exit status" in shown
