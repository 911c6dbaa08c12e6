"""The story in an HTML page. This is the only module that knows trafilatura.

1. The bytes are decoded (byte order mark, UTF-8, the page's own charset). 2. The page's metadata is read.
3. trafilatura finds the main text. 4. Its paragraphs are joined by blank lines, under the headline if the
page shows it, each once.
"""

from __future__ import annotations

import logging
import re

import msgspec
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.schema import Note
from onrecord.stories.decode import decode, without_surrogates
from onrecord.stories.facts import Facts
from onrecord.stories.page_facts import facts_of
from onrecord.stories.refusal import NotAStory

CHARSET_BYTES = 4096
"""Bytes in which a page must declare its encoding; the standard says 1,024, and some pages put scripts
first."""

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s{0,200}<\?xml[^<>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{2,40})")
# Characters that HTML cannot hold and the parser would stop at.
_UNPARSABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32)], None)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page's main text, what it says of itself, and notes on how it was read."""

    text: str
    facts: Facts
    notes: tuple[Note, ...] = ()


def read_page(markup: str | bytes, *, url: str | None = None) -> Page:
    """The story in ``markup``. Raises NotAStory where there is no page or no main text in it."""
    notes: tuple[Note, ...] = ()
    if isinstance(markup, bytes):
        decoded = decode(markup, declared=declared_charset(markup))
        markup, notes = decoded.text, decoded.notes
    tree = _tree(without_surrogates(markup).text)
    facts, title_is_shown = facts_of(tree, url)
    paragraphs = _paragraphs(tree)
    if facts.title is not None:
        while paragraphs and _folded(paragraphs[0]) == _folded(facts.title):
            del paragraphs[0]
    if not paragraphs:
        raise NotAStory("no story text found in this page", "save the article's own page, or give its text")
    if facts.title is not None and title_is_shown:
        paragraphs.insert(0, facts.title)
    return Page(text="\n\n".join(paragraphs), facts=facts, notes=notes)


def declared_charset(markup: bytes) -> str | None:
    """The encoding that a page's ``<meta>`` or XML declaration names, or None."""
    head = markup[:CHARSET_BYTES]
    found = _CHARSET.search(head) or _XML_CHARSET.search(head)
    return found[1].decode("ascii", "replace") if found else None


def _tree(markup: str) -> HtmlElement:
    # Parsed from UTF-8 bytes with the encoding forced: lxml refuses text that declares another one.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(markup.translate(_UNPARSABLE).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise NotAStory("no HTML page", "give a page with text in it, or a .txt file") from None


def _paragraphs(tree: HtmlElement) -> list[str]:
    # Imported here: it takes a quarter of a second, which plain text need not wait for.
    from trafilatura import bare_extraction

    # It warns of every page without text; the Refusal says so.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception as error:  # a page that trips the library must not end the batch
        problem = f"the main text of this page cannot be found ({type(error).__name__})"
        raise NotAStory(problem, "give the story's text as a .txt file") from error
    text = getattr(document, "text", None) or ""
    return [words for line in text.splitlines() if (words := " ".join(line.split()))]


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words.casefold()).strip()
