"""Forms of conferences, bodies with their names and characters, and officers."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.bodies.queries import official_name
from rapporteur.journal.forms import ListField, RecordChoiceField, RecordForm, TextField, readable
from rapporteur.languages.terms import Language
from rapporteur.parties.forms import KEY_HELP, SINCE_UNTIL
from rapporteur.parties.models import Instrument
from rapporteur.symbols.mandates import parse_mandate
from rapporteur.terminology.forms import LANGUAGE_NAMES, TextRecordForm


class MandateNumberField(TextField):
    """A resolution or decision cited by value: "resolution 7/1"."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = _("As documents cite it: “resolution 7/1”, “decision 4/4”.")
        super().__init__(**{"required": False, "label": _("By which mandate"), "help_text": help_text, **kwargs})
        self.widget.attrs["dir"] = "ltr"

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        return readable(parse_mandate)(text) if text else ""


class BodyChoiceField(RecordChoiceField):
    """One of the bodies, shown by the name it bears now."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"queryset": Body.objects.prefetch_related("names"), "label": _("Body"), **kwargs})

    def label_from_instance(self, obj: Any) -> str:
        return f"{official_name(obj).first()} ({obj.key})"


class LinesField(TextField):
    """Settings typed one a line, "name: value"; kept as a mapping, whole numbers as numbers, lists with commas."""

    widget = forms.Textarea(attrs={"rows": 3, "dir": "ltr"})

    def __init__(self, *, of_lists: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.of_lists = of_lists

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return "\n".join(self._lines(value))

    def _lines(self, value: dict[str, Any]) -> list[str]:
        lines = []
        for name, said in value.items():
            if isinstance(said, dict):
                lines += [f"{name} {part}: {', '.join(map(str, parts))}" for part, parts in said.items()]
            else:
                lines.append(f"{name}: {', '.join(map(str, said)) if isinstance(said, list) else said}")
        return lines

    def to_python(self, value: Any) -> Any:
        settings: dict[str, Any] = {}
        for number, line in enumerate(str(value or "").splitlines(), start=1):
            name, colon, said = (part.strip() for part in line.partition(":"))
            if not (name or said):
                continue
            if not colon or not name or not said:
                raise forms.ValidationError(_("Line %(number)d is not “name: value”.") % {"number": number})
            if not self.of_lists:
                settings[name] = int(said) if said.isdecimal() else said
                continue
            parts = [part.strip() for part in said.split(",")]
            first, _space, second = name.partition(" ")
            if second:
                settings.setdefault(first, {})[second] = parts
            else:
                settings[name] = parts
        return settings

    def run_validators(self, value: Any) -> None:  # noqa: ARG002 - Django's signature
        return None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "").strip()


class ConferenceForm(TextRecordForm):
    needed = ("name",)
    official_languages = forms.MultipleChoiceField(
        choices=list(LANGUAGE_NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        label=_("Official languages"),
        initial=list(Language),
    )
    instruments = forms.ModelMultipleChoiceField(
        queryset=Instrument.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label=_("Instruments"),
    )
    calendar = LinesField(
        required=False,
        label=_("Calendar of documents"),
        help_text=_(
            "What differs from the usual deadlines, one a line: “submission_weeks: 10”. Also: issuance_weeks, "
            "report_weeks, regular_agenda_days, special_agenda_days."
        ),
    )
    symbol_grammar = LinesField(
        required=False,
        of_lists=True,
        label=_("Grammar of symbols"),
        help_text=_(
            "What differs from the usual forms, one a line: “bodies: WG.n, IRG”. Also: tails, suffixes, extras."
        ),
    )

    class Meta(TextRecordForm.Meta):
        model = Conference
        fields: ClassVar[list[str]] = [
            "key",
            "name",
            "short_name",
            "symbol_root",
            "secretariat",
            "seat",
            "basis",
            "gathering_word",
            "official_languages",
            "instruments",
            "calendar",
            "symbol_grammar",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "key": _("Key"),
            "name": _("Name"),
            "short_name": _("Short name"),
            "symbol_root": _("Root of its symbols"),
            "secretariat": _("Secretariat"),
            "seat": _("Seat"),
            "basis": _("Legal basis"),
            "gathering_word": _("What it calls its gatherings"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "key": KEY_HELP,
            "symbol_root": _("Every symbol of the conference begins with it: CTOC/COP."),
            "basis": _("The provision that establishes it: an article of an instrument."),
        }

    @property
    def values(self) -> dict[str, Any]:
        chosen = [language.value for language in Language if language in self.cleaned_data["official_languages"]]
        return {**super().values, "official_languages": chosen, "instruments": list(self.cleaned_data["instruments"])}


class BodyForm(TextRecordForm):
    parent = BodyChoiceField(required=False, label=_("Parent body"))

    class Meta(TextRecordForm.Meta):
        model = Body
        fields: ClassVar[list[str]] = [
            "conference",
            "key",
            "kind",
            "series",
            "parent",
            "instrument",
            "openness",
            "gathering_word",
            "agenda_focus",
            "note",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "conference": _("Conference"),
            "key": _("Key"),
            "kind": _("Kind"),
            "series": _("Symbol series"),
            "instrument": _("Instrument"),
            "openness": _("Open to"),
            "gathering_word": _("What it calls its gatherings"),
            "agenda_focus": _("Focus of its agenda"),
            "note": _("Note"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "key": KEY_HELP,
            "series": _("The beginning of its symbols: CTOC/COP/WG.4. Empty where none is known."),
            "openness": _("For instance “open-ended intergovernmental”."),
        }
        widgets: ClassVar[dict[str, Any]] = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "series": forms.TextInput(attrs={"dir": "ltr"}),
        }


class BodyNameForm(TextRecordForm):
    needed = ("name",)
    mandate = MandateNumberField()

    class Meta(TextRecordForm.Meta):
        model = BodyName
        fields: ClassVar[list[str]] = ["kind", "name", "mandate", "since", "until", "seen", "position"]
        labels: ClassVar[dict[str, Any]] = {
            "kind": _("Kind of name"),
            "name": _("Name"),
            **SINCE_UNTIL,
            "seen": _("Where seen"),
            "position": _("Order"),
        }


class BodyCharacterForm(RecordForm):
    mandate = MandateNumberField()

    class Meta(RecordForm.Meta):
        model = BodyCharacter
        fields: ClassVar[list[str]] = ["character", "mandate", "since", "until", "position"]
        labels: ClassVar[dict[str, Any]] = {"character": _("Character"), **SINCE_UNTIL, "position": _("Order")}


class OfficerForm(TextRecordForm):
    needed = ("name",)
    body = BodyChoiceField(required=False, help_text=_("Empty for an officer of the conference itself."))

    class Meta(TextRecordForm.Meta):
        model = Officer
        fields: ClassVar[list[str]] = [
            "conference",
            "body",
            "role",
            "name",
            "party",
            "state_named",
            "gathering_key",
            "since",
            "until",
            "note",
            "position",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "conference": _("Conference"),
            "role": _("Office"),
            "name": _("Name"),
            "party": _("State"),
            "state_named": _("State, as the source names it"),
            "gathering_key": _("Session or meeting"),
            **SINCE_UNTIL,
            "note": _("Note"),
            "position": _("Order"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "gathering_key": _(
                "Key of the session or meeting at which the office was held, where that is all we know."
            ),
        }


def mandate_list_field(**kwargs: Any) -> ListField:
    """Return a field for several mandates cited by value, with commas between them."""
    help_text = _("With commas between them: resolution 7/1, decision 4/4.")
    return ListField(each=readable(parse_mandate), required=False, **{"help_text": help_text, **kwargs})
