"""Invented wire stories, and small helpers for the tests of this room."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from onrecord.schema import Story
from onrecord.stories import Refusal, read_paths

LEAD = "The harbour of Port Vale will open to ships of both countries in May, the minister said on Tuesday."

HARBOUR = f"""Harbour of Port Vale to open in May after ten years of dispute

PORT VALE, June 18. /TASS/. {LEAD}

"We have waited long enough," Ana Bell told reporters. According to her, the quay needs two more weeks.
"""

PORTAL = """All news

Two neighbours agree to share the river after a night of talks in Linden

Also, the water minister said that her country had been the first to propose a treaty

LINDEN, March 4. /TASS/. The two neighbours will share the river under a treaty signed on Monday.

The minister thanked the mediators and promised that the gates would be opened before the summer.
"""


def page(body: str, head: str = "", lang: str = "en") -> str:
    """A whole HTML page with navigation, sharing buttons, comments and a footer around ``body``."""
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie-banner">We use cookies. Accept all.</div>
<main><article>{body}<div class="share">Share on Facebook</div></article></main>
<div id="comments" class="comments"><p>Reader77: I do not believe a word of this story at all.</p></div>
<footer><p>Copyright The Example Post</p></footer></body></html>"""


ARTICLE = f"""<h1>Harbour of Port Vale to open in May</h1>
<p>PORT VALE, June 18 (Reuters) - {LEAD}</p>
<p>"We have waited <b>long</b> enough," Ana Bell told reporters at the quay, where two cranes stood idle.</p>
<p>The opposition called the plan a gift to foreign owners and promised to fight it in parliament.</p>"""


def read(*paths: Path | str, **options: str) -> list[Story | Refusal]:
    """All that ``read_paths`` gives."""
    return list(read_paths(paths, **options))  # type: ignore[arg-type]


def stories(got: Iterable[Story | Refusal]) -> list[Story]:
    return [item for item in got if isinstance(item, Story)]


def refusals(got: Iterable[Story | Refusal]) -> list[Refusal]:
    return [item for item in got if isinstance(item, Refusal)]


def only_story(path: Path | str, **options: str) -> Story:
    """The one story at ``path``; fails with the Refusal where it was refused."""
    got = read(path, **options)
    assert [type(item) for item in got] == [Story], [str(item)[:200] for item in got]
    return stories(got)[0]


def only_refusal(path: Path | str, **options: str) -> Refusal:
    """The one refusal at ``path``, which names the file and has both halves."""
    got = read(path, **options)
    assert [type(item) for item in got] == [Refusal], [str(item)[:200] for item in got]
    (refusal,) = refusals(got)
    assert refusal.path == str(path) and refusal.problem and refusal.remedy
    return refusal


def gzipped(path: Path, data: bytes) -> Path:
    path.write_bytes(gzip.compress(data))
    return path
