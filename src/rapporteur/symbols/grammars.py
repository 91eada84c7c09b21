"""Which symbols a conference uses: its root, its bodies, the kinds of document and the suffixes.

A `Grammar` is data, so that a conference can be added without code. Forms are written as people write them: "WG.n" is a
code with a number, "WG.A" a code with a capital letter, "IRG" a code alone, "INF/n" a kind set off by a slash, "n" a
plain number. `documents` parses by it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

_ROOT: Final = re.compile(r"[A-Z][A-Za-z0-9.-]*(/[A-Z][A-Za-z0-9.-]*)*", re.ASCII)
_BODY: Final = re.compile(r"[A-Z][A-Za-z]*(\.n|\.A)?", re.ASCII)
_TAIL: Final = re.compile(r"n|[A-Z][A-Za-z]*[./]n", re.ASCII)
_SUFFIX: Final = re.compile(r"[A-Z][a-z]*(\.n)?", re.ASCII)
_EXTRA: Final = re.compile(r"YEAR|ROMAN|n")


class GrammarError(ValueError):
    """A form that no symbol can have. The message names the form and shows a right one."""


class Form(NamedTuple):
    """One form taken apart: "INF/n" is ("INF", "/", "n"), "IRG" is ("IRG", "", ""), "n" is ("", "", "n")."""

    code: str
    separator: str
    counter: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The symbols of one conference.

    `extras` says, for a body's form, which parts may stand where the year stands: ("IRG", ("ROMAN", "n")) allows
    "IRG/I/2" beside "IRG/2020"; a first part "YEAR" keeps the year and puts the others after it.
    """

    root: str
    bodies: tuple[str, ...] = ("WG.n",)
    tails: tuple[str, ...] = ("n", "CRP.n", "INF/n", "INF.n", "L.n", "NGO/n", "R.n", "WP.n")
    suffixes: tuple[str, ...] = ("Add.n", "Amend.n", "Corr.n", "Rev.n", "Summary")
    extras: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        _require(_ROOT, (self.root,), what="root", right="CTOC/COP")
        _require(_BODY, self.bodies, what="body", right="WG.n, WG.A or IRG")
        _require(_TAIL, self.tails, what="tail", right="n, CRP.n or INF/n")
        _require(_SUFFIX, self.suffixes, what="suffix", right="Add.n or Summary")
        _require_once(self.bodies, what="body")
        _require_once(self.suffixes, what="suffix")
        for body, parts in self.extras:
            _require(_EXTRA, parts, what="extra part", right="YEAR, ROMAN or n")
            if body not in self.bodies:
                raise GrammarError(f'Extra parts are given for "{body}", which is not among the bodies {self.bodies}.')
            if not parts or "YEAR" in parts[1:]:
                raise GrammarError(f'The extra parts of "{body}" must be one or more, with YEAR nowhere but first.')
        if not self.tails:
            raise GrammarError('The grammar has no tail; give at least one, for example "n".')

    @classmethod
    def for_root(cls, root: str) -> "Grammar":
        """Return the grammar known for a root, else the default forms under that root."""
        return _KNOWN.get(root) or cls(root)

    def layouts(self, body: str) -> tuple[tuple[str, ...], ...]:
        """Return the parts that may stand between a body (by its form, "" for none) and the tail, the usual first."""
        return (("YEAR",), *(parts for form, parts in self.extras if form == body))


@lru_cache(maxsize=256)
def taken_apart(form: str) -> Form:
    """Return a form's code, separator and counter."""
    if form == "n":
        return Form("", "", "n")
    code, separator, counter = re.split(r"([./])", form) if re.search(r"[./]", form) else (form, "", "")
    return Form(code, separator, counter)


def _require(pattern: re.Pattern[str], forms: tuple[str, ...], *, what: str, right: str) -> None:
    for form in forms:
        if not pattern.fullmatch(form):
            raise GrammarError(f'"{form}" is no form of a {what}; write it like {right}.')


def _require_once(forms: tuple[str, ...], *, what: str) -> None:
    codes = [taken_apart(form).code for form in forms]
    if twice := next((code for code in codes if codes.count(code) > 1), None):
        raise GrammarError(f'The {what} code "{twice}" has two forms; give one, so that symbols read one way.')


_KNOWN: Final = {
    grammar.root: grammar
    for grammar in (
        Grammar("CTOC/COP"),
        Grammar("CAC/COSP", bodies=("WG.n", "IRG"), extras=(("IRG", ("ROMAN", "n")),)),
    )
}
