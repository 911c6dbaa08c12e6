"""Where quotations open and close, in every kind of marks, and the mode that follows from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema.quotation import inside_marks, mode_of, quotations


def quoted(text):
    return [(text[q.inner[0] : q.inner[1]], q.closed) for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"We sail at dawn," she said.', ["We sail at dawn,"]),
        ("“We sail at dawn,” she said.", ["We sail at dawn,"]),
        ("''We sail at dawn,'' she said.", ["We sail at dawn,"]),
        ("``We sail at dawn,'' she said.", ["We sail at dawn,"]),
        ("«We sail at dawn», she said.", ["We sail at dawn"]),
        ("»We sail at dawn«, she said.", ["We sail at dawn"]),
        ("„We sail at dawn“, she said.", ["We sail at dawn"]),
        ("'We sail at dawn,' she said.", ["We sail at dawn,"]),
        ("‘We sail at dawn,’ she said.", ["We sail at dawn,"]),
        ('“We sail at dawn," she said.', ["We sail at dawn,"]),
        ('She said:"We sail."', ["We sail."]),
        ('"One." Then: "Two."', ["One.", "Two."]),
    ],
)
def test_each_kind_of_marks(text, inside):
    assert quoted(text) == [(words, True) for words in inside]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union and the men's choir met in the '90s; it's theirs.",
        "Don’t blame the drivers’ union.",
        "The boat was 5' long and the mast 12'.",
        "No marks at all.",
    ],
)
def test_apostrophes_are_no_marks(text):
    assert quotations(text) == []


def test_single_marks_nest_in_double_ones():
    text = "“He told me ‘never’ twice,” she said."
    assert [w for w, _ in quoted(text)] == ["He told me ‘never’ twice,", "never"]


@pytest.mark.regression
def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = '"We never closed this.\n\n"And we go on," he said.\n\nNobody spoke.'
    assert quoted(text) == [("We never closed this.", False), ("And we go on,", True)]


def test_a_mark_that_plainly_opens_ends_an_unclosed_quotation():
    assert quoted('"I am here, he said. "I go," she said.') == [("I am here, he said.", False), ("I go,", True)]


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ('"We go," she said.', ['"We go,"'], "direct"),
        ('"We go," she said. "Now."', ['"We go,"', '"Now."'], "direct"),
        ('She called it "a circus" of lawyers.', ['it "a circus" of lawyers'], "mixed"),
        ("She said they would go.", ["they would go"], "indirect"),
        ('"He promised to pay," she said.', ["to pay"], "indirect"),
    ],
)
def test_mode(text, content, mode):
    spans = tuple((text.index(c), text.index(c) + len(c)) for c in content)
    assert mode_of(text, spans) == mode


def test_marks_outside_the_content_do_not_count():
    text = '"Talks" began, and the minister said that they "may fail" soon.'
    start = text.index("that they")
    spans = ((start, len(text) - 1),)
    assert [text[s:e] for s, e in inside_marks(text, spans)] == ["may fail"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`s", max_size=200))
def test_quotations_lie_in_the_text_and_in_order(text):
    found = quotations(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for q in found:
        assert 0 <= q.start < q.inner[0] <= q.inner[1] <= q.end <= len(text)
        assert "\n\n" not in text[q.start : q.end]


def test_linear_in_the_number_of_marks():
    import time

    begun = time.perf_counter()
    quotations("'a " * 100_000 + '"' * 100_000)
    assert time.perf_counter() - begun < 30
