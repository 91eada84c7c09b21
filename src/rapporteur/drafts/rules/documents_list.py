"""The list of documents before a session: a table for each agenda item, then what has a group of its own.

A document stands once, under the first of its items; its row names all of them. Conference room papers and documents
of limited distribution have their own groups, and documents without an item come last. Rows follow the agenda, then the
natural order of symbols.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.documents.terms import DocumentType
from rapporteur.drafts.rules.documentation import (
    LAST_ITEM,
    gap,
    item_number,
    languages_of,
    printed_item,
    progress_words,
    symbol_of,
    symbol_order,
    title_of,
)
from rapporteur.drafts.rules.inlines import begun, read, text
from rapporteur.drafts.rules.masthead import masthead
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.documents_list import DocumentMatter, ListMatter
from rapporteur.drafts.terms.masthead import MastheadMatter
from rapporteur.drafts.terms.matter import Gathering
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.languages import dates
from rapporteur.symbols.agenda import ItemNumber
from rapporteur.typeset.tree import Block, Document, Heading, Inlines, Metadata, Paragraph, Table

_WIDTHS: Final = (24, 39, 17, 18, 12)
_ROOM_PAPERS: Final = frozenset({DocumentType.CONFERENCE_ROOM_PAPER})
_LIMITED: Final = frozenset({DocumentType.DRAFT_RESOLUTION, DocumentType.DRAFT_REPORT})


def why_not_compose_list(matter: ListMatter) -> list[Reason]:
    """Return every reason why there is no list to write; an empty list means that there is one."""
    if matter.documents:
        return []
    return [Reason(Lack.NO_DOCUMENT, session=matter.session.key)]


def compose_list(matter: ListMatter, voice: Voice, *, as_of: dt.date) -> Document:
    """Return the list as it reads on a day, in the voice's language."""
    session = Gathering(matter.session.ordinal, GatheringWord.SESSION)
    title = voice.say("list-title", session=session)
    of = MastheadMatter(conference=matter.conference, session=matter.session, title=title, byline="")
    head, notes = masthead(voice, of, as_of=as_of)
    said = voice.say("list-as-of", day=dates.day(voice.language, as_of))
    return Document(
        language=voice.language,
        masthead=head,
        blocks=(Paragraph(said), *_groups(matter, voice, as_of=as_of)),
        metadata=Metadata(
            kind="list",
            title=read(title),
            author=matter.conference.key,
            issued_on=as_of,
            conference=matter.conference.key,
            session=matter.session.key,
        ),
        notes=notes,
    )


def _groups(matter: ListMatter, voice: Voice, *, as_of: dt.date) -> list[Block]:
    of_items: dict[ItemNumber, list[DocumentMatter]] = {}
    apart: dict[str, list[DocumentMatter]] = {"list-room-papers": [], "list-limited": [], "list-without-item": []}
    for document in sorted(matter.documents, key=lambda one: (_first_item(one), symbol_order(one))):
        if key := _own_group(document):
            apart[key].append(document)
        else:
            of_items.setdefault(_first_item(document), []).append(document)
    headed = [(_item_heading(matter, voice, number), group) for number, group in of_items.items()]
    headed += [(voice.say(key), group) for key, group in apart.items() if group]
    return [block for heading, group in headed for block in _group(matter, voice, heading, group, as_of=as_of)]


def _own_group(document: DocumentMatter) -> str:
    """Return the message that heads the group that a document belongs to apart from the items, "" for none."""
    if _is(document, kind="CRP", types=_ROOM_PAPERS):
        return "list-room-papers"
    if _is(document, kind="L", types=_LIMITED):
        return "list-limited"
    return "list-without-item" if _first_item(document) == LAST_ITEM else ""


def _first_item(document: DocumentMatter) -> ItemNumber:
    return min((item_number(number) for number in document.items), default=LAST_ITEM)


def _is(document: DocumentMatter, *, kind: str, types: frozenset[DocumentType]) -> bool:
    return document.parsed.kind == kind if document.parsed else document.type in types


def _item_heading(matter: ListMatter, voice: Voice, number: ItemNumber) -> Inlines:
    title = next((item.title for item in matter.items if item.number == str(number)), None)
    said = voice.register_text(title) if title else gap(voice, "no-title-in-register")
    return voice.say("list-item", number=number.printed(voice.language.value), title=said)


def _group(
    matter: ListMatter, voice: Voice, heading: Inlines, documents: Sequence[DocumentMatter], *, as_of: dt.date
) -> list[Block]:
    """Return a heading and its table."""
    columns = ("column-symbol", "column-title", "column-languages", "column-status", "column-items")
    rows = tuple(_row(matter, voice, document, as_of=as_of) for document in documents)
    return [Heading(heading), Table(tuple(voice.say(column) for column in columns), rows, widths=_WIDTHS)]


def _row(matter: ListMatter, voice: Voice, document: DocumentMatter, *, as_of: dt.date) -> tuple[Inlines, ...]:
    numbers = sorted(document.items, key=lambda number: (item_number(number), number))
    official = matter.conference.official_languages
    return (
        symbol_of(voice, document),
        title_of(voice, document, as_of=as_of),
        languages_of(voice, document, official=official, as_of=as_of),
        begun(voice.language, progress_words(voice, document, as_of=as_of)),
        voice.list([text(printed_item(voice, number)) for number in numbers]) or voice.say("no-item"),
    )
