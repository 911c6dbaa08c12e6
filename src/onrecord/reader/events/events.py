"""Tellings become events: one for each distinct event of the story, however often it is told.

Two tellings are of one event when they are of one type, nothing in their parties, times or certainty speaks against it,
and the words speak for it: the same word ("killed ... killing"), or a general one that points back ("the attack"). Its
certainty is that of the story's own voice, else of its first telling; a denial beside a claim is thus one event, told
by both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.reader.actors import Cast
from onrecord.reader.attribution import Attribution
from onrecord.reader.encoder import Ints
from onrecord.reader.events.codes import codes
from onrecord.reader.events.parties import Parties, Sides
from onrecord.reader.events.tellings import Telling
from onrecord.reader.pairs import sentence_numbers
from onrecord.reader.times.edtf import bounds
from onrecord.reader.words import Words
from onrecord.schema import Event
from onrecord.schema.objects import Certainty

AROUND = 12
"""Words on either side of a trigger that show its mode and context."""

INFERRED = 0.7
"""What an inferred side leaves of the confidence."""

REMEMBERED = 60
"""Events back that a telling may go back to: it keeps a book linear."""

_GENERAL = (
    "attack assault incident violence operation raid strike bombing killing clash fighting deal agreement accord pact "
    "treaty meeting talk visit trip move decision measure demand request call protest demonstration rally arrest ruling"
)
"""Words that can stand for an event told in other words."""

SIGNED_WITHIN = 12
"""Words from a signing to what is signed, at most."""

_SIGNED = frozenset(("AGREE", "SUPPORT", "COOPERATE"))
_TO_COME = frozenset(("planned", "possible", "hypothetical"))
_FACT = frozenset(("happened", "ongoing"))
_ENDINGS = (
    "ations", "ation", "ions", "ments", "ings", "ion", "ing", "ment", "als", "ers", "al", "ed", "es", "er", "s", "e",
    "d",
)  # fmt: skip


@dataclass(slots=True)
class _Open:
    """An event to which tellings may still be added."""

    stem: str
    first: Telling
    sides: Sides
    when: str | None
    where: str | None
    certainty: Certainty
    told: list[Telling] = field(default_factory=list)
    per: list[str] = field(default_factory=list)
    own_voice: bool = False


def events(words: Words, told: Sequence[Telling], found: Sequence[Attribution], cast: Cast) -> tuple[Event, ...]:
    """The events of a story in order of their first tellings. ``found``: its attributions, as in ``statements``."""
    innermost = _innermost(found)
    sentences = sentence_numbers(words) if told else None
    out: list[_Open] = []
    for t, sides in zip(told, Parties(words, cast).all(told), strict=True):
        where = cast.parties.get(t.where.head) if t.where is not None else None
        when = t.when.edtf if t.when is not None else None
        stem = stem_of(words.strings[t.word])
        per = innermost.get(t.word)
        new = _Open(stem, t, sides, when, where, t.certainty, own_voice=per is None)
        signed = out[-1] if out and sentences is not None and _is_signed(out[-1], t, sentences) else None
        event = signed or next((e for e in reversed(out[-REMEMBERED:]) if _one(e, new)), None)
        if event is None:
            out.append(new)
            event = new
        else:
            if event.first.noun and event.when is None and when is not None:
                event.certainty = t.certainty  # "the visit" of the headline is as sure as what is told of it
            event.sides = _fuller(event.sides, sides)
            event.when, event.where = event.when or when, event.where or where
            if per is None and not event.own_voice:
                event.certainty, event.own_voice = t.certainty, True
        event.told.append(t)
        if per is not None and per not in event.per:
            event.per.append(per)
    return tuple(_event(f"e{n}", e, words) for n, e in enumerate(out, 1))


def _innermost(found: Sequence[Attribution]) -> dict[int, str]:
    """The id of the innermost statement whose content holds each word."""
    out: dict[int, str] = {}
    for n, size in sorted(((n, len(a.content_words())) for n, a in enumerate(found)), key=lambda x: -x[1]):
        if size:
            out.update(dict.fromkeys(found[n].content_words(), f"s{n + 1}"))
    return out


def _fuller(known: Sides, new: Sides) -> Sides:
    """Each side as it is told; where it is not, as it was inferred first."""
    pairs = []
    for one, was, other, also in zip(known[:2], known.inferred, new[:2], new.inferred, strict=True):
        better = bool(other) and (not one or (was and not also))
        pairs.append((other, also) if better else (one, was))
    return Sides(pairs[0][0], pairs[1][0], (pairs[0][1], pairs[1][1]))


def _is_signed(act: _Open, t: Telling, sentences: Ints) -> bool:
    """Whether a telling is what the act before it in the sentence signs or ratifies: "signed the trade agreement"."""
    last = act.told[-1].word
    near = t.word - act.first.word <= SIGNED_WITHIN and sentences[last] == sentences[t.word]
    return act.stem in _signings() and t.type in _SIGNED and near


def _one(known: _Open, new: _Open) -> bool:
    """Whether a telling is of an event that is known."""
    if known.first.type != new.first.type:
        return False
    same_word = known.stem == new.stem
    if not same_word and not (new.first.definite and new.stem in _general()):
        return False
    shared = 0
    for a, b in ((known.sides.actors, new.sides.actors), (known.sides.recipients, new.sides.recipients)):
        if a and b and set(a).isdisjoint(b):
            return False
        shared += bool(a and b)
    nobody = not new.sides.actors and not new.sides.recipients
    if not shared and not (nobody and new.first.definite):
        return False
    if known.when and new.when and not _may_be_one(known.when, new.when):
        return False
    sure = {known.certainty, new.certainty}
    bare = (known.first.noun and known.when is None) or (new.first.noun and new.when is None)
    if same_word and shared == 2 and bare and "denied" not in sure:
        return True  # a noun alone does not tell whether its event has been
    return len(sure) == 1 or sure <= _FACT or sure <= _TO_COME or ("denied" in sure and same_word and shared == 2)


@cache
def _signings() -> frozenset[str]:
    return frozenset(map(stem_of, ("signed", "ratified", "initialed", "initialled", "inked", "concluded", "sealed")))


@cache
def _general() -> frozenset[str]:
    return frozenset(map(stem_of, _GENERAL.split()))


def _may_be_one(a: str, b: str) -> bool:
    """Whether two times can be of one event: one lies within the other."""
    if a == b:
        return True
    first, second = bounds(a), bounds(b)
    if first is None or second is None:
        return False
    low, high = ((x or "") for x in first)
    other_low, other_high = ((x or "") for x in second)
    return (low <= other_low and other_high <= high) or (other_low <= low and high <= other_high)


def stem_of(word: str) -> str:
    """What the forms of a word share, roughly: "bombing", "bombed" and "bombs" are one."""
    word = word.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _event(id: str, e: _Open, words: Words) -> Event:
    first = e.first
    near = words.strings[max(0, first.word - AROUND) : first.word + AROUND + 1]
    code = codes(first.type, words.strings[first.word], near, e.certainty)
    chance = max(t.chance * t.party_chance for t in e.told)
    return Event(
        id=id,
        type=first.type,
        mode=code.mode,
        context=code.context,
        cameo=code.cameo,
        actors=tuple(e.sides.actors),
        recipients=tuple(e.sides.recipients),
        trigger=tuple(words.spans[t.word] for t in e.told),
        when=e.when,
        where=e.where,
        certainty=e.certainty,
        per=tuple(e.per),
        confidence=round(chance * INFERRED ** sum(e.sides.inferred), 3),
        inferred=e.sides.inferred_names(),
    )
