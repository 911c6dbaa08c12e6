"""A Reading as a table made for reading: who, how, what, and where it stands."""

from __future__ import annotations

import io
import os
import sys
from bisect import bisect_right
from functools import partial
from itertools import accumulate

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.event_table import event_rows
from onrecord.cli.output import on_terminal
from onrecord.schema.display import one_line
from onrecord.schema.objects import Actor, Reading, Span, Statement, Story

WIDTH = 100
"""Columns of a table that goes to a file or a pipe (``COLUMNS`` overrides it)."""

NARROWEST = 60
"""Columns below which the table would become unreadable; a narrower terminal wraps it."""


def as_table(reading: Reading, *, explain: bool = False) -> str:
    """The story's facts, a row for each statement, nested ones indented below the one they stand in, then the events.

    ``who`` is the speaker by name, and the source as worded where it is worded otherwise; below what was said
    stands where, to whom and when. ``where`` gives, for each piece of the content, the line of the text and the
    offsets of its characters. With ``explain`` each row also tells its cue, the heads and rules that decided, and
    their scores; a list of the actors follows, with why each mention is taken for them. Nothing in the story is
    interpreted: neither escape sequences nor markup.
    """
    console = _console()
    console.print(_head(reading))
    if reading.statements:
        console.print(_rows(reading, explain=explain))
    else:
        console.print(Text("  no statements\n", style="dim"))
    if reading.events:
        console.print(event_rows(reading, partial(_line, _line_ends(reading.story)), explain=explain))
    if explain:
        for actor in reading.actors:
            console.print(_identity(reading.story, actor))
    out = console.file
    assert isinstance(out, io.StringIO)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _console() -> Console:
    terminal = on_terminal(sys.stdout)
    columns = os.environ.get("COLUMNS", "")
    width = None if terminal else int(columns) if columns.isdigit() and int(columns) else WIDTH
    if terminal:
        width = max(os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH, NARROWEST)
    return Console(file=io.StringIO(), width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False)


def _head(reading: Reading) -> Text:
    head = Text()
    story = reading.story
    counts = [
        f"{len(rows)} {name}{'' if len(rows) == 1 else 's'}"
        for name, rows in (("statement", reading.statements), ("event", reading.events))
    ]
    head.append(one_line(story.title or story.id), style="bold")
    dateline = story.dateline
    facts = [
        story.agency,
        dateline and dateline.place,
        dateline and dateline.date,
        story.outlet,
        story.published and f"published {story.published}",
        *counts,
        story.id if story.title else None,
    ]
    head.append("\n" + one_line(" · ".join(fact for fact in facts if fact)), style="dim")
    for note in story.notes:
        head.append("\n" + one_line(f"note: {note.text}"), style="yellow")
    return head


def _rows(reading: Reading, *, explain: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, leading=1, pad_edge=False, padding=(0, 1))
    table.add_column("who", ratio=2, overflow="fold", style="green")
    table.add_column("how", width=10, overflow="fold")
    table.add_column("what", ratio=5, overflow="fold")
    table.add_column("line: characters", no_wrap=True, style="dim")
    lines = _line_ends(reading.story)
    names = {actor.id: actor.name for actor in reading.actors}
    for depth, statement in _nested(reading.statements):
        what = Text(" … ").join(Text(one_line(piece)) for piece in _pieces(reading.story, statement.content))
        if occasion := _occasion(statement, names):
            what.append("\n" + one_line(occasion), style="dim italic")
        if explain:
            what.append("\n" + _why(statement), style="dim")
        who = names.get(statement.speaker or "") or statement.source_text
        shown = Text("  " * (depth - 1) + "└ " * (depth > 0) + one_line(who or "(unnamed)"))
        worded = one_line(statement.source_text or "")
        if who and worded and worded.casefold() != one_line(who).casefold():
            shown.append(f"\n{worded}", style="dim")
        table.add_row(
            shown,
            Text(f"{statement.mode}\n").append(one_line(statement.cue_text or ""), style="italic dim"),
            what,
            Text("\n".join(f"{_line(lines, start)}: {start}-{end}" for start, end in statement.content)),
        )
    return table


def _occasion(statement: Statement, names: dict[str, str]) -> str:
    """Where, to whom and when it was said, as far as the story tells."""
    medium, audience = (names.get(id or "") for id in (statement.medium, statement.audience))
    told = [medium and f"via {medium}", audience and f"to {audience}", statement.said and f"said {statement.said}"]
    return " · ".join(part for part in told if part)


def _identity(story: Story, actor: Actor) -> Text:
    """An actor, and for each mention that was joined to another why it was."""
    facts = [actor.name, actor.kind, actor.country, actor.sector, actor.role]
    shown = Text(one_line(f"{actor.id}: " + " · ".join(fact for fact in facts if fact)))
    for link in actor.links:
        (start, end), (first, last) = link.mention, link.to
        score = "" if link.score is None else f" {link.score:.2f}"
        why = (
            f"  “{story.text[start:end]}” {start}-{end} is “{story.text[first:last]}” {first}-{last}: {link.by}{score}"
        )
        shown.append("\n  " + one_line(why), style="dim")
    return shown


def _nested(statements: tuple[Statement, ...]) -> list[tuple[int, Statement]]:
    """Every statement once with its depth, each after the one it stands in; otherwise in the order given."""
    known = {statement.id for statement in statements}
    inner: dict[str | None, list[Statement]] = {}
    for statement in statements:
        parent = statement.within if statement.within in known and statement.within != statement.id else None
        inner.setdefault(parent, []).append(statement)
    rows: list[tuple[int, Statement]] = []
    waiting = [(0, statement) for statement in reversed(inner.get(None, []))]
    while waiting:
        depth, statement = waiting.pop()
        rows.append((depth, statement))
        waiting += [(depth + 1, below) for below in reversed(inner.get(statement.id, []))]
    return rows


def _pieces(story: Story, spans: tuple[Span, ...]) -> list[str]:
    return [story.text[start:end] for start, end in spans]


def _line_ends(story: Story) -> list[int]:
    return list(accumulate((len(line) for line in story.text.split("\n")), lambda a, n: a + n + 1))


def _line(ends: list[int], offset: int) -> int:
    """The number of the line that an offset stands in, from one; ``ends`` are the offsets after each line."""
    return bisect_right(ends, offset) + 1


def _why(statement: Statement) -> str:
    """Which cue, which heads and rules, which scores."""
    cues = ", ".join(f"{start}-{end}" for start, end in statement.cue)
    told = [f"cue “{statement.cue_text}” {cues}" if statement.cue else "no cue in words"]
    if statement.reason:
        scores = dict(statement.reason.scores)
        for part in statement.reason.decided_by:
            score = scores.pop(part, None)
            told.append(part if score is None else f"{part} {score:.2f}")
        told += [f"{name} {score:.2f}" for name, score in scores.items()]
    told.append(f"confidence {statement.confidence:.2f}")
    return one_line(f"{statement.id}: " + " · ".join(told))
