"""Keeping the entries in step with the register: all of them, or the one of a record that was changed.

The register's loader and the desk call this after their own act. Entries follow from records alone: nothing is lost
with them, and no row of the journal speaks of them.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db import transaction

from rapporteur.bodies.models import Body, Conference
from rapporteur.documents.models import Document
from rapporteur.languages import capitals, dates, ordinals
from rapporteur.languages.terms import Language, Multilingual, Wording
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import Gathering, Meeting, Session
from rapporteur.parties.models import Party
from rapporteur.search.models import Entry
from rapporteur.search.rules import runs_of, words_of
from rapporteur.search.terms import EntryKind

if TYPE_CHECKING:
    from django.db.models import QuerySet

_BATCH = 1000


@transaction.atomic
def rebuild(*, progress: Callable[[int], None] | None = None) -> int:
    """Make every entry anew and return how many there are. `progress` is told the number made so far."""
    Entry.objects.all().delete()
    made = 0
    entries = (entry for kind in EntryKind for entry in entries_of(kind))
    while batch := list(islice(entries, _BATCH)):
        Entry.objects.bulk_create(batch)
        made += len(batch)
        if progress:
            progress(made)
    return made


@transaction.atomic
def refresh(kind: str, key: str) -> None:
    """Make the entry of one record anew, named as the journal names it; forget it where the record is gone.

    Records of other kinds have no entry: asking for one does nothing.
    """
    if kind not in set(EntryKind):
        return
    Entry.objects.filter(kind=kind, key=key).delete()
    Entry.objects.bulk_create(entries_of(EntryKind(kind), key=key))


def entries_of(kind: EntryKind, *, key: str = "") -> Iterator[Entry]:
    """Yield the entries of all records of a kind, or of the one that the journal names so."""
    records, entry, narrowed = _KINDS[kind]
    chosen = narrowed(records(), key) if key else records()
    return map(entry, chosen.iterator(chunk_size=_BATCH))


def _entry(
    kind: EntryKind,
    key: str,
    *,
    title: Multilingual,
    texts: Iterable[Multilingual] = (),
    conference_key: str = "",
    symbol: str = "",
) -> Entry:
    text = _joined(texts)
    cited = {word for sign in symbol.split() for word in (*runs_of(sign), sign.lower())}
    in_title = cited | _words(title)
    marks = {f"={kind}", f"={conference_key or 'everywhere'}"}
    return Entry(
        kind=kind,
        key=key,
        conference_key=conference_key,
        symbol=symbol,
        title=title,
        text=text,
        title_words=" ".join(sorted(in_title)),
        words=" ".join(sorted(in_title | _words(text) | marks)),
    )


def _words(text: Multilingual) -> set[str]:
    return {word for language, wording in text.wordings.items() for word in words_of(wording.text, language)}


def _joined(texts: Iterable[Multilingual]) -> Multilingual:
    """Return several texts as one, each language's parts after each other."""
    parts: dict[Language, list[str]] = {}
    for text in texts:
        for language, wording in text.wordings.items():
            parts.setdefault(language, []).append(wording.text)
    return Multilingual({language: Wording(" · ".join(found)) for language, found in parts.items()})


def _conference(record: Conference) -> Entry:
    texts = [record.short_name, record.secretariat, record.seat]
    return _entry(
        EntryKind.CONFERENCE, record.key, title=record.name, texts=texts,
        conference_key=record.key, symbol=record.symbol_root,
    )  # fmt: skip


def _session(record: Session) -> Entry:
    own = record.conference
    title = Multilingual(
        {language: Wording(_named(record, language, ordinals.session, record.place)) for language in Language}
    )
    texts = [item.title for item in record.agenda_items.all()]
    return _entry(EntryKind.SESSION, f"{own.key}/{record.key}", title=title, texts=texts, conference_key=own.key)


def _meeting(record: Meeting) -> Entry:
    names = next((name.name for name in record.body.names.all() if name.until is None), Multilingual())
    named = ordinals.session if record.body.gathering_word == "session" else ordinals.meeting
    title = Multilingual(
        {
            language: Wording(f"{wording.text}: {_named(record, language, named, record.place)}".rstrip(": "))
            for language, wording in names.wordings.items()
        }
    )
    key = f"{record.body.conference.key}/{record.body.key}/{record.key}"
    texts = [item.title for item in record.agenda_items.all()]
    return _entry(EntryKind.MEETING, key, title=title, texts=texts, conference_key=record.body.conference.key)


def _named(record: Gathering, language: Language, named: Callable[[Language, int], str], place: Multilingual) -> str:
    parts = [
        capitals.capitalized(language, named(language, record.ordinal)) if record.ordinal else "",
        place.text(language) or "",
        dates.in_masthead(language, record.starts_on, record.ends_on) if record.starts_on else "",
    ]
    return ", ".join(part for part in parts if part)


def _body(record: Body) -> Entry:
    names = sorted(record.names.all(), key=lambda name: (name.kind != "official", name.until is not None))
    title = names[0].name if names else Multilingual.plain(en=record.key)
    others = [name.name for name in names[1:]] + [officer.name for officer in record.officers.all()]
    own = record.conference
    return _entry(
        EntryKind.BODY, f"{own.key}/{record.key}", title=title, texts=others,
        conference_key=own.key, symbol=record.series,
    )  # fmt: skip


def _mandate(record: Mandate) -> Entry:
    texts = [record.subject]
    for provision in record.provisions.all():
        texts += [provision.object, provision.purpose, provision.condition, provision.designation]
    own = record.conference
    return _entry(
        EntryKind.MANDATE, f"{own.key}/{record.citation}", title=record.title, texts=texts,
        conference_key=own.key, symbol=record.citation,
    )  # fmt: skip


def _document(record: Document) -> Entry:
    own = record.conference
    return _entry(
        EntryKind.DOCUMENT, f"{own.key}/{record.key}", title=record.title, texts=[record.byline],
        conference_key=own.key, symbol=record.symbol,
    )  # fmt: skip


def _party(record: Party) -> Entry:
    return _entry(EntryKind.PARTY, record.key, title=record.name, symbol=record.key)


def _by_key(records: "QuerySet[Any]", key: str) -> "QuerySet[Any]":
    return records.filter(key=key)


def _in_conference(records: "QuerySet[Any]", key: str) -> "QuerySet[Any]":
    conference_key, _stroke, own = key.partition("/")
    return records.filter(conference__key=conference_key, key=own)


def _mandate_named(records: "QuerySet[Any]", key: str) -> "QuerySet[Any]":
    conference_key, _stroke, citation = key.partition("/")
    kind, _space, number = citation.partition(" ")
    return records.filter(conference__key=conference_key, kind=kind, number=number)


def _meeting_named(records: "QuerySet[Any]", key: str) -> "QuerySet[Any]":
    conference_key, _stroke, rest = key.partition("/")
    body_key, _stroke, own = rest.partition("/")
    return records.filter(body__conference__key=conference_key, body__key=body_key, key=own)


# For each kind: its records with what their entries need, the entry of one, and the way to one by the journal's name.
_KINDS: dict[
    EntryKind, tuple[Callable[[], "QuerySet[Any]"], Callable[[Any], Entry], Callable[..., "QuerySet[Any]"]]
] = {
    EntryKind.CONFERENCE: (Conference.objects.all, _conference, _by_key),
    EntryKind.SESSION: (
        lambda: Session.objects.select_related("conference").prefetch_related("agenda_items"),
        _session,
        _in_conference,
    ),
    EntryKind.BODY: (
        lambda: Body.objects.select_related("conference").prefetch_related("names", "officers"),
        _body,
        _in_conference,
    ),
    EntryKind.MANDATE: (
        lambda: Mandate.objects.select_related("conference").prefetch_related("provisions"),
        _mandate,
        _mandate_named,
    ),
    EntryKind.MEETING: (
        lambda: Meeting.objects.select_related("body__conference").prefetch_related("agenda_items", "body__names"),
        _meeting,
        _meeting_named,
    ),
    EntryKind.DOCUMENT: (lambda: Document.objects.select_related("conference"), _document, _in_conference),
    EntryKind.PARTY: (Party.objects.all, _party, _by_key),
}
