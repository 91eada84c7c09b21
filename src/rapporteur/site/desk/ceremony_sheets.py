"""What an officer types before and in a ceremony: a seed, the opening, a ball's number, a lot drawn by hand."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.lots.actions.seeding import SeedEntry
from rapporteur.lots.files.seed import LONGEST, REHEARSAL, SeedPart
from rapporteur.lots.terms import CeremonyMode, DrawingKind

_PACES = (
    (0, gettext_lazy("All reviewers of a State at once")),
    (2, gettext_lazy("One after the other, 2 seconds apart")),
    (4, gettext_lazy("One after the other, 4 seconds apart")),
    (8, gettext_lazy("One after the other, 8 seconds apart")),
)
_ORDERS = (
    ("name", gettext_lazy("By name")),
    ("group", gettext_lazy("By regional group, then by name")),
    ("lot", gettext_lazy("By lot, from the words below")),
)
_MODES = {
    DrawingKind.DRAW: ((CeremonyMode.REVEAL.value, gettext_lazy("Reveal: one seed, shown State by State")),),
    DrawingKind.CEREMONY: (
        (CeremonyMode.BOWL.value, gettext_lazy("Bowl: balls that each carry a whole draw")),
        (CeremonyMode.PHYSICAL.value, gettext_lazy("Drawn by hand in the room, and written down here")),
    ),
}


class SeedForm(forms.Form):
    """The seed of a draw: what each announced source said, or the seed as read out where none was announced."""

    def __init__(self, *args: Any, sources: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sources = sources
        for number, source in enumerate(sources):
            self.fields[f"value-{number}"] = forms.CharField(label=source, max_length=LONGEST, strip=False)
            help_text = _("Where it can be seen, and who witnessed it.")
            self.fields[f"evidence-{number}"] = forms.CharField(
                label=_("Evidence and witnesses"), help_text=help_text, max_length=LONGEST, required=False
            )
        if not sources:
            self.fields["seed"] = forms.CharField(label=_("Seed, exactly as read out"), max_length=LONGEST, strip=False)

    @property
    def entry(self) -> SeedEntry:
        told = self.cleaned_data
        return SeedEntry(
            seed=told.get("seed", ""),
            parts=tuple(
                SeedPart(source, told[f"value-{number}"], told[f"evidence-{number}"])
                for number, source in enumerate(self._sources)
            ),
        )


class OpenForm(forms.Form):
    """How a ceremony is held."""

    mode = forms.ChoiceField(label=gettext_lazy("How"), widget=forms.RadioSelect)
    pace = forms.TypedChoiceField(label=gettext_lazy("Pace"), choices=_PACES, coerce=int)
    order = forms.ChoiceField(label=gettext_lazy("Order of the States"), choices=_ORDERS)
    words = forms.CharField(
        label=gettext_lazy("Words for an order by lot"),
        help_text=gettext_lazy("Such as figures thrown in the room; only for an order by lot."),
        required=False,
        max_length=LONGEST,
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = _MODES.get(DrawingKind(kind), ())
        self.fields["mode"].choices = choices  # type: ignore[attr-defined]  # a choice field has them
        if choices:
            self.fields["mode"].initial = choices[0][0]


class StepSeedForm(forms.Form):
    """The fresh randomness of one step."""

    seed = forms.CharField(
        label=gettext_lazy("Fresh public randomness, exactly as read out"),
        help_text=gettext_lazy("At least 20 figures of dice, or a value of a public beacon. It cannot be changed."),
        max_length=LONGEST,
        strip=False,
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=LONGEST, required=False)
    evidence = forms.CharField(label=gettext_lazy("Evidence and witnesses"), max_length=LONGEST, required=False)

    def told(self, *, rehearsal: bool) -> tuple[str, list[dict[str, str]]]:
        """Return the seed and its part; a rehearsal's seed is marked as one."""
        typed = self.cleaned_data["seed"]
        mark = REHEARSAL if rehearsal and not typed.startswith(REHEARSAL) else ""
        part = {"source": self.cleaned_data["source"], "value": typed, "evidence": self.cleaned_data["evidence"]}
        return f"{mark}{typed}", [part]


class BallForm(forms.Form):
    ball = forms.IntegerField(label=gettext_lazy("Number of the ball that was drawn"), min_value=1, max_value=10**6)


class LotForm(forms.Form):
    """A lot drawn by hand. Names of witnesses stand one a line."""

    seat = forms.CharField(widget=forms.HiddenInput)
    reviewer = forms.ChoiceField(label=gettext_lazy("Reviewing State on the lot"))
    witnesses = forms.CharField(
        label=gettext_lazy("Witnesses"), help_text=gettext_lazy("One a line."), widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, reviewers: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].choices = [("", "—"), *reviewers]  # type: ignore[attr-defined]  # a choice field has them

    @property
    def names(self) -> list[str]:
        return [name.strip() for name in self.cleaned_data["witnesses"].splitlines() if name.strip()]


class PaceForm(forms.Form):
    pace = forms.TypedChoiceField(label=gettext_lazy("Pace"), choices=_PACES, coerce=int)
