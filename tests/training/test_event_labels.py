"""How annotated events are read, and that what is kept of other people's texts is places and labels alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.reader.heads.events import CERTAINTIES, TYPES
from onrecord.reader.words import words_of
from training.event_labels import ANNOTATED, fold, invented, labelled, plv, word_run

TEXT = "Chad met Mali on Monday. Mali said Chad had met nobody since Monday."


def test_a_line_gives_places_in_the_text() -> None:
    label = labelled(TEXT, "CONSULT | met#1 | Chad | Mali | Monday | happened")
    assert (TYPES[label.type], CERTAINTIES[label.certainty]) == ("CONSULT", "happened")
    assert (label.trigger, label.actors, label.recipients, label.when) == ((5, 8), ((0, 4),), ((9, 13),), (17, 23))


def test_a_party_is_meant_where_it_is_nearest() -> None:
    assert labelled(TEXT, "CONSULT | met#2 | Chad | - | Monday | denied").actors == ((35, 39),)


def test_several_parties_and_none() -> None:
    label = labelled(TEXT, "CONSULT | met#1 | Chad; Mali | - | - | happened")
    assert (label.actors, label.recipients, label.when) == (((0, 4), (9, 13)), (), None)


@pytest.mark.parametrize(
    "line",
    [
        "CONSULT | met | Chad | Mali | - | happened",  # stands twice
        "CONSULT | met#3 | Chad | Mali | - | happened",
        "CONSULT | met#1 | Niger | Mali | - | happened",
        "MEET | met#1 | Chad | Mali | - | happened",
        "CONSULT | met#1 | Chad | Mali | - | surely",
        "CONSULT | met#1 | Chad | Mali | happened",
    ],
)
def test_what_is_wrong_is_said(line: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        labelled(TEXT, line)


def test_our_own_sentences_are_whole() -> None:
    passages = list(invented())
    assert len({p.id for p in passages}) == len(passages) > 200
    for p in passages:
        assert p.text
        assert p.labels is not None
        assert all(word_run(words_of(p.text), e.trigger)[1] for e in p.labels)


def test_an_error_names_the_file_and_the_line(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("# a 2001-01-01\n> Chad met Mali.\nCONSULT | met | Chad | Niger | - | happened\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.txt, line 3: not in the text: 'Niger'"):
        list(invented(path))


def test_a_known_event_has_its_parties_wherever_they_stand(tmp_path: Path) -> None:
    raw = {"id": "plv-train-7", "text": "Chad freed Chad's men.", "source": "chad", "target": "men", "type": "YIELD"}
    path = tmp_path / "plv.jsonl"
    path.write_text(json.dumps(raw) + "\n", encoding="utf-8")
    (passage,) = plv(path)
    (known,) = passage.known
    assert [TYPES[t] for t in known.types] == ["CONCEDE", "RETREAT"]
    assert (known.source, known.target) == (((0, 4), (11, 15)), ((18, 21),))
    assert fold(passage.id) == 2


def test_no_text_of_others_is_kept() -> None:
    for line in (ANNOTATED / "news.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        assert raw.keys() == {"corpus", "id", "end", "events"}
        for kind, trigger, actors, recipients, when, certainty in raw["events"]:
            assert kind in TYPES
            assert certainty in CERTAINTIES
            places = [trigger, *actors, *recipients, *([when] if when else [])]
            assert all(0 <= a < b <= raw["end"] for a, b in places)
