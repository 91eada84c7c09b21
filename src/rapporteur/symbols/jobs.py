"""Job numbers of the documents unit at Vienna: "V.17-06236 (E) 140917 150917 *1706236*".

Two-digit year, serial, language letter, date received, date issued, barcode. Every language version has its own. Older
ones lack the dates, some carry initials after the letter, and lists often give the year and serial alone.
"""

from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from rapporteur.symbols.faults import Misreading
from rapporteur.symbols.scanner import Scanner, full_year

LANGUAGE_LETTERS: Final = MappingProxyType({"A": "ar", "C": "zh", "E": "en", "F": "fr", "R": "ru", "S": "es"})
_LETTERS: Final = MappingProxyType({code: letter for letter, code in LANGUAGE_LETTERS.items()})
_LONGEST: Final = 60
_CAPITALS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ/")


class NotAJobNumber(Misreading):
    form = "a job number"


def letter_of(language: str) -> str:
    """Return the letter a job number gives to a language: "E" for "en". Raises: KeyError."""
    return _LETTERS[language]


@dataclass(frozen=True, slots=True)
class JobNumber:
    """A job number. `language` is a language code; what was not printed is None or ""."""

    year: int
    serial: int
    language: str | None = None
    initials: str = ""
    received_on: date | None = None
    issued_on: date | None = None
    has_barcode: bool = field(default=False, compare=False)

    @property
    def number(self) -> str:
        return f"V.{self.year % 100:02}-{self.serial:05}"

    @property
    def barcode(self) -> str:
        return f"*{self.year % 100:02}{self.serial:05}*"

    def __str__(self) -> str:
        letter = f"({letter_of(self.language)})" if self.language else ""
        dates = (f"{on:%d%m%y}" for on in (self.received_on, self.issued_on) if on)
        barcode = self.barcode if self.has_barcode else ""
        return " ".join(part for part in (self.number, letter, self.initials, *dates, barcode) if part)


def parse_job(text: str) -> JobNumber:
    """Return the job number that the text is; parts stand one space apart. Raises: NotAJobNumber."""
    scanner = Scanner(text, NotAJobNumber, longest=_LONGEST)
    scanner.expect("V.")
    year = full_year(scanner.fixed_number("the last two digits of a year", digits=2))
    scanner.expect("-")
    serial = scanner.fixed_number("a serial of five digits", digits=5)
    language = _take_language(scanner)
    initials = _take_initials(scanner)
    received_on, issued_on = (_take_date(scanner, which) for which in ("received", "issued"))
    number = JobNumber(year, serial, language, initials, received_on, issued_on)
    has_barcode = scanner.take(" *")
    if has_barcode:
        scanner.expect(number.barcode[1:], f"the barcode {number.barcode}")
    scanner.end("the end of the job number")
    return JobNumber(year, serial, language, initials, received_on, issued_on, has_barcode=has_barcode)


def _take_language(scanner: Scanner) -> str | None:
    if not scanner.take(" ("):
        return None
    letter = scanner.take_longest(LANGUAGE_LETTERS)
    if not letter:
        scanner.refuse("a language letter (A, C, E, F, R or S)")
    scanner.expect(")")
    return LANGUAGE_LETTERS[letter]


def _take_initials(scanner: Scanner) -> str:
    """Return initials such as "AB" or "AB/CD", "" where there are none."""
    start = scanner.position
    if scanner.text[start : start + 1] != " " or scanner.text[start + 1 : start + 2] not in _CAPITALS - {"/"}:
        return ""
    scanner.position += 1
    while scanner.text[scanner.position : scanner.position + 1] in _CAPITALS:
        scanner.position += 1
    return scanner.text[start + 1 : scanner.position]


def _take_date(scanner: Scanner, which: str) -> date | None:
    if scanner.sees(" *") or not scanner.take(" "):
        return None
    return scanner.short_date(f"the date {which}, as DDMMYY")
