"""The matter of the note on the meetings of the subsidiary bodies of a session, as the register has it."""

from collections.abc import Iterable, Mapping, Sequence

from rapporteur.bodies.models import Body
from rapporteur.bodies.terms import GatheringWord
from rapporteur.documents.models import Document, Transmission
from rapporteur.documents.terms import DocumentType
from rapporteur.drafts.queries.conference import (
    agenda_symbol,
    conference_matter,
    dates_of,
    mandate_matter,
    name_of,
    progress_of,
    provisional_items,
    said_of,
    session_matter,
    sessions_by_key,
    short_name_of,
)
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
_WITH_MEETINGS = (
    "sayings",
    "body__names",
    "back_to_back_with__sayings",
    "back_to_back_with__body__names",
    "back_to_back_from__sayings",
    "back_to_back_from__body__names",
)


def note_of(session: Session) -> NoteMatter:
    """Return the matter of a session's note, with a number of queries that does not depend on its size."""
    conference = conference_matter(session.conference)
    sessions = sessions_by_key(session.conference)
    meetings = _meetings(session)
    reports = _reports(meetings, session=session)
    bodies = list({meeting.body_id: meeting.body for meeting in meetings}.values())
    provisions = _provisions(bodies, conference=conference, sessions=sessions)
    items = _items_of(reports)
    own = _own_record(session)
    return NoteMatter(
        conference=conference,
        session=session_matter(sessions.get(session.key, session)),
        agenda_symbol=agenda_symbol(session),
        items=_items_in_use(provisional_items(session), reports.values()),
        bodies=tuple(
            _body(body, meetings=[m for m in meetings if m.body_id == body.pk], reports=reports, provisions=provisions)
            for body in sorted(bodies, key=lambda body: _place_in_agenda(body, items))
        ),
        symbol=own.symbol if own else "",
        title=own.title if own else Multilingual(),
    )


# --- reading ----------------------------------------------------------------------------------------------------------


def _meetings(session: Session) -> list[Meeting]:
    """Return the meetings whose reports go to the session, with all that the note says of each."""
    # Two questions, each answered from an index: asked as one, they would make the database read every meeting.
    sent = Transmission.objects.filter(session=session, document__reports_on__isnull=False)
    numbers = {
        *sent.values_list("document__reports_on", flat=True),
        *session.meetings_reported.values_list("pk", flat=True),
    }
    found = Meeting.objects.filter(pk__in=numbers, body__conference=session.conference)
    found = found.select_related("body__instrument", "under", "back_to_back_with__body")
    return list(found.prefetch_related(*_WITH_MEETINGS).order_by("ordinal", "starts_on", "key"))


def _reports(meetings: Sequence[Meeting], *, session: Session) -> dict[int, Document]:
    """Return the report of each meeting, by the meeting's number: the one with a symbol, and sent to the session."""
    found = Document.objects.filter(reports_on__in=[m.pk for m in meetings], type=DocumentType.REPORT, relation="")
    reports: dict[int, Document] = {}
    for document in found.select_related("reports_on").prefetch_related("transmissions").order_by("key"):
        is_sent = any(sent.session_id == session.pk for sent in document.transmissions.all())
        if document.symbol and document.reports_on_id and (is_sent or document.reports_on_id not in reports):
            reports[document.reports_on_id] = document
    return reports


def _own_record(session: Session) -> Document | None:
    """Return the note's own record, if the register has one: the session's note on no meeting and no single body."""
    notes = Document.objects.filter(
        session=session, type=DocumentType.NOTE_BY_THE_SECRETARIAT, meeting=None, body=None, relation=""
    )
    with_subsidiary_bodies = (note for note in notes if "subsidiary bodies" in note.title.first())
    return next(with_subsidiary_bodies, None)


def _provisions(
    bodies: Sequence[Body], *, conference: ConferenceMatter, sessions: Mapping[str, Session]
) -> list[ProvisionMatter]:
    """Return every provision of every mandate that names one of the bodies."""
    found = (
        Provision.objects.filter(mandate__provisions__bodies__in=[body.pk for body in bodies])
        .distinct()
        .select_related("mandate", "instrument")
        .prefetch_related("named__body__names")
        .order_by("mandate", "position")
    )
    return [provision_matter(provision, conference=conference, sessions=sessions) for provision in found]


def provision_matter(
    provision: Provision, *, conference: ConferenceMatter, sessions: Mapping[str, Session]
) -> ProvisionMatter:
    named = sorted(provision.named.all(), key=lambda named: named.position)
    due = sessions.get(provision.due_session_key)
    end = sessions.get(provision.expires_session_key)
    return ProvisionMatter(
        mandate=mandate_matter(provision.mandate, sessions=sessions),
        effect=Effect(provision.effect),
        verb=provision.verb,
        bodies=tuple(one.body.key for one in named),
        names=tuple(name_of(one.body) for one in named),
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


def _body(
    body: Body,
    *,
    meetings: Sequence[Meeting],
    reports: Mapping[int, Document],
    provisions: Sequence[ProvisionMatter],
) -> BodyMatter:
    citations = {p.mandate.citation for p in provisions if body.key in p.bodies}
    return BodyMatter(
        key=body.key,
        name=name_of(body),
        short_name=short_name_of(body),
        word=GatheringWord(body.gathering_word),
        meetings=tuple(_meeting(meeting, report=reports.get(meeting.pk)) for meeting in meetings),
        provisions=tuple(
            p for p in provisions if body.key in p.bodies or (not p.bodies and p.mandate.citation in citations)
        ),
    )


def _meeting(meeting: Meeting, *, report: Document | None) -> MeetingMatter:
    return MeetingMatter(
        key=meeting.key,
        ordinal=meeting.ordinal,
        planned=dates_of(meeting),
        place=Place(meeting.place),
        sayings=said_of(meeting.sayings.all()),
        mode=Mode(meeting.mode) if meeting.mode else None,
        under=_under(meeting, report),
        beside=_beside(meeting),
        report=_report(report) if report else None,
    )


def _under(meeting: Meeting, report: Document | None) -> str:
    sent = next((sent.mandate for sent in report.transmissions.all() if sent.mandate), "") if report else ""
    return sent or (meeting.under.citation if meeting.under else "")


def _beside(meeting: Meeting) -> NeighbourMatter | None:
    """Return the neighbour, whichever of the two meetings the register says it of."""
    other = meeting.back_to_back_with or next(iter(meeting.back_to_back_from.all()), None)
    if other is None:
        return None
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


def _items_of(reports: Mapping[int, Document]) -> dict[int, list[str]]:
    """Return the numbers of the items that the reports of each body go to, by the body's number."""
    items: dict[int, list[str]] = {}
    for report in reports.values():
        if report.reports_on is not None:
            numbers = [number for sent in report.transmissions.all() for number in sent.items]
            items.setdefault(report.reports_on.body_id, []).extend(numbers)
    return items


def _place_in_agenda(body: Body, items: Mapping[int, Sequence[str]]) -> tuple[tuple[int, str, int], int, str]:
    """Return the body's place: by its first item, then by its instrument (none first), then by its key."""
    numbers = [_item_place(number) for number in items.get(body.pk, ())]
    position = body.instrument.position if body.instrument else -1
    return (min(numbers, default=_LAST), position, body.key)


def _item_place(number: str) -> tuple[int, str, int]:
    try:
        item = parse_item(number)
    except NotAnItemNumber:
        return _LAST
    return (item.number, item.letter, item.roman)


def _items_in_use(items: Iterable[ItemMatter], reports: Iterable[Document]) -> tuple[ItemMatter, ...]:
    """Return the items that reports go to, in order; one that the agenda does not have comes without a title."""
    titles = {item.number: item.title for item in items}
    numbers = {number for report in reports for sent in report.transmissions.all() for number in sent.items}
    return tuple(ItemMatter(n, titles.get(n, Multilingual())) for n in sorted(numbers, key=_item_place))
