"""Reading stories from Python. ``onrecord`` itself offers these names.

Each function says in its name what it is given, so that a text is never taken for a path, nor a path for
a text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.schema.objects import Reading, Story

if TYPE_CHECKING:
    from onrecord.stories import Format, Refusal

Path = str | os.PathLike[str]


def read(
    source: Path | Story,
    *,
    format: Format | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> Reading:
    """Reads one story: a file that holds one, or a Story.

    Args:
        source: the path of a file with one story (text, HTML, or JSONL with a single line), or a Story.
            For a text in memory use ``read_text`` or ``read_html``; for many stories ``read_many``.
        format: ``"text"``, ``"html"`` or ``"jsonl"``; by default found from the content.
        published: the day of publication (``"2024-06-18"``), where the file does not tell it.
        outlet: who published the story, where the file does not tell it.

    Raises:
        FileNotFoundError: there is no such file.
        onrecord.StoryError: the file could not be read as a story, or holds more than one.
        onrecord.WeightsError: the weights of the reader are damaged or missing.
        TypeError: ``source`` is neither a path nor a Story.
    """
    from onrecord.reader import read_story

    if isinstance(source, Story):
        if format or published or outlet:
            raise TypeError("a Story already has its facts; format, published and outlet are for files")
        return read_story(source)
    return read_story(_only_story(source, format, published, outlet))


def _only_story(source: Path, format: Format | None, published: str | None, outlet: str | None) -> Story:
    from onrecord.stories import Refusal, StoryError, read_paths

    path = _as_path(source)
    many = f"use onrecord.read_many([{path!r}])"
    if os.path.isdir(path):
        raise StoryError(Refusal(path=path, problem="a folder, not one story", remedy=many))
    found: Story | None = None
    for item in read_paths([path], format=format, published=published, outlet=outlet):
        if not isinstance(item, Story):
            raise StoryError(item)
        if found is not None:
            raise StoryError(Refusal(path=path, problem="holds more than one story", remedy=many))
        found = item
    if found is None:
        raise StoryError(Refusal(path=path, problem="holds no story", remedy="check what is in it"))
    return found


def _as_path(source: Path) -> str:
    """The path as a string, if it is one and something is there."""
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"read() takes a path or a Story, not {type(source).__name__}; for a text: read_text()")
    path = os.fspath(source)
    if "\n" in path or "\0" in path or not os.path.lexists(path):
        shown = path if len(path) <= 80 else path[:77] + "..."
        raise FileNotFoundError(f"no file {shown!r}; to read a text in memory, use onrecord.read_text()")
    return path


def read_text(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Reading:
    """Reads a story from its text. Offsets in the Reading point into this very string.

    Args:
        text: the story in plain text, with its headline and dateline where it has them.
        id: what ``reading.story.id`` shall be; by default made from the text.
        published: the day of publication (``"2024-06-18"``): it gives a dateline's day its year.

    Raises:
        onrecord.StoryError: the text is empty or no text.
        onrecord.WeightsError: the weights of the reader are damaged or missing.
    """
    from onrecord.reader import read_story
    from onrecord.stories import from_text

    story = from_text(text, id=id, title=title, url=url, outlet=outlet, published=published)
    return read_story(story)


def read_html(
    html: str | bytes,
    *,
    id: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Reading:
    """Reads a story from a web page. Offsets point into ``reading.story.text``, the main text of the page.

    Args:
        html: the page; as bytes, its own declaration of its encoding holds.
        id: what ``reading.story.id`` shall be; by default made from the text.
        url: the address of the page, where the page itself does not tell it.
        outlet: who published it, where the page does not tell it.
        published: the day of publication, where the page does not tell it.

    Raises:
        onrecord.StoryError: no main text was found.
        onrecord.WeightsError: the weights of the reader are damaged or missing.
    """
    from onrecord.reader import read_story
    from onrecord.stories import from_html

    return read_story(from_html(html, id=id, url=url, outlet=outlet, published=published))


def read_many(
    paths: Iterable[Path],
    *,
    jobs: int = 1,
    format: Format | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> Iterator[Reading | Refusal]:
    """Reads every story of files, folders and glob patterns, in order, as they are asked for.

    What cannot be read comes as a Refusal (its ``str()`` names file, place and remedy) and the rest goes on:

        for result in onrecord.read_many(["stories/"], jobs=2):
            if isinstance(result, onrecord.Refusal):
                print(result)

    Args:
        paths: files, folders, patterns such as ``"feeds/*.html"``, or ``"-"`` for standard input.
        jobs: processes to read with; the result is the same with any number. With more than one, a script
            must guard its start with ``if __name__ == "__main__":``.
        format: ``"text"``, ``"html"`` or ``"jsonl"`` for all; by default found for each file from its
            content.
        published: the day of publication of stories that do not tell theirs.
        outlet: the outlet of stories that do not tell theirs.

    Raises:
        ValueError: ``jobs`` is less than one, ``published`` is no date, or ``format`` is unknown.
        onrecord.WeightsError: the weights of the reader are damaged or missing (when the first story is
            read).
        onrecord.WorkerDied: a reading process ended in the midst of its work.
    """
    from onrecord.batch import read_batch
    from onrecord.stories import read_paths

    if isinstance(paths, str | os.PathLike):
        paths = [paths]  # a lone path is plainly meant as one, not as its letters
    names = [os.fspath(path) for path in paths]
    return read_batch(read_paths(names, format=format, published=published, outlet=outlet), jobs=jobs)
