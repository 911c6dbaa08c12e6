"""Windows: every word is owned once, paragraphs stay whole, seams inside a paragraph have context."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.windows import CONTEXT, LIMIT, windows
from onrecord.reader.words import GOES_ON, NEW_PARAGRAPH, NEW_SENTENCE

STARTS = st.sampled_from([GOES_ON, GOES_ON, GOES_ON, NEW_SENTENCE, NEW_PARAGRAPH])
WORDS = st.lists(st.tuples(st.integers(1, 9), STARTS), max_size=600)


@given(WORDS)
def test_every_word_is_owned_exactly_once(words):
    sizes, starts = [n for n, _ in words], [s for _, s in words]
    found = windows(sizes, starts)
    assert [i for w in found for i in range(w.first, w.last)] == list(range(len(words)))
    for w in found:
        assert w.start <= w.first < w.last <= w.end
        assert sum(sizes[w.first : w.last]) <= LIMIT
        assert sum(sizes[w.start : w.first]) <= CONTEXT and sum(sizes[w.last : w.end]) <= CONTEXT


def test_cut_between_paragraphs_where_possible():
    starts = [NEW_PARAGRAPH if i % 40 == 0 else GOES_ON for i in range(400)]
    assert all(w.first % 40 == 0 for w in windows([2] * 400, starts))


def test_a_long_paragraph_is_cut_at_a_sentence_with_context_around():
    starts = [NEW_PARAGRAPH, *(NEW_SENTENCE if i % 30 == 0 else GOES_ON for i in range(1, 500))]
    first, second, *_ = windows([1] * 500, starts)
    assert second.first % 30 == 0
    assert first.end == first.last + CONTEXT and second.start == second.first - CONTEXT


def test_nothing_to_read():
    assert windows([], []) == []
