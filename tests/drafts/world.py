"""An invented conference for the drafts: the Convention on Tidal Mills, whose bodies meet in sessions.

Its symbols have letters for bodies (CTM/COP/C.A). The third session of its Conference has before it the reports of a
committee with three sessions (one across two months, one report issued late), of a panel with one session put off and
one called off, of experts whom the secretariat was asked to convene, and of a committee whose mandate ran out; one
working group has not met. Some names are official in all languages, some in a few, some are ours.
"""

import datetime as dt
from dataclasses import dataclass

from rapporteur.bodies.models import Body, BodyName, Conference
from rapporteur.bodies.terms import BodyKind, GatheringWord, NameKind
from rapporteur.documents.models import Document, Transmission
from rapporteur.documents.terms import DocumentType
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.meetings.terms import MeetingStatus, Mode
from rapporteur.parties.models import Instrument

AS_OF = dt.date(2031, 3, 1)

PLACE = Multilingual(
    {
        Language.ARABIC: Wording("تارن هافن"),
        Language.CHINESE: Wording("塔恩港"),
        Language.ENGLISH: Wording("Tarn Haven"),
        Language.FRENCH: Wording("Tarn Haven"),
        Language.RUSSIAN: Wording("Тарн-Хейвен", note="in: в Тарн-Хейвене"),
        Language.SPANISH: Wording("Tarn Haven"),
    }
)
OTHER_PLACE = Multilingual.plain(en="Low Quay", fr="Low Quay", es="Low Quay", ru="Лоу-Ки", zh="低码头", ar="لو كي")


@dataclass(frozen=True)
class World:
    conference: Conference
    session: Session
    bodies: dict[str, Body]


def provisional(**texts: str) -> Multilingual:
    """Return the English text as official and the others as translations of ours."""
    return Multilingual(
        {
            Language(code): Wording(text, Status.FOUND if code == "en" else Status.PROVISIONAL)
            for code, text in texts.items()
        }
    )


def built() -> World:
    """Put the invented conference into the database."""
    conference = _conference()
    sessions = _sessions(conference)
    bodies = {body.key: body for body in _bodies(conference)}
    mandates = _mandates(conference, bodies)
    _meetings(bodies, mandates, sessions["cop-3"])
    return World(conference, sessions["cop-3"], bodies)


def _conference() -> Conference:
    convention = Instrument.objects.create(
        key="ctm",
        position=0,
        name=Multilingual.plain(en="Convention on Tidal Mills"),
        short_name=Multilingual.plain(en="Mills Convention"),
    )
    protocol = Instrument.objects.create(
        key="sluices-protocol",
        position=1,
        supplements=convention,
        name=Multilingual.plain(
            en="Protocol on Sluices, supplementing the Convention on Tidal Mills",
            fr="Protocole sur les écluses, additionnel à la Convention sur les moulins à marée",
            es="Protocolo sobre las Esclusas, que complementa la Convención sobre los Molinos de Marea",
            ru="Протокол о шлюзах, дополняющий Конвенцию о приливных мельницах",
            zh="潮汐磨坊公约关于水闸的补充议定书",
            ar="بروتوكول السدود، المكمل لاتفاقية طواحين المد والجزر",
        ),
        short_name=Multilingual.plain(en="Sluices Protocol", fr="Protocole sur les écluses", ru="Протокол о шлюзах"),
    )
    conference = Conference.objects.create(
        key="ctm-cop",
        symbol_root="CTM/COP",
        name=Multilingual.plain(
            en="Conference of the Parties to the Convention on Tidal Mills",
            fr="Conférence des Parties à la Convention sur les moulins à marée",
            es="Conferencia de las Partes en la Convención sobre los Molinos de Marea",
            ru="Конференция участников Конвенции о приливных мельницах",
            zh="潮汐磨坊公约缔约方会议",
            ar="مؤتمر الأطراف في اتفاقية طواحين المد والجزر",
        ),
        secretariat=Multilingual.plain(
            en="Tidal Mills Secretariat",
            fr="Secrétariat des moulins à marée",
            es="Secretaría de los Molinos de Marea",
            ru="Секретариат по приливным мельницам",
            zh="潮汐磨坊秘书处",
            ar="أمانة طواحين المد والجزر",
        ),
        seat=PLACE,
        official_languages=[language.value for language in Language],
    )
    conference.instruments.set([convention, protocol])
    return conference


def _sessions(conference: Conference) -> dict[str, Session]:
    days = {
        1: (dt.date(2027, 3, 1), dt.date(2027, 3, 5)),
        2: (dt.date(2029, 6, 4), dt.date(2029, 6, 8)),
        3: (dt.date(2031, 5, 12), dt.date(2031, 5, 16)),
    }
    sessions = {
        f"cop-{ordinal}": Session.objects.create(
            conference=conference, key=f"cop-{ordinal}", ordinal=ordinal, starts_on=start, ends_on=end, place=PLACE
        )
        for ordinal, (start, end) in days.items()
    }
    third = sessions["cop-3"]
    titles = {
        "2 (a)": Multilingual.plain(
            en="Review of the Protocol on Sluices",
            fr="Examen du Protocole sur les écluses",
            es="Examen del Protocolo sobre las Esclusas",
            ru="Обзор Протокола о шлюзах",
            zh="审查水闸议定书",
            ar="استعراض بروتوكول السدود",
        ),
        "3": provisional(en="Tide tables", fr="Tables des marées"),
        "7": Multilingual.plain(en="Other matters"),
    }
    for position, (number, title) in enumerate(titles.items()):
        AgendaItem.objects.create(session=third, number=number, position=position, title=title)
    Document.objects.create(
        conference=conference,
        key="CTM/COP/2031/1",
        symbol="CTM/COP/2031/1",
        type=DocumentType.PROVISIONAL_AGENDA,
        session=third,
    )
    return sessions


def _bodies(conference: Conference) -> list[Body]:
    sluices = _body(
        conference,
        "sluices",
        series="CTM/COP/C.A",
        instrument=Instrument.objects.get(key="sluices-protocol"),
        name=Multilingual.plain(
            en="Committee on Sluices",
            fr="Comité des écluses",
            es="Comité de Esclusas",
            ru="Комитет по шлюзам",
            zh="水闸委员会",
            ar="اللجنة المعنية بالسدود",
        ),
    )
    ferries = _body(conference, "ferries", series="CTM/COP/C.B", name=Multilingual.plain(en="Working Group on Ferries"))
    lamps = _body(conference, "lamps", series="CTM/COP/P.L", name=Multilingual.plain(en="Panel on Lamps"))
    tables = _body(
        conference,
        "tables",
        series="CTM/COP/E.T",
        word=GatheringWord.MEETING,
        kind=BodyKind.EXPERT_GROUP,
        name=Multilingual.plain(en="group of experts on tide tables convened in accordance with resolution 2/3"),
    )
    BodyName.objects.create(
        body=tables,
        kind=NameKind.GENERIC,
        name=provisional(en="group of experts", fr="groupe d’experts", es="grupo de expertos", ru="группа экспертов"),
        position=1,
    )
    drafting = _body(
        conference,
        "drafting",
        series="CTM/COP/C.D",
        name=Multilingual.plain(
            en="Drafting Committee",
            fr="Commission de rédaction",
            es="Comisión de Redacción",
            ru="Редакционный комитет",
        ),
    )
    return [sluices, ferries, lamps, tables, drafting]


def _body(
    conference: Conference,
    key: str,
    *,
    series: str,
    name: Multilingual,
    word: GatheringWord = GatheringWord.SESSION,
    kind: BodyKind = BodyKind.COMMITTEE,
    instrument: Instrument | None = None,
) -> Body:
    body = Body.objects.create(
        conference=conference, key=key, kind=kind, series=series, gathering_word=word, instrument=instrument
    )
    BodyName.objects.create(body=body, name=name)
    return body


def _mandates(conference: Conference, bodies: dict[str, Body]) -> dict[str, Mandate]:
    found = {}

    def mandate(kind: MandateKind, number: str, **texts: Multilingual) -> Mandate:
        made = Mandate.objects.create(
            conference=conference, kind=kind, number=number, session_key=f"cop-{number[0]}", **texts
        )
        found[made.citation] = made
        return made

    def provision(of: Mandate, effect: Effect, *names: str, **said: object) -> None:
        made = Provision.objects.create(mandate=of, position=of.provisions.count(), effect=effect, **said)
        for position, name in enumerate(names):
            ProvisionBody.objects.create(provision=made, body=bodies[name], position=position)

    protocol = Instrument.objects.get(key="sluices-protocol")
    founding = mandate(
        MandateKind.DECISION,
        "1/2",
        subject=Multilingual.plain(
            en="sluices", fr="les écluses", es="esclusas", ru="шлюзы", zh="水闸问题", ar="السدود"
        ),
    )
    designation = Multilingual.plain(
        en="open-ended committee", fr="comité à composition non limitée", es="comité de composición abierta",
        ru="комитет открытого состава", zh="不限成员名额委员会", ar="لجنة مفتوحة العضوية",
    )  # fmt: skip
    provision(founding, Effect.ESTABLISHES, "sluices", designation=designation)
    provision(founding, Effect.SETS_TASK, "sluices", instrument=protocol)
    provision(founding, Effect.REQUESTS_MEETING, "sluices", object=Multilingual.plain(en="meet before the session"))
    ferries = mandate(MandateKind.DECISION, "1/3", title=Multilingual.plain(en="Ferries and drafting"))
    provision(ferries, Effect.ESTABLISHES, "ferries")
    provision(ferries, Effect.ESTABLISHES, "drafting", expires_on=dt.date(2030, 12, 31))
    lasting = mandate(
        MandateKind.RESOLUTION,
        "2/1",
        title=Multilingual.plain(
            en="Strengthening the sluices",
            fr="Renforcement des écluses",
            es="Fortalecimiento de las esclusas",
            ru="Укрепление шлюзов",
            zh="加强水闸",
            ar="تعزيز السدود",
        ),
    )
    provision(lasting, Effect.MAKES_CONSTANT, "sluices")
    provision(lasting, Effect.REQUESTS_SUBMISSION, "sluices", recurrence=Recurrence.EACH_SESSION)
    rhythm = mandate(MandateKind.DECISION, "2/2")
    as_needed = provisional(en="as needed", fr="selon que de besoin")
    provision(rhythm, Effect.ENCOURAGES_ANNUAL, "sluices", "lamps", condition=as_needed)
    provision(
        rhythm, Effect.ENCOURAGES_CONSECUTIVE, "sluices", "lamps", purpose=Multilingual.plain(en="best use of the tide")
    )
    convening = mandate(
        MandateKind.RESOLUTION, "2/3", title=Multilingual.plain(en="Mechanism for the Review of Tide Tables")
    )
    provision(convening, Effect.ESTABLISHES_MECHANISM, object=Multilingual.plain(en="Tide Tables Mechanism"))
    provision(
        convening,
        Effect.REQUESTS_MEETING,
        "tables",
        addressee="Tidal Mills Secretariat",
        minimum=2,
        purpose=Multilingual.plain(en="comparing the tide tables"),
    )
    provision(convening, Effect.REQUESTS_REPORT, "tables", due_session_key="cop-3")
    lamps = mandate(MandateKind.RESOLUTION, "2/4", title=Multilingual.plain(en="Lamps"))
    provision(lamps, Effect.ESTABLISHES, "lamps", designation=Multilingual.plain(en="panel"))
    provision(lamps, Effect.SETS_TASK, "lamps", object=Multilingual.plain(en="count the lamps"))
    return found


def _meetings(bodies: dict[str, Body], mandates: dict[str, Mandate], session: Session) -> None:
    def meeting(body: str, ordinal: int | None, start: dt.date, end: dt.date, **said: object) -> Meeting:
        return Meeting.objects.create(
            **{
                "body": bodies[body],
                "key": f"{body}-{ordinal}",
                "ordinal": ordinal,
                "starts_on": start,
                "ends_on": end,
                "place": PLACE,
                "reports_to": session,
                **said,
            }
        )

    under = mandates["resolution 2/1"]
    first = meeting("sluices", 2, dt.date(2029, 10, 30), dt.date(2029, 11, 2), under=under)
    second = meeting("sluices", 3, dt.date(2030, 10, 7), dt.date(2030, 10, 8), under=under, place=OTHER_PLACE)
    third = meeting("sluices", 4, dt.date(2031, 4, 21), dt.date(2031, 4, 23), under=under)
    report("CTM/COP/C.A/2029/3", first, session, items=["2 (a)"], issued_on=dt.date(2029, 12, 3))
    late = {"issued_on": dt.date(2030, 12, 5), "issue_by": dt.date(2030, 11, 1)}
    report("CTM/COP/C.A/2030/3", second, session, items=["2 (a)"], **late)
    report("CTM/COP/C.A/2031/2", third, session, items=["2 (a)"])
    put_off = meeting("lamps", 1, dt.date(2031, 1, 13), dt.date(2031, 1, 15))
    Saying.objects.create(meeting=put_off, as_of=dt.date(2030, 12, 20), status=MeetingStatus.POSTPONED)
    called_off = meeting("lamps", 2, dt.date(2031, 2, 24), dt.date(2031, 2, 25))
    Saying.objects.create(meeting=called_off, as_of=dt.date(2031, 2, 1), status=MeetingStatus.CANCELLED)
    report("CTM/COP/P.L/2031/2", put_off, session, items=["3"])
    experts = meeting("tables", 1, dt.date(2031, 4, 24), dt.date(2031, 4, 25), back_to_back_with=third)
    experts.under = mandates["resolution 2/3"]
    experts.save()
    report("CTM/COP/E.T/2031/4", experts, session, items=["3"])
    drafted = meeting("drafting", 5, dt.date(2030, 3, 4), dt.date(2030, 3, 4), mode=Mode.ONLINE)
    report("CTM/COP/C.D/2030/2", drafted, session, items=["3"])


def report(symbol: str, meeting: Meeting, session: Session, *, items: list[str], **said: object) -> Document:
    made = Document.objects.create(
        conference=session.conference,
        key=symbol,
        symbol=symbol,
        type=DocumentType.REPORT,
        reports_on=meeting,
        body=meeting.body,
        **said,
    )
    Transmission.objects.create(document=made, session=session, items=items)
    return made
