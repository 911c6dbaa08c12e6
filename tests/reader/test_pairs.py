"""Pairs of mentions as classes, and the heads of who by their sums."""

import numpy as np

from onrecord.reader.heads.antecedents import PAIR_WIDTH, AntecedentHead
from onrecord.reader.heads.mentions import KINDS, POINTER_WIDTH, MentionHead
from onrecord.reader.pairs import (
    APART,
    FORMS,
    HE,
    HEAD,
    NAME,
    NEAREST,
    NOMINAL,
    PART,
    SAME,
    Mention,
    describe,
    form,
    pairs,
)
from onrecord.reader.weights import load
from onrecord.reader.words import words_of

TEXT = "Mira Tolland spoke. The harbour master left. Tolland smiled, and he waved at US sailors who told us so."


def test_forms():
    words = words_of(TEXT)
    at = words.strings.index
    assert [form(words, at(w)) for w in ("Tolland", "master", "he", "US")] == [NAME, NOMINAL, HE, NAME]
    assert form(words, at("us")) != NAME


def test_pairs_have_classes_nearest_first():
    words = words_of(TEXT)
    mentions = [Mention(1, 0, 2), Mention(6, 4, 7), Mention(9, 9, 10), Mention(13, 13, 14)]
    candidates, classes = pairs(describe(words, mentions))
    assert candidates.tolist() == [[-1, -1, -1], [0, -1, -1], [1, 0, -1], [2, 1, 0]]
    assert classes[2, :2, 1].tolist() == [APART, PART]
    assert classes[3, 0, 0] == HE * FORMS + NAME
    assert classes[3, :, 2].tolist() == [0, 1, 2]


def test_matches_by_words_that_tell_apart():
    words = words_of("the old mayor met a mayor. The old mayor left.")
    mentions = [Mention(2, 0, 3), Mention(5, 4, 6), Mention(9, 7, 10)]
    _, classes = pairs(describe(words, mentions))
    assert classes[2, :2, 1].tolist() == [PART, SAME]
    assert HEAD not in classes[2, :2, 1]


def test_no_and_one_and_many_mentions():
    words = words_of("so it " * 500)
    head = AntecedentHead(load())
    for count in (0, 1, 500):
        mentions = [Mention(2 * k + 1, 2 * k + 1, 2 * k + 2) for k in range(count)]
        ranked = head.rank(np.zeros((count, 4 * PAIR_WIDTH + 1), np.float32), describe(words, mentions))
        assert ranked.candidates.shape[1] <= NEAREST
        assert np.allclose(np.exp(ranked.chances).sum(1), 1, atol=1e-4)
        assert ranked.chances.shape[0] == count


def test_a_mention_keeps_to_its_sentence():
    head = MentionHead(load())
    logits = np.full((6, len(KINDS)), -9.0, np.float32)
    logits[:, 0] = 9
    logits[2, :] = -9
    logits[2, 1] = 9
    ends = np.zeros((6, 4 * POINTER_WIDTH), np.float32)
    (found,) = head.decode(logits, ends, np.array([0, 0, 1, 1, 2, 2]), 0, 6)
    assert found.mention.head == 2
    assert (found.mention.start, found.kind) == (2, 1)
    assert found.mention.end in (3, 4)
    assert head.decode(logits, ends, np.array([0, 0, 1, 1, 2, 2]), 3, 6) == []
