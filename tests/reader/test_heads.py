"""What the heads say is decoded as defined: cues by threshold, links by the best path."""

import itertools

import numpy as np
import pytest

from onrecord.reader import weights
from onrecord.reader.heads import cues, links
from onrecord.reader.near import near
from onrecord.reader.words import GOES_ON, NEW_PARAGRAPH, NEW_SENTENCE


def chances(*rows):
    return np.array([[1 - sum(r), *r] for r in rows], dtype=np.float32)


def test_cues_are_runs_above_the_threshold():
    found = cues.decode(chances((0.1, 0), (0.9, 0), (0.1, 0.8), (0.2, 0.1), (0.7, 0.1)), 0.5)
    assert [(c.first, c.last) for c in found] == [(1, 2), (4, 4)]
    assert found[0].score == pytest.approx(0.9)


def test_a_new_beginning_splits_a_run():
    found = cues.decode(chances((0.9, 0), (0.8, 0.1), (0.1, 0.8)), 0.5)
    assert [(c.first, c.last) for c in found] == [(0, 0), (1, 2)]


def test_no_cues():
    assert cues.decode(chances((0.1, 0.1), (0.2, 0.2)), 0.5) == []


@pytest.fixture(scope="module")
def head():
    return links.LinkHead(weights.load())


def best_by_trying_all(scores, moves):
    def value(path):
        first = links.NEVER * (path[0] in (2, 3, 6, 7)) + links.NEVER * (path[-1] in (1, 2, 5, 6))
        return (
            first
            + sum(scores[t, p] for t, p in enumerate(path))
            + sum(moves[a][b] for a, b in itertools.pairwise(path))
        )

    return max(itertools.product(range(links.TAGS), repeat=len(scores)), key=value)


def test_viterbi_finds_the_best_path(head):
    random = np.random.default_rng(3)
    moves = head._into.T
    for _ in range(6):
        scores = random.normal(size=(2, 4, links.TAGS)).astype(np.float32) * 3
        (found,) = head.decode([scores])
        for row, expected in zip(found, scores, strict=True):
            assert tuple(row) == best_by_trying_all(expected, moves)


def test_windows_of_unlike_length_do_not_disturb_each_other(head):
    random = np.random.default_rng(4)
    short = random.normal(size=(1, 5, links.TAGS)).astype(np.float32)
    long = random.normal(size=(2, 40, links.TAGS)).astype(np.float32)
    together = head.decode([short, long])
    assert np.array_equal(together[0], head.decode([short])[0])
    assert np.array_equal(together[1], head.decode([long])[0])


def test_nearness_classes():
    starts = np.array([NEW_PARAGRAPH, GOES_ON, GOES_ON, NEW_SENTENCE, GOES_ON, NEW_PARAGRAPH, GOES_ON])
    classes = near(np.array([3]), np.array([4]), starts)[0]
    assert classes[3:5, 0].tolist() == [8, 8]
    assert classes[2, 0] < 8 < classes[5, 0]
    assert classes[:, 1].tolist() == [2, 2, 2, 3, 3, 4, 4]
    assert classes[:, 2].tolist() == [2, 2, 2, 2, 2, 3, 3]
