"""What an officer fills in at the desk: a draw to be published, and the requests that a lot be repeated."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from rapporteur.lots.actions import PublicationEntry
from rapporteur.lots.terms import DrawingKind, Side

_LARGEST: Final = 2 * 1024 * 1024
_KINDS: Final = (
    (DrawingKind.DRAW.value, _("Who reviews whom, drawn from a seed")),
    (DrawingKind.CEREMONY.value, _("Who reviews whom, drawn step by step in a ceremony")),
    (DrawingKind.YEARS.value, _("In which year each review begins")),
)


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TextFileField(forms.FileField):
    """A file of text in UTF-8; its cleaned value is the text."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        found = super().clean(data, initial)
        if not found:
            return ""
        if found.size > _LARGEST:
            raise forms.ValidationError(_("This file is larger than any roster or rules; choose the right one."))
        try:
            return found.read().decode()
        except UnicodeDecodeError:
            raise forms.ValidationError(_("This file is not UTF-8; save it as UTF-8.")) from None


class SourcesField(forms.CharField):
    """The sources of a seed, one a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}), required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        return tuple(line.strip() for line in super().clean(value).splitlines() if line.strip())


class PublicationForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("As it is to be read in the record."))
    kind = forms.ChoiceField(label=_("What is drawn"), choices=_KINDS)
    roster = TextFileField(
        label=_("Roster (CSV)"),
        required=False,
        help_text=_("Left empty, the States of the register are taken, with their groups and statuses as of now."),
    )
    rules = TextFileField(label=_("Rules (YAML)"))
    rehearsal = forms.BooleanField(label=_("A rehearsal, which decides nothing"), required=False)
    objections_until = DayField(
        label=_("Last day for objections"), required=False, help_text=_("No seed is taken before it is over.")
    )
    seed_sources = SourcesField(
        label=_("Sources of the seed"), help_text=_("One a line, in the order in which they will be read out.")
    )

    def entry(self, roster: str) -> PublicationEntry:
        """Return what was filled in; `roster` is the text to take."""
        chosen = self.cleaned_data
        return PublicationEntry(
            title=chosen["title"],
            roster=roster,
            rules=chosen["rules"],
            kind=DrawingKind(chosen["kind"]),
            rehearsal=chosen["rehearsal"],
            objections_until=chosen["objections_until"],
            seed_sources=chosen["seed_sources"],
        )


class RequestForm(forms.Form):
    """One request that a seat be drawn again. An empty one is none."""

    reviewed = forms.CharField(label=_("Code of the State under review"), max_length=40, required=False)
    side = forms.ChoiceField(
        label=_("Seat"),
        choices=[
            (Side.OWN.value, _("own group")),
            (Side.OTHER.value, _("other group")),
            (Side.ANY.value, _("any group")),
        ],
    )
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


class FollowingForm(forms.Form):
    objections_until = DayField(label=_("Last day for objections"), required=False)
    seed_sources = SourcesField(
        label=_("Sources of the new seed"), help_text=_("They must come to be after the last request.")
    )


Requests = forms.formset_factory(RequestForm, extra=4, max_num=20)
