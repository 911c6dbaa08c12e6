"""Words, their features, and the pieces they are read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader import words as w
from onrecord.reader.pieces import CACHE_WORDS, Vocabulary
from onrecord.reader.words import shape, words_of


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("turkey", w.LOWER),
        ("Turkey", w.TITLE),
        ("NATO", w.UPPER),
        ("I", w.CAPITAL),
        ("1949", w.DIGITS),
        ("18th", w.NUMBERED),
        ("McCain", w.MIXED),
        ("''", w.PUNCTUATION),
        ("_", w.MIXED),
    ],
)
def test_shape(word, expected):
    assert shape(word) == expected


def test_quotation_classes():
    found = words_of('"We go," she said. "And')
    assert list(zip(found.strings, found.quoted, strict=True)) == [
        ('"', w.OPENING),
        ("We", w.INSIDE),
        ("go", w.INSIDE),
        (",", w.INSIDE),
        ('"', w.CLOSING),
        ("she", w.OUTSIDE),
        ("said", w.OUTSIDE),
        (".", w.OUTSIDE),
        ('"', w.OPENING),
        ("And", w.UNCLOSED),
    ]


def test_starts_of_paragraphs_lines_and_sentences():
    found = words_of("Talks end\nOne side left. Mr. Oyelaran stayed.\n\nRain fell.")
    starts = {s: k for s, k in zip(found.strings, found.starts, strict=True) if k != w.GOES_ON}
    assert starts == {"Talks": w.NEW_PARAGRAPH, "One": w.NEW_LINE, "Mr": w.NEW_SENTENCE, "Rain": w.NEW_PARAGRAPH}


def test_the_dateline_is_a_run_of_words():
    text = "LAGOS (AP) _ Traders said."
    found = words_of(text, (0, 12))
    assert found.strings[slice(*found.dateline)] == ["LAGOS", "(", "AP", ")", "_"]


@given(st.text(max_size=300))
def test_words_are_the_visible_characters_in_order(text):
    found = words_of(text)
    assert [text[s:e] for s, e in found.spans] == found.strings
    assert "".join(found.strings) == "".join(c for c in text if not c.isspace())
    assert len(found) == len(found.quoted) == len(found.starts)


@pytest.fixture
def vocabulary():
    return Vocabulary(["[CLS]", "[SEP]", "[UNK]", '"', "'", "un", "##hear", "##d", "cafe", "—"])


def test_greedy_pieces(vocabulary):
    names = lambda text: [[vocabulary.pieces[n] for n in p] for p in vocabulary.of_words(words_of(text))]  # noqa: E731
    assert names("Unheard Café") == [["un", "##hear", "##d"], ["cafe"]]
    assert names("zzz") == [["[UNK]"]]
    assert names("x" * 300) == [["[UNK]"]]


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "‘’", "''"])
def test_every_quotation_mark_reads_alike(vocabulary, marks):
    pieces = vocabulary.of_words(words_of(f"{marks[0]}unheard,{marks[1]} he said."))
    assert vocabulary.pieces[pieces[0][0]] == '"'


def test_an_apostrophe_stays_one(vocabulary):
    pieces = vocabulary.of_words(words_of("don’t"))
    assert vocabulary.pieces[pieces[1][0]] == "'"


def test_the_cache_is_bounded(vocabulary):
    for start in range(0, CACHE_WORDS + 2000, 1000):
        vocabulary.of_words(words_of(" ".join(f"w{n}" for n in range(start, start + 1000))))
    assert len(vocabulary._known) <= CACHE_WORDS
