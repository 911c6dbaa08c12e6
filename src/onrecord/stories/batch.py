"""Many inputs, one stream: each path becomes stories and refusals, in order, and one bad input stops
nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.schema import Story
from onrecord.stories import dates, jsonl
from onrecord.stories.assemble import make_story
from onrecord.stories.decode import decode, sniffed
from onrecord.stories.facts import Facts
from onrecord.stories.formats import format_of, refuse_binary
from onrecord.stories.page import read_page
from onrecord.stories.paths import files_in, shown
from onrecord.stories.refusal import Format, NotAStory, Refusal, StoryError
from onrecord.stories.sources import STDIN, Source, opened, os_problem


def read_paths(
    paths: Sequence[str | Path],
    *,
    format: Format | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> Iterator[Story | Refusal]:
    """The stories at ``paths``: files, folders, globs, and ``-`` for standard input, plain or gzipped.

    Lazy and in input order: a file is opened when its turn comes, and a JSONL file is read line by line.
    What cannot be read comes as a Refusal in its place. ``format`` forces what is otherwise found from the
    content; ``published`` and ``outlet`` fill in where an input does not state its own. Raises ValueError
    at once for a ``published`` that is no date and for an unknown ``format``.

    The text of a plain-text file is kept character for character, line ends and invisible marks included;
    only a byte order mark is dropped.
    """
    if published is not None and (published := dates.as_edtf(published)) is None:
        raise ValueError("published is no date; write it as YYYY-MM-DD")
    if format not in (None, "text", "html", "jsonl"):
        raise ValueError(f"unknown format {format!r}; it is text, html or jsonl")
    return _read_all(paths, format, Facts(published=published, outlet=outlet or None))


def from_text(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    author: str | None = None,
    modified: str | None = None,
) -> Story:
    """The Story of a text in memory; ``story.text`` is ``text``, character for character.

    ``title`` is found in the text where none is given. An empty string counts as missing. Raises
    StoryError for text without words, with lone surrogates, or larger than a story can be.
    """
    given = _given(id, title, url, outlet, published, author, modified)
    try:
        return make_story(text, given, name="text")
    except NotAStory as error:
        raise StoryError(error.at("text")) from None


def from_html(
    markup: str | bytes,
    *,
    url: str | None = None,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    author: str | None = None,
    modified: str | None = None,
) -> Story:
    """The Story in an HTML page: its main text and, where not given here, what the page states of itself.

    ``url`` is where the page was found; the page's canonical address is recorded where it states one.
    Bytes are decoded as the page declares. Raises StoryError where no main text is found.
    """
    given = _given(id, title, None, outlet, published, author, modified)
    try:
        page = read_page(markup, url=url or None)
        return make_story(page.text, given.filled_from(page.facts), name="page", notes=page.notes)
    except NotAStory as error:
        raise StoryError(error.at("page")) from None


def _given(*values: str | None) -> Facts:
    keys = ("id", "title", "url", "outlet", "published", "author", "modified")
    return Facts(**{key: value or None for key, value in zip(keys, values, strict=True)})


def _read_all(paths: Sequence[str | Path], format: Format | None, default: Facts) -> Iterator[Story | Refusal]:
    for path in files_in(paths):
        if isinstance(path, Refusal):
            yield path
        else:
            yield from _read_one(path, format, default)


def _read_one(path: str, format: Format | None, default: Facts) -> Iterator[Story | Refusal]:
    try:
        with opened(path) as source:
            yield from _stories_in(source, path, format, default)
    except NotAStory as error:
        yield error.at(shown(path))
    except OSError as os_error:
        problem, remedy = os_problem(os_error)
        yield Refusal(path=shown(path), problem=problem, remedy=remedy)


def _stories_in(source: Source, path: str, format: Format | None, default: Facts) -> Iterator[Story | Refusal]:
    name = "stdin" if path == STDIN else shown(path)
    if not source.head:
        raise NotAStory("an empty file", "give a file with a story in it")
    refuse_binary(source.head)
    head = sniffed(source.head)
    if format is None:
        format = format_of(head, name)
    if format == "jsonl":
        for entry in jsonl.entries(source):
            if isinstance(entry, NotAStory):
                yield entry.at(shown(path))
            else:
                yield _entry_story(entry, path, name, default)
    elif format == "html":
        page = read_page(source.rest())
        yield make_story(page.text, page.facts.filled_from(default), name=name, notes=page.notes)
    else:
        decoded = decode(source.rest())
        yield make_story(decoded.text, default, name=name, notes=decoded.notes)


def _entry_story(entry: jsonl.Entry, path: str, name: str, default: Facts) -> Story | Refusal:
    try:
        return make_story(entry.text, entry.facts.filled_from(default), name=name, notes=entry.notes)
    except NotAStory as error:
        return error.at(shown(path), entry.place)
