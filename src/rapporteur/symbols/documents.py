"""Document symbols: parse, print, order.

A `Symbol` is the name under which a document is known in every language: root, body, year, kind and number, suffixes.
`parse` reads one by a conference's `Grammar`; `str` prints back exactly what was read. The asterisk of a reissue is
kept but is no part of the name. Mandate numbers go on in `mandates`, job numbers in `jobs`, agenda items in `agenda`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import total_ordering
from typing import Final

from rapporteur.symbols.faults import Misreading
from rapporteur.symbols.grammars import Grammar, taken_apart
from rapporteur.symbols.scanner import Scanner, alternatives, roman_value

LONGEST: Final = 120  # characters; the longest symbols seen have fewer than 60
_FIRST_YEAR, _LAST_YEAR = 1945, 2099


class NotASymbol(Misreading):
    form = "a document symbol"


@dataclass(frozen=True, slots=True)
class Suffix:
    """What is added to a symbol: "Add.1" is ("Add", 1), "Summary" is ("Summary", None)."""

    kind: str
    number: int | None = None

    def __str__(self) -> str:
        return self.kind if self.number is None else f"{self.kind}.{self.number}"


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol. `kind` is "" for a plain number; `separator` stands between kind and number.

    `extra` holds the parts that some series put after the year or in its place, as printed. A reissue is the same
    symbol: `reissued` counts neither for equality nor for order.
    """

    root: str
    body: str | None
    year: int | None
    number: int
    kind: str = ""
    separator: str = ""
    extra: tuple[str, ...] = ()
    suffixes: tuple[Suffix, ...] = ()
    reissued: bool = field(default=False, compare=False)

    @property
    def series(self) -> str:
        """Return whose documents these are: "CTOC/COP/WG.4"."""
        return f"{self.root}/{self.body}" if self.body else self.root

    @property
    def run(self) -> str:
        """Return the part within which numbers count up: "CTOC/COP/WG.4/2020", "CTOC/COP/2008/CRP"."""
        year = () if self.year is None else (str(self.year),)
        return "/".join((self.series, *year, *self.extra, *((self.kind,) if self.kind else ())))

    @property
    def key(self) -> str:
        """Return the symbol as printed, without the asterisk of a reissue."""
        start = f"{self.run}{self.separator}" if self.kind else f"{self.run}/"
        return "/".join((f"{start}{self.number}", *map(str, self.suffixes)))

    def __str__(self) -> str:
        return f"{self.key}*" if self.reissued else self.key

    @property
    def base(self) -> "Symbol | None":
        """Return the symbol that the last suffix belongs to, None without a suffix."""
        return replace(self, suffixes=self.suffixes[:-1], reissued=False) if self.suffixes else None

    @property
    def main(self) -> "Symbol":
        """Return the symbol without any suffix."""
        return replace(self, suffixes=(), reissued=False)

    def with_suffix(self, kind: str, number: int | None = None) -> "Symbol":
        """Return the symbol of what adds to, corrects or revises this one. Raises: ValueError for a number below 1."""
        if number is not None and number < 1:
            raise ValueError(f"A suffix is numbered from 1, not {number}.")
        return replace(self, suffixes=(*self.suffixes, Suffix(kind, number)), reissued=False)

    def next_in_series(self) -> "Symbol":
        """Return the symbol of the next document of the same run."""
        return replace(self, number=self.number + 1, suffixes=(), reissued=False)

    def as_reissued(self) -> "Symbol":
        return replace(self, reissued=True)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Symbol):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[object, ...]:
        """Return what symbols are sorted by: series, year, kind, number, suffixes; numbers by their value."""
        return (
            self.root,
            _counted(self.body or ""),
            self.year or 0,
            tuple(_counted(part) for part in self.extra),
            self.kind,
            self.number,
            tuple((suffix.kind, suffix.number or 0) for suffix in self.suffixes),
            self.separator,
        )


def parse(text: str, grammar: Grammar) -> Symbol:
    """Return the symbol that the text is, by a conference's grammar. Raises: NotASymbol."""
    scanner = Scanner(text, NotASymbol, longest=LONGEST)
    scanner.expect(grammar.root, f'"{grammar.root}"')
    scanner.expect("/")
    form, body = _take_body(scanner, grammar)
    start, failures = scanner.position, []
    for layout in grammar.layouts(form):
        scanner.position = start
        try:
            return _take_rest(scanner, grammar, body=body, layout=layout)
        except NotASymbol as fault:
            failures.append(fault)
    furthest = max(fault.position for fault in failures)
    expected = dict.fromkeys(fault.expected for fault in failures if fault.position == furthest)
    raise NotASymbol(text, furthest, alternatives(expected))


def parse_any(text: str, grammars: Iterable[Grammar]) -> Symbol:
    """Return the symbol that the text is, by the grammar whose root it starts with. Raises: NotASymbol."""
    by_root = {grammar.root: grammar for grammar in grammars}
    if found := max((root for root in by_root if text.startswith(f"{root}/")), key=len, default=""):
        return parse(text, by_root[found])
    furthest = max((_common_length(text, f"{root}/") for root in by_root), default=0)
    raise NotASymbol(text, furthest, alternatives(sorted(by_root)) if by_root else "a conference to be known first")


def _take_body(scanner: Scanner, grammar: Grammar) -> tuple[str, str | None]:
    """Return the form of the body and the body, ("", None) where the symbol is the conference's own."""
    forms = {taken_apart(form).code: form for form in grammar.bodies}
    start = scanner.position
    code = scanner.take_longest(forms)
    if not code:
        if not scanner.sees_digit():
            scanner.refuse(alternatives((*grammar.bodies, "a year")))
        return "", None
    match taken_apart(forms[code]).counter:
        case "n":
            scanner.expect(".")
            scanner.number("the number of the body", digits=3)
        case "A":
            scanner.expect(".")
            _take_capital(scanner)
    body = scanner.text[start : scanner.position]
    scanner.expect("/")
    return forms[code], body


def _take_capital(scanner: Scanner) -> None:
    if not "A" <= scanner.text[scanner.position : scanner.position + 1] <= "Z":
        scanner.refuse("the capital letter of the body")
    scanner.position += 1


def _take_rest(scanner: Scanner, grammar: Grammar, *, body: str | None, layout: tuple[str, ...]) -> Symbol:
    year, extra = None, []
    for part in layout:
        match part:
            case "YEAR":
                year = _take_year(scanner)
            case "ROMAN":
                extra.append(_take_roman(scanner))
            case _:
                extra.append(str(scanner.number("a number", digits=3)))
        scanner.expect("/")
    kind, separator, number = _take_tail(scanner, grammar)
    suffixes = _take_suffixes(scanner, grammar)
    reissued = scanner.take("*")
    scanner.end("the end of the symbol" if reissued else '"/" and a suffix, an asterisk or the end of the symbol')
    return Symbol(
        root=grammar.root,
        body=body,
        year=year,
        number=number,
        kind=kind,
        separator=separator,
        extra=tuple(extra),
        suffixes=suffixes,
        reissued=reissued,
    )


def _take_year(scanner: Scanner) -> int:
    start = scanner.position
    expected = f"a year from {_FIRST_YEAR} to {_LAST_YEAR}"
    year = scanner.fixed_number(expected, digits=4)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        scanner.refuse(expected, at=start)
    return year


def _take_roman(scanner: Scanner) -> str:
    start = scanner.position
    while scanner.take("I") or scanner.take("V") or scanner.take("X"):
        pass
    figures = scanner.text[start : scanner.position]
    if roman_value(figures.lower()) is None:
        scanner.refuse("a number in capital Roman figures (I to XXXIX)", at=start)
    return figures


def _take_tail(scanner: Scanner, grammar: Grammar) -> tuple[str, str, int]:
    """Return kind, separator and number."""
    forms = [taken_apart(form) for form in grammar.tails]
    expected = alternatives("a number" if form == "n" else form for form in grammar.tails)
    found = max((form for form in forms if form.code and scanner.sees(form.code)), key=_length_of_code, default=None)
    if found is None:
        if "n" not in grammar.tails:
            scanner.refuse(expected)
        return "", "", scanner.number(expected, digits=4)
    scanner.expect(found.code)
    separators = sorted(form.separator for form in forms if form.code == found.code)
    separator = scanner.take_longest(separators)
    if not separator:
        scanner.refuse(alternatives(f'"{each}"' for each in separators))
    return found.code, separator, scanner.number(f"the number of the {found.code}", digits=4)


def _length_of_code(form: tuple[str, str, str]) -> int:
    return len(form[0])


def _take_suffixes(scanner: Scanner, grammar: Grammar) -> tuple[Suffix, ...]:
    forms = {form.code: form for form in map(taken_apart, grammar.suffixes)}
    suffixes = []
    while forms and scanner.take("/"):
        code = scanner.take_longest(forms)
        if not code:
            scanner.refuse(alternatives(grammar.suffixes))
        number = None
        if forms[code].counter:
            scanner.expect(".")
            number = scanner.number(f"the number of the {code}", digits=3)
        suffixes.append(Suffix(code, number))
    return tuple(suffixes)


def _counted(part: str) -> tuple[str, int, str]:
    """Return a part so that it sorts by its number: "WG.10" after "WG.4", "IV" after "III"."""
    code, _, counter = part.rpartition(".")
    if counter.isdecimal():
        return code, int(counter), ""
    return ("", value, "") if (value := roman_value(part.lower())) else (part, 0, "")


def _common_length(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
