"""The language of a story: offline, the same each time, and careful with few words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from onrecord.stories import from_text
from onrecord.stories.language import language_of
from tests.stories.wire_stories import HARBOUR, LEAD


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LEAD, "en"),
        (LEAD.upper(), "en"),
        ("Le ministre des transports a déclaré mardi que le port ouvrirait aux navires des deux pays.", "fr"),
        ("Der Verkehrsminister sagte am Dienstag, dass der Hafen im Mai geöffnet werde.", "de"),
        ("Министр транспорта заявил во вторник, что порт откроется для судов обеих стран в мае.", "ru"),
        ("交通部长星期二表示，港口将于五月向两国船只开放。", "zh"),
        ("قال وزير النقل يوم الثلاثاء إن الميناء سيفتح أمام سفن البلدين في مايو.", "ar"),
        ("Minister meets press", "en"),
        ("Talks resume", "en"),
        ("Hello", None),
        ("OK", None),
        ("1950 - 1953", None),
    ],
)
def test_language(text, language):
    assert language_of(text) == language


def test_only_the_beginning_is_looked_at():
    french = "Le ministre a déclaré mardi que le port ouvrirait aux navires des deux pays. "
    assert language_of(" \n" * 4000 + LEAD * 30 + french * 500) == "en"


def test_a_story_carries_its_language():
    assert from_text(HARBOUR).language == "en"


def test_english_needs_no_model():
    code = (
        "import sys\nfrom onrecord.stories import from_text\n"
        f"assert from_text({HARBOUR!r}).language == 'en'\n"
        "print([m for m in ('py3langid', 'numpy', 'trafilatura', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
