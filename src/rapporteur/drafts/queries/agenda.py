"""The matter of the annotated provisional agenda of a session, as the register has it."""

from rapporteur.documents.terms import DocumentType
from rapporteur.drafts.queries.conference import (
    agenda_symbol,
    conference_matter,
    mandate_matter,
    numbered_sessions,
    session_matter,
)
from rapporteur.drafts.queries.documents_list import documents_before
from rapporteur.drafts.queries.gatherings import meeting_matter, with_all_of_a_row
from rapporteur.drafts.terms.agenda import AgendaMatter, AnnotatedItemMatter
from rapporteur.drafts.terms.documents_list import DocumentMatter
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import AgendaItem, Meeting, Session
from rapporteur.meetings.terms import AgendaStage


def agenda_of(session: Session) -> AgendaMatter:
    """Return the matter of a session's provisional agenda, with a fixed number of queries."""
    items = AgendaItem.objects.filter(session=session, stage=AgendaStage.PROVISIONAL).order_by("position")
    symbol = agenda_symbol(session)
    documents = [one for one in documents_before(session) if not _is_the_agenda(one, symbol)]
    reported = {(one.reports_on.body_key, one.reports_on.key) for one in documents if one.reports_on}
    meetings = list(with_all_of_a_row(Meeting.objects.filter(reports_to=session)).order_by("starts_on", "key"))
    unreported = [meeting for meeting in meetings if (meeting.body.key, meeting.key) not in reported]
    sessions = numbered_sessions(session.conference)
    cited = {citation for one in documents for citation in one.mandates}
    cited |= {meeting.under.citation for meeting in meetings if meeting.under}
    return AgendaMatter(
        conference=conference_matter(session.conference),
        session=session_matter(session),
        symbol=symbol,
        items=tuple(AnnotatedItemMatter(item.number, item.title, item.annotation) for item in items),
        documents=tuple(documents),
        meetings=tuple(meeting_matter(meeting) for meeting in unreported),
        mandates={
            mandate.citation: mandate_matter(mandate, sessions=sessions)
            for mandate in Mandate.objects.filter(
                conference=session.conference, number__in={citation.partition(" ")[2] for citation in cited}
            )
            if mandate.citation in cited
        },
    )


def _is_the_agenda(document: DocumentMatter, symbol: str) -> bool:
    return document.type is DocumentType.PROVISIONAL_AGENDA and document.symbol == symbol
