"""Reading the journal back, and reading records as the journal writes them down: as plain data."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import models

from rapporteur.journal.models import Act
from rapporteur.journal.rules import Fault, Row, faults
from rapporteur.journal.terms import CONFIDENTIAL, Subject


def verify(published: tuple[int, str] | None = None) -> list[Fault]:
    """Return every fault of the journal, in order; an empty list means that no row was changed, moved or removed.

    Rows cut off at the end leave a chain that is whole: only a head that was `published` before finds them.
    """
    acts = Act.objects.order_by("number").iterator(chunk_size=1000)
    return [*faults((as_row(act), act.seal) for act in acts), *_unlike(published)]


def _unlike(published: tuple[int, str] | None) -> list[Fault]:
    if published is None:
        return []
    number, sealed = published
    found = Act.objects.filter(number=number).values_list("seal", flat=True).first()
    if found is None:
        return [Fault(number, f"row {number}, published as a head, is not there any more")]
    return [] if found == sealed else [Fault(number, f"row {number} is not the one that was published as a head")]


def as_row(act: Act) -> Row:
    return Row(
        number=act.number,
        at=act.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        by=act.by,
        verb=act.verb,
        subject_kind=act.subject_kind,
        subject_key=act.subject_key,
        content=act.content,
        previous=act.previous,
    )


def head() -> tuple[int, str] | None:
    """Return the number and seal of the last row, for publication; None while nothing has been written."""
    last = Act.objects.order_by("-number").values_list("number", "seal").first()
    return (last[0], last[1]) if last else None


def history(subject_kind: str, subject_key: str, *, opened: Collection[Subject] = ()) -> list[Act]:
    """Return every act on one record, oldest first, also under the keys it had before.

    A record of a confidential kind has no history but for those to whom it is `opened`.
    """
    if subject_kind in CONFIDENTIAL and (subject_kind, subject_key) not in opened:
        return []
    acts: list[Act] = []
    keys, seen = [subject_key], {subject_key}
    while keys:
        found = list(Act.objects.filter(subject_kind=subject_kind, subject_key=keys.pop()))
        acts += found
        former = {act.content["former_key"] for act in found if "former_key" in act.content} - seen
        keys += former
        seen |= former
    return sorted(acts, key=lambda act: act.number)


def latest(*, before: int | None = None, limit: int = 50, opened: Collection[Subject] = ()) -> list[Act]:
    """Return the last acts, newest first, or the last ones before a number.

    Acts on confidential subjects are left out, but for the subjects that are `opened` to whoever asks.
    """
    hidden = models.Q(subject_kind__in=CONFIDENTIAL)
    for kind in {kind for kind, _key in opened}:
        keys = [key for other, key in opened if other == kind]
        hidden &= ~models.Q(subject_kind=kind, subject_key__in=keys)
    acts = Act.objects.exclude(hidden).order_by("-number")
    return list(acts.filter(number__lt=before)[:limit] if before else acts[:limit])


@dataclass(frozen=True, slots=True)
class Citation:
    """Records of one kind that cite another: how many, and one of them."""

    what: str
    count: int
    example: str


def cited_in(records: models.QuerySet[Any]) -> Citation:
    """Return what a set of citing records comes to."""
    first = records.first()
    return Citation(str(records.model._meta.verbose_name), records.count(), str(first) if first else "")


def citations(record: models.Model, *, leave_out: Collection[type[models.Model]] = ()) -> list[Citation]:
    """Return who points to a record, one entry for each kind and field, without rows of the models left out."""
    found = []
    for relation in record._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if not isinstance(relation, models.ForeignObjectRel) or not isinstance(model, type):
            continue
        through = getattr(relation, "through", None)
        if model in leave_out or model._meta.auto_created or (through is not None and not through._meta.auto_created):
            continue
        citing = cited_in(model._default_manager.filter(**{relation.field.name: record}))
        found += [citing] if citing.count else []
    return found


def content_of_fields(record: models.Model, *, leave_out: Collection[str]) -> dict[str, Any]:
    """Return a record's own fields as plain data; another record is named by the value that cites it."""
    kept = [field for field in record._meta.concrete_fields if not field.primary_key and field.name not in leave_out]
    content = {field.name: _plain(record, field) for field in kept}
    for relation in record._meta.many_to_many:
        content[relation.name] = [named(other) for other in in_order(record, relation)]
    return content


def whole(found: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Return records with all the others that their content names, read at once for all of them."""
    about = found.model._meta
    others = [field.name for field in about.concrete_fields if field.is_relation]
    ties = ["__".join(_ties(relation)) for relation in about.many_to_many]
    names = [relation.name for relation in about.many_to_many]  # a form asks for the others without their positions
    return (found.select_related(*others) if others else found).prefetch_related(*dict.fromkeys([*ties, *names]))


def _ties(relation: Any) -> tuple[str, ...]:
    """Return the way from a record to the others of a many-to-many relation, by way of their positions if kept."""
    through = relation.remote_field.through
    if through._meta.auto_created:
        return (relation.name,)
    tie = through._meta.get_field(relation.m2m_field_name())
    return tie.remote_field.get_accessor_name(), relation.m2m_reverse_field_name()


def in_order(record: models.Model, relation: Any) -> list[models.Model]:
    """Return the other records of a many-to-many relation, by position where the relation keeps one."""
    name, *rest = _ties(relation)
    found = getattr(record, name).all()
    if not rest:
        return list(found)
    if name not in getattr(record, "_prefetched_objects_cache", {}):
        found = found.select_related(*rest)
    return [getattr(tie, rest[0]) for tie in sorted(found, key=lambda tie: tie.position)]


def _plain(record: models.Model, field: Any) -> Any:
    if field.is_relation:
        other = getattr(record, field.name)
        return None if other is None else named(other)
    if isinstance(field, models.JSONField):
        return field.value_to_string(record)
    value = field.value_from_object(record)
    return value.isoformat() if isinstance(value, dt.date) else value


def named(other: models.Model) -> str:
    """Return the value by which a record is cited: its citation, its key, else its number in the database."""
    return str(getattr(other, "citation", None) or getattr(other, "key", None) or other.pk)
