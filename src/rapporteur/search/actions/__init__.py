"""Keeping the entries in step with the register: those of some records, or all of them.

The register's loader and the desk call this after their own act. Entries follow from records alone: nothing is lost
with them, and no row of the journal speaks of them. `entries` makes them of the records.
"""

from collections.abc import Callable, Iterable

from django.db import transaction

from rapporteur.search.actions.entries import batches, entries_of, subjects_beside
from rapporteur.search.models import Entry, Index, filled_at_once
from rapporteur.search.rules import INDEX_VERSION
from rapporteur.search.terms import EntryKind

_MADE_AT_ONCE = 1000
_NAMED_AT_ONCE = 300  # a key has up to three parts, and a database takes only so many values in one question
_KEPT = ["conference_key", "symbol", "title", "text", "title_words", "words"]


@transaction.atomic
def rebuild(*, progress: Callable[[int], None] | None = None) -> int:
    """Make every entry anew and return how many there are. `progress` is told the number made so far."""
    made = 0
    with filled_at_once():
        for batch in batches((entry for kind in EntryKind for entry in entries_of(kind)), _MADE_AT_ONCE):
            Entry.objects.bulk_create(batch)
            made += len(batch)
            if progress:
                progress(made)
    Index.objects.update_or_create(pk=1, defaults={"version": INDEX_VERSION})
    return made


@transaction.atomic
def refresh(subjects: Iterable[tuple[str, str]]) -> None:
    """Make the entries of some records anew, named by kind and key as the journal names them.

    Entries that hold words of these records are made anew too, and those of records that are gone are forgotten.
    Records of other kinds have no entry: naming one does nothing.
    """
    for kind, keys in subjects_beside(subjects).items():
        for batch in batches(sorted(keys), _NAMED_AT_ONCE):
            entries = list(entries_of(kind, keys=batch))
            Entry.objects.bulk_create(
                entries, update_conflicts=True, unique_fields=["kind", "key"], update_fields=_KEPT
            )
            if gone := set(batch) - {entry.key for entry in entries}:
                Entry.objects.filter(kind=kind, key__in=gone).delete()


@transaction.atomic
def keep_in_step(subjects: Iterable[tuple[str, str]]) -> None:
    """Make the entries of changed records anew; all of them where none were made yet, or by other rules than now's."""
    if Index.objects.filter(version=INDEX_VERSION).exists() and Entry.objects.exists():
        refresh(subjects)
    else:
        rebuild()
