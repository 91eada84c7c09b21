"""More of the Convention on Tidal Mills, for the drafts beside the note: papers of every group, meetings of every kind.

The third session gets papers with and without items, a room paper, a draft resolution, an addendum and a corrigendum,
one document in six languages and one in English only, an annotated item, and meetings whose days are not known.
"""

import datetime as dt
from collections.abc import Iterator

from drafts.world import PLACE, World, built, provisional
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.documents.terms import DocumentType, IssueStatus, Relation
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.meetings.terms import MeetingStatus, Mode, SessionKind
from rapporteur.typeset.tree import Document as Tree
from rapporteur.typeset.tree import Heading, Inline, Inlines, Items, Paragraph, Table

DAYS = [dt.date(2026, 1, 1), dt.date(2030, 12, 31), dt.date(2031, 3, 1), dt.date(2031, 5, 13), dt.date(2040, 1, 1)]


def furnished() -> World:
    """Put the invented conference into the database, with everything that the further drafts tell."""
    world = built()
    world.conference.symbol_grammar = {"bodies": ["C.A", "P.A", "E.A"], "tails": ["n", "CRP.n", "L.n"]}
    world.conference.save()
    _annotate(world.session)
    _papers(world.session)
    _meetings(world)
    return world


def _annotate(session: Session) -> None:
    item = AgendaItem.objects.get(session=session, number="3")
    item.annotation = provisional(en="The session will compare the tables.", fr="La session comparera les tables.")
    item.save()


def _papers(session: Session) -> None:
    note = paper(
        session,
        "CTM/COP/2031/10",
        DocumentType.NOTE_BY_THE_SECRETARIAT,
        title=Multilingual.plain(en="Wheels", fr="Roues", es="Ruedas", ru="Колеса", zh="水轮", ar="العجلات"),
        items=["3", "2 (a)"],
        status=IssueStatus.ISSUED,
        date=dt.date(2031, 1, 6),
    )
    for language in Language:
        LanguageVersion.objects.create(
            document=note, language=language, status=IssueStatus.ISSUED, issued_on=dt.date(2031, 2, 3)
        )
    adding = {"relation": Relation.ADDS_TO, "of": note}
    paper(session, "CTM/COP/2031/10/Add.1", DocumentType.NOTE_BY_THE_SECRETARIAT, **adding)
    paper(session, "CTM/COP/2031/10/Corr.1", DocumentType.OTHER, relation=Relation.CORRECTS, of=note)
    reserved = {"status": IssueStatus.RESERVED, "reserved_on": dt.date(2031, 1, 2), "issue_by": dt.date(2031, 3, 31)}
    paper(session, "CTM/COP/2031/2", DocumentType.REPORT_OF_THE_SECRETARIAT, items=["3"], **reserved)
    paper(session, "CTM/COP/2031/CRP.2", DocumentType.CONFERENCE_ROOM_PAPER, only_language="en", items=["7"])
    paper(session, "CTM/COP/2031/CRP.1", DocumentType.CONFERENCE_ROOM_PAPER)
    paper(session, "CTM/COP/2031/L.1", DocumentType.DRAFT_RESOLUTION, items=["7"], mandates=["resolution 2/4"])
    paper(session, "", DocumentType.BACKGROUND_PAPER, title=Multilingual.plain(en="Gears"))
    paper(session, "CTM/COP/2031/30", DocumentType.REPORT, reports_on_session=session)


def paper(session: Session, symbol: str, type_: DocumentType, **said: object) -> Document:
    return Document.objects.create(
        conference=session.conference, key=symbol or "gears", symbol=symbol, type=type_, session=session, **said
    )


def _meetings(world: World) -> None:
    ferries, tables = world.bodies["ferries"], world.bodies["tables"]

    def meeting(key: str, **said: object) -> Meeting:
        return Meeting.objects.create(**{"body": ferries, "key": key, "place": PLACE, **said})

    meeting("ferries-window", window_starts_on=dt.date(2031, 4, 14), window_ends_on=dt.date(2031, 4, 18), ordinal=2)
    meeting("ferries-month", year=2031, month=4)
    meeting("ferries-year", year=2031)
    meeting("ferries-by", year=2031, concluded_by=dt.date(2031, 4, 30))
    meeting("ferries-undated")
    meeting("ferries-parallel", starts_on=dt.date(2031, 5, 13), ends_on=dt.date(2031, 5, 14), in_session=world.session)
    moved = meeting("tables-moved", body=tables, ordinal=2, starts_on=dt.date(2031, 3, 3), ends_on=dt.date(2031, 3, 4))
    Saying.objects.create(
        meeting=moved,
        as_of=dt.date(2031, 2, 20),
        status=MeetingStatus.POSTPONED,
        starts_on=dt.date(2031, 4, 1),
        ends_on=dt.date(2031, 4, 2),
        mode=Mode.HYBRID,
    )
    Session.objects.create(
        conference=world.conference,
        key="cop-special",
        ordinal=1,
        kind=SessionKind.SPECIAL,
        starts_on=dt.date(2031, 4, 7),
        ends_on=dt.date(2031, 4, 7),
        place=PLACE,
    )


def many(world: World, *, number: int) -> None:
    """Add so many items, papers, reports and meetings to the session."""
    body = world.bodies["ferries"]
    for index in range(number):
        day = dt.date(2031, 3, 2) + dt.timedelta(days=index % 50)
        meeting = Meeting.objects.create(
            body=body, key=f"more-{index}", ordinal=100 + index, starts_on=day, ends_on=day, reports_to=world.session
        )
        Saying.objects.create(meeting=meeting, as_of=dt.date(2030, 1, 1), status=MeetingStatus.SCHEDULED)
        AgendaItem.objects.create(session=world.session, number=str(20 + index), position=20 + index)
        made = paper(world.session, f"CTM/COP/2031/{100 + index}", DocumentType.REPORT, reports_on=meeting, body=body)
        Transmission.objects.create(document=made, session=world.session, items=["3"], mandate="resolution 2/1")
        LanguageVersion.objects.create(document=made, language="fr", status=IssueStatus.ANNOUNCED)


# --- looking at what was composed -------------------------------------------------------------------------------------


def words(document: Tree) -> list[str]:
    """Return every line of a draft's body as plain text with its brackets: cells of a row are parted by " | "."""
    return [line for block in document.blocks for line in _lines(block)]


def _lines(block: object) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.number} {shown(block.content)}".strip()
        case Paragraph():
            yield shown(block.content)
        case Items():
            yield from _item_lines(block.items)
        case Table():
            yield from (" | ".join(map(shown, row)) for row in block.rows)


def _item_lines(items: object) -> Iterator[str]:
    for item in items:
        yield f"{item.label} {shown(item.content)}"
        yield from _item_lines(item.items)


def shown(inlines: Inlines) -> str:
    return "".join(map(_shown, inlines))


def _shown(node: Inline) -> str:
    match type(node).__name__:
        case "Text":
            return node.value
        case "LineBreak":
            return " "
        case "Gap":
            return f"[{node.label}{': ' if node.original else ''}{node.original}]"
        case "Provisional":
            return f"[{shown(node.content)}]"
        case _:
            return shown(node.content)


def tables(document: Tree) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]
