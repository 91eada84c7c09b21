"""How the rows that belong to a record are written in the same act as the record itself."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from rapporteur.journal.terms import Reason, Refused

if TYPE_CHECKING:
    from django.utils.functional import Promise

Messages = Mapping[str, tuple[str, "str | Promise"]]  # constraint -> (field, what a breach of it means)
_FAR = 10_000  # beyond any position in use


@dataclass(frozen=True, slots=True)
class RowEntry:
    """What an officer wrote of one row; `pk` is empty for a new one."""

    values: Mapping[str, Any]
    pk: int | None = None
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What an officer wrote of a record: values by field, and rows by the name of their list."""

    values: Mapping[str, Any]
    rows: Mapping[str, Sequence[RowEntry]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of rows that belong to a record: `of` finds them, `ties` are the values that make a row belong.

    `follows` names a field that follows from the rows beside it: it is empty while rows are written, and `settle` fills
    it for all rows of a record afterwards. `named` says how a row is cited within its list, by its number where it is
    empty. `cites` names the field in which a row cites others of the record, and `why_not_cited` says what is wrong
    with such a citation, once all rows are written: "" for nothing.
    """

    name: str
    model: type[models.Model]
    of: Callable[[Any], models.QuerySet[Any]]
    ties: Callable[[Any], Mapping[str, Any]]
    follows: str = ""
    settle: Callable[[models.QuerySet[Any]], None] | None = None
    has_unique_positions: bool = False
    named: Callable[[Any], str] | None = None
    cites: str = ""
    why_not_cited: Callable[[str, Collection[str]], str] | None = None

    def citations_of(self, record: Any) -> list[str]:
        """Return how the rows of a record are cited, in their order: "names/1", "versions/en"."""
        found = self.of(record)
        return [f"{self.name}/{self.named(row) if self.named else number}" for number, row in enumerate(found, start=1)]

    @classmethod
    def tied_by(cls, relation: str, model: type[models.Model], *, name: str, **more: Any) -> "Rows":
        """Return rows that point to their record by the foreign key `relation`."""
        return cls(
            name=name,
            model=model,
            of=lambda record: model._default_manager.filter(**{relation: record}),
            ties=lambda record: {relation: record},
            **more,
        )


def reasons_of_record(record: models.Model, messages: Messages, *, where: str = "") -> list[Reason]:
    """Return what is wrong with a record by itself and beside the others: fields, uniqueness, constraints."""
    reasons: list[Reason] = []
    for check in (record.clean_fields, record.validate_unique):
        try:
            check()
        except ValidationError as error:
            reasons += [
                Reason(text, where + ("" if name == NON_FIELD_ERRORS else name))
                for name, texts in error.message_dict.items()
                for text in texts
            ]
    if reasons:
        return reasons
    # Two constraints may say the same of one field.
    return list(dict.fromkeys(Reason(text, where + name) for name, text in _broken(record, messages)))


def _broken(record: models.Model, messages: Messages) -> Iterator[tuple[str, str]]:
    for constraint in record._meta.constraints:
        try:
            constraint.validate(type(record), record)
        except ValidationError as error:
            name, text = messages.get(constraint.name, ("", error.messages[0]))
            yield name, str(text)


def write_rows(
    rows: Rows, record: models.Model, existing: list[Any], entries: Sequence[RowEntry], messages: Messages
) -> None:
    """Write rows in an order that breaks no constraint, whatever order they were given in. Raises: Refused.

    Rows that were not mentioned stay as they are, and follow their record where its key changed.
    """
    ties = dict(rows.ties(record))
    by_pk = {row.pk: row for row in existing}
    _retie(existing, ties)
    for entry in entries:
        if entry.is_removed and entry.pk in by_pk:
            by_pk[entry.pk].delete()
    if rows.has_unique_positions:
        # Out of the way first, so that two rows can change places.
        moving = [entry.pk for entry in entries if entry.pk and not entry.is_removed]
        rows.of(record).filter(pk__in=moving).update(position=models.F("position") + _FAR)
    waiting = [(at, entry) for at, entry in enumerate(entries) if not entry.is_removed]
    while waiting:
        refused = [(at, entry, why) for at, entry in waiting if (why := _save(rows, by_pk, ties, at, entry, messages))]
        if len(refused) == len(waiting):
            raise Refused([reason for *_at, reasons in refused for reason in reasons])
        waiting = [(at, entry) for at, entry, _why in refused]
    if rows.settle and entries:
        rows.settle(rows.of(record))


def reasons_of_citations(lists: Sequence[Rows], record: Any, entry: Entry, further: Collection[str]) -> list[Reason]:
    """Return a reason for each row that cites another of the record, or a row in `further`, that is not there."""
    citing = [rows for rows in lists if rows.why_not_cited]
    if not any(rows.of(record).exists() for rows in citing):
        return []
    there = [cited for rows in lists if not rows.cites for cited in rows.citations_of(record)] + sorted(further)
    return [reason for rows in citing for reason in _of_citations(rows, record, entry.rows.get(rows.name, ()), there)]


def _of_citations(rows: Rows, record: Any, entries: Sequence[RowEntry], there: Collection[str]) -> Iterator[Reason]:
    """Yield the reasons at the rows that an officer has before him, then those at rows that he did not send."""
    sent = {entry.pk for entry in entries}
    typed = [(f"{rows.name}.{at}.{rows.cites}", entry) for at, entry in enumerate(entries) if not entry.is_removed]
    said = [(place, str(entry.values.get(rows.cites, ""))) for place, entry in typed]
    said += [("", str(getattr(row, rows.cites))) for row in rows.of(record) if row.pk not in sent and not typed]
    for place, cited in said:
        if rows.why_not_cited and (text := rows.why_not_cited(cited, there)):
            yield Reason(text, place)


def _retie(existing: list[Any], ties: Mapping[str, Any]) -> None:
    for row in existing:
        if any(getattr(row, name) != value for name, value in ties.items()):
            for name, value in ties.items():
                setattr(row, name, value)
            row.save()


def _save(
    rows: Rows, by_pk: Mapping[Any, Any], ties: Mapping[str, Any], at: int, entry: RowEntry, messages: Messages
) -> list[Reason]:
    if entry.pk is not None and entry.pk not in by_pk:
        return [Reason(_("This row was withdrawn meanwhile by somebody else."), f"{rows.name}.{at}.")]
    row = by_pk[entry.pk] if entry.pk is not None else rows.model()
    of_many = {relation.name for relation in row._meta.many_to_many}
    for name, value in {**ties, **entry.values}.items():
        if name not in of_many:
            setattr(row, name, value)
    if rows.follows:
        setattr(row, rows.follows, None)
    if reasons := reasons_of_record(row, messages, where=f"{rows.name}.{at}."):
        return reasons
    row.save()
    for name in of_many & entry.values.keys():
        set_many(row, name, entry.values[name])
    return []


def set_many(record: models.Model, name: str, others: Sequence[models.Model]) -> None:
    """Set a many-to-many relation, in the order given where the relation keeps one."""
    relation: Any = record._meta.get_field(name)
    through = relation.remote_field.through
    if through._meta.auto_created:
        getattr(record, name).set(others)
        return
    here, there = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    through._default_manager.filter(**{here: record}).delete()
    through._default_manager.bulk_create(
        through(**{here: record, there: other, "position": position}) for position, other in enumerate(others)
    )
