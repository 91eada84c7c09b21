"""Forms of mandates and of their provisions."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rapporteur.bodies.forms import BodyChoiceField
from rapporteur.bodies.models import Body
from rapporteur.journal.forms import CitedListField, misread
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.symbols.mandates import MandateKind, NotAMandateNumber, parse_figures
from rapporteur.terminology.forms import MultilingualInput, TextRecordForm


class MandateForm(TextRecordForm):
    concerns = CitedListField(
        records=Body.objects.all,
        required=False,
        label=_("Bodies it concerns"),
        help_text=_("Keys of bodies, with commas between them."),
    )

    class Meta(TextRecordForm.Meta):
        model = Mandate
        fields: ClassVar[list[str]] = [
            "conference",
            "kind",
            "number",
            "session_key",
            "adopted_on",
            "title",
            "subject",
            "concerns",
            "note",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "conference": _("Conference"),
            "kind": _("Kind"),
            "number": _("Number"),
            "session_key": _("Session that adopted it"),
            "adopted_on": _("Adopted on"),
            "title": _("Title"),
            "subject": _("Subject, as it runs on in a sentence"),
            "note": _("Note"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "number": _("The figures alone: 7/1."),
            "session_key": _("Key of the session: cop-10."),
            "subject": _("What stands after “on” where a document cites it: in lower case, instruments shortened."),
        }
        widgets: ClassVar[dict[str, Any]] = {"note": forms.Textarea(attrs={"rows": 3})}

    def clean_number(self) -> str:
        kind = self.cleaned_data.get("kind") or MandateKind.RESOLUTION
        try:
            return parse_figures(self.cleaned_data["number"], kind=MandateKind(kind)).figures
        except NotAMandateNumber as error:
            raise misread(error) from error


class ProvisionForm(TextRecordForm):
    bodies = CitedListField(
        records=Body.objects.all,
        required=False,
        label=_("Bodies"),
        help_text=_("Keys of the bodies it speaks of, in its order, with commas between them."),
    )
    to_body = BodyChoiceField(required=False, label=_("To which body"))

    class Meta(TextRecordForm.Meta):
        model = Provision
        fields: ClassVar[list[str]] = [
            "position",
            "paragraph",
            "effect",
            "verb",
            "bodies",
            "to_body",
            "instrument",
            "addressee",
            "minimum",
            "due_session_key",
            "due_on",
            "expires_session_key",
            "expires_on",
            "recurrence",
            "qualifier",
            "object",
            "designation",
            "condition",
            "purpose",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "position": _("Order"),
            "paragraph": _("Paragraph"),
            "effect": _("Effect"),
            "verb": _("Verb"),
            "instrument": _("Instrument"),
            "addressee": _("Who is asked"),
            "minimum": _("At least how many"),
            "due_session_key": _("Due by the session"),
            "due_on": _("Due on"),
            "expires_session_key": _("Lapses at the session"),
            "expires_on": _("Lapses on"),
            "recurrence": _("How often"),
            "qualifier": _("Qualifier"),
            "object": _("What is asked"),
            "designation": _("How it describes the body"),
            "condition": _("Condition"),
            "purpose": _("Purpose"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "verb": _("The operative word, as adopted: “decided”, “requested”."),
            "due_session_key": _("Key of the session: cop-10."),
            "expires_session_key": _("Key of the session: cop-10."),
        }
        widgets: ClassVar[dict[str, Any]] = {
            name: MultilingualInput(is_multiline=True) for name in ("object", "condition", "purpose")
        }
