"""The entries of records: which texts of a record they hold, and whose words besides its own.

Of each kind the columns that its entries need are read, a batch of records at a time, and the rows that belong to these
(names, agenda items) with one query for the batch: what is held in memory does not grow with the register.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models

from rapporteur.bodies.models import Body, BodyName, Conference, Officer
from rapporteur.bodies.terms import GatheringWord, NameKind
from rapporteur.documents.models import Document
from rapporteur.languages import capitals, dates, ordinals
from rapporteur.languages.terms import Language, Multilingual, Wording
from rapporteur.mandates.models import Mandate, Provision
from rapporteur.meetings.models import AgendaItem, Meeting, Session
from rapporteur.parties.models import Party
from rapporteur.search.models import Entry
from rapporteur.search.rules import runs_of, words_of
from rapporteur.search.terms import EntryKind

if TYPE_CHECKING:
    from django.db.models import QuerySet

Item = TypeVar("Item")
_READ_AT_ONCE = 500
_NONE = Multilingual()


@dataclass(frozen=True, slots=True)
class _Kind:
    """How records of a kind become entries. `name` are the columns that the journal's key is made of."""

    model: type[models.Model]
    name: tuple[str, ...]
    columns: tuple[str, ...]
    made: Callable[[list[Any]], Iterator[Entry]]


def entries_of(kind: EntryKind, *, keys: Sequence[str] | None = None) -> Iterator[Entry]:
    """Yield the entries of all records of a kind, or of those that the journal names so."""
    of = _KINDS[kind]
    records = of.model._default_manager.values_list(*of.name, *of.columns, named=True)
    if keys is not None:
        # Each part for itself admits a little more than was asked for.
        parts = zip(*(_parts(kind, key) for key in keys), strict=True)
        records = records.filter(**{f"{name}__in": set(part) for name, part in zip(of.name, parts, strict=True)})
    asked = None if keys is None else set(keys)
    for batch in batches(records.iterator(chunk_size=_READ_AT_ONCE), _READ_AT_ONCE):
        yield from (entry for entry in of.made(batch) if asked is None or entry.key in asked)


def subjects_beside(subjects: Iterable[tuple[str, str]]) -> dict[EntryKind, set[str]]:
    """Return the keys of records by kind, with those whose entries hold words of them.

    A meeting's entry is called by its body's name, and a body's names the officers of its meetings. Of a conference
    the other entries hold only its key.
    """
    keys: dict[EntryKind, set[str]] = {kind: set() for kind in EntryKind}
    for kind, key in subjects:
        if kind in keys:
            keys[EntryKind(kind)].add(key)
    of_meetings = {key.rpartition("/")[0] for key in keys[EntryKind.MEETING]}
    for batch in batches(keys[EntryKind.BODY], _READ_AT_ONCE):
        conferences, bodies = zip(*(key.partition("/")[::2] for key in batch), strict=True)
        meetings = Meeting.objects.filter(body__conference__key__in=set(conferences), body__key__in=set(bodies))
        named = meetings.order_by().values_list("body__conference__key", "body__key", "key")
        keys[EntryKind.MEETING] |= {"/".join(name) for name in named.iterator(chunk_size=_READ_AT_ONCE)}
    keys[EntryKind.BODY] |= of_meetings
    return keys


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _parts(kind: EntryKind, key: str) -> list[str]:
    parts = key.split("/", {EntryKind.CONFERENCE: 0, EntryKind.PARTY: 0, EntryKind.MEETING: 2}.get(kind, 1))
    parts += [""] * (len(_KINDS[kind].name) - len(parts))
    if kind is EntryKind.MANDATE:
        parts[1], _space, parts[2] = parts[1].partition(" ")
    return parts


def _beside(rows: "QuerySet[Any]", owner: str, owners: Iterable[int], *columns: str) -> dict[int, list[Any]]:
    """Return the rows that belong to some records, in their order, by the primary key of their record."""
    found: dict[int, list[Any]] = {}
    for row in rows.filter(**{f"{owner}__in": set(owners)}).values_list(owner, *columns, named=True):
        found.setdefault(row[0], []).append(row)
    return found


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
    return set().union(*(words_of(wording.text, language) for language, wording in text.wordings.items()))


def _joined(texts: Iterable[Multilingual]) -> Multilingual:
    """Return several texts as one, each language's parts after each other."""
    parts: dict[Language, list[str]] = {}
    for text in texts:
        for language, wording in text.wordings.items():
            parts.setdefault(language, []).append(wording.text)
    return Multilingual({language: Wording(" · ".join(found)) for language, found in parts.items()}) if parts else _NONE


def _conferences(rows: list[Any]) -> Iterator[Entry]:
    for row in rows:
        texts = [row.short_name, row.secretariat, row.seat]
        yield _entry(
            EntryKind.CONFERENCE, row.key, title=row.name, texts=texts,
            conference_key=row.key, symbol=row.symbol_root,
        )  # fmt: skip


def _sessions(rows: list[Any]) -> Iterator[Entry]:
    items = _beside(AgendaItem.objects.all(), "session_id", (row.pk for row in rows), "title")
    for row in rows:
        own = row.conference__key
        title = Multilingual({language: Wording(_named(row, language, ordinals.session)) for language in Language})
        texts = [item.title for item in items.get(row.pk, [])]
        yield _entry(EntryKind.SESSION, f"{own}/{row.key}", title=title, texts=texts, conference_key=own)


def _meetings(rows: list[Any]) -> Iterator[Entry]:
    items = _beside(AgendaItem.objects.all(), "meeting_id", (row.pk for row in rows), "title")
    names = _beside(BodyName.objects.filter(until=None), "body_id", (row.body_id for row in rows), "name")
    for row in rows:
        name = names[row.body_id][0].name if row.body_id in names else _NONE
        named = ordinals.session if row.body__gathering_word == GatheringWord.SESSION else ordinals.meeting
        title = Multilingual(
            {
                language: Wording(f"{wording.text}: {_named(row, language, named)}".rstrip(": "))
                for language, wording in name.wordings.items()
            }
        )
        own = row.body__conference__key
        texts = [item.title for item in items.get(row.pk, [])]
        key = f"{own}/{row.body__key}/{row.key}"
        yield _entry(EntryKind.MEETING, key, title=title, texts=texts, conference_key=own)


def _named(row: Any, language: Language, named: Callable[[Language, int], str]) -> str:
    parts = [
        capitals.capitalized(language, named(language, row.ordinal)) if row.ordinal else "",
        row.place.text(language) or "",
        dates.in_masthead(language, row.starts_on, row.ends_on) if row.starts_on else "",
    ]
    return ", ".join(part for part in parts if part)


def _bodies(rows: list[Any]) -> Iterator[Entry]:
    pks = [row.pk for row in rows]
    names = _beside(BodyName.objects.all(), "body_id", pks, "kind", "until", "name")
    officers = _beside(Officer.objects.all(), "body_id", pks, "name")
    for row in rows:
        own = row.conference__key
        called = sorted(
            names.get(row.pk, []), key=lambda name: (name.kind != NameKind.OFFICIAL, name.until is not None)
        )
        title = called[0].name if called else Multilingual.plain(en=row.key)
        others = [named.name for named in (*called[1:], *officers.get(row.pk, []))]
        yield _entry(
            EntryKind.BODY, f"{own}/{row.key}", title=title, texts=others, conference_key=own, symbol=row.series
        )


def _mandates(rows: list[Any]) -> Iterator[Entry]:
    columns = ("object", "purpose", "condition", "designation")
    provisions = _beside(Provision.objects.all(), "mandate_id", (row.pk for row in rows), *columns)
    for row in rows:
        own, citation = row.conference__key, f"{row.kind} {row.number}"
        texts = [row.subject, *(text for provision in provisions.get(row.pk, []) for text in provision[1:])]
        yield _entry(
            EntryKind.MANDATE, f"{own}/{citation}", title=row.title, texts=texts, conference_key=own, symbol=citation
        )


def _documents(rows: list[Any]) -> Iterator[Entry]:
    for row in rows:
        own = row.conference__key
        yield _entry(
            EntryKind.DOCUMENT, f"{own}/{row.key}", title=row.title, texts=[row.byline],
            conference_key=own, symbol=row.symbol,
        )  # fmt: skip


def _parties(rows: list[Any]) -> Iterator[Entry]:
    for row in rows:
        yield _entry(EntryKind.PARTY, row.key, title=row.name, symbol=row.key)


_GATHERING = ("pk", "ordinal", "place", "starts_on", "ends_on")
_IN_CONFERENCE = ("conference__key", "key")
_OF_MEETING = ("body__conference__key", "body__key", "key")
_OF_MANDATE = ("conference__key", "kind", "number")
_KINDS = {
    EntryKind.CONFERENCE: _Kind(
        Conference, ("key",), ("name", "short_name", "secretariat", "seat", "symbol_root"), _conferences
    ),
    EntryKind.SESSION: _Kind(Session, _IN_CONFERENCE, _GATHERING, _sessions),
    EntryKind.BODY: _Kind(Body, _IN_CONFERENCE, ("pk", "series"), _bodies),
    EntryKind.MANDATE: _Kind(Mandate, _OF_MANDATE, ("pk", "title", "subject"), _mandates),
    EntryKind.MEETING: _Kind(Meeting, _OF_MEETING, (*_GATHERING, "body_id", "body__gathering_word"), _meetings),
    EntryKind.DOCUMENT: _Kind(Document, _IN_CONFERENCE, ("symbol", "title", "byline"), _documents),
    EntryKind.PARTY: _Kind(Party, ("key",), ("name",), _parties),
}
