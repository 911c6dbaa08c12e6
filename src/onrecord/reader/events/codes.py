"""PLOVER mode and contexts and the CAMEO code of an event whose PLOVER type is known already.

PLOVER splits what CAMEO told in one code into type, mode (how) and context (why): see its manual of 2021 and its table
from CAMEO codes to the three. ``data/modes.tsv`` goes that table's way back: words that show a mode also settle the
code. Its rows stand in order of precedence and the first that holds wins. ``data/contexts.tsv`` weighs words: one that
says it all is enough, of those that hint at it two are. Where no word tells there is no mode, no context, and of the
code the root of the type alone.

The forms of the words are made when the tables are loaded, so that a word of a story costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.reader.countries import rows

ROOTS: dict[str, str] = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "RETREAT": "08",
    "REQUEST": "10",
    "ACCUSE": "11",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "18",
}
"""The CAMEO root of each PLOVER type; an ASSAULT that the tables know as one of armies has 19 or 20 from there."""

MOST = 3
"""Contexts of an event, at most."""

_ENOUGH = 2
"""Evidence that a context needs: one word of the column ``words``, two of ``weak``, or the CAMEO code."""


class Codes(NamedTuple):
    """``mode`` is one of its type's or None, ``context`` has most evidence first, ``cameo`` is a code or a root."""

    mode: str | None
    context: tuple[str, ...]
    cameo: str


def codes(type: str, trigger: str, near: Sequence[str], certainty: str = "happened") -> Codes:
    """Mode, contexts and CAMEO code of an event of PLOVER ``type``; KeyError where there is no such type.

    ``trigger`` is the word that tells the event, ``near`` are the words around it, as they stand, in order. CAMEO has
    codes of their own for the intent to cooperate, so a visit, aid or release that is ``planned`` has one of its 03.
    """
    heard = _heard(trigger, near)
    table = _modes()[type]
    told = table.vocabulary & heard  # few are left, so that each row is quickly asked
    mode, cameo = None, ROOTS[type]
    for row in table.candidates(trigger):
        for group in row.near:
            if group.isdisjoint(told):
                break
        else:
            mode, cameo = row.mode, row.cameo
            break
    context = _contexts(heard, cameo)
    return Codes(mode, context, _intent(type, cameo) if certainty == "planned" else cameo)


def _heard(trigger: str, near: Sequence[str]) -> set[str]:
    """The words as they stand and in lower case, and each two next to each other that may be a phrase of the tables."""
    openings = _openings()
    out = {trigger, trigger.lower(), *near}
    last = last_lower = ""
    for word in near:
        if word in _HYPHENS:
            continue
        lower = word.lower()
        if lower != word:
            out.add(lower)
        if last_lower in openings:
            out.add(f"{last_lower} {lower}")
            if lower != word or last_lower != last:
                out.add(f"{last} {word}")
        last, last_lower = word, lower
    return out


_HYPHENS = frozenset("-‐‑–")


# -- modes and codes ---------------------------------------------------------------------------------------------------


class _Row(NamedTuple):
    """A row of modes.tsv; all groups of ``near`` must be heard."""

    mode: str | None
    cameo: str
    near: tuple[frozenset[str], ...]


class _Table(NamedTuple):
    """A type's rows by each form of the triggers that they meet; "" has those that any word meets.

    ``vocabulary`` has all that one of the rows may want near.
    """

    by_trigger: dict[str, tuple[_Row, ...]]
    vocabulary: frozenset[str]

    def candidates(self, trigger: str) -> tuple[_Row, ...]:
        """The rows that a trigger may meet, in their order."""
        lower = trigger.lower()
        found = self.by_trigger.get(lower)
        if found is None:
            # a trigger of several words ("stepped down"): the first of them that tells
            parts = lower.replace("-", " ").split()
            found = next((self.by_trigger[part] for part in parts if part in self.by_trigger), self.by_trigger[""])
        return found


@cache
def _modes() -> dict[str, _Table]:
    """The table of each type."""
    read: dict[str, list[tuple[frozenset[str], _Row]]] = {type: [] for type in ROOTS}
    for row in rows("modes"):
        groups = tuple(_forms_of(group) for group in row["near"].split(" & ")) if row["near"] else ()
        triggers = _forms_of(row["trigger"]) if row["trigger"] else frozenset(("",))
        read[row["type"]].append((triggers, _Row(row["mode"] or None, row["cameo"], groups)))
    out: dict[str, _Table] = {}
    for type, entries in read.items():
        words = frozenset[str](("",)).union(*(triggers for triggers, _ in entries))
        by_trigger = {
            word: tuple(row for triggers, row in entries if word in triggers or "" in triggers) for word in words
        }
        vocabulary = frozenset[str]().union(*(group for _, row in entries for group in row.near))
        out[type] = _Table(by_trigger, vocabulary)
    return out


_INTENTS = {
    "042": "036", "043": "036", "046": "036", "045": "039",
    "061": "0311", "062": "0312", "063": "0313", "064": "0314",
    "071": "0331", "072": "0332", "073": "0333", "074": "0334",
    "0811": "0351", "0812": "0351", "0813": "0351", "0814": "0351", "081": "0351",
    "0831": "0341", "0832": "0342", "0833": "0343", "0834": "0344",
    "0841": "0353", "0842": "0353", "085": "0354", "086": "0355", "0861": "0355", "0862": "0355", "0863": "0355",
    "087": "0356", "0871": "0356", "0872": "0356", "0873": "0356", "0874": "0356",
}  # fmt: skip
_INTENTS_OF_TYPE = {
    "CONSULT": "036",
    "SUPPORT": "032",
    "COOPERATE": "031",
    "AID": "033",
    "CONCEDE": "035",
    "RETREAT": "035",
}


def _intent(type: str, cameo: str) -> str:
    """The code of the intent to do what ``cameo`` tells; ``cameo`` itself where the type is not cooperative."""
    general = _INTENTS_OF_TYPE.get(type)
    return cameo if general is None else _INTENTS.get(cameo, general)


# -- contexts ----------------------------------------------------------------------------------------------------------


def _contexts(heard: set[str], cameo: str) -> tuple[str, ...]:
    """The contexts for which there is evidence enough, those with most first, in the table's order among equals."""
    known = _evidence()
    seen: set[tuple[int, str]] = set()
    score: dict[int, int] = {}
    for word in heard:
        for context, base, weight in known.forms.get(word, ()):
            if (context, base) not in seen:
                seen.add((context, base))
                score[context] = score.get(context, 0) + weight
    for context in known.codes.get(cameo, ()):
        score[context] = score.get(context, 0) + _ENOUGH
    enough = sorted((-weight, context) for context, weight in score.items() if weight >= _ENOUGH)
    return tuple(known.names[context] for _, context in enough[:MOST])


class _Evidence(NamedTuple):
    """By form of a word: contexts by number, the word itself, its weight; by CAMEO code: contexts by number."""

    names: tuple[str, ...]
    forms: dict[str, tuple[tuple[int, str, int], ...]]
    codes: dict[str, tuple[int, ...]]


@cache
def _evidence() -> _Evidence:
    table = rows("contexts")
    forms: dict[str, tuple[tuple[int, str, int], ...]] = {}
    by_code: dict[str, tuple[int, ...]] = {}
    for i, row in enumerate(table):
        for column, weight in (("words", _ENOUGH), ("weak", 1)):
            for word in row[column].split("|") if row[column] else ():
                for form in _forms(word):
                    forms[form] = (*forms.get(form, ()), (i, word, weight))
        for code in row["codes"].split("|") if row["codes"] else ():
            by_code[code] = (*by_code.get(code, ()), i)
    return _Evidence(tuple(row["context"] for row in table), forms, by_code)


# -- forms of words ----------------------------------------------------------------------------------------------------


@cache
def _openings() -> frozenset[str]:
    """The first words of all phrases of both tables, in lower case."""
    vocabularies = (table.vocabulary for table in _modes().values())
    phrases = [form for forms in (_evidence().forms, *vocabularies) for form in forms if " " in form]
    return frozenset(phrase.partition(" ")[0].lower() for phrase in phrases)


def _forms_of(cell: str) -> frozenset[str]:
    return frozenset(form for word in cell.split("|") for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    """A word or the last word of a phrase in its regular forms; too many rather than too few ("peaced" hurts none)."""
    if word.endswith("="):
        yield word[:-1]
        return
    yield word
    if not word.islower() or len(word) < 3:
        return
    stem, last = word[:-1], word[-1]
    if last == "y" and word[-2] not in "aeiou":
        yield from (f"{stem}ies", f"{stem}ied", f"{word}ing")
    elif last == "e":
        yield from (f"{word}s", f"{word}d", f"{stem}ing")
    elif last in "sxz" or word.endswith(("sh", "ch")):
        yield from (f"{word}es", f"{word}ed", f"{word}ing")
    else:
        yield from (f"{word}s", f"{word}ed", f"{word}ing")
        if last == "o":
            yield f"{word}es"
        elif last not in "aiuwhy" and word[-2] in "aeiou":
            yield from (f"{word}{last}ed", f"{word}{last}ing")
