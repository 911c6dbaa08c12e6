"""Attributions in word numbers become Statements and Actors in characters.

The speaker is the source as worded: one Actor for each wording ("the minister", "The minister"). Who that is, another
step will say; the text is never rewritten.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.reader.attribution import Attribution, Run
from onrecord.reader.confidence import confidence
from onrecord.reader.words import NEW_PARAGRAPH, Words
from onrecord.schema import Actor, Mode, Reason, Span, Statement
from onrecord.schema.quotation import mode_of, quotations

_SPACE = re.compile(r"\s+")


def statements(
    text: str, words: Words, found: list[Attribution], settings: dict[str, object]
) -> tuple[tuple[Actor, ...], tuple[Statement, ...]]:
    """Actors and statements of a story, in text order of the cues."""
    found = sorted(found, key=lambda a: (a.cue, a.content))
    ids = {id(a): f"s{n}" for n, a in enumerate(found, 1)}
    names: dict[str, tuple[str, str, list[Span]]] = {}
    marks = quotations(text)
    out = []
    for a in found:
        source = spans(words, a.source)
        content = spans(words, a.content)
        mode: Mode = mode_of(text, content, marks)
        out.append(
            Statement(
                id=ids[id(a)],
                speaker=_speaker(text, source, names),
                source=source,
                cue=spans(words, [a.cue]),
                content=content,
                mode=mode,
                within=ids[id(a.parent)] if a.parent is not None else None,
                confidence=confidence(a, settings),
                reason=_reason(a, mode),
            )
        )
    actors = (Actor(id=i, name=name, mentions=tuple(sorted(set(m)))) for i, name, m in names.values())
    return tuple(actors), tuple(out)


def spans(words: Words, runs: list[Run]) -> tuple[Span, ...]:
    """Runs of words as spans of characters; a run is split where a paragraph begins."""
    out: list[Span] = []
    for first, end in runs:
        cuts = [first, *(i for i in range(first + 1, end) if words.starts[i] == NEW_PARAGRAPH), end]
        out += [(words.spans[a][0], words.spans[b - 1][1]) for a, b in pairwise(cuts)]
    return tuple(out)


def _speaker(text: str, source: tuple[Span, ...], names: dict[str, tuple[str, str, list[Span]]]) -> str | None:
    if not source:
        return None
    worded = _SPACE.sub(" ", " ".join(text[s:e] for s, e in source))
    actor, _, mentions = names.setdefault(worded.casefold(), (f"a{len(names) + 1}", worded, []))
    mentions += source
    return actor


def _reason(a: Attribution, mode: str) -> Reason:
    heads = ["cue head", "link head"]
    return Reason(
        decided_by=(*heads, *dict.fromkeys(a.rules), f"marks: {mode}"),
        scores={k: round(v, 3) for k, v in a.scores.items()},
    )
