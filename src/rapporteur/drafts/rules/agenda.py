"""The provisional agenda of a session with annotations: the items, then what stands behind each of them.

What the register does not have is visible: an item whose number is skipped, a title that is missing, an item of which
nothing is recorded. Annotations come from the register as they stand; the lists under them are composed.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapporteur.drafts.rules.documentation import (
    LAST_ITEM,
    document_line,
    gap,
    item_number,
    mandate_line,
    symbol_order,
)
from rapporteur.drafts.rules.gatherings import gathering_line, on_the_day, place_in_time
from rapporteur.drafts.rules.inlines import begun, read
from rapporteur.drafts.rules.masthead import masthead
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.agenda import AgendaMatter, AnnotatedItemMatter
from rapporteur.drafts.terms.calendar import GatheringMatter
from rapporteur.drafts.terms.documents_list import DocumentMatter
from rapporteur.drafts.terms.masthead import MastheadMatter
from rapporteur.drafts.terms.reasons import Lack, Reason
from rapporteur.symbols.agenda import ItemNumber
from rapporteur.typeset.tree import (
    Block,
    Document,
    Emphasis,
    Heading,
    Inlines,
    Item,
    Items,
    Metadata,
    Paragraph,
    Provisional,
)

_DASH = "–"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class _Entry:
    """An item of the agenda as it is printed; `own` is None where the register does not have it."""

    number: ItemNumber
    own: AnnotatedItemMatter | None = None
    documents: list[DocumentMatter] = field(default_factory=list)
    parts: list["_Entry"] = field(default_factory=list)


def why_not_compose_agenda(matter: AgendaMatter) -> list[Reason]:
    """Return every reason why there is no agenda to write; an empty list means that there is one."""
    if matter.items or any(document.items for document in matter.documents):
        return []
    return [Reason(Lack.NO_AGENDA, session=matter.session.key)]


def compose_agenda(matter: AgendaMatter, voice: Voice, *, as_of: dt.date) -> Document:
    """Return the annotated provisional agenda as it reads on a day, in the voice's language."""
    title = begun(voice.language, voice.term("annotated-provisional-agenda"))
    of = MastheadMatter(
        conference=matter.conference, session=matter.session, title=title, byline="", symbol=matter.symbol
    )
    head, notes = masthead(voice, of, as_of=as_of)
    entries = _entries(matter)
    blocks: list[Block] = [
        Heading(begun(voice.language, voice.term("provisional-agenda"))),
        Items(tuple(_line(voice, entry) for entry in entries)),
        Heading(voice.say("agenda-annotations")),
    ]
    for entry in entries:
        blocks += _annotated(matter, voice, entry, level=2, as_of=as_of)
    return Document(
        language=voice.language,
        masthead=head,
        blocks=(*blocks, *_without_item(matter, voice, as_of=as_of)),
        metadata=Metadata(
            kind="agenda",
            title=read(title),
            author=matter.conference.key,
            issued_on=as_of,
            conference=matter.conference.key,
            session=matter.session.key,
        ),
        notes=notes,
    )


# --- the items --------------------------------------------------------------------------------------------------------


def _entries(matter: AgendaMatter) -> list[_Entry]:
    """Return the items in order, with those that the numbering shows to be missing, and those that documents name."""
    own = {item_number(item.number): item for item in matter.items}
    documents: dict[ItemNumber, list[DocumentMatter]] = {}
    for document in matter.documents:
        for number in dict.fromkeys(map(item_number, document.items)):
            documents.setdefault(number, []).append(document)
    numbers = {*own, *documents} - {LAST_ITEM}
    numbers |= {parent for number in numbers for parent in _parents(number)}
    entries = {
        number: _Entry(number, own.get(number), documents.get(number, []))
        for number in numbers | set(_skipped(numbers))
    }
    for number in sorted(entries):
        if number.parent is not None:
            entries[number.parent].parts.append(entries[number])
    whole = [entries[number] for number in sorted(entries) if number.parent is None]
    irregular = [_Entry(LAST_ITEM, item) for item in matter.items if item_number(item.number) == LAST_ITEM]
    return [*whole, *irregular]


def _parents(number: ItemNumber) -> Iterable[ItemNumber]:
    while number.parent is not None:
        number = number.parent
        yield number


def _skipped(numbers: set[ItemNumber]) -> Iterable[ItemNumber]:
    """Return the whole items and the lettered ones that must exist because later ones do."""
    last = max((number.number for number in numbers), default=0)
    yield from (ItemNumber(number) for number in range(1, last))
    for whole in {number.number for number in numbers}:
        letters = [number.letter for number in numbers if number.number == whole and number.letter]
        before = _LETTERS[: _LETTERS.index(max(letters))] if letters else ""
        yield from (ItemNumber(whole, letter) for letter in before)


def _title(voice: Voice, entry: _Entry) -> Inlines:
    if entry.own is None:
        return gap(voice, "no-item-in-register")
    return voice.register_text(entry.own.title) if entry.own.title else gap(voice, "no-title-in-register")


def _label(voice: Voice, entry: _Entry) -> str:
    """Return "2." for a whole item, "(b)" for a part, as the language prints it."""
    if entry.number == LAST_ITEM:
        return entry.own.number if entry.own else ""
    printed = entry.number.printed(voice.language.value)
    return printed.split(" ")[-1] if entry.number.parent else f"{printed}."


def _line(voice: Voice, entry: _Entry) -> Item:
    return Item(_label(voice, entry), _title(voice, entry), tuple(_line(voice, part) for part in entry.parts))


# --- the annotations --------------------------------------------------------------------------------------------------


def _annotated(matter: AgendaMatter, voice: Voice, entry: _Entry, *, level: int, as_of: dt.date) -> list[Block]:
    blocks: list[Block] = [Heading(_title(voice, entry), level=level, number=_label(voice, entry))]
    if entry.own is not None and entry.own.annotation:
        blocks.append(Paragraph(voice.register_text(entry.own.annotation)))
    blocks += _behind(matter, voice, entry.documents, (), as_of=as_of)
    if len(blocks) == 1 and not entry.parts:
        blocks.append(Paragraph((Provisional(voice.say("agenda-nothing")),)))
    for part in entry.parts:
        blocks += _annotated(matter, voice, part, level=level + 1, as_of=as_of)
    return blocks


def _without_item(matter: AgendaMatter, voice: Voice, *, as_of: dt.date) -> list[Block]:
    """Return what is before the session and on no item of its agenda."""
    documents = [one for one in matter.documents if all(item_number(number) == LAST_ITEM for number in one.items)]
    blocks = _behind(matter, voice, documents, matter.meetings, as_of=as_of)
    return [Heading(voice.say("agenda-without-item")), *blocks] if blocks else []


def _behind(
    matter: AgendaMatter,
    voice: Voice,
    documents: Sequence[DocumentMatter],
    meetings: Sequence[GatheringMatter],
    *,
    as_of: dt.date,
) -> list[Block]:
    """Return the mandates, meetings and documents behind an item, each as a list under its name."""
    reported = {(one.reports_on.body_key, one.reports_on.key): one.reports_on for one in documents if one.reports_on}
    citations = dict.fromkeys(citation for one in documents for citation in one.mandates)
    placed = sorted((on_the_day(one, as_of=as_of) for one in (*reported.values(), *meetings)), key=place_in_time)
    lists = {
        "agenda-mandates": [mandate_line(voice, citation, matter.mandates.get(citation)) for citation in citations],
        "agenda-meetings": [gathering_line(voice, one) for one in placed],
        "agenda-documents": [document_line(voice, one, as_of=as_of) for one in sorted(documents, key=symbol_order)],
    }
    blocks: list[Block] = []
    for message, lines in lists.items():
        if lines:
            items = Items(tuple(Item(_DASH, line) for line in lines))
            blocks += [Paragraph((Emphasis(voice.say(message)),)), items]
    return blocks
