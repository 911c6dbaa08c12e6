"""Which pairs of trigger and candidate the event head sees, and what may be a candidate."""

from __future__ import annotations

import numpy as np

from onrecord.reader.actors.told import hits_of
from onrecord.reader.events.candidates import possible_parties, possible_times
from onrecord.reader.heads.events import BEFORE, paired
from onrecord.reader.heads.mentions import EVENT, PERSON, PLACE, Mentioned
from onrecord.reader.pairs import Mention
from onrecord.reader.times import intervals, times
from onrecord.reader.words import words_of

#         0   1   2   3   4   5   6   7   8   9
SENTENCES = np.array([0, 0, 0, 0, 1, 1, 1, 2, 2, 2])


def pairs_of(triggers: list[int], candidates: list[int], before: bool) -> list[tuple[int, int]]:
    pairs = paired(np.array(triggers, dtype=np.int64), np.array(candidates, dtype=np.int64), SENTENCES, before)
    return [(triggers[t], candidates[c]) for t, c in zip(pairs.triggers, pairs.candidates, strict=True)]


def test_a_trigger_reaches_its_own_sentence_and_the_one_before() -> None:
    assert pairs_of([5, 8], [0, 4, 6, 9], before=True) == [(5, 0), (5, 4), (5, 6), (8, 4), (8, 6), (8, 9)]
    assert pairs_of([5, 8], [0, 4, 6, 9], before=False) == [(5, 4), (5, 6), (8, 9)]


def test_pairs_tell_the_side_the_distance_and_the_triggers_between() -> None:
    pairs = paired(np.array([1, 2, 5]), np.array([0, 3, 4]), SENTENCES, before=True)
    by_pair = dict(zip(zip(pairs.triggers, pairs.candidates, strict=True), range(len(pairs.triggers)), strict=True))
    left, right = by_pair[0, 0], by_pair[0, 1]
    assert pairs.distances[left] != pairs.distances[right]
    assert pairs.between[left] == 0
    assert pairs.between[right] == 1  # word 2 is a trigger, too
    assert pairs.distances[by_pair[2, 0]] == BEFORE
    assert pairs.distances[by_pair[2, 2]] != BEFORE


def test_no_candidates_give_no_pairs() -> None:
    assert pairs_of([1], [], before=True) == []
    assert pairs_of([], [1], before=True) == []


def test_nations_named_by_an_adjective_may_take_part() -> None:
    words = words_of("The Kenyan pullout pleased Olga Brandt after the talks.")
    mentions = [
        Mentioned(Mention(5, 4, 6), PERSON, 0.9),
        Mentioned(Mention(8, 7, 9), EVENT, 0.9),
    ]
    found = possible_parties(words, mentions, hits_of(words))
    assert [words.strings[m.start : m.end] for m in found] == [["Kenyan"], ["Olga", "Brandt"]]


def test_the_dateline_takes_no_part_and_tells_no_time() -> None:
    text = "LIMA, May 4 (AP) - Peru signed the pact on May 3."
    words = words_of(text, (0, 11))
    mentions = [Mentioned(Mention(0, 0, 1), PLACE, 0.9), Mentioned(Mention(8, 8, 9), PLACE, 0.9)]
    assert [m.head for m in possible_parties(words, mentions, hits_of(words)) if m.head < 4] == []
    dated = possible_times(words, intervals(text, times(text, anchor="2001-05-04")))
    assert [d.edtf for d in dated] == ["2001-05-03"]


def test_a_range_is_one_time() -> None:
    text = "They fought from 1950 to 1953 and for three years more."
    words = words_of(text)
    dated = possible_times(words, intervals(text, times(text, anchor="2001-05-04")))
    assert [(words.strings[d.word], d.edtf) for d in dated] == [("1953", "1950/1953")]
