"""Bringing the records of the database to what the files say, touching only what differs.

A record is found by its key and never removed; the rows that belong to a record (names, sayings, versions) are what its
entry says, and those it no longer says are removed. What was done is counted by record, for the journal.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models

Subject = tuple[str, str]  # kind and key, as the journal cites a record
Columns = dict[str, Any]
_BATCH: Final = 2_000
_FEW: Final = 500


@dataclass(slots=True)
class Changes:
    """The records that came into being and those that changed, in the order of the work."""

    created: dict[Subject, None] = field(default_factory=dict)
    changed: dict[Subject, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.created or self.changed)

    def note_created(self, subject: Subject) -> None:
        self.created[subject] = None

    def note_changed(self, subject: Subject) -> None:
        if subject not in self.created:
            self.changed[subject] = None


@dataclass(slots=True)
class Store:
    """Writes to the database and keeps count. `step` is told what is being written, for a progress bar."""

    changes: Changes = field(default_factory=Changes)
    step: Callable[[str], None] = lambda _: None

    def records(
        self, model: type[models.Model], wanted: Mapping[Subject, Columns], *, key: Sequence[str]
    ) -> dict[Subject, int]:
        """Create or change records, found by the attributes of `key`; return the primary key of each subject."""
        self.step(str(model._meta.verbose_name_plural))
        by_key = {_identity(columns, key): subject for subject, columns in wanted.items()}
        existing = {_identity(vars(record), key): record for record in _every(model)} if wanted else {}
        new = {subject: model(**wanted[subject]) for identity, subject in by_key.items() if identity not in existing}
        model._default_manager.bulk_create(new.values(), batch_size=_BATCH)
        for subject in new:
            self.changes.note_created(subject)
        old = {subject: existing[identity] for identity, subject in by_key.items() if identity in existing}
        self._change(model, [(record, wanted[subject], subject) for subject, record in old.items()])
        return {subject: record.pk for subject, record in (new | old).items()}

    def rows(
        self,
        model: type[models.Model],
        wanted: Iterable[Columns],
        *,
        key: Sequence[str],
        owner: Sequence[str],
        owners: Mapping[Any, Subject],
    ) -> dict[Hashable, int]:
        """Make the rows of some records what is wanted; return the primary key of each, by the values of `key`.

        `owners` says which record each combination of values of the attributes `owner` belongs to.
        """
        self.step(str(model._meta.verbose_name_plural))
        rows = {_identity(columns, key): columns for columns in wanted}
        existing = {_identity(vars(row), key): row for row in _owned(model, owner, owners)}
        gone = [row for identity, row in existing.items() if identity not in rows]
        for row in gone:
            self.changes.note_changed(owners[_identity(vars(row), owner)])
        for start in range(0, len(gone), _FEW):
            chunk = [row.pk for row in gone[start : start + _FEW]]
            model._default_manager.filter(pk__in=chunk).delete()
        new = [model(**columns) for identity, columns in rows.items() if identity not in existing]
        model._default_manager.bulk_create(new, batch_size=_BATCH)
        for row in new:
            self.changes.note_changed(owners[_identity(vars(row), owner)])
        old = [
            (existing[identity], columns, owners[_identity(columns, owner)])
            for identity, columns in rows.items()
            if identity in existing
        ]
        self._change(model, old)
        return {_identity(vars(row), key): row.pk for row in (*new, *(row for row, _, _ in old))}

    def references(
        self,
        model: type[models.Model],
        wanted: Mapping[int, int | None],
        *,
        attribute: str,
        subjects: Mapping[int, Subject],
    ) -> None:
        """Set one reference of records that are all there by now: primary key -> primary key referred to."""
        column = attribute.removesuffix("_id")
        set_ = {pk: upper for pk, upper in wanted.items() if upper is not None}
        linked = model._default_manager.filter(**{f"{column}__isnull": False})
        now = dict(linked.values_list("pk", attribute).order_by()) if wanted else {}
        different = [pk for pk, upper in wanted.items() if now.get(pk) != upper]
        records = [model(pk=pk, **{attribute: set_.get(pk)}) for pk in different]
        model._default_manager.bulk_update(records, [column], batch_size=_FEW)
        for pk in different:
            self.changes.note_changed(subjects[pk])

    def _change(self, model: type[models.Model], known: Iterable[tuple[models.Model, Columns, Subject]]) -> None:
        differing: dict[str, None] = {}
        changed = []
        for record, columns, subject in known:
            different = [name for name, value in columns.items() if getattr(record, name) != value]
            if not different:
                continue
            for name in different:
                setattr(record, name, columns[name])
                differing[name] = None
            changed.append(record)
            self.changes.note_changed(subject)
        names = [model._meta.get_field(name).name for name in differing]
        if changed:
            model._default_manager.bulk_update(changed, names, batch_size=_FEW)


def _identity(columns: Mapping[str, Any], key: Sequence[str]) -> Hashable:
    return tuple(columns[name] for name in key)


def _every(model: type[models.Model]) -> Iterable[models.Model]:
    return model._default_manager.order_by().iterator(chunk_size=_BATCH)


def _owned(model: type[models.Model], owner: Sequence[str], owners: Mapping[Any, Subject]) -> Iterable[models.Model]:
    """Return the rows of some owners: asked for by name when few, else read through, for a list has its limit."""
    if not owners:
        return []
    if len(owner) == 1 and len(owners) <= _FEW:
        values = [value for (value,) in owners]
        return model._default_manager.filter(**{f"{owner[0]}__in": values}).order_by("pk")
    return (row for row in _every(model) if _identity(vars(row), owner) in owners)
