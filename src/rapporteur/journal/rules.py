"""How a row of the journal is sealed, and how anybody finds out that one was changed.

The seal of a row is the SHA-256 of its canonical JSON, which holds the seal of the row before. To change a row without
a trace one would have to change every later row, and the head that has been published. Below that: how two states of a
record are compared, for the journal and for officers who edit the same record at once.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

BEFORE_THE_FIRST = "0" * 64
# As values of a record these say the same: there is nothing.
NOTHING: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is sealed. `at` is ISO 8601 in UTC with microseconds."""

    number: int
    at: str
    by: str
    verb: str
    subject_kind: str
    subject_key: str
    content: dict[str, Any]
    previous: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not as it was sealed, or not where it belongs."""

    number: int
    what: str


def seal(row: Row) -> str:
    """Return 64 hex digits: SHA-256 of the row as JSON, keys sorted, no spaces, UTF-8."""
    said = {name: getattr(row, name) for name in Row.__slots__}
    return hashlib.sha256(
        json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    ).hexdigest()


def faults(rows: Iterable[tuple[Row, str]]) -> Iterator[Fault]:
    """Yield every fault of a chain of (row, seal) in the order of their numbers; nothing for a whole chain."""
    expected, previous = 1, BEFORE_THE_FIRST
    for row, sealed in rows:
        if row.number != expected:
            yield Fault(expected, f"row {expected} is missing; the next row there is {row.number}")
        if row.previous != previous:
            yield Fault(row.number, f"row {row.number} does not follow the row before it")
        if seal(row) != sealed:
            yield Fault(row.number, f"row {row.number} was changed after it was written")
        expected, previous = row.number + 1, sealed


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return what differs between two states of a record as plain data: path -> [before, after], paths sorted.

    A path joins the names of fields, languages and rows by "/": "names/12/name/fr". A wording (a mapping with "text")
    is one thing. What is nowhere and what is empty are the same.
    """
    return dict(sorted(_difference(before, after, path=())))


def _difference(
    before: Mapping[str, Any], after: Mapping[str, Any], *, path: tuple[str, ...]
) -> Iterator[tuple[str, list[Any]]]:
    for name in before.keys() | after.keys():
        old, new = before.get(name), after.get(name)
        here = (*path, name)
        if isinstance(old, Mapping) and isinstance(new, Mapping) and not {"text"} & (old.keys() | new.keys()):
            yield from _difference(old, new, path=here)
        elif old != new and not (old in NOTHING and new in NOTHING):
            yield "/".join(here), [old, new]


def digest(content: Mapping[str, Any]) -> str:
    """Return 64 hex digits that stand for a state of a record: a form carries them to notice another's change."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
