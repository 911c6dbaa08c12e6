"""Hostile text is shown, never obeyed."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema.display import harmless, one_line


def test_escape_sequences_become_symbols() -> None:
    assert harmless("\x1b[2J\x1b]0;owned\x07") == "␛[2J␛]0;owned␇"
    assert harmless("a\rb\x08c\x7f\x9b1m") == "a␍b␈c␡�1m"


def test_reversed_writing_is_not_obeyed() -> None:
    assert harmless("user\u202etxt.exe\u2066x\u200f") == "user�txt.exe�x�"


def test_plain_writing_of_all_scripts_is_kept() -> None:
    text = "“Größe” — Ћирилица עברית عربى 中文 🇪🇪 é\ttab\nline"
    assert harmless(text) == text


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_shown_in_full_and_does_nothing(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text), "offsets stay true"
    assert all(unicodedata.category(c) not in {"Cc", "Cs"} or c in "\n\t" for c in shown)
    shown.encode("utf-8")
    assert len(one_line(text).splitlines()) <= 1
