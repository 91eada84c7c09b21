"""Forms of documents, their language versions and their way to a session."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rapporteur.bodies.forms import BodyChoiceField, ConferenceForm, MandateNumberField, mandate_list_field
from rapporteur.bodies.rules import grammar_from_plain
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.documents.rules import Calendar, WrongCalendar
from rapporteur.journal.forms import CitedField, DayField, ListField, RecordForm, misread, readable
from rapporteur.languages.terms import Language
from rapporteur.meetings.forms import cited_session
from rapporteur.meetings.models import Meeting
from rapporteur.symbols.agenda import parse_item
from rapporteur.symbols.documents import NotASymbol, parse
from rapporteur.symbols.grammars import GrammarError
from rapporteur.symbols.jobs import parse_job
from rapporteur.terminology.forms import LANGUAGE_NAMES, TextRecordForm

_SESSION_HELP = _("Key of the session: cop-10.")
_MEETING_HELP = _("Key of the meeting; where several have it, the key of the body before it: body/key.")


def items_field() -> ListField:
    """Return a field for numbers of agenda items."""
    help_text = _("With commas between them, as English documents print them: 2 (b), 4.")
    return ListField(each=readable(parse_item), required=False, label=_("Agenda items"), help_text=help_text)


class ConferenceWithCalendarForm(ConferenceForm):
    """The conference's form, with its calendar read as this room reads it."""

    def clean_calendar(self) -> dict[str, Any]:
        plain: dict[str, Any] = self.cleaned_data["calendar"]
        try:
            Calendar.from_plain(plain)
        except WrongCalendar as error:
            raise forms.ValidationError(str(error), code="calendar") from error
        return plain


class DocumentForm(TextRecordForm):
    of = CitedField(
        records=Document.objects.all,
        by=("key", "symbol"),
        required=False,
        label=_("Which document"),
        help_text=_("Its symbol: CTOC/COP/2020/1."),
    )
    session = cited_session(label=_("Session"), help_text=_SESSION_HELP)
    meeting = CitedField(
        records=Meeting.objects.all,
        within="body__conference",
        beside="body__key",
        required=False,
        label=_("Meeting"),
        help_text=_MEETING_HELP,
    )
    body = BodyChoiceField(required=False)
    reports_on = CitedField(
        records=Meeting.objects.all,
        within="body__conference",
        beside="body__key",
        required=False,
        label=_("Report on the meeting"),
        help_text=_MEETING_HELP,
    )
    reports_on_session = cited_session(label=_("Report on the session"), help_text=_SESSION_HELP)
    items = items_field()
    mandates = mandate_list_field(label=_("Under which mandates"))

    class Meta(TextRecordForm.Meta):
        model = Document
        fields: ClassVar[list[str]] = [
            "conference",
            "symbol",
            "key",
            "type",
            "title",
            "byline",
            "distribution",
            "original_language",
            "only_language",
            "date",
            "status",
            "reserved_on",
            "announced_on",
            "submit_by",
            "submitted_on",
            "issue_by",
            "issued_on",
            "is_late",
            "is_reissued",
            "relation",
            "of",
            "session",
            "meeting",
            "body",
            "items",
            "agenda_reference",
            "reports_on",
            "reports_on_session",
            "mandates",
            "note",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "conference": _("Conference"),
            "symbol": _("Symbol"),
            "key": _("Name of ours"),
            "type": _("Type"),
            "title": _("Title"),
            "byline": _("Byline"),
            "distribution": _("Distribution"),
            "original_language": _("Original language"),
            "only_language": _("In one language only"),
            "date": _("Date"),
            "status": _("Status"),
            "reserved_on": _("Symbol reserved on"),
            "announced_on": _("Announced on"),
            "issued_on": _("Issued on"),
            "submit_by": _("To be submitted by"),
            "submitted_on": _("Submitted on"),
            "issue_by": _("To be issued by"),
            "is_late": _("Its masthead says that it was submitted late"),
            "is_reissued": _("Reissued for technical reasons (asterisk after the symbol)"),
            "relation": _("What it does to another document"),
            "agenda_reference": _("Symbol of the agenda its masthead refers to"),
            "note": _("Note"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "symbol": _("As printed, without the asterisk of a reissue: CTOC/COP/WG.4/2020/4."),
            "key": _("Only while no symbol is known."),
            "date": _("The one of the masthead: the day on which the text was submitted for processing."),
        }
        widgets: ClassVar[dict[str, Any]] = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "symbol": forms.TextInput(attrs={"dir": "ltr", "size": 40}),
            "agenda_reference": forms.TextInput(attrs={"dir": "ltr", "size": 40}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].required = False
        if self.initial.get("symbol"):
            self.initial["key"] = ""

    def clean_symbol(self) -> str:
        return self._read_symbol(self.cleaned_data["symbol"])

    def clean_agenda_reference(self) -> str:
        return self._read_symbol(self.cleaned_data["agenda_reference"])

    def _read_symbol(self, text: str) -> str:
        conference = self.cleaned_data.get("conference")
        if not text or conference is None:
            return text
        try:
            return parse(text, grammar_from_plain(conference.symbol_root, conference.symbol_grammar)).key
        except NotASymbol as error:
            raise misread(error) from error
        except GrammarError as error:
            raise forms.ValidationError(str(error), code="grammar") from error


class LanguageVersionForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = LanguageVersion
        fields: ClassVar[list[str]] = ["language", "status", "reserved_on", "announced_on", "issued_on", "job_number"]
        labels: ClassVar[dict[str, Any]] = {
            "language": _("Language"),
            "status": _("Status"),
            "reserved_on": _("Reserved on"),
            "announced_on": _("Announced on"),
            "issued_on": _("Issued on"),
            "job_number": _("Job number"),
        }
        help_texts: ClassVar[dict[str, Any]] = {"job_number": _("As printed: V.17-06236 (E) 140917 150917.")}

    def clean_job_number(self) -> str:
        text: str = self.cleaned_data["job_number"]
        # One that is stored already may follow the custom of another duty station.
        return text if text in {"", self.initial.get("job_number")} else readable(parse_job)(text)


class TransmissionForm(RecordForm):
    session = cited_session(required=True, label=_("Session"), help_text=_SESSION_HELP)
    items = items_field()
    mandate = MandateNumberField()

    class Meta(RecordForm.Meta):
        model = Transmission
        fields: ClassVar[list[str]] = ["session", "items", "mandate"]


class IssueForm(forms.Form):
    """Issuing language versions, as one act of its own."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=list(LANGUAGE_NAMES.items()), widget=forms.CheckboxSelectMultiple
    )
    on = DayField(label=_("Issued on"))

    def clean_languages(self) -> list[Language]:
        return [Language(code) for code in self.cleaned_data["languages"]]
