"""Conflicts between attributions, marks, and speech that goes on."""

import pytest

from onrecord.reader.attribution import Attribution, runs_of
from onrecord.reader.attributions import settled
from onrecord.reader.quoting import carried_on, whole_quotations, with_marks, without_verbs
from onrecord.reader.words import words_of


def made(cue, content, source=(), sure=0.9):
    return Attribution(
        (cue, cue + 1), runs_of(source), runs_of(content), {"cue": sure, "content": 1.0, "edge": 1.0, "source": 1.0}
    )


def test_runs():
    assert runs_of([5, 1, 2, 3]) == [(1, 4), (5, 6)]


def test_a_cue_in_anothers_content_stands_within_it():
    outer, middle, inner = made(1, range(2, 20)), made(4, range(5, 20)), made(8, range(9, 20))
    found = settled([inner, outer, middle])
    assert [a.cue[0] for a in found] == [1, 4, 8]
    assert found[0].parent is None and found[1].parent is found[0] and found[2].parent is found[1]


def test_of_two_that_stand_in_each_other_the_surer_is_the_outer():
    a, b = made(1, range(2, 9), sure=0.9), made(5, [1, 2, 3, 6, 7], sure=0.6)
    found = settled([a, b])
    assert found[0].parent is None and found[1].parent is found[0]


def test_shared_words_go_to_the_surer_one():
    a, b = made(0, range(1, 8), sure=0.6), made(12, range(5, 12), sure=0.9)
    found = settled([a, b])
    assert found[0].content == [(1, 5)] and found[1].content == [(5, 12)]
    assert "overlap" in found[0].rules


def test_what_is_left_empty_is_dropped_and_its_children_move_up():
    a, b = made(0, range(4, 6), sure=0.5), made(12, range(4, 12), sure=0.9)
    assert [x.cue[0] for x in settled([a, b])] == [12]


def test_marks_join_their_content():
    words = words_of('She said "we go" today.')
    a = made(1, [3, 4])
    with_marks(words, [a])
    assert a.content == [(2, 6)] and a.rules == ["quotation mark"]


STORY = '"We will rebuild," Osei said.\n\n"Every house on the shore will stand again by May."\n\nRain fell.'


def test_speech_goes_on_over_paragraphs():
    words = words_of(STORY)
    first = made(words.strings.index("said"), range(0, 6), [6])
    carried_on(words, [first])
    assert [" ".join(words.strings[a:b]) for a, b in first.content] == [
        '" We will rebuild , "',
        '" Every house on the shore will stand again by May . "',
    ]


def test_a_quotation_with_its_own_speaker_is_left_alone():
    words = words_of(STORY)
    first = made(words.strings.index("said"), range(0, 6), [6])
    own = made(words.strings.index("stand"), [words.strings.index("Every")])
    carried_on(words, [first, own])
    assert len(first.content) == 1


def test_nothing_goes_on_after_a_paragraph_without_speech():
    words = words_of('Osei said they would rebuild.\n\n"Every house on the shore will stand again by May."')
    first = made(1, range(2, 5), [0])
    carried_on(words, [first])
    assert len(first.content) == 1


def said(words, found):
    text = lambda runs: " ".join(w for a, b in runs for w in words.strings[a:b])  # noqa: E731
    return [(text(a.source), text([a.cue]), text(a.content)) for a in found]


def test_a_quotation_is_kept_whole():
    words = words_of('She said: "We go. We stay. We rest." Rain fell.')
    opened = made(1, range(3, 7))
    whole_quotations(words, [opened])
    assert said(words, [opened])[0][2] == '" We go . We stay . We rest . "'
    closed = made(1, range(10, 14))
    whole_quotations(words, [closed])
    assert said(words, [closed])[0][2] == '" We go . We stay . We rest . "'


def test_what_another_claims_of_a_quotation_stays_with_the_other():
    words = words_of('She said: "We go. We stay. We rest." Rain fell.')
    first, other = made(1, range(3, 7)), made(15, range(10, 13))
    whole_quotations(words, [first, other])
    assert first.content == [(3, 7)]


@pytest.mark.parametrize("dash", ["-", " - ", " — ", "\n― ", "\n\n– "])
def test_a_name_after_a_dash(dash):
    words = words_of(
        f'Rain fell.\n\n"The pier is closed until further notice."{dash}Commissioner Ida Moll, ports\n\nSo.'
    )
    ((source, cue, content),) = said(words, without_verbs(words, []))
    assert (source, cue) == ("Commissioner Ida Moll", dash.strip())
    assert content == '" The pier is closed until further notice . "'


def test_many_names_after_dashes():
    words = words_of('"It will never be built, never." — Ana Ruiz\n"We would all welcome it here." — Bo Lund\n')
    assert [s for s, _, _ in said(words, without_verbs(words, []))] == ["Ana Ruiz", "Bo Lund"]


@pytest.mark.parametrize(
    ("opening", "source", "cue"),
    [("From Chairwoman Ida Moll:", "Chairwoman Ida Moll", "From"), ("Ida Moll:", "Ida Moll", ":")],
)
def test_a_name_before_a_colon(opening, source, cue):
    words = words_of(f'{opening} "The pier is closed until further notice."')
    ((found, by, content),) = said(words, without_verbs(words, []))
    assert (found, by) == (source, cue) and content.startswith('" The pier')


@pytest.mark.parametrize(
    "text",
    [
        '"The pier is closed until further notice" - Ida said so at noon to a crowd that had come to see the old pier.',
        'The plan read: "The pier is closed until further notice."',
        '"Hamlet" - Theatre Royal',
        "Winds - Gusts of up to ninety.",
    ],
)
def test_what_is_no_verbless_attribution(text):
    assert without_verbs(words_of(text), []) == []


def test_the_rule_keeps_the_source_that_the_heads_found():
    words = words_of('"The pier is closed until further notice." - Ida Moll, ports')
    dash = words.strings.index("-")
    heads = made(dash, range(3, 6), [dash + 1, dash + 2, dash + 3, dash + 4])
    (kept,) = without_verbs(words, [heads])
    assert kept.source == [(dash + 1, dash + 5)] and kept.content == [(0, dash)]
