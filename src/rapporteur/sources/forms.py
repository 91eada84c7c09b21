"""Forms of sources, attributions and conflicts."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rapporteur.journal.forms import CitedField, RecordForm
from rapporteur.sources.models import Attribution, Conflict, Source


class SourceForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Source
        fields: ClassVar[list[str]] = ["key", "what", "url"]
        labels: ClassVar[dict[str, Any]] = {"key": _("Key"), "what": _("What it is"), "url": _("Address")}
        help_texts: ClassVar[dict[str, Any]] = {
            "key": _("Short and lasting: records name the source by it. Letters, figures and hyphens."),
        }


class AttributionForm(RecordForm):
    source = CitedField(
        records=Source.objects.all,
        within="",
        label=_("Source"),
        help_text=_("Key of the source, as listed under Sources."),
    )

    class Meta(RecordForm.Meta):
        model = Attribution
        fields: ClassVar[list[str]] = ["field", "source", "locator"]
        labels: ClassVar[dict[str, Any]] = {"field": _("For"), "locator": _("Place in the source")}
        help_texts: ClassVar[dict[str, Any]] = {
            "field": _("The field that rests on it, or the row: starts_on, names/1. Empty for the whole record."),
            "locator": _("A paragraph, a heading, “masthead”."),
        }


class ConflictForm(RecordForm):
    followed = CitedField(
        records=Source.objects.all,
        within="",
        required=False,
        label=_("Source followed"),
        help_text=_("Key of the source."),
    )

    class Meta(RecordForm.Meta):
        model = Conflict
        fields: ClassVar[list[str]] = ["field", "statement", "followed"]
        labels: ClassVar[dict[str, Any]] = {"field": _("On"), "statement": _("How the sources disagree")}
        widgets: ClassVar[dict[str, Any]] = {"statement": forms.Textarea(attrs={"rows": 2})}
