"""Keeping records: every change of a record is one transaction and one row of the journal.

A room describes each of its kinds of record once (`Keeping`) and names the verbs after its own field:
`establish_body = BODIES.establish`. The rows that belong to a record, such as a body's names, are written in the same
act. How rows are written is told in `rows`.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import record as record_act
from rapporteur.journal.actions.recording import wait_for_the_pen
from rapporteur.journal.actions.rows import (
    Entry,
    Messages,
    RowEntry,
    Rows,
    reasons_of_citations,
    reasons_of_record,
    set_many,
    write_rows,
)
from rapporteur.journal.models import Act
from rapporteur.journal.queries import Citation, citations, content_of_fields, whole
from rapporteur.journal.rules import NOTHING, difference, digest
from rapporteur.journal.terms import Reason, Refused, Stale

__all__ = ["Entry", "Keeping", "RowEntry", "Rows"]

M = TypeVar("M", bound=models.Model)
Objection = Callable[[M, Entry], list[Reason]]


@dataclass(frozen=True)
class Keeping(Generic[M]):
    """How one kind of record is kept.

    `kind` and `key` cite a record by value; `why_not` lists the reasons against a state of it before it is written;
    `derive` fills the fields that follow from others; `cited_by` lists where other records cite it by value;
    `beside` lists rows that are kept as records of their own and yet cited as rows of this one; `messages` says what a
    broken constraint means.
    """

    kind: str
    model: type[M]
    key: Callable[[M], str]
    rows: tuple[Rows, ...] = ()
    why_not: Objection[M] | None = None
    derive: Callable[[M], None] | None = None
    cited_by: Callable[[M], Sequence[Citation]] | None = None
    beside: Callable[[M], Sequence[str]] | None = None
    has_lasting_key: bool = True  # its key cannot change while something cites the record by value
    is_part_of_keys: bool = False  # nor while records cite it, as its key is part of theirs
    messages: Messages = field(default_factory=dict)
    verbs: tuple[str, str, str] = ("established", "corrected", "withdrawn")

    def subject(self, record: M) -> tuple[str, str]:
        """Return (kind, key): how the journal, attributions and conflicts cite the record."""
        return self.kind, self.key(record)

    def content(self, record: M) -> dict[str, Any]:
        """Return the record and its rows as plain data, rows by their number: {"names": {"12": {"kind": ...}}}."""
        content = content_of_fields(record, leave_out=())
        for rows in self.rows:
            content[rows.name] = {
                str(row.pk): content_of_fields(row, leave_out=(*rows.ties(record), rows.follows))
                for row in whole(rows.of(record))
            }
        return content

    @property
    def _nothing(self) -> dict[str, Any]:
        """Return the content of a record that is not there, so that rows are told one by one."""
        return {rows.name: {} for rows in self.rows}

    def shown(self, record: M) -> str:
        """Return what a form carries, so that `correct` notices a change made meanwhile."""
        return digest(self.content(record))

    def establish(self, *, entry: Entry, by: str, at: dt.datetime, because: str = "") -> M:
        """Write a new record and its rows. Raises: Refused."""
        with transaction.atomic():
            wait_for_the_pen()
            record = self.model()
            self._write(record, entry)
            self._tell(self.verbs[0], record, before=self._nothing, by=by, at=at, because=because)
        return record

    def correct(
        self, record: M, *, entry: Entry, shown: str, by: str, at: dt.datetime, because: str = ""
    ) -> Act | None:
        """Change a record and its rows; return the journal's row, None when nothing changed.

        Raises: Stale when the record is not as it was `shown`; Refused.
        """
        with transaction.atomic():
            wait_for_the_pen()
            stored = self._stored(record)
            before = self.content(stored)
            self._refuse_stale(before, shown)
            former_key, citing = self.key(stored), self._citing_key(stored)
            self._write(stored, entry)
            if self.key(stored) != former_key and citing:
                raise Refused([_because_cited(_("The key cannot change."), cited) for cited in citing])
            act = self._tell(self.verbs[1], stored, before=before, by=by, at=at, because=because, former_key=former_key)
            if act is None:
                transaction.set_rollback(True)
        return act

    def withdraw(self, record: M, *, because: str, shown: str, by: str, at: dt.datetime) -> Act:
        """Take a record and its rows out of the register, for a reason. Raises: Stale; Refused."""
        with transaction.atomic():
            wait_for_the_pen()
            stored = self._stored(record)
            before = self.content(stored)
            self._refuse_stale(before, shown)
            if reasons := self.why_not_withdraw(stored, because=because):
                raise Refused(reasons)
            kind, key = self.subject(stored)
            for rows in self.rows:
                rows.of(stored).delete()
            stored.delete()
            changes = {path: pair for path, pair in difference(before, self._nothing).items() if pair[0] not in NOTHING}
            return record_act(
                f"{self.kind}_{self.verbs[2]}",
                subject_kind=kind,
                subject_key=key,
                content={"changes": changes, "because": because},
                by=by,
                at=at,
            )

    def why_not_withdraw(self, record: M, *, because: str) -> list[Reason]:
        """Return every reason against withdrawing the record; an empty list means yes."""
        reasons = [] if because.strip() else [Reason(_("Say why the record is withdrawn."), "because")]
        own = {rows.model for rows in self.rows}
        citing = [*citations(record, leave_out=own), *self._citing_by_value(record)]
        return reasons + [_because_cited(_("It cannot be withdrawn."), cited) for cited in citing]

    def _citing_by_value(self, record: M) -> list[Citation]:
        return [cited for cited in (self.cited_by(record) if self.cited_by else ()) if cited.count]

    def _citing_key(self, record: M) -> list[Citation]:
        own = {rows.model for rows in self.rows}
        by_key = citations(record, leave_out=own) if self.is_part_of_keys else []
        return [*by_key, *self._citing_by_value(record)] if self.has_lasting_key else []

    def _stored(self, record: M) -> M:
        stored = self.model._default_manager.select_for_update(of=("self",)).filter(pk=record.pk).first()
        if stored is None:
            raise Refused([Reason(_("The record was withdrawn meanwhile by somebody else."))])
        return stored

    def _refuse_stale(self, before: Mapping[str, Any], shown: str) -> None:
        if digest(before) != shown:
            text = _("Somebody else changed this record after you opened it. Compare the two, then save again.")
            raise Stale([Reason(text)], stored=before)

    def _write(self, record: M, entry: Entry) -> None:
        of_many = {relation.name for relation in record._meta.many_to_many}
        existing = {rows.name: list(rows.of(record)) if record.pk else [] for rows in self.rows}
        for name, value in entry.values.items():
            if name not in of_many:
                setattr(record, name, value)
        if self.derive:
            self.derive(record)
        reasons = reasons_of_record(record, self.messages)
        if self.why_not and not any(reason.field for reason in reasons):
            reasons += self.why_not(record, entry)
        if reasons:
            raise Refused(reasons)
        record.save()
        for name in of_many & entry.values.keys():
            set_many(record, name, entry.values[name])
        for rows in self.rows:
            write_rows(rows, record, existing[rows.name], entry.rows.get(rows.name, ()), self.messages)
        if reasons := reasons_of_citations(self.rows, record, entry, self.beside(record) if self.beside else ()):
            raise Refused(reasons)

    def _tell(
        self,
        verb: str,
        record: M,
        *,
        before: Mapping[str, Any],
        by: str,
        at: dt.datetime,
        because: str,
        former_key: str = "",
    ) -> Act | None:
        changes = difference(before, self.content(self._stored(record)))
        if not changes:
            return None
        kind, key = self.subject(record)
        content: dict[str, Any] = {"changes": changes}
        if because:
            content["because"] = because
        if former_key and former_key != key:
            content["former_key"] = former_key
        return record_act(f"{kind}_{verb}", subject_kind=kind, subject_key=key, content=content, by=by, at=at)


def _because_cited(what: str, cited: Citation) -> Reason:
    said = {"what": cited.what, "count": cited.count, "example": cited.example}
    return Reason(
        f"{what} "
        + _("It is cited in the register: %(what)s, %(count)d, for instance “%(example)s”. Correct that first.") % said
    )
