"""HTML pages: the story's text and nothing else of the page, and what the page states of itself."""

from __future__ import annotations

import json

import pytest

from onrecord.stories import from_html
from tests.stories.wire_stories import ARTICLE, LEAD, gzipped, only_refusal, only_story, page

URL = "https://example.org/world/harbour?id=7"

META = """<title>Harbour of Port Vale to open in May | The Example Post</title>
<link rel="canonical" href="/world/harbour"><meta property="og:site_name" content="The Example Post">
<meta property="og:title" content="Harbour of Port Vale to open in May">
<meta name="author" content="By Carl Moor">
<meta property="article:published_time" content="2024-06-18T22:30:00-05:00">
<meta property="article:modified_time" content="2024-06-19T08:00:00-05:00">"""

LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Example Post"},
        {
            "@type": ["NewsArticle"],
            "headline": "Harbour of Port Vale to open in May",
            "datePublished": "2024-06-18T10:00:00Z",
            "dateModified": "2024-06-20",
            "author": [{"@type": "Person", "name": "Carl Moor"}, {"name": "Dora Lind"}],
            "publisher": {"@type": "Organization", "name": "Example Media"},
        },
    ],
}


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_the_text_is_the_story_and_nothing_of_the_page():
    story = from_html(page(ARTICLE, META), url=URL)
    paragraphs = story.text.split("\n\n")
    assert paragraphs[0] == "Harbour of Port Vale to open in May"
    assert paragraphs[1] == f"PORT VALE, June 18 (Reuters) - {LEAD}"
    assert len(paragraphs) == 4 and '"We have waited long enough," Ana Bell told reporters' in story.text
    for leaked in ("Home", "cookies", "Share", "Reader77", "Copyright"):
        assert leaked not in story.text


def test_what_the_page_states():
    story = from_html(page(ARTICLE, META), url=URL)
    assert (story.title, story.author) == ("Harbour of Port Vale to open in May", "Carl Moor")
    assert (story.outlet, story.agency, story.language) == ("The Example Post", "Reuters", "en")
    assert story.url == "https://example.org/world/harbour"
    assert (story.published, story.modified) == ("2024-06-18", "2024-06-19")
    assert story.dateline is not None and (story.dateline.place, story.dateline.date) == (
        "Port Vale",
        "2024-06-18",
    )


def test_json_ld_comes_first():
    story = from_html(page(ARTICLE, json_ld(LD) + META.replace("2024-06-18T22", "2001-01-01T22")))
    assert (story.published, story.modified) == ("2024-06-18", "2024-06-20")
    assert story.author == "Carl Moor; Dora Lind"
    assert story.outlet == "The Example Post"


@pytest.mark.parametrize("script", ["{not json", "[" * 50_000, "null", '{"@graph": 5}', '{"@type": "NewsArticle"}'])
def test_broken_json_ld_does_no_harm(script):
    story = from_html(page(ARTICLE, f'<script type="application/ld+json">{script}</script>{META}'))
    assert story.published == "2024-06-18" and story.author == "Carl Moor"


def test_related_articles_are_not_this_article():
    other = {"@type": "NewsArticle", "headline": "Other", "datePublished": "1999-01-01"}
    lists = [{"@type": "ItemList", "itemListElement": [other]}, {"@type": "WebPage", "mentions": other}]
    assert from_html(page(ARTICLE, json_ld(lists))).published is None


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<time datetime="2024-06-18T10:00">18 June</time>', "2024-06-18"),
        ('<span itemprop="datePublished" content="2024-06-18">today</span>', "2024-06-18"),
        ('<aside><time datetime="2024-06-18">other</time></aside>', None),
        ("<p>Published 18.6.2024</p>", None),
        ("<time>18 June</time>", None),
    ],
)
def test_dates_in_the_body(markup, published):
    assert from_html(page(markup + ARTICLE)).published == published


def test_no_date_is_guessed():
    story = from_html(page(ARTICLE), url="https://example.org/2019/03/04/harbour.html")
    assert story.published is None and story.modified is None
    assert story.dateline is not None and story.dateline.date == "XXXX-06-18"


def test_what_is_given_wins_over_the_page():
    story = from_html(page(ARTICLE, META), title="Given", published="2020-01-01", outlet="Mine", id="7")
    assert (story.id, story.title, story.published, story.outlet) == ("7", "Given", "2020-01-01", "Mine")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Harbour opens - The Post</title><meta property='og:site_name' content='The Post'>",
         "<h1>The Post</h1>" + ARTICLE.split("</h1>")[1], "Harbour opens"),
        ("<title>Harbour opens | Post</title>", ARTICLE.split("</h1>")[1], "Harbour opens"),
        ("", ARTICLE, "Harbour of Port Vale to open in May"),
        ("<meta property='og:title' content='Why you should care about a quay'>", ARTICLE,
         "Why you should care about a quay"),
        ("<meta property='og:title' content='Port Vale harbour to open in May'>", ARTICLE,
         "Harbour of Port Vale to open in May"),
    ],
)  # fmt: skip
def test_the_title_of_a_page(head, body, title):
    assert from_html(page(body, head)).title == title


def test_the_headline_stands_once_whether_in_or_outside_the_article():
    headline, rest = ARTICLE.split("\n", 1)
    outside = page(rest, META).replace("<main>", f"<header>{headline}</header><main>")
    twice = page(ARTICLE, META).replace("<main>", f"<main><p>{headline[4:-5]}</p>")
    assert from_html(outside).text == from_html(page(ARTICLE, META)).text
    assert from_html(twice).text.count("Harbour of Port Vale to open in May") == 1


def test_a_canonical_address_that_is_the_front_page_is_not_believed():
    head = META.replace('href="/world/harbour"', 'href="https://example.org/"')
    assert from_html(page(ARTICLE, head), url=URL).url == URL
    assert from_html(page(ARTICLE)).url is None


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
def test_the_charset_of_the_page_is_respected(tmp_path, charset):
    words = "Министр транспорта заявил во вторник, что порт откроется для судов обеих стран в мае этого года."
    markup = page(f"<p>{words}</p>" * 3, f"<meta charset='{charset}'>", lang="ru")
    (tmp_path / "a.html").write_bytes(markup.encode(charset))
    story = only_story(tmp_path / "a.html")
    assert words in story.text and story.language == "ru" and story.notes == ()


def test_pages_are_found_by_content_and_by_force(tmp_path):
    for name in ("a.html", "b.txt", "c"):
        (tmp_path / name).write_text(page(ARTICLE, META))
        assert only_story(tmp_path / name).title == "Harbour of Port Vale to open in May"
    assert only_story(tmp_path / "b.txt", format="text").text == page(ARTICLE, META)
    assert only_story(gzipped(tmp_path / "d.html.gz", page(ARTICLE).encode())).agency == "Reuters"
    (tmp_path / "plain.html").write_text(LEAD)
    assert only_story(tmp_path / "plain.html").text == LEAD


def test_a_page_with_an_xml_declaration_and_nul():
    markup = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page(ARTICLE.replace("quay", "qu\0ay"), META)
    assert "at the quay" in from_html(markup).text
    assert "at the quay" in from_html(markup.encode()).text


def test_a_page_without_text_is_refused(tmp_path):
    (tmp_path / "shell.html").write_text("<!doctype html><html><body><div id=app></div></body></html>")
    assert "no story text" in only_refusal(tmp_path / "shell.html").problem


def test_the_same_page_gives_the_same_story(caplog):
    assert from_html(page(ARTICLE, META)) == from_html(page(ARTICLE, META))
    assert caplog.records == []


def test_deep_nesting_does_no_harm():
    markup = "<div>" * 3000 + ARTICLE + "</div>" * 3000
    try:
        assert LEAD in from_html(markup).text
    except ValueError as refused:
        assert "no story text" in str(refused)


def test_a_page_that_trips_the_library_is_refused(monkeypatch):
    import trafilatura

    def broken(*_args: object, **_options: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    with pytest.raises(ValueError, match="IndexError"):
        from_html(page(ARTICLE))
