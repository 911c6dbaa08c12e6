"""Where, to whom and when something was said. In the sentences below {...} is the content, [...] the cue, <...> the
source, and (...) another attribution's content.
"""

import re
import time
from itertools import pairwise

import pytest

from onrecord.reader.attribution import Attribution
from onrecord.reader.circumstances import Circumstances, all_circumstances, circumstances, time_runs
from onrecord.reader.times import times
from onrecord.reader.words import words_of

ANCHOR = "2024-06-18"
MARKS = re.compile(r"[\[\]{}<>]|\(\(|\)\)")


def split(text, dateline=None):
    """The words of a text, and the runs of the time expressions in it."""
    words = words_of(text, dateline)
    return words, time_runs(words, times(text, anchor=ANCHOR))


def read(marked):
    """The circumstances of a marked sentence as strings: medium, outlet, audience, when."""
    spans: dict[str, list[tuple[int, int]]] = {"[": [], "{": [], "<": [], "((": []}
    open_at: dict[str, int] = {}
    text, at = "", 0
    for m in MARKS.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        closing = {"]": "[", "}": "{", ">": "<", "))": "(("}.get(m.group())
        if closing is None:
            open_at[m.group()] = len(text)
        else:
            spans[closing].append((open_at[closing], len(text)))
    text += marked[at:]
    words, times_found = split(text)

    def runs(kind):
        return [
            (
                next(i for i, (s, _) in enumerate(words.spans) if s >= start),
                next(i for i in range(len(words), 0, -1) if words.spans[i - 1][1] <= end),
            )
            for start, end in spans[kind]
        ]

    a = Attribution(runs("[")[0], runs("<"), runs("{"), {})
    covered = {i for first, end in runs("((") for i in range(first, end)}
    found = circumstances(words, a, times_found, covered)
    return tuple(
        None if run is None else text[words.spans[run[0]][0] : words.spans[run[1] - 1][1]]
        for run in (found.medium, found.outlet, found.audience, found.when)
    )


N = None
CASES = [
    # the medium
    ("<The ministry> [said] in a statement {that the ferry was safe}.", "a statement", N, N, N),
    ('{"The ferry is safe,"} <the ministry> [said in a statement].', "a statement", N, N, N),
    ("<Moll> [said] in a written statement {that she would stay}.", "a written statement", N, N, N),
    ("<Moll> [wrote] in a letter to parliament {that she would stay}.", "a letter", N, "parliament", N),
    ("<Moll> [said] at a news conference {that she would stay}.", "a news conference", N, N, N),
    ("<Moll> [told] a news conference in Oslo {that she would stay}.", "a news conference", N, N, N),
    ("<Moll> [told] a packed press briefing {the port was closed}.", "a packed press briefing", N, N, N),
    ("<The bank> [argued] in court papers {that the debt was paid}.", "court papers", N, N, N),
    ("<Moll>, reached by telephone, [denied] {the charge}.", "telephone", N, N, N),
    ("<Moll> [said] by telephone from Bergen {that the ice had gone}.", "telephone", N, N, N),
    ("<Moll> [said] over the phone {that the ice had gone}.", "the phone", N, N, N),
    ("<Moll> [said] on state television {that the ice had gone}.", "state television", N, N, N),
    ("<Moll> [wrote] on Twitter {that the ice had gone}.", "Twitter", N, N, N),
    ("<Moll> [wrote] in a post on X {that the ice had gone}.", "a post", "X", N, N),
    ("<Moll> [wrote] in an article for Dagens Courier {that the ice had gone}.", "an article", "Dagens Courier", N, N),
    ("<The auditors> [warned] in a report {that the dam was old}.", "a report", N, N, N),
    ("<The auditors> [warned] in a report on dams {that this one was old}.", "a report", N, N, N),
    ("<The auditors> [issued a statement saying] {the dam was old}.", "a statement", N, N, N),
    ('"{The dam is old}," [said] <Moll> in an interview.', "an interview", N, N, N),
    ('"{The dam is old}," [said] <Moll>, the chief engineer, in an interview.', "an interview", N, N, N),
    ("In a speech to the assembly, <Moll> [promised] {a new dam}.", "a speech", N, "the assembly", N),
    (
        "<Moll>, in remarks to Nordlys television, [said] {the dam was old}.",
        *("remarks", *("Nordlys television",) * 2, N),
    ),
    ("<Moll> [said], according to the Nordlys newspaper, {that the dam was old}.", "the Nordlys newspaper", N, N, N),
    (
        "{The dam is old}, <Moll> [said], according to a report by the Nordlys newspaper.",
        *("a report", "the Nordlys newspaper", N, N),
    ),
    (
        "<Moll> [was quoted as saying] by the Nordlys news agency {that the dam was old}.",
        "the Nordlys news agency",
        N,
        N,
        N,
    ),
    ("<Moll> [criticized] {the new dam} in a speech Sunday.", "a speech", N, N, "Sunday"),
    ('<Moll> [mocked] {the engineers} on CNN\'s "Morning Tide."', 'CNN\'s "Morning Tide."', N, N, N),
    ("<Moll> [mocked] {the engineers} in a Sunday tweet.", "a Sunday tweet", N, N, "Sunday"),
    ("During a rally in Tromso, <Moll> [mocked] {the engineers}.", "a rally", N, N, N),
    (
        "In their joint statement, released by the palace, <the two> [pledged] {to rest}.",
        "their joint statement",
        N,
        N,
        N,
    ),
    (
        "At a news conference with US envoys in Bergen, <Mr. Moll> [suggested] {it was old}.",
        "a news conference",
        N,
        N,
        N,
    ),
    ("<Moll> [praised] {the dam} in a speech in Bergen on Thursday.", "a speech", N, N, "Thursday"),
    # no medium
    ("<Moll> [said] through a spokesman {that she would stay}.", N, N, N, N),
    ("[According to] <a report>, {the dam was old}.", N, N, N, N),
    ("[According to] <the newspaper>, {the dam was old}.", N, N, N, N),
    ("<Moll> [said] in brief {that she would stay}.", N, N, N, N),
    ("<Moll> [said] in her post as minister {she had seen it all}.", N, N, N, N),
    ("<Moll> [said] in the event of a flood {the town would empty}.", N, N, N, N),
    ("<Moll> [commented] on the report {that the dam was old}.", N, N, N, N),
    ("<Moll>, who resigned in a letter to parliament, [said] {the dam was old}.", N, N, N, N),
    # the audience, and outlets that are told
    ("<Moll> [told] reporters {that the dam was old}.", N, N, "reporters", N),
    ("<Moll> [told reporters] {that the dam was old}.", N, N, "reporters", N),
    ("<Moll> [told] Reuters {that the dam was old}.", N, "Reuters", "Reuters", N),
    ("<Moll> [told] The Associated Press {that the dam was old}.", *(N, *("The Associated Press",) * 2, N)),
    (
        "<Moll> [said] in an interview with The Associated Press {it was old}.",
        *("an interview", *("The Associated Press",) * 2, N),
    ),
    ("<Moll> [told] state television in an interview {it was old}.", *("an interview", *("state television",) * 2, N)),
    ("<Moll> [said] on a call with reporters {that it was old}.", "a call", N, "reporters", N),
    ("<Moll> [said] to lawmakers {that the dam was old}.", N, N, "lawmakers", N),
    ("<Moll> [wrote] to Parliament {that the dam was old}.", N, N, "Parliament", N),
    ("<Moll> [told] Grete Lie {that the dam was old}.", N, N, "Grete Lie", N),
    ("<Moll> [told] NATO envoys {that the dam was old}.", N, N, "NATO envoys", N),
    ("<Moll> [told] him {that the dam was old}.", N, N, "him", N),
    ("<Moll> [briefed] the Security Council on Monday {on the dam}.", N, N, "the Security Council", "Monday"),
    ("<Moll> [assured] Lie {that the dam would hold}.", N, N, "Lie", N),
    (
        "<Moll> [told] the families of the missing men {that the search was over}.",
        N,
        N,
        "the families of the missing men",
        N,
    ),
    ("<Moll> [told] lawmakers and reporters {that the dam was old}.", N, N, "lawmakers and reporters", N),
    ("<Moll> [boasted] to reporters of her dam, {the best of all}.", N, N, "reporters", N),
    ("<Moll> [testified] before the committee {that the dam was old}.", N, N, "the committee", N),
    ("Speaking to reporters in Tromso on Sunday, <Moll> [said] {it was old}.", N, N, "reporters", "Sunday"),
    ("Asked by reporters whether it was old, <Moll> [said] {it was}.", N, N, "reporters", N),
    ("Addressing parliament on Tuesday, <Moll> [said] {it was old}.", N, N, "parliament", "Tuesday"),
    # no audience
    ("<Moll> [urged] {Lie to resign}.", N, N, N, N),
    ("<Moll> [vowed] to {fight on}.", N, N, N, N),
    ("<Moll> [said] in response to a question {that it was old}.", N, N, N, N),
    ("<Moll> [said] on a visit to Bergen {that it was old}.", N, N, N, N),
    ("<Moll> [hoped to persuade] voters {of the dam}.", N, N, N, N),
    ("{The dam} [was condemned] by <the press>.", N, N, N, N),
    ("[According to] <law enforcement officials>, {the dam was old}.", N, N, N, N),
    ("<Moll> [told] the International Water Agency {it was old}.", N, N, "the International Water Agency", N),
    ("<Moll> [said] before her visit to China {that it was old}.", N, N, N, N),
    ("<Moll>, speaking after a meeting with Ida Lie on Monday, [said] {it was old}.", N, N, N, "Monday"),
    # the time
    ("<Moll> [said Thursday] {it was old}.", N, N, N, "Thursday"),
    ("<Moll> [said] Thursday {it was old}.", N, N, N, "Thursday"),
    ("<Moll> [said] on Monday {it was old}.", N, N, N, "Monday"),
    ("In January this year, <police> [concluded] {that he had drowned}.", N, N, N, "January this year"),
    ("<Moll> [said] late on Friday {it was old}.", N, N, N, "late on Friday"),
    ("<Moll> [announced] on March 3 {that it was old}.", N, N, N, "March 3"),
    ("<Moll> [announced] on 3 March 1998 {that it was old}.", N, N, N, "3 March 1998"),
    ("<Moll> [said] on Monday, March 3, 1998, {that it was old}.", N, N, N, "Monday, March 3, 1998"),
    ("<Moll> [said] last week {that it was old}.", N, N, N, "last week"),
    ("<Moll> [said] in 1998 {that it was old}.", N, N, N, "1998"),
    ("<Moll> [said] earlier {that it was old}.", N, N, N, "earlier"),
    ("<Moll> [said] earlier this week {that it was old}.", N, N, N, "earlier this week"),
    ("<Moll> [said] two days ago {that it was old}.", N, N, N, "two days ago"),
    ("<Moll> on Tuesday [told] reporters {it was old}.", N, N, "reporters", "Tuesday"),
    ("<Engineer Ida Moll Friday> [said] {it was old}.", N, N, N, "Friday"),
    ("But on Sunday <she> [said] {it was old}.", N, N, N, "Sunday"),
    ("Later in the day, <she> [said] {it was old}.", N, N, N, "Later in the day"),
    ('{"It is old,"} [said] <Moll> on Wednesday night.', N, N, N, "Wednesday night"),
    ("<Moll> [said] here Sunday {it was old}.", N, N, N, "Sunday"),
    ("<Moll> [said] Monday {he would leave}.", N, N, N, "Monday"),
    ("<Moll> [said] at 5 p.m. on Monday {it was old}.", N, N, N, "5 p.m. on Monday"),
    ("<The two> [signed] {the plan} Friday.", N, N, N, "Friday"),
    ("((They met)), he said, and on Tuesday <she> [wrote] {that it was old}.", N, N, N, "Tuesday"),
    (
        "In an article published on Tuesday in the newspaper Nordlys Tidende, <Moll> [wrote] {it was old}.",
        "an article",
        "the newspaper Nordlys Tidende",
        N,
        "Tuesday",
    ),
    ("In a statement released Saturday, <the firm> [said] {it was old}.", "a statement", N, N, "Saturday"),
    ("<Moll> [said] at the weekend {it was old}.", N, N, N, "the weekend"),
    ("<Moll> has [voiced] in the past {her doubts}.", N, N, N, "the past"),
    ("<Moll> [said] over the past week {it was old}.", N, N, N, "the past week"),
    ("<Moll> [said] last week, {and again} Friday, it was old.", N, N, N, "last week"),
    ("<Moll> [said] at noon {it was old}.", N, N, N, "noon"),
    ("<Moll> [said] on Monday in 1998 {it was old}.", N, N, N, "Monday in 1998"),
    ("<Moll> [said] in this week's speech {it was old}.", "this week's speech", N, N, "this week"),
    ("<Moll> [said] in a January interview {it was old}.", "a January interview", N, N, "January"),
    ("<Moll> [wrote] in the 1998 report {that it was old}.", "the 1998 report", N, N, "1998"),
    ("<Moll> [said] after talks late on Monday {that it was old}.", N, N, N, "late on Monday"),
    (
        "<Moll> [said] in a January report released on Friday {that it was old}.",
        *("a January report", N, N, "Friday"),
    ),
    ("{A leak} [was reported] on Nov. 18, and men were sent.", N, N, N, "Nov. 18"),
    ("On Nov. 18, <Moll> [said] {it was old}.", N, N, N, "Nov. 18"),
    (
        "<Moll> [said] at a Monday morning news conference {it was old}.",
        *("a Monday morning news conference", N, N, "Monday morning"),
    ),
    ("<Moll> [said] at a year-end news conference {it was old}.", "a year-end news conference", N, N, N),
    ("<The firm> [said] in its second-quarter report {it was old}.", "its second-quarter report", N, N, N),
    # times of other things, or none
    ("<Moll> [said] next week {it will be old}.", N, N, N, N),
    ("<Moll> [will say] tomorrow {it is old}.", N, N, N, N),
    ("<Moll> [said] for two hours {it was old}.", N, N, N, N),
    ("<Moll> [commented] on May {when he was asked}.", N, N, N, N),
    ("<Moll> [told] USA Today {it was old}.", *(N, *("USA Today",) * 2, N)),
    ("<Moll> [told] the Sunday Times on Friday {it was old}.", *(N, *("the Sunday Times",) * 2, "Friday")),
    ("<Moll>, now a minister, [says] {it is old}.", N, N, N, N),
    ("<Moll> [told] a recent visitor {it was old}.", N, N, "a recent visitor", N),
    ("<Moll> [said] {he would leave} Monday.", N, N, N, N),
    ("<Moll>, who resigned in March, [said] {it was old}.", N, N, N, N),
    ("<Moll>, who, in March, resigned, [said] {it was old}.", N, N, N, N),
    ("<Moll>, appointed last year, [said] {it was old}.", N, N, N, N),
    ("<Moll>, a minister until 1998, [said] {it was old}.", N, N, N, N),
    ("<Moll>, who resigned in March, on Monday [said] {it was old}.", N, N, N, "Monday"),
    ("<Moll> resigned in March and [said] {it was old}.", N, N, N, N),
    ("In 1998 Lie built the dam, and <Moll> [says] {it is old}.", N, N, N, N),
    ("<Moll> [plans] {to visit the dam} Monday.", N, N, N, N),
    ("<Moll> [said] before the vote on Monday {that it was old}.", N, N, N, N),
    ("<Moll> [said] after a long trial in 1998 {that it was old}.", N, N, N, N),
    ("<Moll> [said] {it was old}, while on Monday Lie left for Bergen.", N, N, N, N),
    ("<Moll> [told] the Sunday Mirror {it was old}.", *(N, *("the Sunday Mirror",) * 2, N)),
    ("On the road, <Moll> [said] {it may be old}.", N, N, N, N),
    ("<Moll> sued the board in 1995, [claiming] {it was old}.", N, N, N, "1995"),
    ("<Moll> sued the board in 1995 after [claiming] {it was old}.", N, N, N, N),
    ("Lie signed the plan Friday, and <Moll> [claimed] {it was old}.", N, N, N, "Friday"),
    ("Lie signed the plan Friday with the board, and <Moll> [claimed] {it was old}.", N, N, N, N),
]


@pytest.mark.parametrize(("marked", "medium", "outlet", "audience", "when"), CASES)
def test_what_a_sentence_tells(marked, medium, outlet, audience, when):
    assert read(marked) == (medium, outlet, audience, when)


def test_there_are_enough_cases():
    assert len(CASES) >= 70


def number(words, word):
    return words.strings.index(word)


def test_a_nested_attribution_reads_its_parents_content_alone():
    words, times_found = split("On Monday Moll told reporters that Lie had said on Friday the dam was old.")
    told, said = number(words, "told"), number(words, "said")
    outer = Attribution((told, told + 1), [(2, 3)], [(number(words, "that"), len(words) - 1)], {})
    inner = Attribution((said, said + 1), [(6, 7)], [(number(words, "the"), len(words) - 1)], {}, parent=outer)
    first, second = all_circumstances(words, [outer, inner], times_found)
    text = [" ".join(words.strings[slice(*run)]) for run in (first.audience, first.when, second.when) if run]
    assert text == ["reporters", "Monday", "Friday"]
    assert second.audience is None and second.medium is None


def test_the_frame_is_the_sentence_of_the_cue():
    words, times_found = split(
        '"It is old," Moll said on Monday. "It will fall." On Friday it fell. She told reporters so.'
    )
    said = number(words, "said")
    found = circumstances(words, Attribution((said, said + 1), [(said - 1, said)], [(0, said - 1)], {}), times_found)
    assert found.when == (said + 2, said + 3) and found.audience is None


def test_the_dateline_is_no_time_of_saying():
    text = "OSLO, March 3 (Nordlys) - Moll said the dam was old."
    words, times_found = split(text, (0, text.index("Moll")))
    said = number(words, "said")
    a = Attribution((said, said + 1), [(said - 1, said)], [(said + 1, len(words) - 1)], {})
    assert circumstances(words, a, times_found) == Circumstances()


def test_no_source_and_no_sentence():
    assert read("[said]") == (N, N, N, N)
    assert read("{It} [was said] on Monday") == (N, N, N, "Monday")


def test_a_text_without_sentence_ends_stays_linear():
    words, times_found = split("on Monday in a letter to the council of the town of the north and " * 4000)
    attributions = [Attribution((i, i + 1), [], [], {}) for i in range(0, len(words), 40)]
    began = time.perf_counter()
    assert len(all_circumstances(words, attributions, times_found)) == len(attributions)
    assert time.perf_counter() - began < 30


def test_runs_lie_in_the_frame_whatever_the_words():
    soup = list(
        "told told in in a the of of ' s - late early on Monday , , to with by according to ( ) \" “ last who".split()  # noqa: SIM905
    )
    for step in (1, 3, 5, 7, 11, 13):
        words, times_found = split(" ".join(soup[(i * step) % len(soup)] for i in range(90)))
        for at in range(len(words)):
            a = Attribution((at, at + 1), [(max(at - 2, 0), at)] if at else [], [(at + 1, min(at + 4, len(words)))], {})
            found = circumstances(words, a, times_found)
            runs = [r for r in (found.medium, found.outlet, found.audience, found.when) if r is not None]
            assert all(0 <= first < end <= len(words) for first, end in runs)


def test_adjacent_runs_do_not_cross():
    words, times_found = split("Moll told reporters on Monday in a letter to parliament it was old.")
    found = circumstances(
        words, Attribution((1, 2), [(0, 1)], [(number(words, "it"), len(words) - 1)], {}), times_found
    )
    runs = sorted(r for r in (found.medium, found.audience, found.when) if r is not None)
    assert all(end <= first for (_, end), (first, _) in pairwise(runs))
