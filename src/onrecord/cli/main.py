"""The commands. What they need is imported when they run, so that ``--help`` answers at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from onrecord import __version__
from onrecord.cli.output import failures_told, say, write

if TYPE_CHECKING:
    from onrecord.schema import Reading

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

_EXAMPLES = """\
\b
Examples:
  onrecord read story.txt                      one story, as a table
  onrecord read --explain story.txt            ... and why each row was read
  onrecord read page.html feeds/ "wire/*.txt"  pages, folders and patterns
  curl -s ADDRESS | onrecord read -            standard input
  onrecord read news.jsonl.gz --format jsonl --jobs 2 > readings.jsonl
  onrecord read story.txt --published 2024-06-18 --format json | jq .statements

\b
Exit status:
  0  everything was read
  1  some input was refused; a line on standard error names each
  2  wrong usage
  3  the work failed: the output cannot be written, the weights are damaged
"""


@click.group(epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="onrecord %(version)s")
def cli() -> None:
    """Reads news stories and keeps the record: who said what, through whom, where in the text.

    A claim stays a claim, with its claimant: nothing that is recorded is endorsed.
    """


@cli.command(epilog=_EXAMPLES)
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="table: made for reading. json: an indented object for each story. jsonl: an object a line, in the "
    "order of the input.",
)
@click.option(
    "--input-format",
    type=click.Choice(["text", "html", "jsonl"]),
    help="What the input is. By default found for each file from its content.",
)
@click.option(
    "--published",
    metavar="DATE",
    help="Day of publication (2024-06-18) of stories that do not tell theirs. It gives a dateline its year.",
)
@click.option("--outlet", metavar="NAME", help="The outlet of stories that do not tell theirs.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes to read with. The output is the same with any number.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Tell in the table why each statement was read: which cue, which heads and rules, which scores. "
    "(The JSON always carries them.)",
)
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    input_format: str | None,
    published: str | None,
    outlet: str | None,
    jobs: int,
    explain: bool,
) -> None:
    """Read stories and print every statement with its source, and every event.

    PATH is a text file, a web page, JSONL (also .gz), a folder of these, a pattern in quotation marks, or
    - for standard input. What cannot be read is named on standard error, and the rest goes on.
    """
    if not paths:
        raise click.UsageError("Which stories? Give one or more PATHs, or - to read standard input.", ctx)
    if paths.count("-") > 1:
        raise click.UsageError("Standard input (-) can be read only once.", ctx)
    from onrecord import Reading, read_many
    from onrecord.cli.progress import Progress

    options: dict[str, Any] = {"format": input_format, "published": published, "outlet": outlet}
    try:
        results = read_many(paths, jobs=jobs, **options)
    except ValueError as error:  # a date of publication that is none
        raise click.UsageError(str(error), ctx) from None
    with failures_told(), Progress(paths) as progress:
        for result in results:
            if isinstance(result, Reading):
                progress.clear_way()
                write(_printed(result, form, explain))
                progress.stories += 1
                progress.words += result.story.text.count(" ") + 1
            else:
                progress.clear()
                say(f"refused: {result}")
                progress.refused += 1
            progress.draw()
    if progress.refused:
        ctx.exit(1)


def _printed(reading: Reading, form: str, explain: bool) -> str | bytes:
    if form == "table":
        from onrecord.cli.table import as_table

        return as_table(reading, explain=explain)
    import msgspec

    packed = msgspec.json.encode(reading)
    return (msgspec.json.format(packed, indent=2) if form == "json" else packed) + b"\n"


@cli.command()
def demo() -> None:
    """Read the six stories that come with onrecord.

    They are invented, in the form of real agency copy: chains of sources, history, plans, unnamed officials.
    """
    from onrecord.cli.demo import show

    show()


@cli.command()
def schema() -> None:
    """Print the JSON Schema of what "read --format json" prints."""
    import json

    from onrecord.schema import json_schema

    write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


def main() -> None:
    """The ``onrecord`` script: runs a command and ends with its exit status."""
    try:
        status = cli.main(prog_name="onrecord", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("onrecord: interrupted")
        status = INTERRUPTED
    sys.exit(status if isinstance(status, int) else 0)
