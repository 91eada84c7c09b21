"""Reading directions: which way a text runs, and where a line changes direction.

Arabic documents carry symbols, dates and names that run from left to right. The rules here keep such pieces whole; the
writers ask them, so that a line reads the same on paper, on a page and in a terminal.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from rapporteur.languages.terms import Language

_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# A piece against the direction of an Arabic line: from its first letter to the last letter or figure before the next
# Arabic one; or figures parted by strokes ("7/1"), which word processors would turn round.
_LEFT_TO_RIGHT = re.compile(rf"[^\W\d_{_ARABIC}](?:[^{_ARABIC}]*[^\W_{_ARABIC}])?|[0-9]+(?:/[0-9]+)+")
_STRONG: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_RIGHT_TO_LEFT = re.compile(rf"[{_ARABIC}](?:[^A-Za-z]*[{_ARABIC}])?")


def strong_direction(character: str) -> str:
    """Return the direction that a character forces by its nature, or ""."""
    return _STRONG.get(unicodedata.bidirectional(character), "")


def reading_direction(text: str) -> str:
    """Return the direction of the first character that has one, or ""."""
    return next((direction for character in text if (direction := strong_direction(character))), "")


def foreign_direction(text: str, language: Language) -> str:
    """Return the direction of a text whose every directed character runs against its document, else "".

    Such a text is set as a whole of its own, or a date before a Latin month would change its order in Arabic.
    """
    if language.direction == "ltr" and text.isascii():
        return ""
    directions = {strong_direction(character) for character in set(text)} - {""}
    return directions.pop() if len(directions) == 1 and language.direction not in directions else ""


def holds_together(text: str, direction: str) -> bool:
    """Return whether a text of this direction keeps its order within any line: it begins and ends with a letter.

    A figure at the end follows the letters before it; one at the beginning follows the line.
    """
    ends = text.strip()
    if not ends:
        return True
    last = "ltr" if ends[-1].isdecimal() else strong_direction(ends[-1])
    return strong_direction(ends[0]) == direction == last


def runs(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Return the text in pieces of one direction each: (piece, "ltr" or "rtl"), nothing lost between them."""
    foreign = foreign_direction(text, language)
    if foreign:
        yield text, foreign
        return
    own, other = language.direction, "rtl" if language.direction == "ltr" else "ltr"
    pattern = _LEFT_TO_RIGHT if own == "rtl" else _RIGHT_TO_LEFT
    end = 0
    for found in pattern.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], own
        end = found.end() + _closing(text, found)
        yield text[found.start() : end], other
    if end < len(text):
        yield text[end:], own


def _closing(text: str, found: re.Match[str]) -> int:
    """Return 1 if the bracket after the piece closes one inside it, so that it belongs to the piece, else 0."""
    opened = found[0].count("(") > found[0].count(")")
    return int(opened and text[found.end() : found.end() + 1] == ")")
