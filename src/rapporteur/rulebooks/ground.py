"""What every rule of a rulebook has: how sure it is and where it was read. `step` and `schema` build on it."""

from typing import Annotated

from pydantic import Field, Strict, StringConstraints

from rapporteur.datafiles.entries import Entry, Key, Prose
from rapporteur.rulebooks.terms import Certainty

SourceRef = Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]+(:\S.*)?$", max_length=121)]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$", max_length=40)]
Keys = tuple[Key, ...]
Span = Annotated[int, Strict(), Field(ge=0, le=3660)]  # a reading error rather than a deadline beyond


class Ground(Entry):
    """How sure something is, and where it was read: source keys, each with a place in it where known."""

    status: Certainty
    source: tuple[SourceRef, ...] = ()
    note: Prose | None = None


class FieldGround(Ground):
    """The ground of single fields, where it is not that of the rule they stand in."""

    of: tuple[FieldName, ...]


class Rule(Ground):
    """A rule of the mechanism, with its ground; `grounds` are those of single fields that differ."""

    grounds: tuple[FieldGround, ...] = ()


class Source(Entry):
    key: Key
    what: Prose
    url: Prose | None = None


class Unknown(Entry):
    """A question that no source here answers. `settled_by` says where the answer is to be found."""

    what: Prose
    bears_on: Keys = ()
    settled_by: Prose | None = None


class Length(Entry):
    """A length of time. Months are counted first, then days, then working days."""

    months: Span = 0
    days: Span = 0
    working_days: Span = 0

    def __bool__(self) -> bool:
        return bool(self.months or self.days or self.working_days)

    def __str__(self) -> str:
        said = [(self.months, "month"), (self.days, "day"), (self.working_days, "working day")]
        return " and ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in said if number)
