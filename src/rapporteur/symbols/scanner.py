"""Reading a symbol from left to right, keeping the place, so that a refusal can point at the fault.

A `Scanner` takes pieces off the front of a text: a literal, a number, a code. Whatever is not there is refused by the
kind of `Misreading` the scanner was made with. Only ASCII letters and digits ever match, so control characters,
look-alike digits and overrides of direction are refused where they stand.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, NoReturn

from rapporteur.symbols.faults import Misreading

_DIGITS: Final = frozenset("0123456789")
_CENTURY_TURNS: Final = 70  # two-digit years from 70 are of the twentieth century
_ROMAN: Final = {"x": 10, "v": 5, "i": 1}


class Scanner:
    def __init__(self, text: str, fault: type[Misreading], *, longest: int) -> None:
        self.text = text
        self.position = 0
        self._fault = fault
        if len(text) > longest:
            raise fault(text, longest, f"the end of the text (at most {longest} characters)")

    def refuse(self, expected: str, *, at: int | None = None) -> NoReturn:
        raise self._fault(self.text, self.position if at is None else at, expected)

    def sees(self, literal: str) -> bool:
        return self.text.startswith(literal, self.position)

    def sees_digit(self) -> bool:
        return self.text[self.position : self.position + 1] in _DIGITS

    def take(self, literal: str) -> bool:
        """Move past the literal if it comes next, and say whether it did."""
        if self.sees(literal):
            self.position += len(literal)
            return True
        return False

    def expect(self, literal: str, expected: str = "") -> None:
        """Move past the literal, or refuse at its first character that differs."""
        for character in literal:
            if not self.take(character):
                self.refuse(expected or f'"{literal}"')

    def take_longest(self, literals: Iterable[str]) -> str:
        """Move past the longest of the literals that comes next and return it, or ""."""
        found = max((literal for literal in literals if self.sees(literal)), key=len, default="")
        self.position += len(found)
        return found

    def number(self, expected: str, *, digits: int) -> int:
        """Return a number of at most that many digits, from 1, without leading zeros."""
        if not self.sees_digit() or self.sees("0"):
            self.refuse(f"{expected}, without leading zeros" if self.sees("0") else expected)
        start = self.position
        while self.sees_digit():
            if self.position - start == digits:
                self.refuse(f"a number of at most {digits} digits")
            self.position += 1
        return int(self.text[start : self.position])

    def fixed_number(self, expected: str, *, digits: int) -> int:
        """Return a number of exactly that many digits, leading zeros allowed."""
        for _ in range(digits):
            if not self.sees_digit():
                self.refuse(expected)
            self.position += 1
        return int(self.text[self.position - digits : self.position])

    def short_date(self, expected: str) -> date:
        """Return the date written DDMMYY."""
        start = self.position
        day, month, short_year = (self.fixed_number(expected, digits=2) for _ in range(3))
        try:
            return date(full_year(short_year), month, day)
        except ValueError:
            self.refuse(expected, at=start)

    def end(self, expected: str) -> None:
        if self.position < len(self.text):
            self.refuse(expected)


def alternatives(forms: Iterable[str]) -> str:
    """Return what may stand in one place, for a refusal: "a number, CRP.n or L.n"."""
    *firsts, last = forms
    return f"{', '.join(firsts)} or {last}" if firsts else last


def full_year(short_year: int) -> int:
    """Return the year meant by its last two digits: 70 is 1970, 69 is 2069."""
    return short_year + (1900 if short_year >= _CENTURY_TURNS else 2000)


def roman(number: int) -> str:
    """Return a number from 1 to 39 in small Roman figures."""
    tens, units = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[units]


def roman_value(figures: str) -> int | None:
    """Return the number that small Roman figures stand for, None where they are not well formed."""
    values = [_ROMAN.get(figure, 0) for figure in figures]
    after = [*values[1:], 0]
    total = sum(-value if value < follower else value for value, follower in zip(values, after, strict=False))
    return total if 0 < total < 40 and roman(total) == figures else None  # noqa: PLR2004 - `roman` ends at 39
