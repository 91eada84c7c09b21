"""Forms of sessions and meetings, of what is said of them, and of agenda items."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.forms import BodyChoiceField
from rapporteur.journal.forms import CitedField, DayField, RecordForm, TextField, readable
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.meetings.rules import SaidOf
from rapporteur.meetings.terms import MeetingStatus, Mode
from rapporteur.parties.forms import KEY_HELP
from rapporteur.symbols.agenda import parse_item
from rapporteur.symbols.mandates import parse_mandate
from rapporteur.terminology.forms import MultilingualInput, TextRecordForm

_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2}))?", re.ASCII)


class MonthField(TextField):
    """A year, or a month of a year, where no day is known: "2022", "2022-06". Its value is (year, month)."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, tuple):
            return value
        year, month = value
        return "" if year is None else f"{year}-{month:02d}" if month else str(year)

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value))
        if not text:
            return None, None
        found = _MONTH.fullmatch(text)
        month = int(found[2]) if found and found[2] else None
        if not found or month not in {None, *range(1, 13)}:
            raise forms.ValidationError(_("Write a year, “2022”, or a month, “2022-06”."), code="misread")
        return int(found[1]), month

    def run_validators(self, value: Any) -> None:  # noqa: ARG002 - Django's signature
        return None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "").strip()


def cited_session(**kwargs: Any) -> CitedField:
    return CitedField(records=Session.objects.all, **{"required": False, **kwargs})


class CitedMandateField(CitedField):
    """A mandate typed as documents cite it: "resolution 7/1"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(records=Mandate.objects.all, by=("citation",), **kwargs)

    def found(self, text: str) -> Any:
        kind, _space, number = readable(parse_mandate)(text).partition(" ")
        found = self.meant(Mandate.objects.filter(kind=kind, number=number))
        if len(found) != 1:
            raise forms.ValidationError(_("The register has no mandate “%(text)s”.") % {"text": text}, code="unknown")
        return found[0]


class GatheringForm(TextRecordForm):
    field_order = (
        "conference",
        "body",
        "kind",
        "ordinal",
        "key",
        "starts_on",
        "ends_on",
        "roughly",
        "window_starts_on",
        "window_ends_on",
        "concluded_by",
    )
    roughly = MonthField(
        required=False,
        label=gettext_lazy("Month or year"),
        help_text=gettext_lazy("Where no day is known: 2022, or 2022-06."),
    )
    gathering_labels: ClassVar[dict[str, Any]] = {
        "key": gettext_lazy("Key"),
        "ordinal": gettext_lazy("Ordinal"),
        "starts_on": gettext_lazy("First day"),
        "ends_on": gettext_lazy("Last day"),
        "window_starts_on": gettext_lazy("Not before"),
        "window_ends_on": gettext_lazy("Not after"),
        "concluded_by": gettext_lazy("Over by"),
        "place": gettext_lazy("Place"),
        "mode": gettext_lazy("Mode"),
        "note": gettext_lazy("Note"),
    }
    gathering_help: ClassVar[dict[str, Any]] = {
        "ordinal": gettext_lazy("A number: 10 for the tenth. Empty where no source gives it."),
        "starts_on": gettext_lazy("As planned at first. What changed later is said below, with the day it was said."),
        "window_starts_on": gettext_lazy("Where only the days around it are known."),
        "concluded_by": gettext_lazy("A day by which it was over, where that is all a source says."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planned: Any = self.instance
        self.initial.setdefault("roughly", (planned.year, planned.month))

    @property
    def values(self) -> dict[str, Any]:
        year, month = self.cleaned_data["roughly"]
        return {**super().values, "year": year, "month": month}


class SessionForm(GatheringForm):
    class Meta(TextRecordForm.Meta):
        model = Session
        fields: ClassVar[list[str]] = [
            "conference",
            "key",
            "kind",
            "ordinal",
            "starts_on",
            "ends_on",
            "window_starts_on",
            "window_ends_on",
            "concluded_by",
            "place",
            "mode",
            "states_parties",
            "resolutions_adopted",
            "note",
        ]
        labels: ClassVar[dict[str, Any]] = {
            **GatheringForm.gathering_labels,
            "conference": gettext_lazy("Conference"),
            "kind": gettext_lazy("Kind"),
            "states_parties": gettext_lazy("Parties at the time"),
            "resolutions_adopted": gettext_lazy("Resolutions adopted"),
        }
        help_texts: ClassVar[dict[str, Any]] = {**GatheringForm.gathering_help, "key": KEY_HELP}
        widgets: ClassVar[dict[str, Any]] = {"note": forms.Textarea(attrs={"rows": 3})}


class MeetingForm(GatheringForm):
    body = BodyChoiceField()
    in_session = cited_session(
        label=gettext_lazy("During the session"), help_text=gettext_lazy("Key of the session: cop-10.")
    )
    reports_to = cited_session(
        label=gettext_lazy("Reports to the session"), help_text=gettext_lazy("Key of the session: cop-10.")
    )
    under = CitedMandateField(
        required=False,
        label=gettext_lazy("Its report is sent on under"),
        help_text=gettext_lazy("A mandate: resolution 7/1."),
    )
    back_to_back_with = CitedField(
        records=Meeting.objects.all,
        within="body__conference",
        beside="body__key",
        required=False,
        label=gettext_lazy("Back to back with the meeting"),
        help_text=gettext_lazy("Key of the other meeting."),
    )

    class Meta(TextRecordForm.Meta):
        model = Meeting
        fields: ClassVar[list[str]] = [
            "body",
            "ordinal",
            "key",
            "starts_on",
            "ends_on",
            "window_starts_on",
            "window_ends_on",
            "concluded_by",
            "place",
            "mode",
            "in_session",
            "back_to_back_with",
            "reports_to",
            "under",
            "note",
        ]
        labels: ClassVar[dict[str, Any]] = GatheringForm.gathering_labels
        help_texts: ClassVar[dict[str, Any]] = {
            **GatheringForm.gathering_help,
            "key": gettext_lazy("Left empty, it is made of the body and the ordinal or the year."),
        }
        widgets: ClassVar[dict[str, Any]] = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].required = False


class SayingForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Saying
        fields: ClassVar[list[str]] = ["as_of", "status", "starts_on", "ends_on", "mode", "note"]
        labels: ClassVar[dict[str, Any]] = {
            "as_of": gettext_lazy("As of"),
            "status": gettext_lazy("What is said"),
            "starts_on": gettext_lazy("New first day"),
            "ends_on": gettext_lazy("New last day"),
            "mode": gettext_lazy("New mode"),
            "note": gettext_lazy("Note"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "as_of": gettext_lazy("The day on which it was so. Documents written before that day do not know it."),
        }


class SayForm(forms.Form):
    """What is said of a session or meeting, as one act of its own."""

    status = forms.ChoiceField(
        label=gettext_lazy("What is said"), choices=[(status, status) for status in MeetingStatus]
    )
    as_of = DayField(
        required=False,
        label=gettext_lazy("As of"),
        help_text=gettext_lazy("The day on which it was so. Documents written before that day do not know it."),
    )
    starts_on = DayField(required=False, label=gettext_lazy("New first day"))
    ends_on = DayField(required=False, label=gettext_lazy("New last day"))
    mode = forms.ChoiceField(
        required=False, label=gettext_lazy("New mode"), choices=[("", "---------"), *((mode, mode) for mode in Mode)]
    )
    note = TextField(required=False, max_length=300, label=gettext_lazy("Note"))

    @property
    def said(self) -> SaidOf:
        typed = self.cleaned_data
        return SaidOf(
            status=MeetingStatus(typed["status"]),
            as_of=typed["as_of"],
            starts_on=typed["starts_on"],
            ends_on=typed["ends_on"],
            mode=Mode(typed["mode"]) if typed["mode"] else None,
        )


class AgendaItemForm(TextRecordForm):
    number = TextField(
        max_length=20, label=gettext_lazy("Number"), help_text=gettext_lazy("As English documents print it: 2, 2 (b).")
    )

    class Meta(TextRecordForm.Meta):
        model = AgendaItem
        fields: ClassVar[list[str]] = ["number", "stage", "title", "annotation", "origin", "note", "position"]
        labels: ClassVar[dict[str, Any]] = {
            "stage": gettext_lazy("Agenda"),
            "title": gettext_lazy("Title"),
            "annotation": gettext_lazy("Annotation"),
            "origin": gettext_lazy("Origin"),
            "note": gettext_lazy("Note"),
            "position": gettext_lazy("Order"),
        }
        help_texts: ClassVar[dict[str, Any]] = {"position": gettext_lazy("Left empty: after the last item.")}
        widgets: ClassVar[dict[str, Any]] = {"annotation": MultilingualInput(is_multiline=True)}

    def clean_number(self) -> str:
        text: str = self.cleaned_data["number"]
        # One that is stored already may be printed in the way of another conference.
        return text if text == self.initial.get("number") else readable(parse_item)(text)
