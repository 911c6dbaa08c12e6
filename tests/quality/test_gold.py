"""The gold itself is sound: words stand where they are said to, and every kind is there."""

from __future__ import annotations

import pytest

from onrecord.schema.quotation import mode_of
from tests.quality import gold

STORIES = gold.stories()

KINDS = {
    "direct", "indirect", "mixed", "nested", "pieces", "paragraphs", "marks", "unclosed", "verbless", "colon",
    "according-to", "headline", "belief", "document", "unnamed",
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.id)
def test_words_stand_in_the_text(story: gold.GoldStory) -> None:
    for statement in story.statements:
        placed = gold.spans_of(story, statement)
        assert len(placed.content) == len(statement.content)
        assert statement.mode == mode_of(story.text, placed.content), statement
    for trap in story.traps:
        gold.only_place(story.text, trap)


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.id)
def test_nested_statements_stand_in_their_parents(story: gold.GoldStory) -> None:
    for i, statement in enumerate(story.statements):
        assert (statement.within is not None) == ("nested" in statement.kinds)
        if statement.within is not None:
            assert statement.within < i
            parent = gold.spans_of(story, story.statements[statement.within])
            for start, end in gold.spans_of(story, statement).content:
                assert any(s <= start and end <= e for s, e in parent.content)


def test_every_kind_is_there() -> None:
    assert {kind for story in STORIES for s in story.statements for kind in s.kinds} == KINDS
    depth = 0
    for story in STORIES:
        for statement in story.statements:
            levels, parent = 1, statement.within
            while parent is not None:
                levels, parent = levels + 1, story.statements[parent].within
            depth = max(depth, levels)
    assert depth == 3
    assert sum(len(story.traps) for story in STORIES) >= 8
    assert any(not story.statements for story in STORIES)
