"""The generated references: ``docs/cli.md`` from the commands and ``docs/schema/`` from the objects.

``make docs`` writes them; a test fails where they have drifted.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from onrecord.cli.main import cli
from onrecord.schema import json_schema

_INTRO = """\
# The command line

Generated from `--help` by `make docs`; change the help texts in `src/onrecord/cli/`, not this page.
"""

_WIDTH = 100


def command_reference() -> str:
    """Markdown with the help of the group and of each command."""
    parts = [_INTRO, _section("onrecord", cli, None)]
    group = click.Context(cli, info_name="onrecord", **cli.context_settings)
    for name in sorted(cli.commands):
        parts.append(_section(f"onrecord {name}", cli.commands[name], group))
    return "\n".join(parts)


def _section(title: str, command: click.Command, parent: click.Context | None) -> str:
    name = title.rsplit(" ", 1)[-1]
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    with click.Context(command, info_name=name, parent=parent, **settings) as context:
        text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## `{title}`\n\n```text\n{text}\n```\n"


def schema_text() -> str:
    """The JSON Schema as it stands in the file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def write_all(docs: Path) -> None:
    """Writes every generated page below the folder ``docs``."""
    (docs / "schema").mkdir(parents=True, exist_ok=True)
    (docs / "cli.md").write_text(command_reference(), encoding="utf-8")
    (docs / "schema" / "reading.schema.json").write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
