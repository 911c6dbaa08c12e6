"""Actors: which mentions of a story are one, and who they are: name, kind, country, sector, office.

``told`` reads each mention by its own words, ``joining`` makes actors of them, ``cast`` says what part each takes in
the statements; ``roles`` knows offices.
"""

from onrecord.reader.actors.cast import Cast, Caster

__all__ = ["Cast", "Caster"]
