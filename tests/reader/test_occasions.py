"""Statements share the occasion that one of them tells: medium, audience, day."""

from onrecord.reader.occasions import Telling, shared


def telling(speaker="a1", cue="said", parent=None, early=False, **told):
    return Telling(speaker, cue, parent, early, **told)


def occasions(*tellings):
    shared(tellings)
    return [(t.medium, t.audience, t.said) for t in tellings]


def test_what_follows_takes_the_occasion_over():
    told = occasions(telling(audience="a9", said="2024-06-17"), telling(cue="added"), telling("a2"))
    assert told == [(None, "a9", "2024-06-17"), (None, "a9", "2024-06-17"), (None, None, None)]


def test_the_headline_takes_it_from_the_lead():
    told = occasions(telling(cue="hails", early=True), telling(medium="a5", early=True), telling("a2", early=True))
    assert told == [("a5", None, None), ("a5", None, None), (None, None, None)]


def test_nothing_goes_back_past_the_lead():
    assert occasions(telling(), telling(medium="a5"))[0] == (None, None, None)


def test_another_day_is_another_occasion():
    told = occasions(telling(audience="a9", said="2024-06-17"), telling(said="2024-06-14"), telling())
    assert told[1:] == [(None, None, "2024-06-14"), (None, None, "2024-06-14")]


def test_an_interview_of_the_same_day_completes_what_was_told():
    told = occasions(telling(said="1998-02-19"), telling(medium="a3", audience="a4"))
    assert told == [("a3", "a4", "1998-02-19")] * 2


def test_states_of_mind_take_none_unless_they_stand_in_an_own_statement():
    told = occasions(
        telling(said="2024-06-17"),
        telling(cue="hopes"),
        telling(cue="hopes", parent=0),
        telling("a2", cue="hopes", parent=0),
    )
    assert [said for _, _, said in told] == ["2024-06-17", None, "2024-06-17", None]


def test_the_statement_taken_from_is_named():
    tellings = [telling(said="2024-06-17"), telling()]
    shared(tellings)
    assert [t.source for t in tellings] == [None, 0]


def test_the_unnamed_share_nothing():
    assert occasions(telling(None, said="2024-06-17"), telling(None))[1] == (None, None, None)
