"""Attributions in word numbers become Statements in characters.

The source stays as worded; the speaker is the Actor that it is (``actors``). The text is never rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.reader.actors import Cast
from onrecord.reader.attribution import Attribution, Run
from onrecord.reader.confidence import confidence
from onrecord.reader.occasions import Telling
from onrecord.reader.words import NEW_PARAGRAPH, Words
from onrecord.schema import Mode, Reason, Span, Statement
from onrecord.schema.quotation import mode_of, quotations


def statements(
    text: str,
    words: Words,
    found: Sequence[Attribution],
    cast: Cast,
    tellings: Sequence[Telling],
    settings: dict[str, object],
) -> tuple[Statement, ...]:
    """The statements of a story. ``found`` in text order of the cues; ``cast`` and ``tellings`` go along with it."""
    ids = {id(a): f"s{n}" for n, a in enumerate(found, 1)}
    marks = quotations(text)
    out = []
    for n, (a, told) in enumerate(zip(found, tellings, strict=True)):
        content = spans(words, a.content)
        mode: Mode = mode_of(text, content, marks)
        out.append(
            Statement(
                id=ids[id(a)],
                speaker=cast.speakers[n],
                source=spans(words, a.source),
                cue=spans(words, [a.cue]),
                content=content,
                mode=mode,
                within=ids[id(a.parent)] if a.parent is not None else None,
                medium=told.medium,
                audience=told.audience,
                said=told.said,
                confidence=confidence(a, settings),
                reason=_reason(a, mode, told),
            )
        )
    return tuple(out)


def in_order(found: Iterable[Attribution]) -> list[Attribution]:
    """Attributions in text order of their cues."""
    return sorted(found, key=lambda a: (a.cue, a.content))


def spans(words: Words, runs: list[Run]) -> tuple[Span, ...]:
    """Runs of words as spans of characters; a run is split where a paragraph begins."""
    out: list[Span] = []
    for first, end in runs:
        cuts = [first, *(i for i in range(first + 1, end) if words.starts[i] == NEW_PARAGRAPH), end]
        out += [(words.spans[a][0], words.spans[b - 1][1]) for a, b in pairwise(cuts)]
    return tuple(out)


def _reason(a: Attribution, mode: str, told: Telling) -> Reason:
    heads = ["cue head", "link head"]
    occasion = [f"occasion of s{told.source + 1}"] if told.source is not None else []
    return Reason(
        decided_by=(*heads, *dict.fromkeys(a.rules), f"marks: {mode}", *occasion),
        scores={k: round(v, 3) for k, v in a.scores.items()},
    )
