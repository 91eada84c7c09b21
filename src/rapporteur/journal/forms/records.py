"""Forms of records and of their rows: what was typed becomes an `Entry`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db import models
from django.forms.models import BaseModelFormSet, modelformset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.journal.actions import Entry, RowEntry, Rows
from rapporteur.journal.forms.fields import CitedField, CitedListField, DayField, RecordChoiceField, TextField
from rapporteur.journal.queries import in_order

if TYPE_CHECKING:
    # The type checker is told which records the forms are about; Django's own classes take no such parameters.
    _ModelForm = forms.ModelForm[models.Model]
    _FormSet = BaseModelFormSet[models.Model, "RecordForm"]
else:
    _ModelForm, _FormSet = forms.ModelForm, BaseModelFormSet


def form_field(field: Any, **kwargs: Any) -> Any:
    """Return the form field for a field of a record."""
    if isinstance(field, models.DateField):
        return field.formfield(**{"form_class": DayField, "widget": DayField.widget, **kwargs})
    if isinstance(field, models.ForeignKey):
        return field.formfield(**{"form_class": RecordChoiceField, **kwargs})
    if type(field) in {models.CharField, models.TextField} and not field.choices:
        made = field.formfield(**{"form_class": TextField, **kwargs})
        made.widget.attrs.setdefault("dir", "auto")
        return made
    made = field.formfield(**kwargs)
    if isinstance(field, models.SlugField):
        made.widget.attrs["dir"] = "ltr"
    return made


class RecordForm(_ModelForm):
    """A form for one record, or for one row of a record. `needed` names texts without which files refuse it."""

    needed: ClassVar[tuple[str, ...]] = ()

    class Meta:
        formfield_callback = staticmethod(form_field)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.needed:
            self.fields[name].required = True
        for name, field in self.fields.items():
            # The record cited is at hand; its number alone would have to be looked up again.
            if isinstance(field, CitedField) and isinstance(self.initial.get(name), int):
                self.initial[name] = field.stored = getattr(self.instance, name)
            if isinstance(field, CitedListField) and self.instance.pk:
                # What a record names in an order is shown in that order, or saving the form would change it.
                self.initial[name] = in_order(self.instance, self.instance._meta.get_field(name))

    def _post_clean(self) -> None:
        """Leave the record to the action, which checks it together with its rows and under a lock."""

    @property
    def values(self) -> Mapping[str, Any]:
        """Return what was typed, by the fields of the record."""
        about = self._meta.model._meta
        kept = {field.name for field in (*about.fields, *about.many_to_many)} - {about.pk.name}
        return {name: value for name, value in self.cleaned_data.items() if name in kept}


_NEW_ROWS_AT_ONCE = 200


class RowsFormSet(_FormSet):
    """The forms of the rows that belong to a record."""

    deletion_widget = forms.CheckboxInput

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Each row costs a form: what no person adds at once is refused before its forms are made.
        self.absolute_max = self.get_queryset().count() + _NEW_ROWS_AT_ONCE

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Remove this row")
        if "position" in form.fields:
            form.fields["position"].required = False
            if form.instance.pk is None:
                form.initial["position"] = None

    def clean(self) -> None:
        """Leave the rows to the action."""

    def validate_unique(self) -> None:
        """Leave the rows to the action."""

    @property
    def entries(self) -> list[RowEntry]:
        """Return what was typed, one entry for each form, in their order; an empty new row counts as removed."""
        removed = set(map(id, self.deleted_forms))
        found = []
        for form in self.forms:
            pk = form.instance.pk
            is_blank = pk is None and not form.has_changed()
            if id(form) in removed or is_blank:
                found.append(RowEntry({}, pk=pk, is_removed=True))
            else:
                found.append(RowEntry(form.values, pk=pk))
        return _numbered(found)


def _numbered(entries: list[RowEntry]) -> list[RowEntry]:
    """Return the entries with a position in each that was left without one: after the last."""
    last = max((entry.values.get("position") or 0 for entry in entries), default=0)
    numbered = []
    for entry in entries:
        if "position" in entry.values and entry.values["position"] is None:
            last += 1
            numbered.append(RowEntry({**entry.values, "position": last}, pk=entry.pk))
        else:
            numbered.append(entry)
    return numbered


def rows_formset(rows: Rows, form: type[RecordForm]) -> type[RowsFormSet]:
    """Return the class of formsets for the rows of a record."""
    made: Any = modelformset_factory(rows.model, form=form, formset=RowsFormSet, extra=0, can_delete=True)
    return made  # type: ignore[no-any-return]  # the factory returns a subclass of the class it is given


def entry_of(form: RecordForm, formsets: Mapping[str, RowsFormSet]) -> Entry:
    return Entry(form.values, {name: formset.entries for name, formset in formsets.items()})


class WithdrawForm(forms.Form):
    because = TextField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("It stands in the journal beside the record as it was."),
        max_length=500,
    )
