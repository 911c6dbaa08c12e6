"""What a page says of itself in its metadata: title, author, outlet, address, dates. Only what is stated
is taken.

Sources, in this order for each fact: JSON-LD of the article, Open Graph and article tags, other ``<meta>``
names, microdata, then elements made for it (``<h1>``, ``<time>``, ``rel=author``). A date is never guessed
from the address, the text or the clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from onrecord.stories.dates import as_edtf
from onrecord.stories.facts import Facts
from onrecord.stories.words import word_list

MAX_FACT_CHARS = 500
"""Code points of a title, name or address; what is longer is a fault of the page."""

MAX_JSON_LD_DEPTH = 6
"""Levels of JSON-LD searched for the article: graphs nest it two or three deep."""

MIN_SHARED_TITLE_WORDS = 0.6
"""Share of words that a heading must have in common with the page's title to be the headline as shown."""

_ARTICLE_TYPES = word_list(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle
    opinionnewsarticle blogposting liveblogposting socialmediaposting report webpage
    """
)

_PUBLISHED = word_list(
    """
    article:published_time og:article:published_time og:published_time article:published datepublished
    date pubdate pub_date publishdate publish-date publish_date publication_date publication-date
    dc.date dc.date.issued dcterms.date dcterms.issued dcterms.created parsely-pub-date sailthru.date
    cxenseparse:recs:publishtime article.published citation_date originalpublicationdate displaydate
    """
)
_MODIFIED = word_list(
    """
    article:modified_time og:article:modified_time og:updated_time article:updated datemodified
    dcterms.modified dc.date.modified article.updated lastmod last-modified revised
    """
)
_TITLE = word_list(
    """
    og:title headline dc.title dcterms.title citation_title parsely-title sailthru.title twitter:title
    title
    """
)
_AUTHOR = word_list(
    """
    author article:author og:article:author dc.creator dcterms.creator parsely-author sailthru.author
    citation_author byl creator
    """
)
_OUTLET = word_list(
    """
    og:site_name dc.publisher dcterms.publisher publisher citation_journal_title article:publisher
    application-name apple-mobile-web-app-title
    """
)

_SITE_SUFFIX = re.compile(r"\s(?:[|–—·»•]|-|::)\s")


def facts_of(tree: HtmlElement, url: str | None = None) -> tuple[Facts, bool]:
    """The facts that the page ``tree`` states, dates as EDTF, and whether its title stands on the page as
    a heading.

    ``url`` is where the page was found, if that is known.
    """
    metas = _metas(tree)
    article = _json_ld_article(tree)
    outlet = _first(metas, _OUTLET, _is_name) or _name(article.get("publisher"))
    title, shown = _title(tree, metas, article, outlet)
    facts = Facts(
        title=title,
        author=_author(tree, metas, article),
        outlet=outlet,
        url=_canonical(tree, metas, url),
        published=_date(
            [article.get("datePublished"), article.get("dateCreated")],
            (metas.get(key) for key in _PUBLISHED),
            _times(tree, "datePublished"),
            _times_in_article(tree),
        ),
        modified=_date(
            [article.get("dateModified")],
            (metas.get(key) for key in _MODIFIED),
            _times(tree, "dateModified"),
        ),
    )
    return facts, shown


def _words(value: object) -> str | None:
    """A string with blanks made single, or None where it is none, empty or far too long."""
    if not isinstance(value, str):
        return None
    joined = " ".join(value.split())
    return joined if 0 < len(joined) <= MAX_FACT_CHARS else None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of each ``<meta>`` by its name in small letters."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _words(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], names: Iterable[str], accept: Any = None) -> str | None:
    return next((v for name in names if (v := metas.get(name)) and (accept is None or accept(v))), None)


def _is_name(value: str) -> bool:
    return not value.startswith(("http://", "https://", "//", "@", "www."))


def _json_ld_article(tree: HtmlElement) -> dict[str, Any]:
    """The first article that the page's JSON-LD describes; a bare page only where there is no article."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            nodes.extend(_nodes(json.loads(script.text.strip().rstrip(";"), strict=False)))
        except (ValueError, RecursionError):
            continue
    for wanted in (_ARTICLE_TYPES[:-1], _ARTICLE_TYPES[-1:]):
        for node in nodes:
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower().rsplit("/", 1)[-1] in wanted for kind in kinds):
                return node
    return {}


def _nodes(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > MAX_JSON_LD_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        # Only where the page describes itself: "related" lists and breadcrumbs hold other articles.
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _name(value: object) -> str | None:
    """The name of a JSON-LD person or organisation, or of several, joined by ``; ``."""
    if isinstance(value, list):
        return "; ".join(dict.fromkeys(name for item in value if (name := _name(item)))) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    words = _words(value)
    return words if words is not None and _is_name(words) else None


def _author(tree: HtmlElement, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    found = _name(article.get("author")) or _first(metas, _AUTHOR, _is_name)
    if found is None:
        elements = tree.xpath('//*[@itemprop="author"] | //a[@rel="author"]')
        names = [_words(element.text_content()) for element in elements]
        found = "; ".join(dict.fromkeys(name for name in names if name)) or None
    return re.sub(r"^[Bb][Yy]\s+(?=\w)", "", found) if found is not None else None


def _title(
    tree: HtmlElement, metas: dict[str, str], article: dict[str, Any], outlet: str | None
) -> tuple[str | None, bool]:
    """The headline, worded as shown if a heading agrees with the metadata, and whether it is shown."""
    stated = _words(article.get("headline")) or _first(metas, _TITLE)
    headings = [words for h1 in tree.iter("h1") if (words := _words(h1.text_content())) and not _same(words, outlet)]
    element = tree.find(".//head/title")
    page_title = _without_site(_words(element.text_content()) if element is not None else None, outlet)
    stated = _without_site(stated, outlet, known_only=True) or page_title
    if stated is None:
        return (headings[0], True) if headings else (None, False)
    for heading in headings:
        if _alike(heading, stated):
            return heading, True
    if len(headings) == 1 and not metas.get("og:title") and "headline" not in article:
        return headings[0], True
    return stated, False


def _without_site(title: str | None, outlet: str | None, *, known_only: bool = False) -> str | None:
    """``title`` without the site's name at its end; the last part after a bar is one if no name is known."""
    if title is None:
        return None
    parts = list(_SITE_SUFFIX.finditer(title))
    if not parts:
        return title
    start, end = parts[-1].span()
    site = title[end:]
    if _same(site, outlet) or (
        not known_only and outlet is None and len(site.split()) <= 4 and "-" not in parts[-1][0]
    ):
        return title[:start] or None
    return title


def _same(one: str, other: str | None) -> bool:
    return other is not None and one.casefold().strip() == other.casefold().strip()


def _alike(one: str, other: str) -> bool:
    """Whether two wordings are one headline: one within the other, or most words shared."""
    first, second = one.casefold(), other.casefold()
    if first in second or second in first:
        return True
    left, right = set(re.findall(r"\w+", first)), set(re.findall(r"\w+", second))
    return bool(left and right) and len(left & right) >= MIN_SHARED_TITLE_WORDS * max(len(left), len(right))


def _canonical(tree: HtmlElement, metas: dict[str, str], url: str | None) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    shown = metas.get("og:url")
    for candidate in (*links, shown):
        address = _words(candidate)
        if address is None:
            continue
        try:
            full = urljoin(url or shown or "", address)
            split = urlsplit(full)
        except ValueError:
            continue
        # A front page as every page's canonical address is a common fault.
        if split.scheme in ("http", "https") and split.netloc and (split.path.strip("/") or split.query):
            return full
    return url


def _date(*sources: Iterable[object]) -> str | None:
    for source in sources:
        for value in source:
            if (date := as_edtf(_words(value))) is not None and "X" not in date:
                return date
    return None


def _times(tree: HtmlElement, itemprop: str) -> list[str | None]:
    elements = tree.xpath(".//*[@itemprop=$name]", name=itemprop)
    return [e.get("datetime") or e.get("content") or e.text_content() for e in elements]


def _times_in_article(tree: HtmlElement) -> list[str | None]:
    """``<time>`` marked as the publication, or the first one of the article itself or of its header."""
    marked = tree.xpath(".//time[@pubdate]/@datetime")
    within = tree.xpath(
        "(.//article//time | .//main//time | .//header//time)[@datetime]"
        "[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]/@datetime"
    )
    return [*marked, *within[:1]]
