"""Keeping mandates and their provisions."""

from collections.abc import Iterator

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.models import BodyCharacter, BodyName
from rapporteur.journal.actions import Entry, Keeping, Rows
from rapporteur.journal.queries import Citation, cited_in
from rapporteur.journal.terms import Reason
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.sources.actions import GROUNDS_MESSAGES, grounds_of


def mandate_key(mandate: Mandate) -> str:
    return f"{mandate.conference.key}/{mandate.citation}"


def why_not_keep_mandate(mandate: Mandate, _entry: Entry) -> list[Reason]:
    """Return the reasons against a mandate as it stands: adopted by a session that is not there."""
    sessions = apps.get_model("rapporteur", "Session")._default_manager.filter(conference=mandate.conference)
    if mandate.session_key and not sessions.filter(key=mandate.session_key).exists():
        text = _("The conference has no session of the key “%(key)s”.") % {"key": mandate.session_key}
        return [Reason(text, "session_key")]
    return []


def _citing(mandate: Mandate) -> Iterator[Citation]:
    """Yield who cites a mandate by value: names and characters of bodies, and, in the room above, documents."""
    citation, conference = mandate.citation, mandate.conference
    for model in (BodyName, BodyCharacter):
        yield cited_in(model._default_manager.filter(mandate=citation, body__conference=conference))
    documents = apps.get_model("rapporteur", "Document")._default_manager
    yield cited_in(documents.filter(conference=conference, mandates__icontains=f'"{citation}"'))
    transmissions = apps.get_model("rapporteur", "Transmission")._default_manager
    yield cited_in(transmissions.filter(document__conference=conference, mandate=citation))


MANDATE = Keeping(
    kind="mandate",
    model=Mandate,
    key=mandate_key,
    rows=(
        Rows.tied_by("mandate", Provision, name="provisions", has_unique_positions=True),
        *grounds_of("mandate", mandate_key),
    ),
    why_not=why_not_keep_mandate,
    cited_by=lambda mandate: list(_citing(mandate)),
    messages={
        "mandate_once": ("number", gettext_lazy("The conference has a mandate of this kind and number already.")),
        "provision_once": ("position", gettext_lazy("Two provisions have the same place.")),
        **GROUNDS_MESSAGES,
    },
    verbs=("adopted", "corrected", "withdrawn"),
)
adopt_mandate, correct_mandate, withdraw_mandate = MANDATE.establish, MANDATE.correct, MANDATE.withdraw
