"""Records in any number, each with all that its page shows, for tests that count queries."""

import datetime as dt

from cast import text
from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.bodies.terms import Character, NameKind, Role
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.documents.terms import DocumentType, IssueStatus, Relation
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.mandates.terms import Effect, MandateKind
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.meetings.terms import MeetingStatus
from rapporteur.parties.models import GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.parties.terms import Standing
from rapporteur.search.actions import rebuild
from rapporteur.sources.models import Attribution, Conflict, Source

SUBJECTS = {
    "session": "many/s-1",
    "body": "many/b-1",
    "mandate": "many/resolution 1/1",
    "meeting": "many/b-1/m-1",
    "document": "many/MANY/COP/1",
    "party": "P1",
}
ADDRESSES = {
    "home": "/",
    "conference": "/many/",
    "sessions": "/many/sessions/",
    "session": "/many/sessions/s-1/",
    "bodies": "/many/bodies/",
    "body": "/many/bodies/b-1/",
    "mandates": "/many/mandates/",
    "mandate": "/many/mandates/resolution/1/1/",
    "meetings": "/many/meetings/?year=2017",
    "meeting": "/many/meetings/b-1/m-1/",
    "documents": "/many/documents/",
    "document": "/documents/MANY/COP/1",
    "document_by_key": "/many/documents/MANY/COP/1/",
    "parties": "/many/parties/",
    "party": "/many/parties/P1/",
    "owed": "/many/owed/",
    "drafts": "/many/drafts/",
    "draft": "/many/drafts/note/?session=s-1&as-of=2018-01-01",
    "draft_file": "/many/drafts/note/file.txt?session=s-1&as-of=2018-01-01&language=en",
    "sources": "/many/sources/",
    "source": "/many/sources/source-1/",
    "search": "/search/?q=thing",
}


def founded() -> Conference:
    """Put two conferences into the database, so that the first page lists them at any size."""
    Conference.objects.create(key="another", name=text("Another conference"), symbol_root="ANOTHER/COP")
    return Conference.objects.create(key="many", name=text("Conference of many things"), symbol_root="MANY/COP")


def grow(own: Conference, *, first: int, last: int) -> None:
    """Add the records numbered from `first` to `last`; most of them to the pages of the records numbered 1."""
    for number in range(first, last + 1):
        a_party(own, number)
        a_body(own, number)
        a_session(own, number)
        a_mandate(own, number)
        a_meeting(own, number)
        a_document(own, number)
        a_source(number)
    rebuild()


def a_party(own: Conference, number: int) -> None:
    instrument = Instrument.objects.create(key=f"i-{number}", name=text(f"Instrument {number}"))
    own.instruments.add(instrument)
    party = Party.objects.create(key=f"P{number}", name=text(f"Thing Land {number}"))
    group = RegionalGroup.objects.create(key=f"g-{number}", name=text(f"Group {number}"))
    first = Party.objects.get(key="P1")
    GroupMembership.objects.create(party=party, group=group)
    if number > 1:
        GroupMembership.objects.create(party=first, group=group, until=dt.date(2001, 1, 1))
        PartyStatus.objects.create(party=first, instrument=instrument, standing=Standing.PARTY)
    PartyStatus.objects.create(
        party=party, instrument=Instrument.objects.get(key="i-1"), standing=Standing.PARTY, as_of=dt.date(2019, 1, 1)
    )


def a_body(own: Conference, number: int) -> None:
    body = Body.objects.create(
        conference=own, key=f"b-{number}", series=f"MANY/COP/WG.{number}", instrument=Instrument.objects.get(key="i-1")
    )
    first = Body.objects.get(key="b-1")
    Body.objects.create(conference=own, key=f"child-{number}", parent=first)
    if number > 1:
        BodyName.objects.create(body=first, kind=NameKind.ALIAS, name=text(f"Group on thing {number}"), position=number)
    BodyName.objects.create(body=body, name=text(f"Working Group on Thing {number}"))
    for each in {first, body}:
        BodyCharacter.objects.create(body=each, character=Character.INTERIM, mandate="resolution 1/1", position=number)
        Officer.objects.create(
            conference=own, body=each, role=Role.CHAIR, name=text(f"Chair {number}"), party=Party.objects.get(key="P1"),
            gathering_key="s-1",
        )  # fmt: skip


def a_session(own: Conference, number: int) -> None:
    start = dt.date(2018, 1, 1) + dt.timedelta(days=7 * number)
    session = Session.objects.create(
        conference=own, key=f"s-{number}", ordinal=number, starts_on=start, ends_on=start, place=text("Port Thing")
    )
    for each in {session, Session.objects.get(key="s-1")}:
        Saying.objects.create(session=each, status=MeetingStatus.HELD, as_of=start)
        AgendaItem.objects.create(session=each, number=str(number + 1), position=number, title=text(f"Thing {number}"))


def a_mandate(own: Conference, number: int) -> None:
    mandate = Mandate.objects.create(
        conference=own,
        kind=MandateKind.RESOLUTION,
        number=f"1/{number}",
        session_key="s-1",
        title=text(f"Thing {number}"),
    )
    body = Body.objects.get(key=f"b-{number}")
    for each in {mandate, Mandate.objects.get(number="1/1")}:
        provision = Provision.objects.create(
            mandate=each, position=number, effect=Effect.REQUESTS_MEETING, object=text("thing"), to_body=body,
            instrument=Instrument.objects.get(key="i-1"), due_session_key="s-1",
        )  # fmt: skip
        for named in {body, Body.objects.get(key="b-1")}:
            ProvisionBody.objects.create(provision=provision, body=named)
        each.concerns.add(body)


def a_meeting(own: Conference, number: int) -> None:
    first = Session.objects.get(key="s-1")
    body = Body.objects.get(key="b-1")
    start = dt.date(2017, 1, 1) + dt.timedelta(days=number)
    meeting = Meeting.objects.create(
        body=body, key=f"m-{number}", ordinal=number, starts_on=start, ends_on=start, place=text("Port Thing"),
        in_session=first, reports_to=first, under=Mandate.objects.get(number="1/1"),
    )  # fmt: skip
    to_come = Meeting.objects.create(
        body=Body.objects.get(key=f"b-{number}"), key=f"f-{number}", starts_on=dt.date(2090, 1, 1),
        ends_on=dt.date(2090, 1, 2),
    )  # fmt: skip
    opening = Meeting.objects.get(key="m-1")
    opening.back_to_back_with = meeting if number > 1 else to_come
    opening.save()
    Meeting.objects.filter(pk=to_come.pk).update(back_to_back_with=opening)
    for each in {meeting, to_come, opening}:
        Saying.objects.create(meeting=each, status=MeetingStatus.HELD, as_of=start)
    AgendaItem.objects.create(meeting=opening, number=str(number), position=number, title=text(f"Thing {number}"))


def a_document(own: Conference, number: int) -> None:
    session, meeting = Session.objects.get(key="s-1"), Meeting.objects.get(key="m-1")
    of = Document.objects.filter(key="MANY/COP/1").first()
    symbol = f"MANY/COP/1/Add.{number}" if of else "MANY/COP/1"
    main = Document.objects.create(
        conference=own, key=symbol, symbol=symbol, type=DocumentType.REPORT, title=text(f"Thing {number}"),
        date=dt.date(2017, 6, 1), session=session, meeting=meeting, body=Body.objects.get(key="b-1"),
        reports_on=meeting, reports_on_session=session, items=[str(number + 1)], mandates=["resolution 1/1"],
        of=of, relation=Relation.ADDS_TO if of else "", status=IssueStatus.ISSUED, issued_on=dt.date(2017, 6, 1),
    )  # fmt: skip
    first = of or main
    Document.objects.create(conference=own, key=f"undated-{number}", type=DocumentType.OTHER, session=session)
    if number <= 6:
        language = ["ar", "zh", "en", "fr", "ru", "es"][number - 1]
        LanguageVersion.objects.create(document=first, language=language, status=IssueStatus.ISSUED)
    Transmission.objects.create(document=first, session=Session.objects.get(key=f"s-{number}"), items=["2"])
    if first != main:
        Transmission.objects.create(document=main, session=session, items=["2"])
        LanguageVersion.objects.create(document=main, language="en", status=IssueStatus.ISSUED)


def a_source(number: int) -> None:
    source = Source.objects.create(key=f"source-{number}", what=f"Thing {number}")
    for kind, key in SUBJECTS.items():
        Conflict.objects.create(subject_kind=kind, subject_key=key, statement=f"thing {number}", followed=source)
        for rests_on in {source, Source.objects.get(key="source-1")}:
            Attribution.objects.create(
                subject_kind=kind, subject_key=key, source=rests_on, locator=str(number), field=source.key
            )
