"""Keeping conferences, bodies with their names and characters, and officers."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.bodies.rules import grammar_from_plain
from rapporteur.journal.actions import Entry, Keeping, Rows
from rapporteur.journal.queries import Citation, cited_in
from rapporteur.journal.terms import Reason
from rapporteur.parties.actions import BACKWARDS, own_key, why_not_above_itself
from rapporteur.sources.actions import GROUNDS_MESSAGES, grounds_of
from rapporteur.sources.models import Attribution, Conflict
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


def _colleagues(conference: Conference, body: Body | None, gathering: str) -> models.QuerySet[Officer]:
    """Return the officers of one holder, as files number them: a conference, a body, a session or a meeting."""
    found = Officer.objects.filter(conference=conference, body=body, gathering_key=gathering)
    return found.order_by("position", "pk")


def officers_beside(conference: Conference, body: Body | None = None, gathering: str = "") -> list[str]:
    """Return how the officers of a holder are cited as rows of it."""
    return [f"officers/{number}" for number in range(1, _colleagues(conference, body, gathering).count() + 1)]


CONFERENCE = Keeping(
    kind="conference",
    model=Conference,
    key=own_key,
    rows=grounds_of("conference", own_key),
    why_not=why_not_keep_conference,
    beside=officers_beside,
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
    beside=lambda body: officers_beside(body.conference, body),
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
    """Return the reasons against an officer: a body of another conference, a gathering of another body."""
    if officer.body and officer.body.conference_id != officer.conference_id:
        return [Reason(_("The body belongs to another conference."), "body")]
    return [*_why_not_held_there(officer), *_why_not_counted_so(officer)]


def _why_not_held_there(officer: Officer) -> Iterator[Reason]:
    """Yield the reason against a gathering that is not one of the officer's body, or of the conference itself."""
    # Sessions and meetings live in a room above; they are cited by key.
    said = {"key": officer.gathering_key}
    held: models.QuerySet[Any]
    if not officer.gathering_key:
        return
    if officer.body:
        held = apps.get_model("rapporteur", "Meeting")._default_manager.filter(body=officer.body)
        text = _("The body has no meeting of the key “%(key)s”.")
    else:
        held = apps.get_model("rapporteur", "Session")._default_manager.filter(conference=officer.conference)
        text = _("The conference has no session of the key “%(key)s”; for a meeting, choose its body too.")
    if not held.filter(**said).exists():
        yield Reason(text % said, "gathering_key")


def _place(officer: Officer) -> int:
    """Return the number that files give an officer among those of his holder, or would give a new one."""
    there = _colleagues(officer.conference, officer.body, officer.gathering_key)
    if officer.pk and there.filter(pk=officer.pk, position=officer.position).exists():
        return list(there.values_list("pk", flat=True)).index(officer.pk) + 1
    return there.exclude(pk=officer.pk).filter(position__lte=officer.position).count() + 1


def _cited_numbers(officer: Officer) -> list[Citation]:
    """Return where a source is given for the officer's row of his holder, or for a later one, by its number."""
    body, gathering = officer.body, officer.gathering_key
    kind = ("meeting" if body else "session") if gathering else "body" if body else "conference"
    key = "/".join(filter(None, (officer.conference.key, body.key if body else "", gathering)))
    found = []
    for model in (Attribution, Conflict):
        cited = model._default_manager.filter(subject_kind=kind, subject_key=key, field__startswith="officers/")
        later = [row.pk for row in cited if int(row.field.split("/")[1]) >= _place(officer)]
        found += [cited_in(model._default_manager.filter(pk__in=later))] if later else []
    return found


def _why_not_counted_so(officer: Officer) -> list[Reason]:
    """Return a reason for each source that is given for an officer by a number which would be another's then."""
    stored = Officer.objects.filter(pk=officer.pk).first()
    place = ("conference_id", "body_id", "gathering_key", "position")
    if stored is not None and all(getattr(stored, name) == getattr(officer, name) for name in place):
        return []
    cited = [*(_cited_numbers(stored) if stored else []), *_cited_numbers(officer)]
    text = _("A source is given for an officer by the number of the row: “%(example)s”. Correct that first.")
    return [Reason(text % {"example": one.example}, "position") for one in dict.fromkeys(cited)]


OFFICER = Keeping(
    kind="officer",
    model=Officer,
    key=officer_key,
    rows=grounds_of("officer", officer_key),
    why_not=why_not_keep_officer,
    cited_by=_cited_numbers,
    has_lasting_key=False,  # it is his number in the database
    messages={"office_runs_forward": ("until", BACKWARDS), **GROUNDS_MESSAGES},
    verbs=("elected", "corrected", "withdrawn"),
)
establish_conference = CONFERENCE.establish
correct_conference = CONFERENCE.correct
withdraw_conference = CONFERENCE.withdraw
establish_body, correct_body, withdraw_body = BODY.establish, BODY.correct, BODY.withdraw
elect_officer, correct_officer, withdraw_officer = OFFICER.establish, OFFICER.correct, OFFICER.withdraw
