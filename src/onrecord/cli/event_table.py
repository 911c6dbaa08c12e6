"""The events of a Reading as a table made for reading: when, what, who to whom, how surely, and per whom."""

from __future__ import annotations

from collections.abc import Callable

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from onrecord.schema.display import one_line
from onrecord.schema.objects import Event, Reading

UNTOLD = "-"


def event_rows(reading: Reading, line_of: Callable[[int], int], *, explain: bool) -> Table:
    """A row for each event, in the order of the story. ``line_of`` gives the number of the line of an offset.

    A side that was inferred from what was told before stands in brackets.
    """
    table = Table(box=SIMPLE_HEAD, expand=True, leading=1, pad_edge=False, padding=(0, 1))
    table.add_column("when", width=12, overflow="fold", style="cyan")
    table.add_column("event", width=12, overflow="fold")
    table.add_column("who to whom", ratio=5, overflow="fold", style="green")
    table.add_column("told as", ratio=3, overflow="fold")
    table.add_column("line: characters", no_wrap=True, style="dim")
    names = {actor.id: actor.name for actor in reading.actors}
    for event in reading.events:
        told = Text(", ".join(one_line(reading.story.text[start:end]) for start, end in event.trigger))
        if per := _per(event, reading, names):
            told.append("\n" + one_line(per), style="dim italic")
        if explain:
            told.append("\n" + one_line(f"{event.id}: confidence {event.confidence:.2f}"), style="dim")
        table.add_row(
            Text(one_line(event.when or UNTOLD)),
            Text(event.type).append("\n" + event.certainty, style="italic dim"),
            _who(event, names),
            told,
            Text("\n".join(f"{line_of(start)}: {start}-{end}" for start, end in event.trigger)),
        )
    return table


def _who(event: Event, names: dict[str, str]) -> Text:
    actors, recipients = (
        _side(event, role, ids, names) for role, ids in (("actors", event.actors), ("recipients", event.recipients))
    )
    mutual = bool(event.actors) and set(event.actors) == set(event.recipients)
    shown = Text(actors if mutual else f"{actors} → {recipients}")
    where = names.get(event.where or "")
    facts = [event.mode, *event.context, event.cameo and f"CAMEO {event.cameo}", where and f"at {where}"]
    if told := " · ".join(fact for fact in facts if fact):
        shown.append("\n" + one_line(told), style="dim")
    return shown


def _side(event: Event, role: str, ids: tuple[str, ...], names: dict[str, str]) -> str:
    side = one_line(" + ".join(names.get(id, id) for id in ids)) or UNTOLD
    return f"[{side}]" if role in event.inferred else side


def _per(event: Event, reading: Reading, names: dict[str, str]) -> str:
    """Whose claim it is."""
    speakers = {s.id: names.get(s.speaker or "") or s.source_text or "(unnamed)" for s in reading.statements}
    told = list(dict.fromkeys(speakers[id] for id in event.per if id in speakers))
    return f"per {', '.join(told)}" if told else ""
