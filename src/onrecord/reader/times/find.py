"""Finds the time expressions of a text: where rules match, the longest first, and what each means in its place."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from onrecord.reader.times.hits import Hit, Meaning, Rule
from onrecord.reader.times.patterns import Compiler, Pattern, literals
from onrecord.reader.times.resolve import Context, context, told
from onrecord.reader.times.rules import MACROS, RULES
from onrecord.reader.times.tokens import Alphabet, alphabet, tokens_of
from onrecord.schema.objects import TimeType


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: ``span`` in characters, TIMEX3 type, value and mod, and the rule that read it.

    ``value`` is None where the text does not tell it ("two weeks later" of nothing), and has X for the parts that it
    does not tell (``XXXX-06-18``).
    """

    span: tuple[int, int]
    type: TimeType
    value: str | None
    mod: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    letters: Alphabet
    starts: re.Pattern[str]
    by_first: dict[str, tuple[tuple[int, Rule, Pattern], ...]]


@functools.cache
def _grammar() -> _Grammar:
    """The rules, compiled at first use."""
    letters = alphabet(literals([rule.pattern for rule in RULES], MACROS))
    compiler = Compiler(letters, MACROS)
    by_first: dict[str, list[tuple[int, Rule, Pattern]]] = {}
    for n, rule in enumerate(RULES):
        pattern = compiler.compile(rule.pattern)
        for char in pattern.first:
            by_first.setdefault(char, []).append((n, rule, pattern))
    starts = re.compile("[" + "".join(sorted(by_first)) + "]")
    return _Grammar(letters, starts, {char: tuple(rules) for char, rules in by_first.items()})


def times(text: str, *, anchor: str | None) -> list[Found]:
    """The time expressions of a story, in the order of the text; none overlap.

    ``anchor`` is the story's date (EDTF or ISO: of its dateline, else of its publication). It is never invented:
    without it what hangs on it has no value, or one with X.
    """
    grammar = _grammar()
    tokens = tokens_of(text, grammar.letters)
    ctx = context(tokens, grammar.letters, anchor)
    shadow = tokens.shadow
    found: list[Found] = []
    at = 0
    for start in grammar.starts.finditer(shadow):
        i = start.start()
        if i < at:
            continue
        hits: list[tuple[int, int, Rule, Hit]] = []
        for n, rule, pattern in grammar.by_first[shadow[i]]:
            match = pattern.regex.match(shadow, i)
            if match is not None:
                hit = Hit(tokens, grammar.letters, match, pattern.names)
                end = hit.spans()[-1][1] if "e1" in pattern.names else match.end()
                hits.append((-end, n, rule, hit))
        if len(hits) > 1:
            hits.sort(key=_longest_first)
        for end, _, rule, hit in hits:
            taken = _take(rule, hit, ctx)
            if taken:
                found += taken
                at = -end
                break
    return found


def _longest_first(hit: tuple[int, int, Rule, Hit]) -> tuple[int, int]:
    return hit[:2]


def _take(rule: Rule, hit: Hit, ctx: Context) -> list[Found]:
    spans = hit.spans()
    ctx.at, ctx.end = spans[0][0], spans[-1][1]
    meanings = rule.meaning(hit, ctx)
    if meanings is None:
        return []
    if isinstance(meanings, Meaning):
        meanings = (meanings,)
    out = []
    for (start, end), meaning in zip(spans, meanings, strict=True):
        kind = meaning.type or rule.type
        characters = (ctx.tokens.starts[start], ctx.tokens.ends[end - 1])
        out.append(Found(characters, kind, meaning.value, meaning.mod, rule.name))
        when = told(meaning.value) if meaning.value is not None and kind in ("DATE", "TIME") else None
        if when is not None:
            ctx.at = start
            ctx.mentioned = when.year
            if not meaning.aside:
                ctx.tell(when)
    return out
