"""Training examples: offsets survive every rewording, tags say what the gold says."""

import random
from itertools import pairwise

import pytest

from onrecord.reader.pieces import Vocabulary
from training import data

TEXT = (
    "Port reopens.\n\nThe harbour opened at noon.\n\n"
    '"The cranes are sound," Mira Tolland said.\n\nMira Tolland said the work had cost little.\n\nIt rained.\n'
)


def attribution(source, cue, content, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(source + " " + cue, at + 1)
    start = TEXT.index(content)
    return {
        "sources": [[at, at + len(source)]],
        "cues": [[at + len(source) + 1, at + len(source) + 1 + len(cue)]],
        "content": [[start, start + len(content)]],
    }


@pytest.fixture
def story():
    return {
        "id": "invented",
        "text": TEXT,
        "attributions": [
            attribution("Mira Tolland", "said", '"The cranes are sound,"'),
            attribution("Mira Tolland", "said", "the work had cost little", nth=1),
        ],
    }


def words_of(story, a, role):
    return [story["text"][s:e] for s, e in a[role]]


def test_rewordings_keep_every_offset(story):
    seen = set()
    for seed in range(60):
        changed = data.reworded(story, random.Random(seed))
        seen.add(changed["text"])
        assert len(changed["attributions"]) == 2
        for a in changed["attributions"]:
            assert words_of(changed, a, "sources") == ["Mira Tolland"]
            assert words_of(changed, a, "content")[0] in ('"The cranes are sound,"', "the work had cost little")
            assert words_of(changed, a, "cues")[0] in ("said", "-", "—", "–", ":", "From")
    assert len(seen) > 10, "headlines, datelines and forms of attribution vary"


def test_reactions_have_speakers_and_marks(story):
    pool = [("Ada Quill", '"It is about time that they came back."'), ("Ben Orr", "“Nobody asked us about the noise.”")]
    changed = data.reactions(story, pool * 4, random.Random(1))
    for a in changed["attributions"][2:]:
        assert words_of(changed, a, "sources")[0] in ("Ada Quill", "Ben Orr")
        speech = words_of(changed, a, "content")[0]
        assert speech[0] in '"“' and speech[-1] in '"”'


def test_headlines_are_made_of_the_storys_own_statements(story):
    lines = set()
    for seed in range(40):
        changed = data.headlined(story, random.Random(seed))
        first = changed["attributions"][0]
        assert words_of(changed, first, "sources") == ["Mira Tolland"]
        assert words_of(changed, first, "content") == ["the work had cost little"]
        lines.add(words_of(changed, first, "cues")[0])
        assert words_of(changed, changed["attributions"][1], "cues") == ["said"]
    assert "says" in lines and len(lines) > 1


def test_tags_of_a_link():
    link = data.Link((2, 2), frozenset({1}), frozenset({3, 4, 5, 8}))
    assert data.tags(link, 0, 10) == [0, 4, 0, 5, 6, 7, 0, 0, 8, 0]
    assert data.tags(link, 4, 9) == [5, 7, 0, 0, 8], "cut off at the window's edges"


def test_examples_and_windows(story):
    vocabulary = Vocabulary(["[CLS]", "[SEP]", "[UNK]", '"'])
    example = data.example(story, vocabulary)
    assert [x.cue for x in example.links] == [(18, 18), (22, 22)]
    for limit in (5, 12, 200):
        found = list(data.windows(example, limit))
        assert found[0][0] == 0 and found[-1][1] == len(example.pieces)
        assert all(a[1] == b[0] for a, b in pairwise(found))


def test_a_parse_moves_with_its_text(story):
    starts = [TEXT.index("The harbour"), TEXT.index("harbour"), TEXT.index("opened")]
    parse = [data.Sentence(starts, [0, 1, 2], [1, 2, -1], [0, 1, 2])]
    changed = data.edited({**story, "parse": parse}, [(0, 4, "Big port")])
    moved = changed["parse"][0].starts
    assert [changed["text"][s:].split()[0] for s in moved] == ["The", "harbour", "opened"]


def test_the_tuning_stories_are_a_small_fixed_share():
    share = sum(data.is_tuning(f"story-{n}") for n in range(4000)) / 4000
    assert 0.03 < share < 0.07 and data.is_tuning("story-1") == data.is_tuning("story-1")
