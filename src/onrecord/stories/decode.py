"""Bytes to text, without guessing more than is needed.

The order of ``decode``: 1. a byte order mark; 2. UTF-16 or UTF-32 without one; 3. UTF-8; 4. the encoding
that the document declares; 5. UTF-8 with bad bytes, where the rest shows that it is UTF-8; 6.
windows-1252, or what charset-normalizer finds where that would give no words. Text that was garbled before
it was stored (mojibake) is kept as it is: repairing it would be a guess.
"""

from __future__ import annotations

import codecs
import re

import msgspec

from onrecord.schema import Note
from onrecord.stories.refusal import NotAStory

SAMPLE_BYTES = 64 * 1024
"""Bytes looked at to judge an encoding; more changes no verdict on prose and costs time on large files."""

MIN_NUL_SHARE = 0.04
"""Share of NULs on one side of the byte pairs that speaks for UTF-16: even in Cyrillic every blank gives
one, and a word has hardly more than 20 letters."""

MAX_CONTROL_SHARE = 0.2
"""Share of control characters above which a file is binary. Text that went through broken tools has single
ones."""

MAX_HIGH_SHARE = 0.25
"""Share of non-ASCII letters below which windows-1252 is believed: French and Vietnamese prose stay under
it, while Cyrillic, Greek or Japanese in a legacy encoding are nearly all non-ASCII."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    # UTF-32 first: its little-endian mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers read under these names (WHATWG Encoding): pages that say latin-1 mean windows-1252.
_WEB_NAMES = {
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
}

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class Decoded(msgspec.Struct, frozen=True):
    """Text, and what a careful user should know about how its bytes were read."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of ``data``, every character kept; only a byte order mark is dropped.

    ``declared`` is the encoding that the document names itself (a page's ``<meta charset>``). A Note with
    the code
    ``encoding`` tells of bad bytes that became U+FFFD and of an encoding that was inferred. Raises
    NotAStory for binary data.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(*_with_losses(data[len(mark) :], encoding))
    if (wide := _wide_without_mark(data[:SAMPLE_BYTES])) is not None:
        text, notes = _with_losses(data, wide)
        return Decoded(text, (_note(f"no byte order mark; read as {wide.upper()}"), *notes))
    _refuse_controls(data[:SAMPLE_BYTES])
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(data, declared, cut_at_end=error.end >= len(data) and "end of data" in error.reason)


def sniffed(head: bytes) -> str:
    """The first bytes of an input as text good enough to see its format. Raises NotAStory for binary data."""
    encoding = encoding_by_mark(head)
    if encoding is None:
        _refuse_controls(head)
    return head.decode(encoding or "utf-8", "replace").lstrip("\ufeff")


def _refuse_controls(sample: bytes) -> None:
    if len(_CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        raise NotAStory("binary data, not text", "give the story as plain text, HTML or JSONL")


def encoding_by_mark(data: bytes) -> str | None:
    """The wide encoding (UTF-16, UTF-32) in which ``data`` begins, or None; UTF-8 is not wide."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return None if encoding == "utf-8" else encoding
    return _wide_without_mark(data[:SAMPLE_BYTES])


def without_surrogates(text: str) -> Decoded:
    """``text`` with lone surrogates, which are no characters, replaced by U+FFFD and noted."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # A pair of escapes that some tool wrote apart is one character; only what is left over is lost.
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        lost = whole.count("\ufffd") - text.count("\ufffd")
        return Decoded(whole, (_note(_lost(lost, "lone surrogate")),) if lost else ())
    return Decoded(text)


def _lost(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''} became U+FFFD"


def _note(text: str) -> Note:
    return Note(code="encoding", text=text)


def _with_losses(data: bytes, encoding: str) -> tuple[str, tuple[Note, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        lost = max(1, text.count("\ufffd") - data.count("\ufffd".encode(encoding)))
        return text, (_note(_lost(lost, f"bad {encoding.upper()} sequence")),)


def _wide_without_mark(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 by where its NULs stand, if it decodes to text that way."""
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    candidates = []
    if odd >= MIN_NUL_SHARE * pairs and even * 4 <= odd:
        candidates.append("utf-16-le")
    if even >= MIN_NUL_SHARE * pairs and odd * 4 <= even:
        candidates.append("utf-16-be")
    if sample.count(0) > len(sample) // 2:
        candidates += ["utf-32-le", "utf-32-be"]
    for encoding in candidates:
        width = 4 if "32" in encoding else 2
        text = sample[: len(sample) - len(sample) % width].decode(encoding, "replace")
        odd_ones = sum(1 for c in text if c == "\ufffd" or (not c.isprintable() and not c.isspace()))
        letters = sum(1 for c in text if c.isalpha() or c.isspace())
        if odd_ones <= 0.02 * len(text) and letters >= 0.5 * len(text):
            return encoding
    return None


def _not_utf8(data: bytes, declared: str | None, *, cut_at_end: bool) -> Decoded:
    codec = _codec(declared) if declared is not None else None
    if codec is not None and codec != "utf-8":
        return Decoded(*_with_losses(data, codec))
    text = data.decode("utf-8", "replace")
    good = len(_MULTIBYTE.findall(data))
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    if good > bad or cut_at_end or (codec == "utf-8" and good > 0):
        return Decoded(text, (_note(_lost(bad, "bad UTF-8 sequence")),))
    encoding = _legacy(data[:SAMPLE_BYTES])
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    tail = "; " + _lost(lost, "bad byte") if lost else ""
    return Decoded(text, (_note(f"not UTF-8; read as {_display(encoding)}{tail}"),))


def _codec(name: str) -> str | None:
    """Python's name for the encoding that a document declares, or None where it is no encoding of text."""
    name = name.strip().strip("\"'").lower()
    name = _WEB_NAMES.get(name, name)
    try:
        b"a".decode(name, "replace")  # codecs such as hex or rot13 are refused here, as not made for text
        name = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    # A declaration that could be read cannot be in UTF-16, and UTF-7 is only ever an attack.
    return None if name.startswith(("utf-16", "utf-32", "utf-7")) else name


def _legacy(sample: bytes) -> str:
    high = sum(1 for byte in sample if byte >= 0x80)
    ascii_letters = sum(1 for byte in sample if 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A)
    if high <= MAX_HIGH_SHARE * (high + ascii_letters):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def _display(encoding: str) -> str:
    return "windows-1252" if encoding == "cp1252" else encoding.replace("_", "-")
