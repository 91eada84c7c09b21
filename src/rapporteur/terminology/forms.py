"""Forms with texts in six languages: one input for each language, and beside it how sure we are of the wording."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.journal.forms import RecordForm, form_field, require_clean
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.terminology.models import MultilingualField, Term

LANGUAGE_NAMES: Mapping[Language, Any] = {
    Language.ARABIC: gettext_lazy("Arabic"),
    Language.CHINESE: gettext_lazy("Chinese"),
    Language.ENGLISH: gettext_lazy("English"),
    Language.FRENCH: gettext_lazy("French"),
    Language.RUSSIAN: gettext_lazy("Russian"),
    Language.SPANISH: gettext_lazy("Spanish"),
}
STATUSES = [
    (Status.FOUND, gettext_lazy("Found in a document")),
    (Status.KNOWN, gettext_lazy("Settled usage, not seen in a document")),
    (Status.PROVISIONAL, gettext_lazy("Provisional: a translation of ours")),
]
_PARTS = ("text", "status", "check", "source", "note", "variants")


class MultilingualInput(forms.Widget):
    """Six inputs, one for each language, each in its own direction."""

    template_name = "desk/widgets/multilingual.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, is_multiline: bool = False) -> None:
        super().__init__(attrs)
        self.is_multiline = is_multiline

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, dict[str, str]]:  # noqa: ARG002 - Django's signature
        return {
            language.value: {part: str(data.get(f"{name}-{language}-{part}", "")) for part in _PARTS}
            for language in Language
        }

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:  # noqa: ARG002 - Django's signature
        return not any(f"{name}-{language}-text" in data for language in Language)

    def id_for_label(self, id_: str) -> str:  # noqa: ARG002 - Django's signature
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = as_typed(value) if isinstance(value, Multilingual) or not value else value
        context["widget"].update(
            is_multiline=self.is_multiline,
            statuses=STATUSES,
            languages=[
                {"code": language.value, "name": LANGUAGE_NAMES[language], "dir": language.direction, **typed[language]}
                for language in Language
            ],
        )
        return context


def as_typed(text: Multilingual | None) -> dict[str, dict[str, str]]:
    """Return a text as the inputs of its form hold it."""
    typed = {}
    for language in Language:
        wording = (text or Multilingual()).wording(language) or Wording("")
        typed[language.value] = {
            "text": wording.text,
            "status": wording.status.value,
            "check": "on" if wording.check else "",
            "source": wording.source,
            "note": wording.note,
            "variants": "\n".join(wording.variants),
        }
    return typed


class MultilingualFormField(forms.Field):
    widget = MultilingualInput

    def clean(self, value: Any) -> Multilingual:
        wordings, errors = {}, []
        for language in Language:
            typed = (value or {}).get(language.value, {})
            try:
                wording = self._wording(typed)
            except ValidationError as error:
                errors += [
                    _("%(language)s: %(error)s") % {"language": LANGUAGE_NAMES[language], "error": message}
                    for message in error.messages
                ]
                continue
            if wording:
                wordings[language] = wording
        if errors:
            raise ValidationError(errors)
        if self.required and not wordings:
            raise ValidationError(_("Give the text in at least one language."), code="required")
        return Multilingual(wordings)

    def _wording(self, typed: Mapping[str, str]) -> Wording | None:
        is_multiline = isinstance(self.widget, MultilingualInput) and self.widget.is_multiline
        text = typed.get("text", "").strip()
        text = text.replace("\r\n", "\n") if is_multiline else " ".join(text.split())
        said = {part: " ".join(typed.get(part, "").split()) for part in ("source", "note")}
        if not text:
            if said["source"] or said["note"]:
                raise ValidationError(_("there is a source or a note, but no text; write the text, or clear both."))
            return None
        for part in (text, *said.values()):
            require_clean(part, multiline=is_multiline)
        status = typed.get("status") or Status.FOUND
        if status not in {known for known, _label in STATUSES}:
            raise ValidationError(_("“%(status)s” is not a status; choose one of the list.") % {"status": status})
        return Wording(
            text=text,
            status=Status(status),
            check=bool(typed.get("check")),
            variants=tuple(require_clean(line.strip(), multiline=False) for line in _lines(typed)),
            **said,
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != (initial or Multilingual()))
        except ValidationError:
            return True


def _lines(typed: Mapping[str, str]) -> list[str]:
    return [line for line in typed.get("variants", "").splitlines() if line.strip()]


def text_form_field(field: Any, **kwargs: Any) -> Any:
    """Return the form field for a field of a record, texts in six languages included."""
    if isinstance(field, MultilingualField):
        chosen = {name: kwargs[name] for name in ("label", "help_text", "widget") if kwargs.get(name)}
        return MultilingualFormField(required=False, **chosen)
    return form_field(field, **kwargs)


class TextRecordForm(RecordForm):
    """A form for a record with texts in six languages."""

    class Meta(RecordForm.Meta):
        formfield_callback = staticmethod(text_form_field)


class TermForm(TextRecordForm):
    class Meta(TextRecordForm.Meta):
        model = Term
        fields: ClassVar[list[str]] = ["conference_key", "group", "key", "use", "wording"]
        labels: ClassVar[dict[str, Any]] = {
            "conference_key": gettext_lazy("Key of the conference"),
            "group": gettext_lazy("Group"),
            "key": gettext_lazy("Key"),
            "use": gettext_lazy("Use"),
            "wording": gettext_lazy("Wording"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "conference_key": gettext_lazy("Empty for a term that every conference shares."),
            "key": gettext_lazy(
                "Drafts find the term by it; a term of this key replaces our provisional wording everywhere."
            ),
        }


class WordingForm(forms.Form):
    """One wording in one language, as the list of wordings offers it."""

    text = forms.CharField(required=False, label=gettext_lazy("Text"), widget=forms.Textarea(attrs={"rows": 2}))
    status = forms.ChoiceField(choices=STATUSES, label=gettext_lazy("Status"))
    check = forms.BooleanField(required=False, label=gettext_lazy("Still to be checked against a document"))
    source = forms.CharField(required=False, label=gettext_lazy("Source"), max_length=60)
    shown = forms.CharField(widget=forms.HiddenInput)

    def clean_text(self) -> str:
        return require_clean(" ".join(str(self.cleaned_data["text"]).split()), multiline=False)
