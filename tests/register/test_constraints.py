"""What the database itself refuses, whoever writes to it: each rule of the records has one row here that breaks it."""

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

import cast
from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.parties.models import Article, GroupMembership, Instrument, Party, PartyStatus
from rapporteur.search.models import Entry
from rapporteur.sources.models import Attribution, Conflict, Source
from rapporteur.terminology.models import Term

EARLIER, LATER = dt.date(2017, 4, 10), dt.date(2017, 4, 11)
BACKWARDS = {"since": LATER, "until": EARLIER}
DAYS_BACKWARDS = {"starts_on": LATER, "ends_on": EARLIER}
WINDOW_BACKWARDS = {"window_starts_on": LATER, "window_ends_on": EARLIER}
NEW = 987_654

# The name of the rule, the kind of record, and what a copy of one of the cast's records changes to break the rule.
BROKEN: list[tuple[str, type[models.Model], dict[str, Any]]] = [
    ("term_once", Term, {}),
    ("attribution_once", Attribution, {}),
    ("conflict_once", Conflict, {}),
    ("entry_once", Entry, {}),
    ("party_kind", Party, {"key": "XZZ", "kind": "kingdom"}),
    ("membership_runs_forward", GroupMembership, BACKWARDS),
    ("membership_one_open", GroupMembership, {}),
    ("article_once", Article, {}),
    ("party_status_standing", PartyStatus, {"standing": "friend"}),
    ("party_status_runs_forward", PartyStatus, BACKWARDS),
    ("party_status_one_open", PartyStatus, {}),
    ("conference_gathering_word", Conference, {"key": "new", "symbol_root": "NEW", "gathering_word": "party"}),
    ("body_once", Body, {"series": ""}),
    ("body_series_once", Body, {"key": "new", "series": "METC/COP/WG.1"}),
    ("body_not_own_parent", Body, {"id": NEW, "key": "new", "series": "", "parent_id": NEW}),
    ("body_kind", Body, {"key": "new", "series": "", "kind": "club"}),
    ("body_gathering_word", Body, {"key": "new", "series": "", "gathering_word": ""}),
    ("body_one_official_name", BodyName, {"kind": "official", "until": None}),
    ("body_name_runs_forward", BodyName, BACKWARDS),
    ("body_name_kind", BodyName, {"kind": "nickname"}),
    ("character_runs_forward", BodyCharacter, BACKWARDS),
    ("character_character", BodyCharacter, {"character": "eternal"}),
    ("office_runs_forward", Officer, BACKWARDS),
    ("office_role", Officer, {"role": "caterer"}),
    ("mandate_once", Mandate, {}),
    ("mandate_kind", Mandate, {"kind": "wish"}),
    ("provision_once", Provision, {}),
    ("provision_effect", Provision, {"position": 99, "effect": "hopes"}),
    ("provision_recurrence", Provision, {"position": 99, "recurrence": "daily"}),
    ("provision_body_once", ProvisionBody, {}),
    ("session_once", Session, {"ordinal": None}),
    ("session_ordinal_once", Session, {"key": "new"}),
    ("session_runs_forward", Session, DAYS_BACKWARDS),
    ("session_window_runs_forward", Session, WINDOW_BACKWARDS),
    ("session_month", Session, {"month": 13}),
    ("session_ordinal_from_one", Session, {"key": "new", "ordinal": 0}),
    ("session_kind", Session, {"kind": "secret"}),
    ("session_mode", Session, {"mode": "by-post"}),
    ("meeting_once", Meeting, {"ordinal": None}),
    ("meeting_ordinal_once", Meeting, {"key": "new", "ordinal": 1}),
    ("meeting_runs_forward", Meeting, DAYS_BACKWARDS),
    ("meeting_window_runs_forward", Meeting, WINDOW_BACKWARDS),
    ("meeting_month", Meeting, {"month": 0}),
    ("meeting_not_beside_itself", Meeting, {"id": NEW, "key": "new", "ordinal": None, "back_to_back_with_id": NEW}),
    ("meeting_ordinal_from_one", Meeting, {"key": "new", "ordinal": 0}),
    ("meeting_mode", Meeting, {"mode": "by-post"}),
    ("saying_of_one_gathering", Saying, {"session": None, "meeting": None}),
    ("saying_of_one_gathering", Saying, {"session_id": NEW, "meeting_id": NEW}),
    ("saying_runs_forward", Saying, DAYS_BACKWARDS),
    ("saying_status", Saying, {"status": "rumoured"}),
    ("saying_mode", Saying, {"mode": "by-post"}),
    ("agenda_item_of_one_gathering", AgendaItem, {"session": None, "meeting": None}),
    ("agenda_item_of_one_gathering", AgendaItem, {"session_id": NEW, "meeting_id": NEW}),
    ("agenda_item_once_in_session", AgendaItem, {}),
    ("agenda_item_once_in_meeting", AgendaItem, {}),
    ("agenda_item_not_own_parent", AgendaItem, {"id": NEW, "number": "9", "parent_id": NEW}),
    ("agenda_item_stage", AgendaItem, {"stage": "dreamt"}),
    ("document_once", Document, {"symbol": ""}),
    ("document_symbol_once", Document, {"key": "new"}),
    ("document_relation_whole", Document, {"key": "new", "symbol": "", "relation": "corrects", "of": None}),
    ("document_relation_whole", Document, {"key": "new", "symbol": "", "relation": "", "of_id": NEW}),
    ("document_not_of_itself", Document, {"id": NEW, "key": "new", "symbol": "", "relation": "corrects", "of_id": NEW}),
    ("document_type", Document, {"type": "poem"}),
    ("document_distribution", Document, {"distribution": "public"}),
    ("document_original_language", Document, {"original_language": "la"}),
    ("document_only_language", Document, {"only_language": "la"}),
    ("document_status", Document, {"status": "lost"}),
    ("document_relation", Document, {"key": "new", "symbol": "", "relation": "answers", "of_id": 1}),
    ("transmission_once", Transmission, {}),
    ("version_once", LanguageVersion, {"job_number": ""}),
    ("version_job_number_once", LanguageVersion, {"document": "another"}),
    ("version_language", LanguageVersion, {"language": "la"}),
    ("version_status", LanguageVersion, {"status": "lost"}),
]


@pytest.fixture
def records(db: None) -> None:
    """Put the cast into the database, and one of each kind of record that it lacks."""
    of = cast.conference()
    Article.objects.create(instrument=Instrument.objects.all()[0], number="9", position=0)
    Term.objects.create(group="words", key="lock")
    Entry.objects.create(kind="party", key="XAR")
    source = Source.objects.create(key="almanac")
    Attribution.objects.create(subject_kind="party", subject_key="XAR", source=source)
    Conflict.objects.create(subject_kind="party", subject_key="XAR", statement="One says this, another that.")
    BodyCharacter.objects.create(body=of.bodies["customs"], character="interim")
    Officer.objects.create(conference=of.conference, role="chair")
    provision = Provision.objects.create(
        mandate=of.mandates["resolution 3/1"], position=50, effect="renews", recurrence="annual"
    )
    ProvisionBody.objects.create(provision=provision, body=of.bodies["customs"])


def copied(name: str, kind: type[models.Model], changes: dict[str, Any]) -> models.Model:
    rows = kind._default_manager.order_by("pk")
    if kind is AgendaItem:
        rows = rows.filter(**{f"{'meeting' if name.endswith('in_meeting') else 'session'}__isnull": False})
    copy = rows[0]
    if changes == {"document": "another"}:
        changes = {"document": Document.objects.filter(versions__isnull=True)[0]}
    copy._state.adding = True
    copy.pk = None
    for field, value in changes.items():
        setattr(copy, field, value)
    return copy


def told(name: str, kind: type[models.Model]) -> str:
    """Return how the database names a rule: SQLite tells of what must be unique by its columns."""
    rule = next(rule for rule in kind._meta.constraints if rule.name == name)
    if connection.vendor != "sqlite" or not isinstance(rule, models.UniqueConstraint):
        return name
    columns = (f"{kind._meta.db_table}.{kind._meta.get_field(field).column}" for field in rule.fields)
    return f"failed: {', '.join(columns)}"


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(("name", "kind", "changes"), BROKEN)
def test_the_database_refuses_a_row_that_breaks_a_rule(
    name: str, kind: type[models.Model], changes: dict[str, Any]
) -> None:
    row = copied(name, kind, changes)
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        row.save(force_insert=True)
    words = str(refusal.value).splitlines()[0].replace('"', "")
    assert words.endswith(told(name, kind)), words


def rooms_of_the_register() -> list[type[models.Model]]:
    """Return the records of the register; the rooms of reviews are above it, and try their rules in tests of theirs."""
    above = ("rapporteur.lots.", "rapporteur.people.", "rapporteur.questionnaires.")
    found = apps.get_app_config("rapporteur").get_models()
    return [model for model in found if not model.__module__.startswith(above)]


def test_every_rule_of_the_records_is_tried_here() -> None:
    rules = {rule.name for model in rooms_of_the_register() for rule in model._meta.constraints}
    assert {name for name, _, _ in BROKEN} == rules


def test_every_column_of_an_enumeration_has_a_rule() -> None:
    bound = {
        (model, column)
        for model in apps.get_app_config("rapporteur").get_models()
        for rule in model._meta.constraints
        if isinstance(rule, models.CheckConstraint)
        for column in str(rule.condition).split("'")
        if column.endswith("__in")
    }
    chosen = {
        (model, f"{field.name}__in")
        for model in apps.get_app_config("rapporteur").get_models()
        for field in model._meta.fields
        if field.choices and model is not Entry  # entries are made anew of the records, and of nothing else
    }
    assert bound == chosen
