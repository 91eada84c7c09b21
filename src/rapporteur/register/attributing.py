"""What each record rests on, and where sources disagree: entries' `source`, `source_of` and `conflicts` become rows.

A record is cited by value (`subjects`); a row of a record is cited as its field: "provisions/3", and a field of such a
row as "provisions/3/object".
"""

from collections.abc import Iterator
from typing import Any

from rapporteur.register.collecting import Collected, Placed
from rapporteur.register.schema import Sourced
from rapporteur.register.storing import Columns, Store
from rapporteur.register.subjects import Subject, row_key, subject_of
from rapporteur.sources.models import Attribution, Conflict, Source


def attribute(collected: Collected, store: Store) -> None:
    """Write the sources and conflicts of every entry; those that an entry no longer names are removed."""
    sources = dict(Source.objects.values_list("key", "pk"))
    attributions: list[Columns] = []
    conflicts: list[Columns] = []
    owners: dict[Any, Subject] = {}
    for placed in collected.everything():
        subject = subject_of(placed.entry, section=str(placed.path[0]), conference=placed.conference)
        owners[subject] = subject
        for field, entry in sourced_rows(placed):
            attributions += _attributions(subject, field, entry, sources)
            conflicts += _conflicts(subject, field, entry, sources)
    owner = ["subject_kind", "subject_key"]
    store.rows(Attribution, attributions, key=[*owner, "field", "source_id", "locator"], owner=owner, owners=owners)
    store.rows(Conflict, conflicts, key=[*owner, "statement"], owner=owner, owners=owners)


def sourced_rows(placed: Placed[Any]) -> Iterator[tuple[str, Sourced]]:
    """Yield an entry ("" for its field) and each row within it, with the field by which it is cited."""
    if isinstance(placed.entry, Sourced):
        yield "", placed.entry
    for name, value in vars(placed.entry).items():
        if isinstance(value, tuple):
            for index, row in enumerate(value):
                if isinstance(row, Sourced):
                    yield f"{name}/{row_key(row, index)}", row


def joined(field: str, name: str) -> str:
    """Return the citation of a field of a record (`field` is "") or of one of its rows."""
    return f"{field}/{name}" if field and name else field or name


def _attributions(subject: Subject, field: str, entry: Sourced, sources: dict[str, int]) -> Iterator[Columns]:
    for name, references in (("", entry.source), *entry.source_of.items()):
        for reference in references:
            source, _, locator = reference.partition(":")
            yield {
                "subject_kind": subject[0],
                "subject_key": subject[1],
                "field": joined(field, name),
                "source_id": sources[source],
                "locator": locator,
            }


def _conflicts(subject: Subject, field: str, entry: Sourced, sources: dict[str, int]) -> Iterator[Columns]:
    for conflict in entry.conflicts:
        yield {
            "subject_kind": subject[0],
            "subject_key": subject[1],
            "field": joined(field, conflict.field),
            "statement": conflict.statement,
            "followed_id": sources[conflict.followed] if conflict.followed else None,
        }
