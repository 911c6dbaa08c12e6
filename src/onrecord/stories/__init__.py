"""Stories in: text, pages and JSONL become Story objects; what cannot be read becomes a Refusal.

This room knows formats, main-text extraction, datelines and dates of publication. It knows no models and
no stores.
"""

from onrecord.stories.batch import from_html, from_text, read_paths
from onrecord.stories.paths import files_in
from onrecord.stories.refusal import Format, Refusal, StoryError

__all__ = [
    "Format",
    "Refusal",
    "StoryError",
    "files_in",
    "from_html",
    "from_text",
    "read_paths",
]
