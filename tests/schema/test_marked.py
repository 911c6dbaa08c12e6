"""A Reading as HTML: every word once, everything escaped, nothing from outside."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.schema import Actor, Note, Reading, Statement, Story
from onrecord.schema.marked import as_html

Spans = tuple[tuple[int, int], ...]


def statement(id: str, content: Spans, source: Spans = (), cue: Spans = (), **more: str | None) -> Statement:
    return Statement(
        id=id,
        speaker=more.get("speaker"),
        source=source,
        cue=cue,
        content=content,
        mode="indirect",
        within=more.get("within"),
        confidence=0.5,
    )


class Page(HTMLParser):
    """What a browser would make of it: tags, and the text of the story without labels."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.shown = ""
        self.labels: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, "every tag is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "sup":
            self.labels.append(data)
        else:
            self.shown += data


TEXT = "Anna said that Boris had promised that it would rain."
OUTER = statement("s1", ((10, 52),), ((0, 4),), ((5, 9),))
INNER = statement("s2", ((34, 52),), ((15, 20),), ((25, 33),), within="s1")


def test_nested_statements_are_both_marked() -> None:
    html = as_html(Reading(story=Story(id="x", text=TEXT), statements=(OUTER, INNER)))
    page = Page(html)
    assert page.shown.endswith(TEXT)
    assert page.labels == ["Anna: ", "Boris: "]
    titles = [attrs["title"] for _, attrs in page.tags if "title" in attrs]
    assert any("s1 content" in str(t) and "s2 content" in str(t) for t in titles)
    assert any("s1 content" in str(t) and "s2 source" in str(t) for t in titles)
    assert "border-bottom:2px" in html and "border-bottom:1px" in html


def test_everything_is_escaped() -> None:
    evil = '<script>alert("x")</script> &amp; \x1b[31m \u202e said \'so\' " onmouseover="x'
    story = Story(
        id="x",
        title="<b>T</b>",
        outlet='"><img src=x>',
        url="javascript:alert(1)",
        text=evil,
        notes=(Note(code="c", text="<i>n</i>"),),
    )
    actor = Actor(id="a1", name="<u>'\"&</u>")
    marks = statement("s<1>", ((0, 20),), ((21, 30),), speaker="a1")
    html = as_html(Reading(story=story, actors=(actor,), statements=(marks,)))
    page = Page(html)
    assert {tag for tag, _ in page.tags} <= {"div", "span", "strong", "em", "sup", "br"}
    assert {name for _, attrs in page.tags for name in attrs} <= {"class", "style", "title", "dir"}
    assert "\x1b" not in html and "\u202e" not in html
    assert "<script" in unescape(html) and "<script" not in html


def test_it_needs_nothing_from_outside() -> None:
    html = as_html(Reading(story=Story(id="x", text=TEXT), statements=(OUTER,)))
    assert not re.search(r"<script|<link|<style|src=|href=|url\(|@import|http", html)


def test_a_label_falls_back_to_what_is_known() -> None:
    nameless = statement("s1", ((0, 4),))
    assert Page(as_html(Reading(story=Story(id="x", text=TEXT), statements=(nameless,)))).labels == [
        "no source named: "
    ]


def test_a_notebook_shows_it() -> None:
    reading = Reading(story=Story(id="x", text=TEXT), statements=(OUTER,))
    assert reading._repr_html_() == as_html(reading)


def test_windows_line_ends_show_as_line_ends() -> None:
    html = as_html(Reading(story=Story(id="x", text="One.\r\n\r\nTwo.")))
    assert Page(html).shown.endswith("One.\n\nTwo.")


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: (min(p), max(p))), max_size=3)


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(max_size=50),
    parts=st.lists(st.tuples(spans, spans, spans), max_size=4),
)
def test_any_spans_leave_every_word_once(text: str, parts: list[tuple[list[tuple[int, int]], ...]]) -> None:
    """Spans may overlap, nest, touch, be empty or reach over the end; no character is lost or doubled."""
    length = len(text)
    statements = tuple(
        statement(f"s{i}", *(tuple((min(s, length), min(e, length)) for s, e in each) for each in part))
        for i, part in enumerate(parts)
    )
    html = as_html(Reading(story=Story(id="x", text=text), statements=statements))
    body = html.split('max-width:50em">', 1)[1].removesuffix("</div></div>")
    plain = re.sub(r"<sup[^>]*>[^<]*</sup>|<[^>]*>", "", body)
    assert len(unescape(plain).replace("\n", "")) == len(text.replace("\r\n", "\n").replace("\n", ""))
