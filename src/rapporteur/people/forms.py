"""What a person fills in on the way in, and what officers and focal points fill in about people."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from rapporteur.people.terms import NAMED_BY_NOTE, Direction, Nominee, NoteEntry, Part

DIRECTIONS: Final = ((Direction.IN.value, _("received")), (Direction.OUT.value, _("sent")))
PARTS: Final = (
    (Part.FOCAL_POINT.value, _("focal point")),
    (Part.EXPERT.value, _("governmental expert")),
    (Part.OBSERVER.value, _("observer")),
    (Part.CONTRIBUTOR.value, _("contributor")),
)
_PROCESS: Final = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("Write the mechanism and the phase with a stroke between them, such as “untoc/1”."),
)
Choices = Sequence[tuple[str, str]]


class PasswordForm(forms.Form):
    """The password of whoever was invited, written twice because it is not seen."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The same password again"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as Django's own
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, object]:
        found = super().clean() or {}
        if found.get("password") and found.get("again") and found["password"] != found["again"]:
            self.add_error("again", _("The two passwords are not the same."))
        return found


class LinkForm(forms.Form):
    """The address to which a fresh link is to be sent."""

    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NoteForm(forms.Form):
    """A note verbale as it is recorded, with its scan."""

    direction = forms.ChoiceField(label=_("The note was"), choices=DIRECTIONS, widget=forms.RadioSelect)
    state = forms.ChoiceField(label=_("State"), help_text=_("The State that sent the note, or to which it went."))
    reference = forms.CharField(label=_("Reference"), max_length=120)
    dated = DayField(label=_("Date of the note"))
    handled_on = DayField(label=_("Received or sent on"))
    subject = forms.CharField(label=_("Subject"), max_length=300)
    text = forms.CharField(
        label=_("Text or summary"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    scan = forms.FileField(
        label=_("Scan"), required=False, help_text=_("PDF, PNG, JPEG or another usual kind, of at most 20 megabytes.")
    )

    def __init__(self, *args: Any, states: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "state", states)

    @property
    def entry(self) -> NoteEntry:
        said = {name: value for name, value in self.cleaned_data.items() if name != "scan"}
        return NoteEntry(**{**said, "direction": Direction(said["direction"])})


class ProcessForm(forms.Form):
    """What people are named for."""

    process = forms.CharField(
        label=_("For"),
        max_length=120,
        validators=[_PROCESS],
        help_text=_("Mechanism and phase, such as “untoc/1”."),
        widget=forms.TextInput(attrs={"dir": "ltr", "list": "processes", "autocomplete": "off"}),
    )


class PersonForm(forms.Form):
    """A person as a State names him."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    title = forms.CharField(label=_("Title or office"), max_length=200, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    language = forms.ChoiceField(
        label=_("Language of mails and pages"), required=False, choices=[("", "—"), *settings.LANGUAGES]
    )

    def nominee(self, part: Part) -> Nominee:
        said = self.cleaned_data
        return Nominee(said["email"], said["name"], part, said["title"], said["phone"], said["language"])


class NomineeForm(PersonForm):
    """One of those whom a note names."""

    part = forms.ChoiceField(
        label=_("Named as"), choices=[pair for pair in PARTS if Part(pair[0]) in NAMED_BY_NOTE], initial=Part.EXPERT
    )
    replacing = forms.BooleanField(label=_("Replaces the present focal point"), required=False)

    field_order = ("part", "name", "email", "title", "phone", "language", "replacing")

    @property
    def named(self) -> tuple[Nominee, bool]:
        part = Part(self.cleaned_data["part"])
        return self.nominee(part), self.cleaned_data["replacing"]


class EndForm(forms.Form):
    """By which note a nomination ends, or why without one."""

    note = forms.ChoiceField(label=_("Note verbale that ends it"), required=False)
    because = forms.CharField(label=_("Why, if there is no note"), max_length=300, required=False)

    def __init__(self, *args: Any, notes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "note", notes)


class CaseForm(forms.Form):
    """Which officer is named for a case."""

    officer = forms.ChoiceField(label=_("Officer"))

    def __init__(self, *args: Any, officers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "officer", officers)


class ProfileForm(forms.Form):
    """What a person may change about himself."""

    name = forms.CharField(label=_("Name"), max_length=200)
    language = forms.ChoiceField(
        label=_("Language of mails and pages"), required=False, choices=[("", "—"), *settings.LANGUAGES]
    )


def _offer(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types; the forms above say so
    field.choices = [("", "—"), *choices]
