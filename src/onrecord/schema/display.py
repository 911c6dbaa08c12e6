"""Text from strangers made safe to show: a story may carry escape sequences and reversed writing.

Used wherever text meets a terminal or a page. What is stored is never changed.
"""

from __future__ import annotations

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Reorder what stands around them, so that a reader sees another text than the one stored.
BIDI_CONTROLS = "\u061c\u200e\u200f" + "\u202a\u202b\u202c\u202d\u202e" + "\u2066\u2067\u2068\u2069"

_KEPT = "\n\t"
_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),
    **{ord(mark): REPLACEMENT for mark in BIDI_CONTROLS},
    0xFEFF: REPLACEMENT,
}


def harmless(text: str) -> str:
    """The text with control characters shown as symbols (ESC as ␛) and bidirectional controls as U+FFFD.

    Every character is replaced by one character, so offsets stay true. Line feeds and tabs are kept. The
    result can always be encoded in UTF-8.
    """
    return text.translate(_TABLE)


def one_line(text: str) -> str:
    """The harmless text with each run of white space as one space."""
    return harmless(" ".join(text.split()))
