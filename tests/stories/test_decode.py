"""Bytes to text: every encoding of the issue, with what the user is told."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.decode import decode, without_surrogates
from tests.stories.wire_stories import HARBOUR, only_story

CURLY = HARBOUR.replace('"', "”") + "Café Zürich — “naïve”, she said.\n"
CYRILLIC = "Министр транспорта заявил во вторник, что порт откроется для судов обеих стран. " * 4


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark, encoding):
    decoded = decode(mark + CURLY.encode(encoding))
    assert decoded.text == CURLY and decoded.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [CURLY, CYRILLIC], ids=["latin", "cyrillic"])
def test_wide_encodings_without_a_mark(encoding, text):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert [note.code for note in decoded.notes] == ["encoding"] and encoding.upper() in decoded.notes[0].text


def test_windows_1252_is_read_and_noted():
    decoded = decode(CURLY.encode("cp1252"))
    assert decoded.text == CURLY
    assert decoded.notes[0].text == "not UTF-8; read as windows-1252"


def test_another_legacy_encoding_is_found():
    decoded = decode(CYRILLIC.encode("cp1251"))
    assert decoded.text == CYRILLIC and decoded.notes[0].code == "encoding"


def test_a_declared_encoding_is_believed():
    assert decode(CYRILLIC.encode("koi8-r"), declared="KOI8-R").text == CYRILLIC
    assert decode(CURLY.encode("cp1252"), declared="iso-8859-1").text == CURLY


@pytest.mark.parametrize("declared", ["no-such-thing", "hex", "rot13", "utf-16", "utf-7", ""])
def test_a_declared_encoding_that_cannot_be_is_ignored(declared):
    assert decode(CURLY.encode("cp1252"), declared=declared).text == CURLY


def test_utf8_wins_over_a_wrong_declaration():
    assert decode(CURLY.encode(), declared="iso-8859-1").text == CURLY


def test_broken_utf8_loses_only_the_bad_bytes():
    data = CURLY.encode()
    broken = data[:20] + b"\xff" + data[20:]
    decoded = decode(broken)
    assert decoded.text == CURLY[:20] + "\ufffd" + CURLY[20:]
    assert decoded.notes[0].text == "1 bad UTF-8 sequence became U+FFFD"


def test_utf8_cut_in_a_character_is_still_utf8():
    assert decode("A plain line that ends in a dash —".encode()[:-1]).text == "A plain line that ends in a dash \ufffd"


def test_mojibake_is_not_repaired():
    garbled = "cafÃ© â€œquotedâ€\x9d"
    assert decode(garbled.encode()).text == garbled


@pytest.mark.parametrize("extra", ["\r\n", "\0", "\u200b", "\u202e", "\ufeff", "\f", "\x1b[31m", "\u2028"])
def test_odd_characters_are_kept(tmp_path, extra):
    text = f"A line.{extra}Another line of {extra} the story.\r\nThe end.\r"
    path = tmp_path / "odd.txt"
    path.write_bytes(text.encode())
    assert only_story(path).text == text


@given(st.text(min_size=1))
def test_utf8_text_comes_back_or_is_called_binary(text):
    data = b"Some plain words before it, and quite a lot of them, so that they outweigh: " * 4 + text.encode()
    assert decode(data).text.encode() == data


@given(st.binary(max_size=300))
def test_any_bytes_give_valid_text_or_a_refusal(data):
    from onrecord.stories.refusal import NotAStory

    try:
        decode(data).text.encode("utf-8")
    except NotAStory as refused:
        assert refused.problem and refused.remedy


def test_lone_surrogates_are_replaced_and_pairs_are_joined():
    repaired = without_surrogates("a\ud800b \ud83d\ude00")
    assert repaired.text == "a\ufffdb 😀"
    assert repaired.notes[0].text == "1 lone surrogate became U+FFFD"
