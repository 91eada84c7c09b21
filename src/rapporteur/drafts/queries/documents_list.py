"""The matter of the list of documents before a session, as the register has it."""

from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, Q, QuerySet

from rapporteur.bodies.models import Conference
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.documents.rules import Progress
from rapporteur.documents.terms import DocumentType, IssueStatus, Relation
from rapporteur.drafts.queries.conference import (
    conference_matter,
    progress_of,
    provisional_items,
    session_matter,
)
from rapporteur.drafts.queries.gatherings import OF_A_ROW, meeting_matter
from rapporteur.drafts.terms.documents_list import DocumentMatter, ListMatter, VersionMatter
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Session
from rapporteur.register.known import grammar_of
from rapporteur.symbols.documents import NotASymbol, Symbol, parse
from rapporteur.symbols.grammars import Grammar


def list_of(session: Session) -> ListMatter:
    """Return the matter of a session's list of documents, with a number of queries that does not depend on its size."""
    return ListMatter(
        conference=conference_matter(session.conference),
        session=session_matter(session),
        items=tuple(provisional_items(session)),
        documents=tuple(documents_before(session)),
    )


def documents_before(session: Session) -> list[DocumentMatter]:
    """Return the documents that a session has before it: its own and those sent to it, by key.

    The report of the session itself comes after it and is left out.
    """
    sent = Transmission.objects.filter(session=session)
    found = Document.objects.filter(Q(session=session) | Q(pk__in=sent.values("document")))
    found = with_all_of_a_row(found.exclude(reports_on_session=session))
    to_session = Prefetch("transmissions", sent, to_attr="sent")
    first_items = Prefetch("of__transmissions", sent, to_attr="first_sent")
    grammar = grammar_for(session.conference)
    ordered = found.prefetch_related(to_session, first_items).order_by("key")
    return [
        document_matter(document, items=_items(document, session=session), cited=_cited(document), grammar=grammar)
        for document in ordered
    ]


def with_all_of_a_row(documents: "QuerySet[Document]") -> "QuerySet[Document]":
    """Return the documents with what `document_matter` reads: eight more queries, whatever their number."""
    found = documents.select_related("of", "reports_on__body", "reports_on__under", "reports_on__in_session")
    found = found.select_related("reports_on__reports_to", "reports_on__back_to_back_with__body")
    names = ["versions", *(f"reports_on__{name}" for name in OF_A_ROW)]
    return found.prefetch_related(*names)


def grammar_for(conference: Conference) -> Grammar:
    """Return the grammar of a conference's symbols; the usual one where its own cannot be read."""
    return grammar_of(conference.symbol_root, conference.symbol_grammar) or Grammar.for_root(conference.symbol_root)


def document_matter(
    document: Document, *, grammar: Grammar, items: tuple[str, ...] = (), cited: Iterable[str] = ()
) -> DocumentMatter:
    """Return a document as a row. `items` are those it goes to; `cited`, mandates beyond those that it names itself."""
    meeting = document.reports_on
    under = meeting.under.citation if meeting and meeting.under else ""
    return DocumentMatter(
        key=document.key,
        symbol=document.symbol,
        type=DocumentType(document.type),
        title=document.title,
        progress=progress_of(document),
        parsed=_parsed(document.symbol, grammar),
        items=items,
        versions=tuple(_version(version, document) for version in document.versions.all()),
        only_language=Language(document.only_language) if document.only_language else None,
        relation=Relation(document.relation) if document.relation else None,
        mandates=tuple(dict.fromkeys(citation for citation in (*cited, *document.mandates, under) if citation)),
        reports_on=meeting_matter(meeting) if meeting else None,
        issue_by=document.issue_by,
        is_late=document.is_late,
    )


def _cited(document: Document) -> list[str]:
    sent: Sequence[Transmission] = document.sent  # type: ignore[attr-defined]  # read by the prefetch
    return [one.mandate for one in sent]


def _items(document: Document, *, session: Session) -> tuple[str, ...]:
    """Return the items a document goes to at the session; those of what it adds to where it has none of its own."""
    sent: Sequence[Transmission] = document.sent  # type: ignore[attr-defined]  # read by the prefetch
    numbers = [number for one in sent for number in one.items]
    if document.session_id == session.pk:
        numbers.extend(document.items)
    if not numbers and document.of is not None:
        first: Sequence[Transmission] = document.of.first_sent  # type: ignore[attr-defined]  # read by the prefetch
        numbers = [number for one in first for number in one.items]
        numbers.extend(document.of.items if document.of.session_id == session.pk else [])
    return tuple(dict.fromkeys(numbers))


def _version(version: LanguageVersion, document: Document) -> VersionMatter:
    return VersionMatter(
        language=Language(version.language),
        progress=Progress(
            status=IssueStatus(version.status),
            reserved_on=version.reserved_on,
            announced_on=version.announced_on,
            issued_on=version.issued_on,
            dated_on=document.date,
        ),
    )


def _parsed(symbol: str, grammar: Grammar) -> Symbol | None:
    try:
        return parse(symbol, grammar)
    except NotASymbol:
        return None
