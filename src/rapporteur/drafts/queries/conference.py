"""What every draft wants of the register: the conference and its terms, a session, its agenda, names, mandates."""

from collections.abc import Iterable, Mapping

from rapporteur.bodies.models import Body, Conference
from rapporteur.bodies.terms import NameKind
from rapporteur.documents.models import Document
from rapporteur.documents.rules import Progress
from rapporteur.documents.terms import DocumentType, IssueStatus
from rapporteur.drafts.terms.matter import ConferenceMatter, ItemMatter, MandateMatter, Name, Place, SessionMatter
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.mandates.models import Mandate
from rapporteur.mandates.terms import MandateKind
from rapporteur.meetings.models import AgendaItem, Gathering, Saying, Session
from rapporteur.meetings.rules import Dates, SaidOf
from rapporteur.meetings.terms import AgendaStage, MeetingStatus, Mode, SessionKind
from rapporteur.terminology.models import Term


def conference_matter(conference: Conference) -> ConferenceMatter:
    """Two queries."""
    return ConferenceMatter(
        key=conference.key,
        name=conference.name,
        secretariat=conference.secretariat,
        official_languages=tuple(Language(code) for code in conference.official_languages) or tuple(Language),
        has_protocols=any(conference.instruments.order_by().values_list("supplements", flat=True)),
        terms=terms_of(conference),
    )


def terms_of(conference: Conference) -> Mapping[str, Multilingual]:
    """Return the terms by key; one of the conference's own stands before a shared one."""
    found = Term.objects.filter(conference_key__in=["", conference.key]).order_by("conference_key")
    return dict(found.values_list("key", "wording"))


def session_matter(session: Session) -> SessionMatter:
    """One query, none if the sayings were read before."""
    return SessionMatter(
        key=session.key,
        ordinal=session.ordinal,
        planned=dates_of(session),
        place=Place(session.place),
        sayings=said_of(session.sayings.all()),
        mode=Mode(session.mode) if session.mode else None,
        kind=SessionKind(session.kind),
    )


def dates_of(gathering: Gathering) -> Dates:
    return Dates(
        starts_on=gathering.starts_on,
        ends_on=gathering.ends_on,
        window_starts_on=gathering.window_starts_on,
        window_ends_on=gathering.window_ends_on,
        year=gathering.year,
        month=gathering.month,
        concluded_by=gathering.concluded_by,
    )


def said_of(sayings: Iterable[Saying]) -> tuple[SaidOf, ...]:
    return tuple(
        SaidOf(
            status=MeetingStatus(saying.status),
            as_of=saying.as_of,
            starts_on=saying.starts_on,
            ends_on=saying.ends_on,
            mode=Mode(saying.mode) if saying.mode else None,
        )
        for saying in sayings
    )


def provisional_items(session: Session) -> list[ItemMatter]:
    """Return the items of the provisional agenda in their order. One query."""
    found = AgendaItem.objects.filter(session=session, stage=AgendaStage.PROVISIONAL).order_by("position")
    return [ItemMatter(item.number, item.title) for item in found]


def agenda_symbol(session: Session) -> str:
    """Return the symbol of the session's provisional agenda, "" where none is known. One query."""
    agendas = Document.objects.filter(session=session, type=DocumentType.PROVISIONAL_AGENDA, meeting=None, relation="")
    return agendas.order_by("key").values_list("symbol", flat=True).first() or ""


def sessions_by_key(conference: Conference) -> dict[str, Session]:
    """Two queries."""
    return {session.key: session for session in conference.sessions.prefetch_related("sayings")}


def numbered_sessions(conference: Conference) -> dict[str, Session]:
    """Return the sessions by key with what a mandate is told by: their numbers and last days. One query."""
    found = Session.objects.filter(conference=conference).only("key", "ordinal", "ends_on").order_by()
    return {session.key: session for session in found}


def mandate_matter(mandate: Mandate, *, sessions: Mapping[str, Session]) -> MandateMatter:
    session = sessions.get(mandate.session_key)
    return MandateMatter(
        kind=MandateKind(mandate.kind),
        number=mandate.number,
        title=mandate.title,
        subject=mandate.subject,
        session_ordinal=session.ordinal if session else None,
        adopted_on=mandate.adopted_on or (session.ends_on if session else None),
    )


def name_of(body: Body) -> Name:
    """Return the official name in use, or the one that comes nearest. The names must have been read before."""
    names = sorted(body.names.all(), key=lambda name: (name.kind != NameKind.OFFICIAL, name.until is not None))
    return Name(next((name.name for name in names if name.kind != NameKind.GENERIC), Multilingual()))


def short_name_of(body: Body) -> Name:
    """Return what the body is called once its name has been given."""
    generic = next((name.name for name in body.names.all() if name.kind == NameKind.GENERIC), None)
    return Name(generic) if generic else name_of(body)


def progress_of(document: Document) -> Progress:
    return Progress(
        status=IssueStatus(document.status) if document.status else None,
        reserved_on=document.reserved_on,
        announced_on=document.announced_on,
        issued_on=document.issued_on,
        dated_on=document.date,
    )
