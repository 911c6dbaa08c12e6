"""Which kind of input this is, seen from its first bytes; a file's name is asked only where the content
leaves it open."""

from __future__ import annotations

import re

from onrecord.stories.refusal import Format, NotAStory

_AS_TEXT = "save its text as plain text, HTML or JSONL and give that"

# Magic bytes of what people hand in by mistake: (bytes, offset, what it is, remedy).
_MAGIC: tuple[tuple[bytes, int, str, str], ...] = (
    (b"%PDF-", 0, "a PDF document", _AS_TEXT),
    (b"{\\rtf", 0, "an RTF document", _AS_TEXT),
    (b"PK\x03\x04", 0, "a zip archive or an office document (docx, odt, epub)", "unpack it, or " + _AS_TEXT),
    (b"PK\x05\x06", 0, "an empty zip archive", "give stories as plain text, HTML or JSONL"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Office document (doc, xls, msg)", _AS_TEXT),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7z archive", "unpack it and give the folder"),
    (b"Rar!\x1a\x07", 0, "a RAR archive", "unpack it and give the folder"),
    (b"ustar", 257, "a tar archive", "unpack it and give the folder"),
    (b"BZh", 0, "bzip2 data", "unpack it (bunzip2) or compress it with gzip"),
    (b"\xfd7zXZ\x00", 0, "xz data", "unpack it (unxz) or compress it with gzip"),
    (b"\x28\xb5\x2f\xfd", 0, "zstd data", "unpack it (unzstd) or compress it with gzip"),
    (b"\x89PNG\r\n\x1a\n", 0, "a PNG picture", "give the text of the story"),
    (b"\xff\xd8\xff", 0, "a JPEG picture", "give the text of the story"),
    (b"GIF8", 0, "a GIF picture", "give the text of the story"),
    (b"WEBP", 8, "a WebP picture", "give the text of the story"),
    (b"\x7fELF", 0, "a program", "give the text of the story"),
    (b"MZ\x90", 0, "a program", "give the text of the story"),
    (b"SQLite format 3\x00", 0, "an SQLite database", "export its stories as JSONL"),
    (b"PAR1", 0, "a Parquet file", "export its stories as JSONL"),
    (b"WARC/", 0, "a WARC archive", "give the pages in it as HTML files"),
    (b"OggS", 0, "a sound recording", "give its transcript"),
    (b"ID3", 0, "a sound recording", "give its transcript"),
    (b"ftyp", 4, "a video", "give its transcript"),
)

GZIP_MAGIC = b"\x1f\x8b"

_BEGINS_LIKE_HTML = re.compile(
    r"\s{0,200}<(?:!doctype\s{1,9}html|html|head|body|meta|title|base|link|script|style|article|main|section"
    r"|header|nav|div|span|table|h[1-6]|p|br|b|i|em|strong|a|ul|ol|img|blockquote)\b[^<]{0,2000}>",
    re.IGNORECASE,
)
_PROLOGUE = re.compile(r"\s{0,200}(?:<\?xml[^<>]{0,300}\?>|<!--.{0,4000}?-->|<!doctype[^<>]{0,300}>)", re.I | re.S)
_FEED = re.compile(r"\s{0,200}<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.IGNORECASE)
_BEGINS_LIKE_JSON = re.compile(r'\s{0,200}(?:\[\s{0,200})?\{\s{0,200}(?:\}|"[^"\\\n]{1,200}"\s{0,20}:)')
_ANY_TAG = re.compile(r"<(?:p|div|body|html|article|h[1-6]|br|span)\b[^<>]{0,500}>", re.IGNORECASE)

_JSON_SUFFIXES = (".jsonl", ".ndjson", ".json")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")


def refuse_binary(head: bytes) -> None:
    """Raises NotAStory, with what it is and what to do, where ``head`` begins like a known binary format."""
    for magic, offset, what, remedy in _MAGIC:
        if head.startswith(magic, offset):
            raise NotAStory(f"this is {what}, not a story", remedy)


def format_of(head: str, name: str) -> Format:
    """The format of an input that begins with ``head`` and is called ``name``.

    Raises NotAStory for a feed or a site map: they list stories and hold none.
    """
    rest = _after_prologue(head)
    if _FEED.match(rest):
        raise NotAStory("a feed or a site map, not a story", "give the pages that it lists, saved as HTML")
    if _BEGINS_LIKE_JSON.match(rest):
        return "jsonl"
    if _BEGINS_LIKE_HTML.match(head) or _BEGINS_LIKE_HTML.match(rest):
        return "html"
    name = name.lower().removesuffix(".gz")
    if name.endswith(_JSON_SUFFIXES):
        return "jsonl"
    if name.endswith(_HTML_SUFFIXES) and _ANY_TAG.search(head):
        return "html"
    return "text"


def _after_prologue(head: str) -> str:
    """``head`` without XML declaration, document type and comments, of which a page may have a few."""
    head = head.lstrip("\ufeff")
    for _ in range(4):
        found = _PROLOGUE.match(head)
        if found is None:
            break
        head = head[found.end() :]
    return head
