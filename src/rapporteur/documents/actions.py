"""Keeping documents, their language versions and where they go; issuing them."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.rules import grammar_from_plain
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.documents.terms import IssueStatus
from rapporteur.journal.actions import Entry, Keeping, RowEntry, Rows
from rapporteur.journal.models import Act
from rapporteur.journal.queries import Citation, cited_in
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages.terms import Language
from rapporteur.parties.actions import why_not_above_itself
from rapporteur.sources.actions import GROUNDS_MESSAGES, grounds_of
from rapporteur.symbols.documents import NotASymbol, parse
from rapporteur.terminology.forms import LANGUAGE_NAMES


def document_key(document: Document) -> str:
    return f"{document.conference.key}/{document.key}"


def why_not_keep_document(document: Document, _entry: Entry) -> list[Reason]:
    """Return the reasons against a document as it stands: no symbol of its conference, a circle of revisions."""
    reasons = []
    conference = document.conference
    if document.symbol:
        try:
            parse(document.symbol, grammar_from_plain(conference.symbol_root, conference.symbol_grammar))
        except NotASymbol as error:
            reasons.append(Reason(error.sentence, "symbol"))
    if document.of and document.of.conference_id != conference.pk:
        reasons.append(Reason(_("This belongs to another conference."), "of"))
    circle = _("The document would revise, correct or add to itself, by way of others.")
    reasons += why_not_above_itself(document, relation="of", text=circle)
    if document.issued_on and document.reserved_on and document.issued_on < document.reserved_on:
        reasons.append(Reason(_("It cannot have been issued before its symbol was reserved."), "issued_on"))
    return reasons


def _follow_symbol(document: Document) -> None:
    """Key a document by its symbol as soon as it has one."""
    if document.symbol:
        document.key = document.symbol


def _citing(document: Document) -> Iterator[Citation]:
    if document.symbol:
        beside = Document.objects.filter(conference=document.conference, agenda_reference=document.symbol)
        yield cited_in(beside.exclude(pk=document.pk))


_TWICE = gettext_lazy("The conference has a document of this symbol or name already.")
DOCUMENT = Keeping(
    kind="document",
    model=Document,
    key=document_key,
    rows=(
        Rows.tied_by("document", LanguageVersion, name="versions", named=lambda row: str(row.language)),
        Rows.tied_by("document", Transmission, name="transmissions", named=lambda row: str(row.session.key)),
        *grounds_of("document", document_key),
    ),
    why_not=why_not_keep_document,
    derive=_follow_symbol,
    cited_by=lambda document: list(_citing(document)),
    has_lasting_key=False,  # a symbol may be corrected, and the key follows it
    messages={
        "document_once": ("symbol", _TWICE),
        "document_symbol_once": ("symbol", _TWICE),
        "document_relation_whole": (
            "of",
            gettext_lazy("Say both: what it does to the other document, and which one that is."),
        ),
        "document_not_of_itself": ("of", gettext_lazy("A document cannot revise, correct or add to itself.")),
        "version_once": ("language", gettext_lazy("There is a version in this language already.")),
        "version_job_number_once": ("job_number", gettext_lazy("Another version has this job number.")),
        "transmission_once": ("session", gettext_lazy("It goes to this session already.")),
        **GROUNDS_MESSAGES,
    },
    verbs=("registered", "corrected", "withdrawn"),
)
register_document, correct_document, withdraw_document = DOCUMENT.establish, DOCUMENT.correct, DOCUMENT.withdraw


def why_not_issue_document(document: Document, *, languages: Iterable[Language], on: dt.date) -> list[Reason]:
    """Return the reasons against issuing language versions on a day; an empty list means yes."""
    reasons = []
    if not document.symbol:
        reasons.append(Reason(_("A document is issued under its symbol; give it one first.")))
    if not languages:
        reasons.append(Reason(_("Choose at least one language."), "languages"))
    if document.reserved_on and on < document.reserved_on:
        reasons.append(Reason(_("It cannot be issued before its symbol was reserved."), "on"))
    issued = document.versions.filter(language__in=languages, status=IssueStatus.ISSUED)
    return reasons + [
        Reason(
            _("The version in %(language)s was issued already.")
            % {"language": LANGUAGE_NAMES[Language(version.language)]}
        )
        for version in issued
    ]


def issue_document(
    document: Document, *, languages: list[Language], on: dt.date, shown: str, by: str, at: dt.datetime
) -> Act | None:
    """Issue language versions of a document on a day. Raises: Stale; Refused."""
    if reasons := why_not_issue_document(document, languages=languages, on=on):
        raise Refused(reasons)
    there = {version.language: version.pk for version in document.versions.all()}
    versions = [
        RowEntry({"language": language, "status": IssueStatus.ISSUED, "issued_on": on}, pk=there.get(language))
        for language in languages
    ]
    values = {"status": IssueStatus.ISSUED, "issued_on": document.issued_on or on}
    entry = Entry(values, {"versions": versions})
    return DOCUMENT.correct(document, entry=entry, shown=shown, by=by, at=at)
