"""Grammatical case and gender, as far as numbers and ordinals need them.

Russian and Arabic words change with the case, most languages' ordinals with the gender. The story goes on in
`ordinals` and `numbers`.
"""

from enum import StrEnum


class Case(StrEnum):
    """The cases of Russian. In Arabic every case but the nominative is the oblique one; other languages have none."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class Gender(StrEnum):
    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
