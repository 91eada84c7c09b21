"""What loading does alike for every kind of record: find its key, write it, write the rows that belong to it.

`filling` says for each kind which columns and rows it has; `storing` compares with the database and writes.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from rapporteur.register.collecting import Placed
from rapporteur.register.columns import columns_of
from rapporteur.register.storing import Columns, Store
from rapporteur.register.subjects import Subject, key_of_document, subject_of

Pks = dict[Any, int]


class Placing:
    """Writes entries of any kind to a store. `conferences` are the primary keys of the conferences by now."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.conferences: Pks = {}

    def records(
        self,
        model: type[models.Model],
        entries: Iterable[Placed[Any]],
        *,
        key: list[str],
        more: Callable[[Placed[Any]], Columns] = lambda _: {},
    ) -> Pks:
        """Write the records of one kind; return the primary keys by the keys of the files."""
        wanted = {
            subject(placed): columns_of(placed.entry, model, **self._conference(placed, key), **more(placed))
            for placed in entries
        }
        pks = self.store.records(model, wanted, key=key)
        return {key_of(placed): pks[subject(placed)] for placed in entries}

    def _conference(self, placed: Placed[Any], key: list[str]) -> Columns:
        return {"conference_id": self.conferences[placed.conference]} if "conference_id" in key else {}

    def uppers(
        self,
        model: type[models.Model],
        entries: Iterable[Placed[Any]],
        attribute: str,
        pks: Pks,
        above: Callable[[Placed[Any]], Any],
    ) -> None:
        """Set the reference of records of one kind to another of the same kind."""
        wanted = {pks[key_of(placed)]: pks.get(above(placed)) for placed in entries}
        subjects = {pks[key_of(placed)]: subject(placed) for placed in entries}
        self.store.references(model, wanted, attribute=attribute, subjects=subjects)

    def rows(
        self,
        model: type[models.Model],
        entries: Iterable[Placed[Any]],
        attribute: str,
        owner: tuple[str, Pks],
        *,
        key: list[str],
        more: Callable[[Placed[Any], Any], Columns] = lambda *_: {},
        positions: bool = True,
    ) -> Pks:
        """Write one list of rows of each entry; return their primary keys by (owner, *key)."""
        column, pks = owner
        wanted = [
            columns_of(
                row,
                model,
                **{column: pks[key_of(placed)]},
                **({"position": index + 1} if positions else {}),
                **more(placed, row),
            )
            for placed in entries
            for index, row in enumerate(getattr(placed.entry, attribute))
        ]
        owners = {(pks[key_of(placed)],): subject(placed) for placed in entries}
        return self.store.rows(model, wanted, key=[column, *key], owner=[column], owners=owners)

    def links(
        self,
        model: type[models.Model],
        columns: tuple[str, str],
        entries: Iterable[Placed[Any]],
        pks: Pks,
        others: Callable[[Placed[Any]], list[int]],
    ) -> None:
        """Write which records of another kind each record is linked with."""
        wanted = [
            {columns[0]: pks[key_of(placed)], columns[1]: other} for placed in entries for other in others(placed)
        ]
        owners = {(pks[key_of(placed)],): subject(placed) for placed in entries}
        self.store.rows(model, wanted, key=columns, owner=columns[:1], owners=owners)


def subject(placed: Placed[Any]) -> Subject:
    return subject_of(placed.entry, section=str(placed.path[0]), conference=placed.conference)


def key_of(placed: Placed[Any]) -> Any:
    """Return the key by which other entries refer to this one."""
    entry = placed.entry
    match placed.path[0]:
        case "mandates":
            return placed.conference, f"{entry.kind} {entry.number}"
        case "documents":
            return placed.conference, key_of_document(entry)
        case "bodies" | "sessions" | "meetings" | "terms":
            return placed.conference, entry.key
    return entry.key


def pks_of(model: type[models.Model], *key: str) -> Pks:
    """Return the primary key of every record there is, by its key: a text, or conference and key."""
    rows = model._default_manager.order_by().values_list(*key, "pk")
    return {row[0] if len(key) == 1 else row[:-1]: row[-1] for row in rows}


def scoped(conference: str, key: str | None) -> tuple[str, str] | None:
    return (conference, key) if key else None
