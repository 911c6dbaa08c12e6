"""The gate: no figure below its floor. And tests of the gate itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.schema import Reading, Statement, Story
from tests.quality import floors, gold, update
from tests.quality.measure import SETS, digest_of, measure, shared
from tests.quality.score import score

PINNED = floors.load()


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.slow if n != "gold" else ()) for n in SETS])
def test_no_figure_is_below_its_floor(name: str) -> None:
    folder = shared()
    if name != "gold" and folder is None:
        pytest.skip("the shared data is not here (set ONRECORD_SHARED, or put it beside the checkout)")
    assert digest_of(name, folder) == PINNED[name].sha256, (
        f"the data of {name} is not the one that the floors were measured on; python -m tests.quality.update"
    )
    figures = measure(name, folder)
    assert figures is not None
    assert floors.below(figures, PINNED[name].floors) == []


# The gate itself.


def perfect(story: gold.GoldStory) -> Reading:
    """The reading of one who makes no mistake."""
    statements = []
    for i, statement in enumerate(story.statements):
        placed = gold.spans_of(story, statement)
        statements.append(
            Statement(
                id=f"s{i}",
                speaker=None,
                source=placed.source,
                cue=placed.cue,
                content=placed.content,
                mode=statement.mode,
                within=None if statement.within is None else f"s{statement.within}",
                confidence=1.0,
            )
        )
    return Reading(story=Story(id=story.id, text=story.text), statements=tuple(statements))


def test_a_perfect_reading_scores_a_hundred() -> None:
    figures = score((story, perfect(story)) for story in gold.stories())
    assert set(figures.values()) == {100.0}
    assert {"f1", "precision", "recall", "recall nested", "mode", "within", "traps avoided"} <= figures.keys()


def test_an_empty_reading_scores_nothing_but_avoided_traps() -> None:
    figures = score((s, Reading(story=Story(id=s.id, text=s.text))) for s in gold.stories())
    assert figures.pop("traps avoided") == 100.0
    assert set(figures.values()) == {0.0}


def test_each_mistake_costs() -> None:
    story = next(s for s in gold.stories() if s.id == "nested")
    good = perfect(story)
    first, *rest = good.statements
    changed = {
        "mode": replace(first, mode="direct"),
        "recall": replace(first, source=rest[-1].source),
        "precision": replace(first, content=((0, 6),)),
    }
    for figure, statement in changed.items():
        worse = score([(story, Reading(story=good.story, statements=(statement, *rest)))])
        assert worse[figure] < 100.0, figure
    unnested = tuple(replace(s, within=None) for s in good.statements)
    assert score([(story, Reading(story=good.story, statements=unnested))])["within"] < 100.0


def test_a_trap_stepped_in_costs() -> None:
    story = next(s for s in gold.stories() if s.id == "traps")
    spans = (gold.only_place(story.text, story.traps[0]),)
    wrong = Statement(id="s9", speaker=None, source=(), cue=(), content=spans, mode="direct", confidence=0.5)
    good = perfect(story)
    reading = Reading(story=good.story, statements=(*good.statements, wrong))
    figures = score([(story, reading)])
    assert figures["traps avoided"] < 100.0 and figures["precision"] < 100.0 and figures["recall"] == 100.0


def test_below_names_what_fell() -> None:
    assert floors.below({"f1": 70.0}, {"f1": 70.0}) == []
    assert floors.below({"f1": 69.9}, {"f1": 70.0}) == ["f1: 69.9, floor 70.0"]
    assert floors.below({}, {"f1": 70.0}) == ["f1: 0.0, floor 70.0"]


def test_floors_rise_and_do_not_fall() -> None:
    old = floors.Floor(sha256="a", floors={"f1": 60.0, "mode": 90.0})
    new = floors.raised(old, {"f1": 70.06, "mode": 90.5}, "b", margin=1.0)
    assert new == floors.Floor(sha256="b", floors={"f1": 69.0, "mode": 90.0})
    with pytest.raises(floors.Lower, match=r"mode: 89\.0, floor 90\.0"):
        floors.raised(old, {"f1": 70.0, "mode": 89.0}, "b", margin=1.0)
    with pytest.raises(floors.Lower, match="mode: no longer measured"):
        floors.raised(old, {"f1": 70.0}, "b", margin=1.0)
    lower = floors.raised(old, {"f1": 50.0}, "b", margin=1.0, allow_lower=True)
    assert lower.floors == {"f1": 49.0}


def test_the_update_tool_keeps_what_would_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    monkeypatch.setattr(update, "shared", lambda: None)
    measured = {"f1": 80.0}
    monkeypatch.setattr(update, "measure", lambda name, _: measured if name == "gold" else None)
    assert update.main([], path) == 0
    assert floors.load(path)["gold"].floors == {"f1": 78.5}
    measured = {"f1": 70.0}
    assert update.main([], path) == 1
    assert floors.load(path)["gold"].floors == {"f1": 78.5}
    assert update.main(["--allow-lower"], path) == 0
    assert floors.load(path)["gold"].floors == {"f1": 68.5}


def test_the_pinned_file_names_every_set() -> None:
    assert PINNED.keys() == set(SETS)
    assert all(0.0 <= floor <= 100.0 for each in PINNED.values() for floor in each.floors.values())
