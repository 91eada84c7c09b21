"""A register as officers keep it, not as a file had it: every field of every record filled, exported and loaded."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models

import cast as the_cast
from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.parties.models import Article, GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.register.exporting import export
from rapporteur.register.loading import load
from rapporteur.sources.models import Attribution, Conflict, Source
from rapporteur.terminology.models import Term

AT = dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC)
DAY = dt.date(2017, 3, 4)
NOT_RECORDS = ("rapporteur.journal.", "rapporteur.search.", "rapporteur.people.")
OURS = Multilingual({
    Language.ENGLISH: Wording("A text", source="almanac"),
    Language.FRENCH: Wording("Un texte", Status.PROVISIONAL, note="ours", variants=("Le texte",)),
    Language.ARABIC: Wording("نص", Status.KNOWN, check=True),
})  # fmt: skip


def records() -> list[type[models.Model]]:
    found = apps.get_app_config("rapporteur").get_models()
    return [model for model in found if not model.__module__.startswith(NOT_RECORDS)]


def known_by(record: models.Model | None) -> Any:
    """Return what a record is called by others, whatever its number in the database."""
    if record is None:
        return None
    names = ("symbol_root", "conference", "body", "session", "meeting", "mandate", "key", "kind", "number", "stage")
    ties = {name: getattr(record, name) for name in names if hasattr(record, name)}
    return tuple((name, known_by(value) if isinstance(value, models.Model) else value) for name, value in ties.items())


def content(record: models.Model) -> dict[str, str]:
    about = record._meta
    plain: dict[str, Any] = {}
    for field in about.concrete_fields:
        value = getattr(record, field.name)
        if field.primary_key or field.name == "position":
            continue
        plain[field.name] = known_by(value) if isinstance(value, models.Model) else value
    for field in about.many_to_many:
        plain[field.name] = sorted(map(known_by, getattr(record, field.name).all()), key=repr)
    return {name: repr(value) for name, value in plain.items()}


def register() -> dict[str, list[dict[str, str]]]:
    """Return all that stands in the register, with rows in the order in which their record shows them."""
    return {
        model.__name__: sorted((content(record) for record in model._default_manager.all()), key=repr)
        for model in records()
    }


def fill(record: models.Model, *, but: tuple[str, ...] = (), **said: Any) -> None:
    """Give a value to every field of a record that has none."""
    for field in record._meta.concrete_fields:
        name = field.name
        if name in said:
            setattr(record, name, said[name])
        elif name in but or field.is_relation:
            continue
        elif type(field).__name__ == "MultilingualField":
            setattr(record, name, OURS)
        elif getattr(record, name) not in (None, ""):
            continue
        elif field.choices:
            setattr(record, name, next(value for value, _label in field.choices if value))
        elif isinstance(field, models.DateField):
            setattr(record, name, DAY)
        elif isinstance(field, models.IntegerField):
            setattr(record, name, 3)
        elif isinstance(field, models.CharField | models.TextField):
            setattr(record, name, "x1")
    record.save()


@pytest.fixture
def furnished(db: None) -> None:
    """Put the cast into the database, and one record of each kind with every field filled."""
    cast = the_cast.conference()
    own, body, customs = cast.conference, cast.bodies["dust"], cast.meetings["customs-2017"]
    almanac = Source.objects.create(key="almanac", what="Almanac", url="https://example.org/almanac")
    Conference.objects.filter(pk=own.pk).update(
        basis="article 32", calendar={"submission_weeks": 9}, gathering_word="meeting", secretariat=OURS
    )
    Article.objects.create(instrument=cast.convention, number="1 bis", position=1, title=OURS, cluster="A")
    fill(Instrument.objects.get(key="dust"), adopted_by="resolution 1/1")
    body.parent, body.instrument = cast.bodies["customs"], cast.protocol
    fill(body)
    fill(BodyName.objects.get(body=body, kind="official"), but=("until",), mandate="decision 1/2")
    fill(BodyCharacter.objects.get(body=body), mandate="decision 1/2")
    fill(Officer.objects.get(body=cast.bodies["customs"]), gathering_key="customs-2015", until=DAY)
    mandate = cast.mandates["resolution 3/1"]
    fill(mandate)
    fill(
        Provision.objects.filter(mandate=mandate).first(), expires_session_key="cop-4", due_session_key="cop-4",
        qualifier="open-ended",
    )  # fmt: skip
    Provision.objects.filter(mandate=mandate).update(to_body=body, instrument=cast.protocol)
    for gathering in (cast.sessions["cop-4"], cast.meetings["dust-2018"]):
        fill(gathering, but=("year", "month", "window_starts_on", "window_ends_on", "concluded_by"))
    cast.meetings["dust-2018"].in_session = cast.sessions["cop-3"]
    cast.meetings["dust-2018"].under = mandate
    cast.meetings["dust-2018"].save()
    fill(Meeting.objects.create(body=body, key="roughly", year=2019, month=4, concluded_by=dt.date(2019, 5, 1)),
         but=("starts_on", "ends_on", "window_starts_on", "window_ends_on"))  # fmt: skip
    for of in ({"session": cast.sessions["cop-4"]}, {"meeting": customs}):
        Saying.objects.create(**of, as_of=DAY, status="postponed", starts_on=DAY, ends_on=DAY, mode="online", note="x")
        for stage in ("provisional", "adopted"):
            fill(AgendaItem.objects.create(**of, stage=stage, number="9", position=9))
    report = Document.objects.get(symbol="METC/COP/WG.1/2017/4")
    report.session, report.reports_on_session = cast.sessions["cop-4"], None
    report.is_late = report.is_reissued = True
    fill(report, but=("relation",), agenda_reference="METC/COP/WG.1/2017/1")
    fill(LanguageVersion.objects.filter(document=report, language="en").get(), job_number="V.17-06236 (E)")
    unnamed = Document(conference=own, key="our-name", type="other", reports_on_session=cast.sessions["cop-3"])
    unnamed.save()
    Transmission.objects.create(document=unnamed, session=cast.sessions["cop-3"], items=["2 (a)"])
    Term.objects.create(conference_key="metc-cop", group="words", key="noon", use="of the day", wording=OURS)
    Term.objects.create(group="words", key="dusk", wording=OURS)
    GroupMembership.objects.filter(party__key="XAR").update(since=DAY)
    fill(PartyStatus.objects.get(party__key="XAR", instrument=cast.protocol))
    for kind, key, field in (
        ("conference", "metc-cop", ""), ("conference", "metc-cop", "name"), ("body", "metc-cop/dust", "names/1"),
        ("session", "metc-cop/cop-3", "starts_on"),
        ("meeting", "metc-cop/dust/dust-2018", "sayings/scheduled 2018-01-10"),
        ("document", "metc-cop/our-name", "title"), ("mandate", "metc-cop/resolution 3/1", "provisions/1"),
        ("party", "XAR", "statuses/dust 2017-03-04"), ("instrument", "dust", ""), ("term", "-/dusk", ""),
        ("regional-group", "northern", ""), ("term", "metc-cop/noon", "wording"),
    ):  # fmt: skip
        Attribution.objects.create(subject_kind=kind, subject_key=key, field=field, source=almanac, locator="12")
    chair = Officer.objects.get(body=cast.bodies["customs"])
    Attribution.objects.create(subject_kind="officer", subject_key=f"metc-cop/{chair.pk}", source=almanac)
    for followed in (almanac, None):
        Conflict.objects.create(
            subject_kind="session", subject_key="metc-cop/cop-3", field="starts_on", followed=followed,
            statement=f"Two pages differ, {followed}.",
        )  # fmt: skip


@pytest.mark.usefixtures("furnished")
def test_what_officers_entered_comes_back_whole_in_an_empty_installation(tmp_path: Path) -> None:
    before = register()
    # In files an officer is a row of the body, of the meeting or of the session.
    (of_chair,) = (row for row in before["Attribution"] if row["subject_kind"] == "'officer'")
    of_chair |= {"subject_kind": "'meeting'", "subject_key": "'metc-cop/customs/customs-2015'", "field": "'officers/1'"}
    export(tmp_path / "out")
    Document.objects.update(of=None, relation="")
    Body.objects.update(parent=None)
    Instrument.objects.update(supplements=None)
    for model in (Transmission, Document, Meeting, Session, Mandate, Officer, Body, Conference, Attribution, Conflict):
        model._default_manager.all().delete()
    for model in (Term, PartyStatus, GroupMembership, Party, RegionalGroup, Instrument, Source):
        model._default_manager.all().delete()
    assert sum(map(len, register().values())) == 0
    load(tmp_path / "out", by="keeper@example.org", at=AT)
    after = register()
    lost = {name: [row for row in rows if row not in after[name]] for name, rows in before.items()}
    new = {name: [row for row in rows if row not in before[name]] for name, rows in after.items()}
    assert [(name, *rows) for name, rows in (*lost.items(), *new.items()) if rows] == []
