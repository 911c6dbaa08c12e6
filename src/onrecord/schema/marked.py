"""A Reading as HTML: the story with its statements marked. Notebooks show it by themselves.

The page needs nothing from outside: no script, no style sheet, no image. Tints are translucent and the text
keeps the colour of its surroundings, so that it can be read on light and on dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.schema.display import harmless, one_line
from onrecord.schema.objects import Reading, Span, Statement

Role = Literal["content", "cue", "source"]

_TINTS: dict[Role, str] = {
    "content": "rgba(66,133,244,.16)",
    "source": "rgba(52,168,83,.32)",
    "cue": "rgba(251,140,0,.32)",
}
_LINE = "rgba(66,133,244,.75)"
_BOX = "white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;line-height:1.7;max-width:50em"
_LABEL = "font-size:.72em;font-weight:600;opacity:.75;user-select:none"
_SMALL = "font-size:.85em;opacity:.8"


class _Mark(NamedTuple):
    """One span of one statement in one role; ``first`` for the piece of content that carries the label."""

    start: int
    end: int
    role: Role
    statement: Statement
    first: bool


def as_html(reading: Reading) -> str:
    """The story with sources, cues and contents tinted, and each content labelled with its speaker.

    Everything from the story is escaped. Nested and overlapping statements each keep their mark: the text
    is cut at every border of a span, and a piece is underlined once for each content that it stands in.
    """
    story = reading.story
    head = [f"<strong>{_safe(story.title)}</strong>"] if story.title else []
    facts = [story.outlet, story.agency, story.published, story.url]
    if any(facts):
        head.append(f'<span style="{_SMALL}">{_safe(" · ".join(f for f in facts if f))}</span>')
    head += [f'<em style="{_SMALL}">{_safe(note.text)}</em>' for note in story.notes]
    head.append(_legend(len(reading.statements)))
    body = "".join(_pieces(reading))
    return (
        f'<div class="onrecord"><div style="margin-bottom:.6em">{"<br>".join(head)}</div>'
        f'<div dir="auto" style="{_BOX}">{body}</div></div>'
    )


def _safe(text: str) -> str:
    return escape(one_line(text))


def _legend(count: int) -> str:
    keys = " ".join(f'<span style="background:{tint};padding:0 .3em">{role}</span>' for role, tint in _TINTS.items())
    return f'<span style="{_SMALL}">{count} statement{"" if count == 1 else "s"} &nbsp; {keys}</span>'


def _marks(reading: Reading) -> list[_Mark]:
    length = len(reading.story.text)

    def inside(spans: tuple[Span, ...]) -> list[Span]:
        return [(max(0, s), min(e, length)) for s, e in spans if s < e and s < length]

    marks = []
    for statement in reading.statements:
        content = sorted(inside(statement.content))
        marks += [_Mark(s, e, "content", statement, i == 0) for i, (s, e) in enumerate(content)]
        marks += [_Mark(s, e, "source", statement, False) for s, e in inside(statement.source)]
        marks += [_Mark(s, e, "cue", statement, False) for s, e in inside(statement.cue)]
    # An outer mark opens before the ones it holds.
    return sorted(marks, key=lambda m: (m.start, -m.end))


def _pieces(reading: Reading) -> Iterator[str]:
    """The text piece by piece: a piece ends wherever any mark begins or ends."""
    text, marks = reading.story.text, _marks(reading)
    borders = sorted({0, len(text)}.union(*((m.start, m.end) for m in marks)))
    names = {actor.id: actor.name for actor in reading.actors}
    active: list[_Mark] = []
    coming = 0
    for start, end in pairwise(borders):
        active = [m for m in active if m.end > start]
        while coming < len(marks) and marks[coming].start == start:
            mark = marks[coming]
            active.append(mark)
            if mark.first:
                yield _label(mark.statement, names)
            coming += 1
        words = escape(harmless(text[start:end].replace("\r\n", "\n")))
        yield _styled(words, active, names) if active else words


def _speaker(statement: Statement, names: dict[str, str]) -> str:
    return names.get(statement.speaker or "") or statement.source_text or "no source named"


def _label(statement: Statement, names: dict[str, str]) -> str:
    return f'<sup style="{_LABEL}">{_safe(_speaker(statement, names))}: </sup>'


def _styled(words: str, active: list[_Mark], names: dict[str, str]) -> str:
    """One piece with the tint of its innermost mark, a line for each content, and a tooltip."""
    contents = [m for m in active if m.role == "content"]
    roles = [m for m in active if m.role != "content"]
    tint = _TINTS[roles[-1].role if roles else "content"]
    style = f"background:{tint}"
    if contents:
        width = min(len(contents), 4)
        style += f";border-bottom:{width}px solid {_LINE}"
    told = "; ".join(f"{m.statement.id} {m.role} ({m.statement.mode}, {_speaker(m.statement, names)})" for m in active)
    return f'<span style="{style}" title="{_safe(told)}">{words}</span>'
