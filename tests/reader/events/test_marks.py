"""What small words say of a trigger and of a party."""

from __future__ import annotations

import numpy as np

from onrecord.reader.events.marks import BARRIERS, PARTY_MARKS, VOICES, Barriers, moods, party_marks, voices
from onrecord.reader.pairs import Mention
from onrecord.reader.words import Words, words_of


def test_a_passive_and_an_active_differ() -> None:
    words = words_of("Chad was attacked by Mali. Chad has attacked Mali.")
    passive, active = voices(words, [2, 8])
    assert passive != active
    assert max(passive, active) < VOICES


def test_a_word_before_the_clause_says_nothing_of_the_voice() -> None:
    words = words_of("It was. Attacked again.")
    assert voices(words, [3])[0] == voices(words_of("Attacked again."), [0])[0]


def test_a_party_is_known_by_its_preposition_by_owning_and_by_being_part() -> None:
    words = words_of("the talks with Chad and Mali's army")
    marks = party_marks(words, [Mention(3, 3, 4), Mention(5, 5, 6), Mention(8, 5, 9)])
    assert len(set(marks.tolist())) == 3
    assert marks.max() < PARTY_MARKS


def bits(text: str, trigger: str) -> list[int]:
    words = words_of(text)
    return np.flatnonzero(moods(words, [words.strings.index(trigger)])[0]).tolist()


def test_negations_modals_and_plans_show() -> None:
    plain = bits("They attacked", "attacked")
    for text in ("They have not attacked", "They may have attacked", "Had they planned the attacked"):
        assert set(bits(text, "attacked")) > set(plain)
    assert bits("They didn't attack", "attack") != bits("They did attack", "attack")


def test_another_sentence_does_not() -> None:
    assert bits("He may not. They attacked", "attacked") == bits("They attacked", "attacked")


def kind(words: Words, trigger: str, other: str) -> int:
    at = [np.array([words.strings.index(w)]) for w in (trigger, other)]
    return int(Barriers(words).between(at[0], at[1])[0])


def test_a_clause_that_begins_between_is_a_barrier() -> None:
    words = words_of("On Friday crowds marched for those whom soldiers shot in May")
    assert kind(words, "marched", "Friday") == 0
    assert kind(words, "shot", "May") == 0
    assert kind(words, "shot", "Friday") > 0
    assert kind(words, "marched", "May") > 0
    assert kind(words, "shot", "Friday") != kind(words, "marched", "May")
    assert max(kind(words, "shot", "Friday"), kind(words, "marched", "May")) < BARRIERS


def test_no_words_no_barriers() -> None:
    none = np.zeros(0, np.int64)
    assert Barriers(words_of("")).between(none, none).tolist() == []
