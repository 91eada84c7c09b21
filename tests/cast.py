"""The cast of every test: an invented convention, its conference, and twelve invented parties in four regions.

The Convention against the Smuggling of Meteorites, its Protocol on Cosmic Dust, and their Conference, whose documents
bear the root METC/COP. Nothing here is real, and no real name stands for anything here. Each function puts records
into the database; `conference()` puts all of them and returns what tests reach for.
"""

import datetime as dt
from dataclasses import dataclass, field

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.bodies.terms import BodyKind, Character, NameKind, Role
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.documents.terms import Distribution, DocumentType, IssueStatus, Relation
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.meetings.terms import AgendaStage, MeetingStatus, Mode
from rapporteur.parties.models import GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.parties.terms import Standing
from rapporteur.sources.models import Attribution, Conflict, Source

PARTIES = {
    "northern": {"XAR": "Arvonia", "XBE": "Belmark", "XCO": "Corvania"},
    "southern": {"XDO": "Dorvale", "XEL": "Elmora", "XFE": "Fenwick Isles"},
    "eastern": {"XGA": "Galdor", "XHE": "Hestria", "XIL": "Ilmar"},
    "western": {"XJO": "Jorvik Coast", "XKE": "Kelmond", "XLO": "Lorinth"},
}


@dataclass
class Cast:
    """What the tests reach for by name."""

    conference: Conference
    convention: Instrument
    protocol: Instrument
    sessions: dict[str, Session] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    mandates: dict[str, Mandate] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)


def text(en: str = "", **others: str) -> Multilingual:
    return Multilingual.plain(**({"en": en} if en else {}), **others)


def conference() -> Cast:
    """Put the whole cast into the database."""
    cast = founded()
    with_parties(cast)
    with_sessions(cast)
    with_bodies(cast)
    with_mandates(cast)
    with_meetings(cast)
    with_documents(cast)
    with_sources(cast)
    return cast


def founded() -> Cast:
    convention = Instrument.objects.create(
        key="meteorites",
        position=0,
        name=text("Convention against the Smuggling of Meteorites", fr="Convention contre le trafic de météorites"),
        short_name=text("Meteorites Convention", fr="Convention sur les météorites"),
        adopted_on=dt.date(2001, 3, 5),
        in_force_on=dt.date(2003, 6, 1),
    )
    protocol = Instrument.objects.create(
        key="dust",
        position=1,
        supplements=convention,
        name=text("Protocol on Cosmic Dust"),
        short_name=text("Dust Protocol"),
    )
    own = Conference.objects.create(
        key="metc-cop",
        name=text(
            "Conference of the Parties to the Convention against the Smuggling of Meteorites",
            fr="Conférence des Parties à la Convention contre le trafic de météorites",
            ar="مؤتمر الأطراف في اتفاقية مكافحة تهريب النيازك",
        ),
        short_name=text("the Conference", fr="la Conférence"),
        symbol_root="METC/COP",
        secretariat=text("Office for Meteorites"),
        seat=text("Port Halley", fr="Port-Halley", ar="ميناء هالي"),
        official_languages=[language.value for language in Language],
    )
    own.instruments.set([convention, protocol])
    return Cast(conference=own, convention=convention, protocol=protocol)


def with_parties(cast: Cast) -> None:
    """Nine parties to the Convention, one signatory, one that withdrew, and one (Lorinth) of which nothing is known."""
    for region, names in PARTIES.items():
        group = RegionalGroup.objects.create(key=region, name=text(f"{region.capitalize()} States"))
        for key, name in names.items():
            party = Party.objects.create(key=key, name=text(name))
            GroupMembership.objects.create(party=party, group=group)
    since, as_of = dt.date(2003, 1, 15), dt.date(2019, 12, 31)
    standings = {"XJO": Standing.SIGNATORY, "XKE": Standing.WITHDRAWN, "XLO": None}
    for party in Party.objects.all():
        standing = standings.get(party.key, Standing.PARTY)
        if standing is None:
            continue
        PartyStatus.objects.create(party=party, instrument=cast.convention, standing=standing, since=since, as_of=as_of)
    for key in ("XAR", "XDO", "XGA"):
        PartyStatus.objects.create(
            party=Party.objects.get(key=key), instrument=cast.protocol, standing=Standing.PARTY, as_of=as_of
        )


def with_sessions(cast: Cast) -> None:
    for ordinal, start, end in (
        (1, dt.date(2012, 10, 1), dt.date(2012, 10, 5)),
        (2, dt.date(2014, 9, 29), dt.date(2014, 10, 3)),
        (3, dt.date(2016, 10, 10), dt.date(2016, 10, 14)),
        (4, dt.date(2030, 10, 7), dt.date(2030, 10, 11)),
    ):
        key = f"cop-{ordinal}"
        session = Session.objects.create(
            conference=cast.conference, key=key, ordinal=ordinal, starts_on=start, ends_on=end,
            place=text("Port Halley", fr="Port-Halley", ar="ميناء هالي"), mode=Mode.IN_PERSON,
        )  # fmt: skip
        status = MeetingStatus.SCHEDULED if ordinal == 4 else MeetingStatus.HELD
        Saying.objects.create(session=session, status=status, as_of=dt.date(2019, 7, 1))
        cast.sessions[key] = session
    with_agenda(cast.sessions["cop-3"])


def with_agenda(session: Session) -> None:
    titles = {
        "1": text("Opening of the session", fr="Ouverture de la session", ar="افتتاح الدورة"),
        "2": text("Review of the implementation of the Convention", fr="Examen de l’application de la Convention"),
        "2 (a)": text("Customs controls"),
        "3": text("Adoption of the report"),
    }
    made: dict[str, AgendaItem] = {}
    for position, (number, title) in enumerate(titles.items()):
        made[number] = AgendaItem.objects.create(
            session=session, stage=AgendaStage.PROVISIONAL, number=number, position=position, title=title,
            parent=made.get(number.partition(" (")[0]) if "(" in number else None,
        )  # fmt: skip


def with_bodies(cast: Cast) -> None:
    """A constant group, an interim one whose French name is ours, and an expert group without a series."""
    customs_name = text(
        "Working Group on Customs Controls",
        fr="Groupe de travail sur les contrôles douaniers",
        ar="الفريق العامل المعني بالمراقبة الجمركية",
    )
    ours = Wording("Groupe de travail sur la poussière cosmique", status=Status.PROVISIONAL)
    dust_name = Multilingual({Language.ENGLISH: Wording("Working Group on Cosmic Dust"), Language.FRENCH: ours})
    for key, series, name, kind in (
        ("customs", "METC/COP/WG.1", customs_name, BodyKind.WORKING_GROUP),
        ("dust", "METC/COP/WG.2", dust_name, BodyKind.WORKING_GROUP),
        ("origins", "", text("Expert Group on the Origin of Meteorites"), BodyKind.EXPERT_GROUP),
    ):
        body = Body.objects.create(conference=cast.conference, key=key, kind=kind, series=series)
        BodyName.objects.create(body=body, name=name, mandate="decision 1/2", since=dt.date(2012, 10, 5), position=1)
        cast.bodies[key] = body
    customs = cast.bodies["customs"]
    BodyName.objects.create(
        body=customs, kind=NameKind.FORMER, name=text("Interim Group on Customs"), until=dt.date(2012, 10, 5)
    )
    for position, (character, mandate) in enumerate(
        ((Character.INTERIM, "decision 1/2"), (Character.CONSTANT, "resolution 3/1"))
    ):
        BodyCharacter.objects.create(body=customs, character=character, mandate=mandate, position=position)
    BodyCharacter.objects.create(body=cast.bodies["dust"], character=Character.INTERIM, mandate="decision 1/2")
    arvonia = Party.objects.filter(key="XAR").first()
    Officer.objects.create(
        conference=cast.conference, body=customs, role=Role.CHAIR, name=text("Ada Quill"), party=arvonia,
        since=dt.date(2016, 10, 10),
    )  # fmt: skip
    Officer.objects.create(
        conference=cast.conference,
        role=Role.PRESIDENT,
        name=text("Bram Oake"),
        state_named="Belmark",
        gathering_key="cop-3",
    )


def with_mandates(cast: Cast) -> None:
    """Decision 1/2 founds the groups; resolution 3/1 makes one constant, asks for meetings and for a report."""
    own = cast.conference
    founding = Mandate.objects.create(
        conference=own, kind=MandateKind.DECISION, number="1/2", session_key="cop-1", title=text("Working groups")
    )
    renewing = Mandate.objects.create(
        conference=own, kind=MandateKind.RESOLUTION, number="3/1", session_key="cop-3",
        adopted_on=dt.date(2016, 10, 14),
        title=text("Strengthening customs controls", fr="Renforcement des contrôles douaniers"),
    )  # fmt: skip
    cast.mandates = {founding.citation: founding, renewing.citation: renewing}
    customs = cast.bodies["customs"]
    for position, (mandate, effect, verb) in enumerate((
        (founding, Effect.ESTABLISHES, "decides"),
        (renewing, Effect.MAKES_CONSTANT, "decides"),
        (renewing, Effect.REQUESTS_MEETING, "requests"),
        (renewing, Effect.REQUESTS_REPORT, "requests"),
    )):  # fmt: skip
        provision = Provision.objects.create(
            mandate=mandate, position=position, paragraph=str(position + 1), effect=effect, verb=verb,
            object=text("controls at ports of entry"),
            due_session_key="cop-4" if effect in {Effect.REQUESTS_MEETING, Effect.REQUESTS_REPORT} else "",
            recurrence=Recurrence.ANNUAL if effect is Effect.REQUESTS_MEETING else "",
        )  # fmt: skip
        ProvisionBody.objects.create(provision=provision, body=customs)
    renewing.concerns.set([customs])


def with_meetings(cast: Cast) -> None:
    """Two meetings of the group on customs held, one of the other back to back, one postponed, one in a window."""
    customs, dust, origins = (cast.bodies[key] for key in ("customs", "dust", "origins"))
    place = text("Port Halley", fr="Port-Halley", ar="ميناء هالي")
    first = Meeting.objects.create(
        body=customs, key="customs-2015", ordinal=1, starts_on=dt.date(2015, 4, 13), ends_on=dt.date(2015, 4, 15),
        place=place, mode=Mode.IN_PERSON, reports_to=cast.sessions["cop-3"],
    )  # fmt: skip
    second = Meeting.objects.create(
        body=customs, key="customs-2017", ordinal=2, starts_on=dt.date(2017, 4, 10), ends_on=dt.date(2017, 4, 11),
        place=place, reports_to=cast.sessions["cop-4"], under=cast.mandates["resolution 3/1"],
    )  # fmt: skip
    beside = Meeting.objects.create(
        body=dust, key="dust-2017", ordinal=1, starts_on=dt.date(2017, 4, 12), ends_on=dt.date(2017, 4, 13),
        place=place, back_to_back_with=second, reports_to=cast.sessions["cop-4"],
    )  # fmt: skip
    late = Meeting.objects.create(
        body=dust, key="dust-2018", ordinal=2, starts_on=dt.date(2018, 5, 7), ends_on=dt.date(2018, 5, 8), place=place
    )
    window = Meeting.objects.create(
        body=origins, key="origins-2018", window_starts_on=dt.date(2018, 6, 4), window_ends_on=dt.date(2018, 6, 8)
    )
    for meeting in (first, second, beside, window):
        Saying.objects.create(meeting=meeting, status=MeetingStatus.HELD, as_of=dt.date(2019, 7, 1))
    Saying.objects.create(meeting=late, status=MeetingStatus.SCHEDULED, as_of=dt.date(2018, 1, 10))
    Saying.objects.create(meeting=late, status=MeetingStatus.POSTPONED, as_of=dt.date(2018, 4, 2))
    AgendaItem.objects.create(meeting=second, number="1", position=0, title=text("Opening of the meeting"))
    AgendaItem.objects.create(meeting=second, number="2", position=1, title=text("Scales and balances"))
    cast.meetings = {meeting.key: meeting for meeting in (first, second, beside, late, window)}


def with_documents(cast: Cast) -> None:
    """An agenda in six languages with a corrigendum in one, a report that goes to a session, and one only reserved."""
    second, session = cast.meetings["customs-2017"], cast.sessions["cop-4"]
    agenda = document(
        cast, "METC/COP/WG.1/2017/1", DocumentType.PROVISIONAL_AGENDA, body=cast.bodies["customs"], meeting=second,
        title=text("Provisional agenda", fr="Ordre du jour provisoire", ar="جدول الأعمال المؤقت"),
        date=dt.date(2017, 1, 30), items=["1"],
    )  # fmt: skip
    versions(agenda, *Language)
    corrigendum = document(
        cast, "METC/COP/WG.1/2017/1/Corr.1", DocumentType.PROVISIONAL_AGENDA, body=cast.bodies["customs"],
        title=text("Corrigendum"), date=dt.date(2017, 2, 10), relation=Relation.CORRECTS, of=agenda,
    )  # fmt: skip
    versions(corrigendum, Language.FRENCH)
    report = document(
        cast, "METC/COP/WG.1/2017/4", DocumentType.REPORT, body=cast.bodies["customs"], meeting=second,
        reports_on=second, date=dt.date(2017, 4, 20), mandates=["resolution 3/1"],
        title=text("Report on the meeting of the Working Group on Customs Controls held on 10 and 11 April 2017"),
    )  # fmt: skip
    versions(report, Language.ENGLISH, Language.FRENCH)
    Transmission.objects.create(document=report, session=session, items=["2"], mandate="resolution 3/1")
    document(
        cast, "METC/COP/2016/1", DocumentType.PROVISIONAL_AGENDA, session=cast.sessions["cop-3"], items=["2"],
        title=text("Provisional agenda of the third session"),
    )  # fmt: skip
    document(cast, "METC/COP/2016/9", DocumentType.REPORT, reports_on_session=cast.sessions["cop-3"])
    document(
        cast, "METC/COP/WG.2/2017/3", DocumentType.REPORT, body=cast.bodies["dust"], status=IssueStatus.RESERVED,
        reports_on=cast.meetings["dust-2017"], reserved_on=dt.date(2017, 3, 1),
    )  # fmt: skip


def document(cast: Cast, symbol: str, type_: DocumentType, **fields: object) -> Document:
    made = Document.objects.create(
        conference=cast.conference, key=symbol, symbol=symbol, type=type_,
        **({"distribution": Distribution.GENERAL, "status": IssueStatus.ISSUED} | fields),
    )  # fmt: skip
    cast.documents[symbol] = made
    return made


def versions(document: Document, *languages: Language) -> None:
    for language in languages:
        LanguageVersion.objects.create(
            document=document, language=language, status=IssueStatus.ISSUED, issued_on=document.date,
            job_number=f"H.17-{document.pk:04}{list(Language).index(language)}",
        )  # fmt: skip


def with_sources(cast: Cast) -> None:
    yearbook = Source.objects.create(
        key="yearbook", what="Yearbook of the Office for Meteorites", url="https://example.org/yearbook"
    )
    gazette = Source.objects.create(key="gazette", what="Gazette of Port Halley")
    for kind, key in (
        ("session", "metc-cop/cop-3"),
        ("body", "metc-cop/customs"),
        ("meeting", "metc-cop/customs/customs-2017"),
        ("mandate", "metc-cop/resolution 3/1"),
        ("document", "metc-cop/METC/COP/WG.1/2017/1"),
        ("party", "XAR"),
    ):
        Attribution.objects.create(subject_kind=kind, subject_key=key, source=yearbook, locator="12")
    Conflict.objects.create(
        subject_kind="session",
        subject_key="metc-cop/cop-3",
        statement="gazette gives the year as 2017; yearbook gives 2016",
        followed=yearbook,
    )
    Attribution.objects.create(subject_kind="session", subject_key="metc-cop/cop-3", source=gazette)
