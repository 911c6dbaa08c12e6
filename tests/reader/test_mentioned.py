"""Repairs of what the mention head reads."""

from __future__ import annotations

from onrecord.reader.heads.mentions import ORGANISATION, PERSON, Mentioned
from onrecord.reader.mentioned import repaired
from onrecord.reader.pairs import Mention
from onrecord.reader.words import words_of


def test_a_mention_ends_before_the_day_that_follows() -> None:
    words = words_of("The Upper Court Friday ruled.")
    (m,), kept = repaired(words, [Mentioned(Mention(3, 0, 4), ORGANISATION, 0.8)])
    assert m.mention == Mention(2, 0, 3)
    assert kept == [0]


def test_a_day_alone_stays() -> None:
    words = words_of("Friday came.")
    (m,), _ = repaired(words, [Mentioned(Mention(0, 0, 1), PERSON, 0.8)])
    assert m.mention == Mention(0, 0, 1)


def test_an_office_of_several_words_is_not_cut_in_two() -> None:
    words = words_of("US Secretary of State Madeleine Cole spoke.")
    found = [Mentioned(Mention(1, 0, 6), PERSON, 0.6), Mentioned(Mention(5, 3, 6), PERSON, 0.9)]
    (m,), kept = repaired(words, found)
    assert m.mention == Mention(5, 0, 6)
    assert kept == [1]


def test_what_is_no_office_stays_two() -> None:
    words = words_of("the friends of State University spoke.")
    found = [Mentioned(Mention(1, 0, 5), PERSON, 0.6), Mentioned(Mention(4, 3, 5), ORGANISATION, 0.9)]
    assert repaired(words, found)[1] == [0, 1]
