"""Rules about quotation marks, where rules are right: marks belong to their content, and speech goes on.

1. ``with_marks``: a content that begins right after an opening mark, or ends right before a closing one, takes it in.
2. ``whole_quotations``: a content that holds one mark of a quotation holds all of it that nobody else claims.
3. ``without_verbs``: a line that is a quotation and, after a dash, a name (``"..." -Commissioner X``), or a name, a
   colon and a quotation (``From Chairwoman X: "..."``), is that person's statement.
4. ``carried_on``: a paragraph that is all quotation, with no cue of its own, right after a statement that was
   quoted, is more of the same: the press opens the marks anew at each paragraph and names the speaker once.

``mended`` applies them in this order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from onrecord.reader.attribution import Attribution, Run, runs_of, words_in
from onrecord.reader.confidence import FEATURES
from onrecord.reader.words import CLOSING, INSIDE, NEW_LINE, NEW_PARAGRAPH, OPENING, OUTSIDE, UNCLOSED, Words

QUOTED_SHARE = 0.95
"""Share of a paragraph's words that must stand in marks for the paragraph to be speech that goes on."""

LEAST_WORDS = 4
"""Words; a shorter paragraph in marks may be a heading or a title."""

LONGEST_NAME = 16
"""Words of a name with its office after a dash or before a colon; more are a sentence."""

RULE_SURETY = 0.95
"""What a statement that only a rule found has for the scores of the heads."""

DASHES = frozenset({"-", "–", "—", "―"})
MARKS = frozenset({'"', "“", "”", "''", "``", "«", "»", "„", "‟"})
NAME_ENDS = frozenset({",", "(", ";", ".", "|", *DASHES})
NAME_PARTICLES = frozenset({"of", "the", "for", "de", "la", "von", "van", "bin", "al", "and", "-", ".", "’", "'"})


def mended(words: Words, found: list[Attribution]) -> list[Attribution]:
    """The attributions of a text after all four rules, in order of their cues. Those given are changed in place."""
    with_marks(words, found)
    whole_quotations(words, found)
    found = without_verbs(words, found)
    carried_on(words, found)
    return found


def with_marks(words: Words, found: list[Attribution]) -> None:
    """Rule 1, in place."""
    quoted = words.quoted
    for a in found:
        taken = a.content_words()
        before = len(taken)
        for first, end in a.content:
            if first > 0 and quoted[first] in (INSIDE, UNCLOSED) and quoted[first - 1] == OPENING:
                taken.add(first - 1)
            if end < len(words) and quoted[end - 1] == INSIDE and quoted[end] == CLOSING and _opened(words, first, end):
                taken.add(end)
        if len(taken) > before:
            a.content = runs_of(taken)
            a.rules.append("quotation mark")


def _opened(words: Words, first: int, end: int) -> bool:
    """Whether the quotation that stands open at the last word of a run was opened in it (or just before it)."""
    return any(words.quoted[i] == OPENING for i in range(max(first - 1, 0), end))


def whole_quotations(words: Words, found: list[Attribution]) -> None:
    """Rule 2, in place, for outermost attributions."""
    outer = [a for a in found if a.parent is None]
    claimed = _claimed(outer)
    for a in outer:
        taken = a.content_words()
        more: set[int] = set()
        for first, end in a.content:
            if words.quoted[first] == OPENING:
                more |= _rest(words, end, 1, claimed)
            if words.quoted[end - 1] == CLOSING:
                more |= _rest(words, first - 1, -1, claimed)
        if more - taken:
            a.content = runs_of(taken | more)
            a.rules.append("whole quotation")
            claimed |= more


def _claimed(found: list[Attribution]) -> set[int]:
    """The words that are cue, source or content of any of the attributions."""
    return words_in(run for a in found for run in (a.cue, *a.source, *a.content))


def _rest(words: Words, i: int, step: int, claimed: set[int]) -> set[int]:
    """The words from ``i`` on (or back) to the end of the quotation they stand in; none where others claim some."""
    out: set[int] = set()
    while 0 <= i < len(words) and words.quoted[i] == INSIDE and i not in claimed:
        out.add(i)
        i += step
    closed = 0 <= i < len(words) and words.quoted[i] == (CLOSING if step > 0 else OPENING) and i not in claimed
    return out | {i} if closed and out else set()


def without_verbs(words: Words, found: list[Attribution]) -> list[Attribution]:
    """Rule 3: the attributions with those that the rule knows put in, in order of their cues."""
    known = {a.cue[0]: a for a in found}
    sure = [*_dashed(words, known), *_named(words, known)]
    for made in sure:
        mine = known.get(made.cue[0])
        if mine is not None:
            made.source, made.scores = mine.source or made.source, mine.scores
    if not sure:
        return found
    owner = {i: a for a in sure for i in a.content_words()}
    cues = {a.cue[0] for a in sure}
    rest = []
    for a in found:
        # what is said inside the quotation stands; what reached into it from outside gives way
        if a.cue[0] in cues:
            continue
        if a.cue[0] not in owner:
            a.content = runs_of(a.content_words() - owner.keys())
        if a.content:
            rest.append(a)
    alive = {id(a) for a in rest}
    for a in rest:
        if a.parent is None or id(a.parent) not in alive:
            a.parent = owner.get(a.cue[0])
    return sorted([*rest, *sure], key=lambda a: a.cue)


def _dashed(words: Words, known: Mapping[int, Attribution]) -> Iterator[Attribution]:
    """``"..." - Name``, the name in the same line or, behind its dash, in the next.

    The name must end its line or stand before the next quotation, and hold no cue: ``"..." - Name said`` is for the
    heads.
    """
    strings, starts = words.strings, words.starts
    line, free = 0, 0  # where the line of the word before the dash begins; where the last such statement ended
    for d in range(1, len(words) - 1):
        if starts[d - 1] in (NEW_PARAGRAPH, NEW_LINE):
            line = d - 1
        if strings[d] not in DASHES or strings[d - 1] not in MARKS or not strings[d + 1][0].isupper():
            continue
        end = d + 1
        while end < len(words) and starts[end] not in (NEW_PARAGRAPH, NEW_LINE) and strings[end] not in MARKS:
            end += 1
        if end - d > LONGEST_NAME or any(i in known for i in range(d + 1, end)):
            continue
        start = max(line, free)
        while start < d and strings[start] not in MARKS:
            start += 1
        if d - start > LEAST_WORDS:
            name = next((i for i in range(d + 1, end) if strings[i] in NAME_ENDS), end)
            yield _made((d, d + 1), (d + 1, name), (start, d), "verbless: dash")
            free = end


def _named(words: Words, known: Mapping[int, Attribution]) -> Iterator[Attribution]:
    """``From Chairwoman Name: "..."`` and ``Chairwoman Name: "..."``, where the heads saw no cue in the name."""
    strings = words.strings
    for first, last in _paragraphs(words):
        head = strings[first : min(last, first + LONGEST_NAME)]
        if ":" not in head:
            continue
        colon = first + head.index(":")
        name = first + (strings[first] == "From")
        named = colon > name and all(w[0].isupper() or w in NAME_PARTICLES for w in strings[name:colon])
        quoted = last - colon > LEAST_WORDS and strings[colon + 1] in MARKS and strings[last - 1] in MARKS
        if named and quoted and not any(i in known for i in range(name, colon)):
            cue = (first, first + 1) if name > first else (colon, colon + 1)
            yield _made(cue, (name, colon), (colon + 1, last), "verbless: colon")


def _made(cue: Run, source: Run, content: Run, rule: str) -> Attribution:
    return Attribution(cue, [source], [content], dict.fromkeys(FEATURES, RULE_SURETY), [rule])


def carried_on(words: Words, found: list[Attribution]) -> None:
    """Rule 4, in place. ``found`` is in order of the cues; only outermost attributions carry on."""
    paragraphs = _paragraphs(words)
    outer = [a for a in found if a.parent is None]
    claimed = _claimed(outer)
    owner = {i: a for a in outer for i in a.content_words()}
    for (start, end), (first, last) in pairwise(paragraphs):
        if last - first < LEAST_WORDS or any(i in claimed for i in range(first, last)):
            continue
        if not _speech(words, first, last):
            continue
        speaker = _last_quoted(words, owner, start, end)
        if speaker is not None:
            run = range(first, last)
            speaker.content = runs_of({*speaker.content_words(), *run})
            speaker.rules.append("speech goes on")
            for i in run:
                owner[i] = speaker


def _paragraphs(words: Words) -> list[tuple[int, int]]:
    cuts = [i for i, s in enumerate(words.starts) if s == NEW_PARAGRAPH]
    return list(pairwise([*cuts, len(words)]))


def _speech(words: Words, first: int, last: int) -> bool:
    """Whether a paragraph is all speech: in double marks (single ones make headings), and no transcript's "NAME:"."""
    if words.quoted[first] != OPENING or words.strings[first] in ("'", "‘") or ":" in words.strings[first : first + 5]:
        return False
    marked = sum(words.quoted[i] != OUTSIDE for i in range(first, last))
    return marked >= QUOTED_SHARE * (last - first)


def _last_quoted(words: Words, owner: dict[int, Attribution], start: int, end: int) -> Attribution | None:
    """The attribution to which the last quotation of a paragraph belongs, if the paragraph ends in or near it."""
    for i in range(end - 1, start - 1, -1):
        if words.quoted[i]:
            return owner.get(i)
    return None
