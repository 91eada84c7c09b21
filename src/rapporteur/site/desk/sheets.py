"""The sheet of one record: its form, the forms of its rows, and what was typed into them."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from rapporteur.bodies.models import Body
from rapporteur.journal.actions import Entry
from rapporteur.journal.forms import CitedField, RecordForm, RowsFormSet, entry_of, rows_formset
from rapporteur.journal.queries import whole
from rapporteur.journal.terms import Reason
from rapporteur.languages.terms import Multilingual
from rapporteur.site.desk.kinds import Kind, RowsOf
from rapporteur.site.pages.labels import LABELS

_LONGEST_NUMBER = 18  # figures of a number that both databases can hold
_NOT_TOLD = {"id", "DELETE", "position"}
# field of a form -> the enumeration whose labels its choices bear
_WORDS: Mapping[str, Mapping[str, str]] = {
    "meetings": {"mode": "mode", "status": "gathering-status", "stage": "agenda-stage"},
    "sessions": {"mode": "mode", "status": "gathering-status", "stage": "agenda-stage", "kind": "session-kind"},
    "documents": {
        "type": "document-type",
        "distribution": "distribution",
        "status": "issue-status",
        "original_language": "language",
        "only_language": "language",
        "language": "language",
        "relation": "relation",
    },
    "bodies": {"kind": "body-kind", "character": "character", "gathering_word": "gathering-word"},
    "names": {"kind": "name-kind"},
    "mandates": {"kind": "mandate-kind", "effect": "effect", "recurrence": "recurrence"},
    "officers": {"role": "role"},
    "conferences": {"gathering_word": "gathering-word"},
    "parties": {"kind": "party-kind", "standing": "standing"},
}


@dataclass(frozen=True, slots=True)
class RowsSheet:
    """The rows of a record on its sheet."""

    of: RowsOf
    formset: RowsFormSet

    @property
    def lines(self) -> list[tuple[Any, str]]:
        """Return each row's form with what it says in short; nothing for a new row."""
        return [(form, summary(form) if form.instance.pk else "") for form in self.formset.forms]


def summary(form: Any) -> str:
    """Return the first things a row's form says, as it is stored."""
    said = (_said(form, name, field) for name, field in form.fields.items() if name not in _NOT_TOLD)
    return " · ".join(list(filter(None, said))[:4])


def _said(form: Any, name: str, field: Any) -> str:
    value = form.get_initial_for_field(field, name)
    if isinstance(value, Multilingual):
        return value.first()
    if isinstance(field, forms.ModelChoiceField | forms.ChoiceField):
        offered: Any = field.choices
        return next((str(label) for choice, label in offered if value and str(choice) == str(value)), "")
    if isinstance(value, bool):
        return str(field.label) if value else ""
    return str(field.prepare_value(value) or "")


class Sheet:
    """The forms of one record, empty for a new one; filled with `data` where something was sent."""

    def __init__(
        self, kind: Kind, record: Any = None, *, data: QueryDict | None = None, initial: Mapping[str, str] | None = None
    ) -> None:
        self.kind, self.record = kind, record
        self.data = self._without_lost_rows(data) if data is not None else None
        self.form: RecordForm = kind.form(self.data, instance=record, initial=dict(initial or {}))
        self.rows = [self._rows(of) for of in kind.rows]
        conference = conference_of(self.form)
        for _where, form in self._forms():
            for field in form.fields.values():
                if isinstance(field, CitedField):
                    field.conference = conference
        label_choices(kind.slug, [self.form])
        for rows in self.rows:
            label_choices(kind.slug, rows.formset.forms, rows.of.name)

    def _rows(self, of: RowsOf) -> RowsSheet:
        kept = next(rows for rows in self.kind.kept.rows if rows.name == of.name)
        found = kept.of(self.record) if self.record else kept.model._default_manager.none()
        return RowsSheet(of, rows_formset(kept, of.form)(self.data, queryset=whole(found), prefix=of.name))

    def _without_lost_rows(self, data: QueryDict) -> QueryDict:
        """Return what was sent, with rows that somebody else removed meanwhile as new ones: nothing typed is lost."""
        sent = data.copy()
        for rows in self.kind.kept.rows:
            there = {str(row.pk) for row in rows.of(self.record)} if self.record else set()
            _put_stored_first(sent, rows.name, there)
        return sent

    def is_valid(self) -> bool:
        # Every form is asked, so that every error shows at once.
        return all([self.form.is_valid(), *(rows.formset.is_valid() for rows in self.rows)])

    @property
    def entry(self) -> Entry:
        return entry_of(self.form, {rows.of.name: rows.formset for rows in self.rows})

    def blame(self, reasons: list[Reason]) -> None:
        """Show each reason of a refusal at the field it names, or at the top."""
        for reason in reasons:
            form, field = self._at(reason.field)
            form.add_error(field if field in form.fields else None, reason.text)

    def _at(self, place: str) -> tuple[forms.BaseForm, str]:
        name, _dot, rest = place.partition(".")
        rows = next((rows for rows in self.rows if rows.of.name == name), None)
        if rows is None or not rest:
            return self.form, place
        number, _dot, field = rest.partition(".")
        return rows.formset.forms[int(number)], field

    def _forms(self) -> Iterator[tuple[str, forms.BaseForm]]:
        """Yield every form of the sheet with what its fields' labels begin with."""
        yield "", self.form
        for rows in self.rows:
            for number, form in enumerate(rows.formset.forms, start=1):
                yield f"{rows.of.label}, {number}: ", form

    @property
    def faults(self) -> list[tuple[str, str, str]]:
        """Return every error as (id of the input, label, message), for the summary at the top."""
        found = []
        for where, form in self._forms():
            for name, messages in form.errors.items():
                bound = form[name] if name in form.fields else None
                anchor = f"field-{bound.html_name}" if bound else "content"
                label = f"{where}{bound.label}" if bound else where.removesuffix(": ")
                found += [(anchor, label, str(message)) for message in messages]
        for rows in self.rows:
            found += [
                (f"rows-{rows.of.name}", str(rows.of.label), str(text)) for text in rows.formset.non_form_errors()
            ]
        return found


def conference_of(form: RecordForm) -> int | None:
    """Return the number of the conference whose record a form is about; None for records of no conference."""
    if "conference" in form.fields:
        return _number(form, "conference")
    body = _number(form, "body") if "body" in form.fields else None
    return Body.objects.filter(pk=body).values_list("conference_id", flat=True).first() if body else None


def _number(form: RecordForm, name: str) -> int | None:
    value = form[name].value()
    return int(value) if str(value).isdecimal() and len(str(value)) < _LONGEST_NUMBER else None


def _put_stored_first(sent: QueryDict, name: str, there: AbstractSet[str]) -> None:
    """Put rows that are stored before all others, as Django counts them, and make the others new ones."""
    by_number: dict[int, dict[str, list[str]]] = {}
    for field in [field for field in sent if field.startswith(f"{name}-")]:
        number, _dash, part = field.removeprefix(f"{name}-").partition("-")
        if number.isdecimal() and part:
            by_number.setdefault(int(number), {})[part] = sent.pop(field)
    stored = [row for _number, row in sorted(by_number.items()) if there & set(row.get("id", []))]
    others = [row | {"id": [""]} for _number, row in sorted(by_number.items()) if not there & set(row.get("id", []))]
    for place, row in enumerate([*stored, *others]):
        for part, values in row.items():
            sent.setlist(f"{name}-{place}-{part}", values)
    sent[f"{name}-INITIAL_FORMS"] = str(len(stored))


def with_one_more(data: QueryDict, rows: str) -> QueryDict:
    """Return what was sent, with room for one more row."""
    more = data.copy()
    there = data.get(f"{rows}-TOTAL_FORMS", "")
    more[f"{rows}-TOTAL_FORMS"] = str(int(there) + 1 if there.isdecimal() else 1)
    return more


def label_choices(slug: str, found: list[Any], rows: str = "") -> None:
    """Give the choices of forms the labels of the interface in place of the words of the field."""
    words = {**_WORDS.get(slug, {}), **_WORDS.get(rows, {})}
    few: dict[str, Any] = {}  # the records to choose from, read once for all rows
    for form in found:
        for name, field in form.fields.items():
            if isinstance(field, forms.ModelChoiceField) and not field.widget.is_hidden:
                choices: Any = field.choices
                field.choices = few.setdefault(name, list(choices) if name not in few else [])
            if name in words and isinstance(field, forms.ChoiceField):
                labels = LABELS[words[name]]
                offered: Any = field.choices
                field.choices = [(value, labels.get(str(value), text)) for value, text in offered]
