"""The matter of the status of what the resolutions asked for: what is owed, with the records that answer it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TypeVar

from rapporteur.bodies.models import Body
from rapporteur.documents.models import Document
from rapporteur.drafts.queries.conference import conference_matter, name_of, session_matter, sessions_by_key
from rapporteur.drafts.queries.documents_list import document_matter, grammar_for
from rapporteur.drafts.queries.documents_list import with_all_of_a_row as with_all_of_a_document
from rapporteur.drafts.queries.gatherings import meeting_matter, session_row, with_all_of_a_row
from rapporteur.drafts.queries.note import provision_matter
from rapporteur.drafts.terms.calendar import GatheringMatter
from rapporteur.drafts.terms.documents_list import DocumentMatter
from rapporteur.drafts.terms.matter import ConferenceMatter, Name, ProvisionMatter
from rapporteur.drafts.terms.requests import RequestMatter, RequestsMatter, Unanswered
from rapporteur.mandates.models import Provision
from rapporteur.meetings.models import Meeting, Session
from rapporteur.register.answers import ASKING, Owed
from rapporteur.register.owed import owed

Record = TypeVar("Record")


def requests_of(session: Session, *, as_of: dt.date) -> RequestsMatter:
    """Return what was asked by a day, for a session, with a number of queries that does not depend on its size."""
    conference = conference_matter(session.conference)
    sessions = sessions_by_key(session.conference)
    rows = owed(session.conference, as_of=as_of)
    provisions = _provisions(session, conference=conference, sessions=sessions)
    names = {
        body.key: name_of(body) for body in Body.objects.filter(conference=session.conference).prefetch_related("names")
    }
    meetings, documents = _meetings(session, rows), _documents(session, rows)
    return RequestsMatter(
        conference=conference,
        session=session_matter(sessions.get(session.key, session)),
        requests=tuple(
            RequestMatter(
                provision=provisions[row.request.mandate, row.request.position],
                state=row.state,
                paragraph=row.request.paragraph,
                to_body=names.get(row.request.to_body),
                meetings=_found(meetings, row, kind="meeting"),
                documents=_found(documents, row, kind="document"),
                without=tuple(_unanswered(said, names=names, sessions=sessions) for said in row.without),
            )
            for row in rows
        ),
    )


def _provisions(
    session: Session, *, conference: ConferenceMatter, sessions: Mapping[str, Session]
) -> dict[tuple[str, int], ProvisionMatter]:
    """Return every provision that asks for something, by its mandate and its place there."""
    found = Provision.objects.filter(mandate__conference=session.conference, effect__in=ASKING)
    found = found.select_related("mandate", "instrument").prefetch_related("named__body__names")
    return {
        (provision.mandate.citation, provision.position): provision_matter(
            provision,
            named=[named.body for named in sorted(provision.named.all(), key=lambda named: named.position)],
            conference=conference,
            sessions=sessions,
        )
        for provision in found
    }


def _meetings(session: Session, rows: Iterable[Owed]) -> dict[tuple[str, str], GatheringMatter]:
    keys = {answer.key for row in rows for answer in row.answers if answer.kind == "meeting"}
    found = Meeting.objects.filter(body__conference=session.conference, key__in=keys)
    return {(meeting.body.key, meeting.key): meeting_matter(meeting) for meeting in with_all_of_a_row(found)}


def _documents(session: Session, rows: Iterable[Owed]) -> dict[tuple[str, str], DocumentMatter]:
    answers = [answer for row in rows for answer in row.answers if answer.kind == "document"]
    found = Document.objects.filter(conference=session.conference, key__in={answer.key for answer in answers})
    grammar = grammar_for(session.conference)
    by_key = {one.key: document_matter(one, grammar=grammar) for one in with_all_of_a_document(found)}
    return {(answer.body, answer.key): by_key[answer.key] for answer in answers}


def _found(records: Mapping[tuple[str, str], Record], row: Owed, *, kind: str) -> tuple[Record, ...]:
    return tuple(records[answer.body, answer.key] for answer in row.answers if answer.kind == kind)


def _unanswered(said: str, *, names: Mapping[str, Name], sessions: Mapping[str, Session]) -> Unanswered:
    """Return what "wg-tip 2019" or "cop-9" stands for."""
    key, _, year = said.rpartition(" ")
    if key:
        return Unanswered(body=names.get(key), year=int(year))
    return Unanswered(session=session_row(sessions[said]))
