"""The reader: language into statements. It knows no files, no stores and no web.

``words`` and ``pieces`` prepare a text, ``encoder`` turns it into vectors, ``heads`` read those, ``attributions``,
``quoting`` and ``nesting`` make whole attributions of what they say, ``statements`` writes them down.
"""

from onrecord.reader.reader import Reader, read_story
from onrecord.reader.weights import WeightsError

__all__ = ["Reader", "WeightsError", "read_story"]
