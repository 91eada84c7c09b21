"""Keeping conferences, bodies with their names and characters, and officers."""

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.bodies.rules import grammar_from_plain
from rapporteur.journal.actions import Entry, Keeping, Rows
from rapporteur.journal.queries import Citation, cited_in
from rapporteur.journal.terms import Reason
from rapporteur.parties.actions import BACKWARDS, own_key, why_not_above_itself
from rapporteur.sources.actions import GROUNDS_MESSAGES, grounds_of
from rapporteur.symbols.grammars import GrammarError
from rapporteur.terminology.models import Term


def why_not_keep_conference(conference: Conference, _entry: Entry) -> list[Reason]:
    """Return the reasons against a conference as it stands."""
    try:
        grammar_from_plain(conference.symbol_root, conference.symbol_grammar)
    except GrammarError as error:
        return [Reason(str(error), "symbol_grammar")]
    return []


def _terms_of(conference: Conference) -> list[Citation]:
    return [cited_in(Term.objects.filter(conference_key=conference.key))]


CONFERENCE = Keeping(
    kind="conference",
    model=Conference,
    key=own_key,
    rows=grounds_of("conference", own_key),
    why_not=why_not_keep_conference,
    cited_by=_terms_of,
    is_part_of_keys=True,
    messages=GROUNDS_MESSAGES,
)


def body_key(body: Body) -> str:
    return f"{body.conference.key}/{body.key}"


def why_not_keep_body(body: Body, _entry: Entry) -> list[Reason]:
    """Return the reasons against a body as it stands: a parent below it, a parent of another conference."""
    if body.parent and body.parent.conference_id != body.conference_id:
        return [Reason(_("The parent is a body of another conference."), "parent")]
    return why_not_above_itself(body, relation="parent", text=_("The body would be its own parent."))


BODY = Keeping(
    kind="body",
    model=Body,
    key=body_key,
    rows=(
        Rows.tied_by("body", BodyName, name="names"),
        Rows.tied_by("body", BodyCharacter, name="characters"),
        *grounds_of("body", body_key),
    ),
    why_not=why_not_keep_body,
    is_part_of_keys=True,
    messages={
        "body_once": ("key", gettext_lazy("The conference has a body of this key already.")),
        "body_series_once": ("series", gettext_lazy("Another body has this symbol series.")),
        "body_not_own_parent": ("parent", gettext_lazy("A body cannot be its own parent.")),
        "body_one_official_name": (
            "until",
            gettext_lazy("Another name is in use without a last day; give it one first, or make it a former name."),
        ),
        "body_name_runs_forward": ("until", BACKWARDS),
        "character_runs_forward": ("until", BACKWARDS),
        **GROUNDS_MESSAGES,
    },
)


def officer_key(officer: Officer) -> str:
    return f"{officer.conference.key}/{officer.pk}"


def why_not_keep_officer(officer: Officer, _entry: Entry) -> list[Reason]:
    """Return the reasons against an officer: a gathering that is not there, a body of another conference."""
    if officer.body and officer.body.conference_id != officer.conference_id:
        return [Reason(_("The body belongs to another conference."), "body")]
    # Sessions and meetings live in a room above; they are cited by key.
    held_at = {
        "Session": {"conference": officer.conference, "key": officer.gathering_key},
        "Meeting": {"body__conference": officer.conference, "key": officer.gathering_key},
    }
    if officer.gathering_key and not any(
        apps.get_model("rapporteur", name)._default_manager.filter(**which).exists() for name, which in held_at.items()
    ):
        text = _("The conference has no session or meeting of the key “%(key)s”.") % {"key": officer.gathering_key}
        return [Reason(text, "gathering_key")]
    return []


OFFICER = Keeping(
    kind="officer",
    model=Officer,
    key=officer_key,
    rows=grounds_of("officer", officer_key),
    why_not=why_not_keep_officer,
    messages={"office_runs_forward": ("until", BACKWARDS), **GROUNDS_MESSAGES},
    verbs=("elected", "corrected", "withdrawn"),
)
establish_conference = CONFERENCE.establish
correct_conference = CONFERENCE.correct
withdraw_conference = CONFERENCE.withdraw
establish_body, correct_body, withdraw_body = BODY.establish, BODY.correct, BODY.withdraw
elect_officer, correct_officer, withdraw_officer = OFFICER.establish, OFFICER.correct, OFFICER.withdraw
