"""Spaces that must not break: French holds a colon to the word before it, and a quotation to its marks.

Only spaces that are there become unbreakable; none is added, so figures, symbols and addresses stay as they are.
"""

import re
from typing import Final

from rapporteur.languages.terms import Language

NO_BREAK_SPACE: Final = "\u00a0"
_FRENCH: Final = re.compile(r"(?<=«) | (?=[:;?!»])")
_COLONS: Final = {Language.CHINESE: "：", Language.FRENCH: f"{NO_BREAK_SPACE}: "}


def spaced(language: Language, text: str) -> str:
    """Return the text with the spaces that belong to a mark made unbreakable, where the language has such spaces."""
    return _FRENCH.sub(NO_BREAK_SPACE, text) if language is Language.FRENCH else text


def colon(language: Language) -> str:
    """Return a colon with the spaces around it, as it stands between a label and what the label is of."""
    return _COLONS.get(language, ": ")
