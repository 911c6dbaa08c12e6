"""Tellings become events: what is one event, who takes part, what is inferred, and per whom it is told."""

from __future__ import annotations

import pytest

from onrecord.reader.actors import Cast
from onrecord.reader.attribution import Attribution
from onrecord.reader.events.candidates import Timed
from onrecord.reader.events.events import events, stem_of
from onrecord.reader.events.tellings import Telling
from onrecord.reader.pairs import Mention
from onrecord.reader.words import Words, words_of
from onrecord.schema import Actor, Event
from onrecord.schema.objects import Certainty

ACTORS = {"list": None, "Sudan": "SDN", "Chad": "TCD", "Mali": "MLI", "rebels": None, "Dorin": "MDA", "Maas": "BEL"}
PEOPLE = ("Dorin", "Maas")


def cast_of(words: Words) -> Cast:
    """Every word of ACTORS is an actor; so is the group word "leaders"."""
    heads: dict[int, str] = {}
    ids: dict[str, str] = {}
    mentions: dict[str, list[tuple[int, int]]] = {}
    for i, word in enumerate(words.strings):
        if word in ACTORS or word == "leaders":
            id = ids.setdefault(word, f"a{len(ids) + 1}")
            heads[i] = id
            mentions.setdefault(word, []).append(words.spans[i])
    actors = tuple(
        Actor(
            id=id,
            name=word,
            kind=None
            if word == "list"
            else "person"
            if word in PEOPLE
            else "group"
            if word in ("rebels", "leaders")
            else "state",
            country=ACTORS.get(word),
            mentions=tuple(mentions[word]),
        )
        for word, id in ids.items()
    )
    return Cast(actors, [], [], [], heads)


class Told:
    """A text whose tellings are given by their words."""

    def __init__(self, text: str) -> None:
        self.words = words_of(text)
        self.cast = cast_of(self.words)
        self.tellings: list[Telling] = []

    def at(self, word: str, start: int = 0) -> int:
        return self.words.strings.index(word, start)

    def tell(
        self,
        trigger: str,
        type: str = "ASSAULT",
        actors: str = "",
        recipients: str = "",
        when: str | None = None,
        certainty: Certainty = "happened",
        definite: bool = False,
    ) -> Told:
        word = self.at(trigger, self.tellings[-1].word + 1 if self.tellings else 0)
        telling = Telling(word, type, 0.9, certainty, definite=definite)
        for names, side in ((actors, telling.actors), (recipients, telling.recipients)):
            for name in names.split():
                near = min((i for i, s in enumerate(self.words.strings) if s == name), key=lambda i: abs(i - word))
                start = near - 2 if name == "leaders" else near
                side.append(Mention(near, start, near + 1))
        telling.when = Timed(word, self.words.spans[word], when) if when else None
        self.tellings.append(telling)
        return self

    def events(self, found: list[Attribution] | None = None) -> tuple[Event, ...]:
        return events(self.words, self.tellings, found or [], self.cast)

    def names(self, ids: tuple[str, ...]) -> list[str]:
        by_id = {a.id: a.name for a in self.cast.actors}
        return [by_id[id] for id in ids]


def test_an_event_told_twice_is_one_with_two_triggers() -> None:
    told = Told("Sudan bombed Chad. The bombing of Chad went on.")
    told.tell("bombed", actors="Sudan", recipients="Chad").tell("bombing", recipients="Chad", when="1998-03")
    (event,) = told.events()
    assert len(event.trigger) == 2
    assert event.when == "1998-03"
    assert told.names(event.actors) == ["Sudan"]


def test_another_victim_another_time_or_another_type_is_another_event() -> None:
    told = Told("Sudan bombed Chad. Sudan bombed Mali. Sudan bombed Chad. Sudan bombed Chad.")
    told.tell("bombed", actors="Sudan", recipients="Chad", when="1997")
    told.tell("bombed", actors="Sudan", recipients="Mali")
    told.tell("bombed", actors="Sudan", recipients="Chad", when="1998")
    told.tell("bombed", "THREATEN", actors="Sudan", recipients="Chad")
    assert len(told.events()) == 4


def test_a_general_word_that_points_back_is_the_same_event() -> None:
    told = Told("Sudan shelled Chad. The attack on Chad went on. The war on Chad went on.")
    told.tell("shelled", actors="Sudan", recipients="Chad")
    told.tell("attack", recipients="Chad", definite=True).tell("war", recipients="Chad", definite=True)
    assert [len(e.trigger) for e in told.events()] == [2, 1]


def test_a_signing_and_what_is_signed_are_one() -> None:
    told = Told("Sudan and Chad signed an agreement on trade in 1949. Chad praised the agreement.")
    told.tell("signed", "SUPPORT", "Sudan Chad", "Sudan Chad").tell("agreement", "AGREE")
    told.tell("trade", "COOPERATE", when="1949").tell("agreement", "AGREE", "Chad")
    first, second = told.events()
    assert (first.type, len(first.trigger), first.when) == ("SUPPORT", 3, "1949")
    assert second.type == "AGREE"


def test_what_is_planned_is_not_what_happened() -> None:
    told = Told("Sudan met Chad. Sudan will meet Chad.")
    told.tell("met", "CONSULT", "Sudan", "Chad").tell("meet", "CONSULT", "Sudan", "Chad", certainty="planned")
    assert [e.certainty for e in told.events()] == ["happened", "planned"]


def test_a_noun_alone_is_as_sure_as_what_is_told_of_it() -> None:
    told = Told("Visit of Sudan to Chad. Sudan will visit Chad in May.")
    told.tell("Visit", "CONSULT", "Sudan", "Chad").tellings[0].noun = True
    told.tell("visit", "CONSULT", "Sudan", "Chad", when="1998-05", certainty="planned")
    (event,) = told.events()
    assert (event.certainty, event.when) == ("planned", "1998-05")


def test_a_denial_of_a_claim_is_one_disputed_event_told_by_both() -> None:
    told = Told("Chad said Sudan bombed Chad. Sudan denied it had bombed Chad.")
    told.tell("bombed", actors="Sudan", recipients="Chad")
    told.tell("bombed", actors="Sudan", recipients="Chad", certainty="denied")
    first, second = told.tellings[0].word, told.tellings[1].word
    claims = [Attribution(cue=(w - 2, w - 1), source=[], content=[(w - 1, w + 2)], scores={}) for w in (first, second)]
    (event,) = told.events(claims)
    assert event.per == ("s1", "s2")
    assert event.certainty == "happened"


def test_the_storys_own_voice_settles_how_sure_it_is() -> None:
    told = Told("Chad feared Sudan would attack Chad. Sudan is attacking Chad.")
    told.tell("attack", actors="Sudan", recipients="Chad", certainty="happened")
    told.tell("attacking", actors="Sudan", recipients="Chad", certainty="ongoing")
    word = told.tellings[0].word
    claim = Attribution(cue=(1, 2), source=[(0, 1)], content=[(2, word + 2)], scores={})
    (event,) = told.events([claim])
    assert event.certainty == "ongoing"
    assert event.per == ("s1",)


def test_a_telling_is_per_the_innermost_statement() -> None:
    told = Told("Chad said Mali claimed Sudan bombed Chad.")
    told.tell("bombed", actors="Sudan", recipients="Chad")
    outer = Attribution(cue=(1, 2), source=[(0, 1)], content=[(2, 7)], scores={})
    inner = Attribution(cue=(3, 4), source=[(2, 3)], content=[(4, 7)], scores={}, parent=outer)
    (event,) = told.events([outer, inner])
    assert event.per == ("s2",)


def test_two_leaders_are_both_parties() -> None:
    told = Told("Dorin saw Maas on Monday. The two leaders signed a pact.")
    told.tell("signed", "SUPPORT", "leaders", "leaders")
    (event,) = told.events()
    assert told.names(event.actors) == ["Dorin", "Maas"]
    assert told.names(event.recipients) == ["Dorin", "Maas"]
    assert event.inferred == ()


def test_a_side_that_is_known_from_before_is_inferred_and_told_to_be() -> None:
    told = Told("Sudan signed a pact with Chad. Sudan ratified it.")
    told.tell("signed", "SUPPORT", "Sudan Chad", "Sudan Chad").tell("ratified", "SUPPORT", "Sudan")
    event = told.events()[1]
    assert told.names(event.recipients) == ["Chad"]
    assert event.inferred == ("recipients",)
    assert event.confidence < told.events()[0].confidence


def test_a_thing_is_no_party_beside_somebody() -> None:
    told = Told("Sudan gave Chad a list. Chad saw the list.")
    told.tell("gave", "AID", "Sudan", "Chad list").tell("saw", "CONSULT", "Chad", "list")
    first, second = told.events()
    assert told.names(first.recipients) == ["Chad"]
    assert told.names(second.recipients) == ["Sudan"]  # from before, rather than the list


def test_nothing_is_inferred_from_far_before() -> None:
    told = Told("Sudan signed a pact with Chad.\n\nRain.\n\nRain.\n\nRain.\n\nSudan ratified it.")
    told.tell("signed", "SUPPORT", "Sudan Chad", "Sudan Chad").tell("ratified", "SUPPORT", "Sudan")
    assert told.events()[1].recipients == ()


def test_nobody_acts_on_himself_alone() -> None:
    told = Told("Sudan mobilised.").tell("mobilised", "MOBILIZE", "Sudan", "Sudan")
    (event,) = told.events()
    assert (len(event.actors), event.recipients) == (1, ())


def test_an_event_without_a_time_has_none() -> None:
    assert Told("Sudan bombed Chad.").tell("bombed", actors="Sudan").events()[0].when is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bombed", "bombing"),
        ("attacks", "attacked"),
        ("visit", "visited"),
        ("deployed", "deployment"),
        ("kill", "killings"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


def test_other_words_do_not() -> None:
    assert stem_of("signed") != stem_of("sent")
