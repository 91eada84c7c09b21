"""Fields of records' forms: texts without invisible characters, days, records cited by a value, lists.

A text that cannot be read is refused with the place of the fault.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import ModelChoiceField
from django.utils.translation import gettext as _

from rapporteur.languages import clean
from rapporteur.symbols.faults import Misreading

if TYPE_CHECKING:
    # The type checker is told which records the field is about; Django's own class takes no such parameters.
    _ChoiceField = ModelChoiceField[models.Model]
else:
    _ChoiceField = ModelChoiceField


def require_clean(text: str, *, multiline: bool) -> str:
    """Return a text as it is. Raises: ValidationError naming the place of a character that has no place in it."""
    found = clean.faults(text, multiline=multiline)
    if found:
        raise ValidationError(
            _("There is an invisible character at position %(position)d: %(name)s (%(code)s). Delete it: %(text)s"),
            code="unclean",
            params={
                "position": found[0].position + 1,
                "name": found[0].name,
                "code": found[0].code_point,
                "text": clean.visible(text),
            },
        )
    return text


class TextField(forms.CharField):
    """A text without control characters or overrides of direction."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_multiline = isinstance(self.widget, forms.Textarea)

    def clean(self, value: Any) -> Any:
        if isinstance(value, str):
            require_clean(value.strip(), multiline=self.is_multiline)
        return super().clean(value)


class DayField(forms.DateField):
    """A day, picked or typed as 2020-07-01."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "input_formats": ["%Y-%m-%d"]})


class RecordChoiceField(_ChoiceField):
    """One of a few records, each shown by its name and key."""

    def label_from_instance(self, obj: models.Model) -> str:
        key, name = str(getattr(obj, "key", "")), str(obj)
        return name if key in {"", name} else f"{name} ({key})"


class CitedField(forms.CharField):
    """One of many records, typed by the value that cites it: a key, a symbol.

    `records` gives those that can be cited; `by` are the fields to find one by, the first of them shown. `within` is
    the way from a record to its conference: where two conferences have the same key, that of `conference` is meant, the
    number of the conference whose record the form is about. `beside` is the way to what tells several of one key apart
    within a conference: that value, a stroke and the key cite one of them. `stored` is the record cited so far.
    """

    conference: int | None = None
    stored: models.Model | None = None

    def __init__(
        self,
        *args: Any,
        records: Callable[[], models.QuerySet[Any]],
        by: tuple[str, ...] = ("key",),
        within: str = "conference",
        beside: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.records, self.by, self.within, self.beside = records, by, within, beside
        self.widget.attrs.setdefault("dir", "ltr")
        self.widget.attrs.setdefault("autocomplete", "off")

    def prepare_value(self, value: Any) -> Any:
        return str(getattr(value, self.by[0])) if isinstance(value, models.Model) else value

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value))
        return self.found(text) if text else None

    def clean(self, value: Any) -> Any:
        cited = self.to_python(value)
        if cited is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return cited

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "").strip()

    def meant(self, found: models.QuerySet[Any]) -> list[models.Model]:
        """Return one of several records of the same key if it alone belongs to the conference, else at most two."""
        if self.within and self.conference is not None:
            own = list(found.filter(**{self.within: self.conference})[:2])
            if own:
                return own
        return list(found[:2])

    def found(self, text: str) -> models.Model:
        """Return the record cited. Raises: ValidationError with the nearest ones, where there is none or several."""
        text = require_clean(text, multiline=False)
        for field in self.by:
            exact = self.meant(self.records().filter(**{field: text}))
            if len(exact) == 1:
                return exact[0]
            if exact:
                return self._one_of_several(field, text)
        which, stroke, key = text.partition("/")
        if self.beside and stroke:
            exact = self.meant(self.records().filter(**{self.beside: which, self.by[0]: key}))
            if len(exact) == 1:
                return exact[0]
        raise self._unknown(text)

    def _one_of_several(self, field: str, text: str) -> models.Model:
        """Return the one that was cited before. Raises: ValidationError with the way to cite one, if none was."""
        if self.stored is not None and text == str(self.prepare_value(self.stored)):
            return self.stored
        if not self.beside:
            message = _("Several conferences have “%(text)s”. Choose the conference of this record first.")
            raise ValidationError(message, code="several", params={"text": text})
        found = self.records().filter(**{field: text})
        own = found.filter(**{self.within: self.conference}) if self.within and self.conference is not None else found
        names = (own if own.exists() else found).order_by(self.beside).values_list(self.beside, flat=True)[:5]
        raise ValidationError(
            _("Several in the register have the key “%(text)s”. Write which one: %(each)s."),
            code="several",
            params={"text": text, "each": ", ".join(f"{name}/{text}" for name in dict.fromkeys(names))},
        )

    def _unknown(self, text: str) -> ValidationError:
        near = models.Q()
        for field in self.by:
            near |= models.Q(**{f"{field}__icontains": text})
        names = [str(getattr(record, self.by[0])) for record in self.records().filter(near)[:5]]
        return ValidationError(
            _("Nothing in the register is cited as “%(text)s”. Near it: %(near)s.")
            if names
            else _("Nothing in the register is cited as “%(text)s”."),
            code="unknown",
            params={"text": text, "near": ", ".join(names)},
        )


class CitedListField(CitedField):
    """Several records in an order, typed as citations with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return (
            value
            if isinstance(value, str) or value is None
            else ", ".join(str(getattr(record, self.by[0])) for record in value)
        )

    def to_python(self, value: Any) -> Any:
        texts = [text.strip() for text in str(value or "").replace("\n", ",").split(",")]
        return [self.found(text) for text in texts if text]

    def clean(self, value: Any) -> Any:
        cited = self.to_python(value)
        if not cited and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return cited


class ListField(TextField):
    """Several short texts, typed with commas between them and kept as a list; `each` reads one of them."""

    def __init__(self, *args: Any, each: Callable[[str], str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.each = each

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        texts = [text.strip() for text in str(value or "").replace("\n", ",").split(",")]
        return [self.each(text) if self.each else text for text in texts if text]

    def run_validators(self, value: Any) -> None:  # noqa: ARG002 - Django's signature
        return None

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "").strip()


def misread(error: Misreading) -> ValidationError:
    """Return the message for a field whose text cannot be read, with the place of the fault marked in it."""
    before, found = error.text[: error.position], error.text[error.position :]
    return ValidationError(
        _("%(expected)s was expected at position %(position)d, after “%(before)s”; there is “%(found)s”.")
        if found
        else _("%(expected)s was expected at position %(position)d, after “%(before)s”; there the text ends."),
        code="misread",
        params={
            "expected": error.expected,
            "position": error.position + 1,
            "before": clean.visible(before),
            "found": clean.visible(found),
        },
    )


def readable(read: Callable[[str], Any]) -> Callable[[str], str]:
    """Return a function that passes a text which `read` can read, and refuses another with the place of the fault."""

    def check(text: str) -> str:
        try:
            return str(read(text))
        except Misreading as error:
            raise misread(error) from error

    return check
