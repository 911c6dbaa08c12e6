"""How much of the table of invented sentences is read right: ``python -m tests.reader.actors.test_who_table``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, get_args

import onrecord
from onrecord.reader.countries import countries
from onrecord.schema import Actor
from onrecord.schema.objects import ActorKind
from tests.reader.actors.who_table import CASES, GROUPS, Case, Who

FLOOR = 96.0
"""Least share of the table's cells that are read right, in percent."""

SECTORS = frozenset("GOV MIL LEG JUD PTY REB OPP MED BUS CVL EDU IGO NGO COP SPY REL LAB REF".split())  # noqa: SIM905
FEWEST = 150
FEWEST_OF_A_GROUP = 10

_ARTICLE = re.compile(r"(?i:the|an|a)\s+")
_POSSESSIVE = re.compile(r"(?:['’][sS]|(?<=[sS])['’])$")


class Cell(NamedTuple):
    """One thing checked: of which case, what about it, what was expected and read, and whether that is right."""

    case: Case
    what: str
    expected: str | None
    read: str | None
    right: bool


# Reading the table.


def bare(words: str) -> str:
    """``words`` without a leading article and a trailing possessive, each run of white space as one blank."""
    words = " ".join(words.split())
    return _POSSESSIVE.sub("", _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words)


def places(words: str, text: str) -> list[tuple[int, int]]:
    """Where ``words`` stand in ``text`` as whole words."""
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def asked(case: Case) -> Iterator[tuple[Who, int | None]]:
    """The actors of a case, and of those with the same words which occurrence each one is."""
    often = Counter(who.words for who in case.who)
    seen: Counter[str] = Counter()
    for who in case.who:
        yield who, seen[who.words] if often[who.words] > 1 else None
        seen[who.words] += 1


def find(actors: Sequence[Actor], who: Who, occurrence: int | None, text: str) -> Actor | None:
    """The actor one of whose mentions has exactly these words, at this occurrence; else the one of that name."""
    there = None if occurrence is None else places(who.words, text)[occurrence]
    wanted = bare(who.words)
    by_name = None
    for actor in actors:
        near = [(s, e) for s, e in actor.mentions if there is None or (s <= there[0] and there[1] <= e)]
        if any(bare(text[s:e]) == wanted for s, e in near):
            return actor
        if near and by_name is None and bare(actor.name) == wanted:
            by_name = actor
    return by_name


def cells_of(case: Case, actors: Sequence[Actor]) -> Iterator[Cell]:
    """Every cell of one case, judged; an actor that was not found has none of them right."""
    for who, occurrence in asked(case):
        actor = find(actors, who, occurrence, case.text)
        label = who.words if occurrence is None else f"{who.words} ({occurrence + 1})"
        if actor is None:
            expected = {"country": who.country, "sector": who.sector, "kind": who.kind}
            for column, value in expected.items():
                if column != "kind" or value is not None:
                    yield Cell(case, f"{label}: {column}", value, "not found", False)
            continue
        yield Cell(case, f"{label}: country", who.country, actor.country, actor.country == who.country)
        yield Cell(case, f"{label}: sector", who.sector, actor.sector, actor.sector == who.sector)
        if who.kind is not None:
            yield Cell(case, f"{label}: kind", who.kind, actor.kind, actor.kind == who.kind)
    for code in case.absent:
        bearer = next((a.name for a in actors if a.country == code), None)
        yield Cell(case, f"nobody of {code}", None, bearer, bearer is None)


@cache
def cells() -> tuple[Cell, ...]:
    """The whole table, read and judged once."""
    return tuple(cell for case in CASES for cell in cells_of(case, onrecord.read_text(case.text).actors))


def share(judged: Sequence[Cell]) -> float:
    """Percent of cells that are right."""
    return 100.0 * sum(cell.right for cell in judged) / len(judged)


def report(judged: Sequence[Cell]) -> str:
    """The shares, whole and by group, and every miss under its text."""
    groups: dict[str, list[Cell]] = defaultdict(list)
    for cell in judged:
        groups[cell.case.group].append(cell)
    lines = [f"{share(judged):5.1f} %  of {len(judged)} cells"]
    lines += [f"{share(groups[g]):5.1f} %  of {len(groups[g]):3}: {g} ({about})" for g, about in GROUPS.items()]
    last = None
    for cell in judged:
        if not cell.right:
            if cell.case is not last:
                lines += ["", f"[{cell.case.group}] {cell.case.text}"]
                last = cell.case
            lines.append(f"    {cell.what}: {cell.expected or '-'} expected, {cell.read or '-'} read")
    return "\n".join(lines)


def test_the_share_of_right_cells_is_not_below_its_floor() -> None:
    judged = cells()
    assert share(judged) >= FLOOR, report(judged)


# The table itself, and how it is judged.


def test_the_table_is_large_enough_and_complete() -> None:
    assert len(CASES) >= FEWEST
    sizes = Counter(case.group for case in CASES)
    assert sizes.keys() == GROUPS.keys()
    assert min(sizes.values()) >= FEWEST_OF_A_GROUP
    assert max(len(case.who) for case in CASES if case.group == "list") >= 20


def test_no_text_stands_twice() -> None:
    assert [text for text, n in Counter(case.text for case in CASES).items() if n > 1] == []


def test_all_words_stand_in_their_text() -> None:
    for case in CASES:
        assert case.who, case.text
        for who, occurrence in asked(case):
            assert len(places(who.words, case.text)) > (occurrence or 0), (who.words, case.text)


def test_codes_sectors_and_kinds_are_well_formed() -> None:
    for case in CASES:
        told = [who.country for who in case.who if who.country is not None]
        for code in (*told, *case.absent):
            assert re.fullmatch("[A-Z]{3}", code) and code in countries(), (code, case.text)
        assert not set(told) & set(case.absent), case.text
        for who in case.who:
            assert who.sector is None or who.sector in SECTORS, who
            assert who.kind is None or who.kind in get_args(ActorKind), who


def test_an_actor_is_found_by_its_words_or_its_name() -> None:
    text = "The Kremlin's guards left. A crowd saw the Kremlin. Old Ms. Arda Vell wept."
    kremlin = Actor(id="a1", name="Kremlin", kind="organisation", mentions=((0, 13),))
    place = Actor(id="a2", name="Kremlin", kind="place", mentions=((39, 50),))
    person = Actor(id="a3", name="Arda Vell", kind="person", mentions=((52, 69),))
    actors = (kremlin, place, person)
    who = Who("Kremlin", None, None, None)
    assert find(actors, who, 0, text) is kremlin
    assert find(actors, who, 1, text) is place
    assert find(actors, Who("Arda Vell", None, None, None), None, text) is person
    assert find(actors, Who("kremlin", None, None, None), None, text) is None


def test_cells_of_a_right_and_of_an_empty_reading() -> None:
    text = "Chad Orlop, a Dane, slept."
    case = Case("word", text, (Who("Chad Orlop", "DNK", None, "person"),), ("TCD",))
    right = Actor(id="a1", name="Chad Orlop", kind="person", country="DNK", mentions=((0, 10),))
    assert [cell.right for cell in cells_of(case, (right,))] == [True] * 4
    assert [cell.right for cell in cells_of(case, ())] == [False, False, False, True]


if __name__ == "__main__":
    print(report(cells()))
