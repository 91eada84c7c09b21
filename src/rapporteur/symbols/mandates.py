"""Numbers of resolutions and decisions: "resolution 7/1", "decision 4/4".

The two kinds are numbered apart within a session, so a mandate's number is its kind, the session and the number. Words
are for people and languages; the register keeps figures.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from typing import Final

from rapporteur.symbols.faults import Misreading
from rapporteur.symbols.scanner import Scanner, alternatives

_LONGEST: Final = 40


class NotAMandateNumber(Misreading):
    form = "the number of a resolution or decision"


class MandateKind(StrEnum):
    """What the Conference adopts, in the order in which reports print them."""

    RESOLUTION = "resolution"
    DECISION = "decision"


@total_ordering
@dataclass(frozen=True, slots=True)
class MandateNumber:
    kind: MandateKind
    session: int
    number: int

    @property
    def figures(self) -> str:
        return f"{self.session}/{self.number}"

    def __str__(self) -> str:
        return f"{self.kind} {self.figures}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, MandateNumber):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.session, list(MandateKind).index(self.kind), self.number


def parse_mandate(text: str) -> MandateNumber:
    """Return the mandate number that a text such as "decision 4/4" is. Raises: NotAMandateNumber."""
    scanner = Scanner(text, NotAMandateNumber, longest=_LONGEST)
    kind = scanner.take_longest(MandateKind)
    if not kind:
        scanner.refuse(alternatives(f'"{each}"' for each in MandateKind))
    scanner.expect(" ", "one space")
    return _take_figures(scanner, MandateKind(kind))


def parse_figures(text: str, *, kind: MandateKind) -> MandateNumber:
    """Return the mandate number that figures such as "4/4" stand for. Raises: NotAMandateNumber."""
    return _take_figures(Scanner(text, NotAMandateNumber, longest=_LONGEST), kind)


def _take_figures(scanner: Scanner, kind: MandateKind) -> MandateNumber:
    session = scanner.number("the number of the session", digits=3)
    scanner.expect("/")
    number = scanner.number("the number within the session", digits=3)
    scanner.end("the end of the number")
    return MandateNumber(kind, session, number)
