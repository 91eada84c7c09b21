"""The matter of the note on the meetings of the subsidiary bodies of a session, as the register has it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from rapporteur.bodies.models import Body
from rapporteur.bodies.terms import GatheringWord
from rapporteur.documents.models import Document
from rapporteur.documents.terms import DocumentType
from rapporteur.drafts.queries.conference import (
    conference_matter,
    dates_of,
    mandate_matter,
    name_of,
    numbered_sessions,
    progress_of,
    provisional_items,
    said_of,
    session_matter,
    short_name_of,
)
from rapporteur.drafts.queries.note_records import NoteRecords, records_of
from rapporteur.drafts.terms.matter import (
    ConferenceMatter,
    InstrumentMatter,
    ItemMatter,
    Place,
    ProvisionMatter,
    ReportMatter,
)
from rapporteur.drafts.terms.note import BodyMatter, MeetingMatter, NeighbourMatter, NoteMatter
from rapporteur.languages.terms import Multilingual
from rapporteur.mandates.models import Provision
from rapporteur.mandates.terms import Effect, Recurrence
from rapporteur.meetings.models import Meeting, Session
from rapporteur.meetings.terms import Mode
from rapporteur.parties.models import Instrument
from rapporteur.symbols.agenda import NotAnItemNumber, parse_item

_LAST = (10_000, "", 0)


def note_of(session: Session) -> NoteMatter:
    """Return the matter of a session's note, with a number of queries that does not depend on its size."""
    conference = conference_matter(session.conference)
    sessions = numbered_sessions(session.conference)
    records = records_of(session)
    provisions = [
        provision_matter(one, named=records.named[one.pk], conference=conference, sessions=sessions)
        for one in records.provisions
    ]
    places = {body.pk: _place_in_agenda(body, _items_of(records, body)) for body in records.bodies}
    items = {number for report in records.reports.values() for number in _items(report)}
    own = _own_record(records.papers, items)
    return NoteMatter(
        conference=conference,
        session=session_matter(session),
        agenda_symbol=next((one.symbol for one in records.papers if one.type == DocumentType.PROVISIONAL_AGENDA), ""),
        items=_items_in_use(provisional_items(session), items),
        bodies=tuple(
            _body(body, records=records, provisions=provisions)
            for body in sorted(records.bodies, key=lambda body: places[body.pk])
        ),
        symbol=own.symbol if own else "",
        title=own.title if own else Multilingual(),
    )


def _own_record(papers: Iterable[Document], items: Collection[str]) -> Document | None:
    """Return the note's own record, if the register has one.

    It is the session's note on no meeting and no single body, under the very items that the reports go to.
    """
    notes = (one for one in papers if one.type == DocumentType.NOTE_BY_THE_SECRETARIAT and one.body_id is None)
    return next((note for note in notes if note.items and set(note.items) == set(items)), None)


def provision_matter(
    provision: Provision, *, named: Iterable[Body], conference: ConferenceMatter, sessions: Mapping[str, Session]
) -> ProvisionMatter:
    """Return what a provision says of bodies, whose names must have been read before."""
    bodies = tuple(named)
    due = sessions.get(provision.due_session_key)
    end = sessions.get(provision.expires_session_key)
    return ProvisionMatter(
        mandate=mandate_matter(provision.mandate, sessions=sessions),
        effect=Effect(provision.effect),
        verb=provision.verb,
        bodies=tuple(body.key for body in bodies),
        names=tuple(map(name_of, bodies)),
        instrument=_instrument(provision.instrument) if provision.instrument else None,
        addressee=_addressee(provision.addressee, conference),
        object=provision.object,
        designation=provision.designation,
        condition=provision.condition,
        purpose=provision.purpose,
        minimum=provision.minimum,
        due_session_key=provision.due_session_key,
        due_ordinal=due.ordinal if due else None,
        due_on=provision.due_on,
        expires_on=provision.expires_on or (end.ends_on if end else None),
        expires_ordinal=end.ordinal if end and not provision.expires_on else None,
        recurrence=Recurrence(provision.recurrence),
    )


def _addressee(said: str, conference: ConferenceMatter) -> Multilingual:
    """Return the term that words an addressee, its English text alone where there is no such term."""
    if not said:
        return Multilingual()
    terms = [conference.secretariat, *conference.terms.values()]
    return next((term for term in terms if term.first() == said), Multilingual.plain(en=said))


def _instrument(instrument: Instrument) -> InstrumentMatter:
    return InstrumentMatter(instrument.key, instrument.name, instrument.short_name)


# --- putting together -------------------------------------------------------------------------------------------------


def _body(body: Body, *, records: NoteRecords, provisions: Sequence[ProvisionMatter]) -> BodyMatter:
    citations = {p.mandate.citation for p in provisions if body.key in p.bodies}
    return BodyMatter(
        key=body.key,
        name=name_of(body),
        short_name=short_name_of(body),
        word=GatheringWord(body.gathering_word),
        meetings=tuple(
            _meeting(meeting, report=records.reports.get(meeting.pk), beside=records.beside.get(meeting.pk))
            for meeting in records.meetings
            if meeting.body_id == body.pk
        ),
        provisions=tuple(
            p for p in provisions if body.key in p.bodies or (not p.bodies and p.mandate.citation in citations)
        ),
    )


def _meeting(meeting: Meeting, *, report: Document | None, beside: Meeting | None) -> MeetingMatter:
    return MeetingMatter(
        key=meeting.key,
        ordinal=meeting.ordinal,
        planned=dates_of(meeting),
        place=Place(meeting.place),
        sayings=said_of(meeting.sayings.all()),
        mode=Mode(meeting.mode) if meeting.mode else None,
        under=_under(meeting, report),
        beside=_neighbour(beside) if beside else None,
        report=_report(report) if report else None,
    )


def _under(meeting: Meeting, report: Document | None) -> str:
    sent = next((sent.mandate for sent in report.transmissions.all() if sent.mandate), "") if report else ""
    return sent or (meeting.under.citation if meeting.under else "")


def _neighbour(other: Meeting) -> NeighbourMatter:
    return NeighbourMatter(
        name=name_of(other.body),
        word=GatheringWord(other.body.gathering_word),
        ordinal=other.ordinal,
        planned=dates_of(other),
        sayings=said_of(other.sayings.all()),
    )


def _report(report: Document) -> ReportMatter:
    return ReportMatter(
        symbol=report.symbol, progress=progress_of(report), due_on=report.issue_by, is_late=report.is_late
    )


# --- the order of the agenda ------------------------------------------------------------------------------------------


def _items(report: Document) -> list[str]:
    """Return the numbers of the items that a report goes to."""
    return [number for sent in report.transmissions.all() for number in sent.items]


def _items_of(records: NoteRecords, body: Body) -> list[str]:
    """Return the numbers of the items that the reports of a body go to."""
    reports = (records.reports.get(meeting.pk) for meeting in records.meetings if meeting.body_id == body.pk)
    return [number for report in reports if report for number in _items(report)]


def _place_in_agenda(body: Body, numbers: Iterable[str]) -> tuple[tuple[int, str, int], int, str]:
    """Return the body's place: by its first item, then by its instrument (none first), then by its key."""
    position = body.instrument.position if body.instrument else -1
    return (min(map(_item_place, numbers), default=_LAST), position, body.key)


def _item_place(number: str) -> tuple[int, str, int]:
    try:
        item = parse_item(number)
    except NotAnItemNumber:
        return _LAST
    return (item.number, item.letter, item.roman)


def _items_in_use(items: Iterable[ItemMatter], numbers: Iterable[str]) -> tuple[ItemMatter, ...]:
    """Return the items that reports go to, in order; one that the agenda does not have comes without a title."""
    titles = {item.number: item.title for item in items}
    return tuple(ItemMatter(n, titles.get(n, Multilingual())) for n in sorted(numbers, key=_item_place))
