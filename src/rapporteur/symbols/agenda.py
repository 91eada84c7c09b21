"""Numbers of agenda items: "2", "2 (b)", "2 (b) (i)".

The register keeps the English form; `printed` gives the form of each language's documents. Numbers order as an agenda
does: an item before its sub-items.
"""

from dataclasses import dataclass
from functools import total_ordering
from typing import Final

from rapporteur.symbols.faults import Misreading
from rapporteur.symbols.scanner import Scanner, roman, roman_value

_LONGEST: Final = 20
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
# The letters of sub-items in Arabic documents follow the abjad order; there are enough for (a) to (z) and no more.
_ARABIC_LETTERS: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذض"


class NotAnItemNumber(Misreading):
    form = "the number of an agenda item"


@total_ordering
@dataclass(frozen=True, slots=True)
class ItemNumber:
    """The number of an agenda item; `letter` is "" and `roman` 0 where the number ends before them."""

    number: int
    letter: str = ""
    roman: int = 0

    def __str__(self) -> str:
        return self.printed("en")

    def printed(self, language: str) -> str:
        """Return the number as documents in a language (by its code) print it."""
        parts = [part for part in (self.letter, roman(self.roman) if self.roman else "") if part]
        match language:
            case "fr" | "es":
                return " ".join((str(self.number), *(f"{part})" for part in parts)))
            case "ar":
                parts[:1] = [_ARABIC_LETTERS[_LETTERS.index(part)] for part in parts[:1]]
        return " ".join((str(self.number), *(f"({part})" for part in parts)))

    @property
    def parent(self) -> "ItemNumber | None":
        """Return the item this one is part of, None for a whole item."""
        if self.roman:
            return ItemNumber(self.number, self.letter)
        return ItemNumber(self.number) if self.letter else None

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, ItemNumber):
            return NotImplemented
        return (self.number, self.letter, self.roman) < (other.number, other.letter, other.roman)


def parse_item(text: str) -> ItemNumber:
    """Return the item number that a text such as "2 (b)" is. Raises: NotAnItemNumber."""
    scanner = Scanner(text, NotAnItemNumber, longest=_LONGEST)
    number = scanner.number("the number of the item", digits=3)
    letter, small_roman = "", 0
    if scanner.take(" "):
        scanner.expect("(")
        letter = scanner.take_longest(_LETTERS) or scanner.refuse("a small letter")
        scanner.expect(")")
    if letter and scanner.take(" "):
        scanner.expect("(")
        small_roman = _take_small_roman(scanner)
        scanner.expect(")")
    scanner.end("the end of the number, or a sub-item such as (a) after one space")
    return ItemNumber(number, letter, small_roman)


def _take_small_roman(scanner: Scanner) -> int:
    start = scanner.position
    while scanner.take("i") or scanner.take("v") or scanner.take("x"):
        pass
    value = roman_value(scanner.text[start : scanner.position])
    return value if value is not None else scanner.refuse("a number in small Roman figures", at=start)
