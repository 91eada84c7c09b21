"""The records that the note on the subsidiary bodies' meetings is made of, in as few questions as they take.

Most of what a question costs is preparing it, so that bodies, names and sayings are read once for all who need them.
The story goes on in `note`, which makes the matter of a note of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, prefetch_related_objects

from rapporteur.bodies.models import Body, BodyName
from rapporteur.documents.models import Document, Transmission
from rapporteur.documents.terms import DocumentType
from rapporteur.mandates.models import Provision, ProvisionBody
from rapporteur.meetings.models import Meeting, Session

_OWN_PAPERS = (DocumentType.PROVISIONAL_AGENDA, DocumentType.NOTE_BY_THE_SECRETARIAT)
# What is asked of a report. Its texts in six languages would be most of what reading takes.
_OF_A_REPORT = ("symbol", "status", "reserved_on", "announced_on", "issued_on", "date", "issue_by", "is_late")


@dataclass(frozen=True, slots=True)
class NoteRecords:
    """What the register has for a session's note. Meetings and neighbours have their bodies, names and sayings.

    `beside` and `reports` are by the meeting's number, `named` gives the bodies that a provision names, in their order.
    `papers` are the session's own agenda and notes by the secretariat, in the order of their keys.
    """

    meetings: Sequence[Meeting]
    beside: Mapping[int, Meeting]
    reports: Mapping[int, Document]
    provisions: Sequence[Provision]
    named: Mapping[int, Sequence[Body]]
    papers: Sequence[Document]

    @property
    def bodies(self) -> list[Body]:
        """Return the bodies that met, each once."""
        return list({meeting.body_id: meeting.body for meeting in self.meetings}.values())


def records_of(session: Session) -> NoteRecords:
    """Return the records of a session's note. Eleven queries, whatever their number."""
    meetings = _meetings(session)
    beside = _beside(meetings)
    met = {meeting.body_id for meeting in meetings}
    provisions, named = _provisions(met)
    bodies = _bodies(met.union(*named.values(), (other.body_id for other in beside.values())))
    for meeting in (*meetings, *beside.values()):
        meeting.body = bodies[meeting.body_id]
    return NoteRecords(
        meetings=meetings,
        beside=beside,
        reports=_reports(meetings, session=session),
        provisions=provisions,
        named={provision: [bodies[body] for body in names] for provision, names in named.items()},
        papers=_papers(session),
    )


def _meetings(session: Session) -> list[Meeting]:
    """Return the meetings whose reports go to the session, in the order of their plan."""
    # Two questions, each answered from an index: asked as one, they would make the database read every meeting.
    sent = Transmission.objects.filter(session=session, document__reports_on__isnull=False).order_by()
    numbers = {
        *sent.values_list("document__reports_on", flat=True),
        *session.meetings_reported.order_by().values_list("pk", flat=True),
    }
    found = Meeting.objects.filter(pk__in=numbers, body__conference=session.conference_id).select_related("under")
    return list(found.order_by("ordinal", "starts_on", "key"))


def _beside(meetings: Sequence[Meeting]) -> dict[int, Meeting]:
    """Return the neighbour of each meeting, whichever of the two the register says it of; with all sayings read."""
    numbers = [meeting.pk for meeting in meetings]
    theirs = {meeting.back_to_back_with_id for meeting in meetings} - {None}
    others = list(Meeting.objects.filter(Q(pk__in=theirs) | Q(back_to_back_with__in=numbers)))
    by_number = {other.pk: other for other in others}
    from_theirs = {other.back_to_back_with_id: other for other in reversed(others)}
    prefetch_related_objects([*meetings, *others], "sayings")
    beside = {one.pk: by_number.get(one.back_to_back_with_id or 0) or from_theirs.get(one.pk) for one in meetings}
    return {number: other for number, other in beside.items() if other is not None}


def _provisions(bodies: Iterable[int]) -> tuple[list[Provision], dict[int, list[int]]]:
    """Return what the mandates that name one of the bodies provide, and the numbers of the bodies that each names.

    A provision that names other bodies alone is left out.
    """
    met = set(bodies)
    naming = ProvisionBody.objects.filter(body__in=met).order_by().values("provision__mandate")
    order = ("mandate__session_key", "mandate__kind", "mandate__number", "position")
    found = list(Provision.objects.filter(mandate__in=naming).select_related("mandate", "instrument").order_by(*order))
    named: dict[int, list[int]] = {provision.pk: [] for provision in found}
    links = ProvisionBody.objects.filter(provision__in=list(named)).order_by("position")
    for provision, body in links.values_list("provision", "body"):
        named[provision].append(body)
    of_the_bodies = [one for one in found if not named[one.pk] or not met.isdisjoint(named[one.pk])]
    return of_the_bodies, {one.pk: named[one.pk] for one in of_the_bodies}


def _bodies(numbers: Iterable[int]) -> dict[int, Body]:
    names = Prefetch("names", BodyName.objects.order_by("position", "pk"))
    return {
        body.pk: body
        for body in Body.objects.filter(pk__in=set(numbers)).select_related("instrument").prefetch_related(names)
    }


def _reports(meetings: Sequence[Meeting], *, session: Session) -> dict[int, Document]:
    """Return the report of each meeting, by the meeting's number: the one with a symbol, and sent to the session."""
    found = Document.objects.filter(reports_on__in=[m.pk for m in meetings], type=DocumentType.REPORT, relation="")
    sent = Prefetch("transmissions", Transmission.objects.order_by("session__ordinal", "session__key"))
    reports: dict[int, Document] = {}
    for document in found.only("reports_on", *_OF_A_REPORT).prefetch_related(sent).order_by("key"):
        is_sent = any(sent.session_id == session.pk for sent in document.transmissions.all())
        if document.symbol and document.reports_on_id and (is_sent or document.reports_on_id not in reports):
            reports[document.reports_on_id] = document
    return reports


def _papers(session: Session) -> list[Document]:
    found = Document.objects.filter(session=session, type__in=_OWN_PAPERS, meeting=None, relation="")
    return list(found.only("symbol", "type", "title", "items", "body").order_by("key"))
