"""The whole reader on invented copy: what it finds, that it is steady, and that nothing breaks it."""

import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader import Reader
from onrecord.schema import Story
from onrecord.stories import from_text


@pytest.fixture(scope="module")
def reader():
    return Reader.load()


def read(reader, text):
    return reader.read(from_text(text))


def said(reading):
    return [(s.source_text, s.cue_text, s.text) for s in reading.statements]


def test_one_story_in_full(reader):
    reading = read(
        reader,
        "LISBON, May 4 (Reuters) - Portugal will reopen two coastal radar stations this summer, "
        'Defence Minister Ines Calado said on Tuesday.\n\n"Nobody is guarding that stretch of water now," she told '
        "reporters.\n",
    )
    first, second = reading.statements
    assert first.source_text == "Defence Minister Ines Calado" and first.mode == "indirect"
    assert first.text == "Portugal will reopen two coastal radar stations this summer"
    assert second.quote == "Nobody is guarding that stretch of water now," and second.mode == "direct"
    assert reading.actor(second.speaker).name == "Ines Calado"
    assert all(0 < s.confidence <= 1 and s.reason.scores for s in reading.statements)


def test_statements_within_statements(reader):
    reading = read(reader, "The envoy said the rebels had promised to release the four engineers.\n")
    outer, inner = reading.statements
    assert outer.within is None and inner.within == outer.id
    assert (inner.source_text, inner.text) == ("the rebels", "to release the four engineers")
    assert outer.content[0][0] <= inner.content[0][0] and inner.content[-1][1] <= outer.content[-1][1]


def test_the_dateline_belongs_to_nobody(reader):
    reading = read(
        reader, "O'DESSA BAY, Guyana (AP) _ A harbour pilot said Sunday that the ferry had been overloaded.\n"
    )
    assert [s.source_text for s in reading.statements] == ["A harbour pilot"]


def test_the_same_text_gives_the_same_rows(reader):
    text = "Farmers say the dam leaks. The ministry denied it, and said that engineers would come on Monday.\n"
    first = read(reader, text).to_json()
    read(reader, "Something else was said by somebody else, the baker said.")
    assert read(reader, text).to_json() == first == read(Reader.load(), text).to_json()


NAMES = ["Adams", "Brandt", "Castro", "Diallo", "Evans", "Fofana", "Gruber", "Okker", "Ivanov", "Jensen"]


def test_seams_between_paragraphs(reader):
    """Many windows: no cue is found twice, few are missed, and each keeps its own paragraph's words."""
    paragraphs = [
        f"The strike at dock {n} will go on until Friday, union leader {name} said." for n, name in enumerate(NAMES * 8)
    ]
    text = "\n\n".join(paragraphs)
    reading = read(reader, text)
    cues = [s.cue for s in reading.statements]
    assert len(cues) == len(set(cues)) >= 0.95 * len(paragraphs)
    for s in reading.statements:
        paragraph = text.count("\n\n", 0, s.cue[0][0])
        assert s.text == f"The strike at dock {paragraph} will go on until Friday"
        assert s.source_text == f"union leader {(NAMES * 8)[paragraph]}"


def test_seams_inside_a_paragraph(reader):
    """A paragraph longer than any window: no cue is found twice, and each keeps to its own sentence."""
    sentences = [f"Judge {name} said the court would hear case {n} in spring." for n, name in enumerate(NAMES * 6)]
    text = " ".join(sentences)
    reading = read(reader, text)
    cues = [s.cue for s in reading.statements]
    assert len(cues) == len(set(cues)) >= 0.95 * len(sentences)
    for s in reading.statements:
        start = text.rfind("Judge", 0, s.cue[0][0])
        end = text.index(".", start)
        assert all(start <= a < b <= end for a, b in (*s.source, *s.content))
        assert s.text.startswith("the court would hear case")


def test_speech_over_paragraphs_has_one_speaker(reader):
    reading = read(
        reader,
        '"We lost the harvest twice," farmer Lena Voss said. "We will not lose it again.\n\n'
        '"This year every field has its own well, and every well has its own guard."\n\n'
        "The county declined to comment.\n",
    )
    first = reading.statements[0]
    assert first.source_text == "farmer Lena Voss" and first.mode == "direct"
    assert first.text.endswith('its own guard."') and len(first.content) == 3


@pytest.mark.parametrize("language", ["ru", "de", "fr"])
def test_another_language_is_recorded_and_not_read(reader, language):
    reading = reader.read(Story(id="x", text="He said: go.", language=language))
    assert reading.statements == () and [n.code for n in reading.story.notes] == ["language"]
    assert reader.read(reading.story).story.notes == reading.story.notes


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        ".",
        "\x00\x00said\x00",
        "\u202egnihton dias eH\u202c",
        "said said said said",
        '"' * 500,
        "x" * 100_000,
        "ſ" * 60 + " said " + "\u0301" * 300,
        "He said " + "(" * 2000,
        "\U0001f600 said \U0001f600",
    ],
)
def test_odd_texts_are_read(reader, text):
    reading = reader.read(Story(id="odd", text=text, language="en"))
    for s in reading.statements:
        assert s.text and all(0 <= a < b <= len(text) for a, b in (*s.content, *s.cue, *s.source))


@pytest.mark.slow
def test_a_megabyte_without_a_full_stop(reader):
    text = "the minister said the road was open and the clerk told him so " * 4_000
    begun = time.perf_counter()
    reading = reader.read(Story(id="long", text=text, language="en"))
    assert reading.statements
    assert time.perf_counter() - begun < 240


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab said he\"“”\n.,:—-'", max_size=400))
def test_spans_always_lie_in_the_text(reader_text):
    reading = _shared().read(Story(id="any", text=reader_text, language="en"))
    ids = {s.id for s in reading.statements}
    for s in reading.statements:
        assert s.content and s.cue and all(0 <= a < b <= len(reader_text) for a, b in (*s.content, *s.cue, *s.source))
        assert s.within is None or s.within in ids - {s.id}
    assert msgspec.json.decode(reading.to_json(), type=type(reading)) == reading


_readers: list[Reader] = []


def _shared() -> Reader:
    if not _readers:
        _readers.append(Reader.load())
    return _readers[0]
