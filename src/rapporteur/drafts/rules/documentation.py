"""A document, or a mandate, as it stands in a row of a draft: what it is, in which languages, how far it has come."""

import datetime as dt
from typing import Final

from rapporteur.documents.rules import progress_as_of
from rapporteur.documents.terms import DocumentType, IssueStatus
from rapporteur.drafts.rules.citations import cited, document_reference
from rapporteur.drafts.rules.gatherings import on_the_day, place_and_days
from rapporteur.drafts.rules.inlines import begun
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.documents_list import DocumentMatter
from rapporteur.drafts.terms.matter import MandateMatter
from rapporteur.languages import dates
from rapporteur.languages.terms import Language
from rapporteur.mandates.terms import MandateKind
from rapporteur.symbols.agenda import ItemNumber, NotAnItemNumber, parse_item
from rapporteur.typeset.tree import Gap, Inlines

LAST_ITEM: Final = ItemNumber(10_000)
_SAY_ENOUGH: Final = frozenset({DocumentType.PROVISIONAL_AGENDA})


def gap(voice: Voice, key: str) -> Inlines:
    """Return a gap that says what the register does not have; the message is its label."""
    return (Gap(voice.plain(key), "", voice.language),)


def item_number(number: str) -> ItemNumber:
    """Return an item's number to sort by; what is no number comes last."""
    try:
        return parse_item(number)
    except NotAnItemNumber:
        return LAST_ITEM


def printed_item(voice: Voice, number: str) -> str:
    """Return an item's number as the language's documents print it; as it stands where it is no number."""
    parsed = item_number(number)
    return number if parsed is LAST_ITEM else parsed.printed(voice.language.value)


def symbol_order(document: DocumentMatter) -> tuple[bool, object, str]:
    """Return what documents are sorted by: the natural order of symbols, those without a regular one last, by key."""
    return (document.parsed is None, document.parsed or 0, document.symbol or document.key)


def title_of(voice: Voice, document: DocumentMatter, *, as_of: dt.date) -> Inlines:
    """Return the title; for a report without one what it reports on; else the kind of document and a visible gap.

    What adds to, corrects or revises another has no gap: the symbol says of which.
    """
    if voice.language in document.title:
        return voice.register_text(document.title)
    if document.reports_on is not None and document.reports_on.body is not None:
        where = place_and_days(voice, on_the_day(document.reports_on, as_of=as_of))
        said = voice.say(
            "row-report",
            meeting=document.reports_on.gathering,
            body=document.reports_on.body,
            where=voice.say("row-where", where=where) if where else (),
        )
        return begun(voice.language, said)
    kind = _kind(voice, document)
    if document.title:
        return voice.sentences([kind, voice.register_text(document.title)])
    if document.relation is not None or document.type in _SAY_ENOUGH:
        return kind
    return voice.sentences([kind, gap(voice, "no-title-in-register")])


def _kind(voice: Voice, document: DocumentMatter) -> Inlines:
    """Return the term for what a document is; for one that adds to, corrects or revises another, the term for that."""
    return begun(voice.language, voice.term(document.relation or document.type))


def symbol_of(voice: Voice, document: DocumentMatter) -> Inlines:
    """Return the symbol as a citation, a visible gap where none is known."""
    return (document_reference(document.symbol),) if document.symbol else gap(voice, "no-symbol-in-register")


def progress_words(voice: Voice, document: DocumentMatter, *, as_of: dt.date) -> Inlines:
    """Return how far a document had come on a day, and whether it was late then."""
    progress = document.progress
    reached = progress_as_of(progress, as_of)
    if reached is None:
        return gap(voice, "no-status-in-register")
    if reached is not IssueStatus.ISSUED:
        said = voice.say(f"document-{reached}")
        due = document.issue_by
        return _due(voice, said, "document-due", due) if due else said
    issued_on = progress.issued_on
    said = voice.say("document-issued-on", day=dates.day(voice.language, issued_on)) if issued_on else _issued(voice)
    if issued_on and document.issue_by and issued_on > document.issue_by:
        return _due(voice, said, "document-was-due", document.issue_by)
    return voice.say("document-late", said=said) if document.is_late else said


def _issued(voice: Voice) -> Inlines:
    return voice.say("document-issued")


def _due(voice: Voice, said: Inlines, message: str, day: dt.date) -> Inlines:
    return voice.say(message, said=said, day=dates.day(voice.language, day))


def languages_of(voice: Voice, document: DocumentMatter, *, official: tuple[Language, ...], as_of: dt.date) -> Inlines:
    """Return the languages in which a document was out on a day, in the order of the United Nations."""
    if document.only_language:
        return voice.say("only-in-language", language=document.only_language.value)
    out = {one.language for one in document.versions if progress_as_of(one.progress, as_of) is IssueStatus.ISSUED}
    if out and out >= set(official):
        return voice.say("all-official-languages")
    if out:
        names = [voice.say("language-in-list", language=one.value) for one in Language if one in out]
        return begun(voice.language, voice.list(names))
    if progress_as_of(document.progress, as_of) in {IssueStatus.ISSUED, None}:
        return gap(voice, "no-language-in-register")
    return voice.say("in-no-language-yet")


def document_line(voice: Voice, document: DocumentMatter, *, as_of: dt.date) -> Inlines:
    """Return a document on one line: its title, its symbol, how far it has come."""
    return voice.say(
        "row-document",
        title=title_of(voice, document, as_of=as_of),
        symbol=symbol_of(voice, document),
        status=progress_words(voice, document, as_of=as_of),
    )


def mandate_line(voice: Voice, citation: str, mandate: MandateMatter | None) -> Inlines:
    """Return "Resolution 7/1, entitled …", as far as the mandate is known."""
    kind, _, number = citation.partition(" ")
    named = begun(voice.language, cited(voice, MandateKind(kind), number, message="mandate-named"))
    if mandate is not None and mandate.title:
        return voice.say("row-mandate", mandate=named, title=voice.register_text(mandate.title), kind=kind)
    if mandate is not None and mandate.subject:
        return voice.say("row-mandate-on", mandate=named, subject=voice.register_text(mandate.subject))
    return named
