"""The documents of an invented register: those of each meeting and of each session, with versions and transmissions."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from benchmarks.invented import ITEMS, ROOT, SOURCES, Register, in_bulk
from benchmarks.invented_words import words
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.documents.terms import Distribution, DocumentType, IssueStatus, Relation
from rapporteur.languages.terms import Language
from rapporteur.meetings.models import Meeting, Session
from rapporteur.sources.models import Attribution

# The documents of a meeting, in the order in which they are made: the type, and whether in all languages.
_OF_A_MEETING = (
    (DocumentType.REPORT, True),
    (DocumentType.PROVISIONAL_AGENDA, True),
    (DocumentType.BACKGROUND_PAPER, True),
    (DocumentType.NOTE_BY_THE_SECRETARIAT, True),
    (DocumentType.BACKGROUND_PAPER, True),
    (DocumentType.CONFERENCE_ROOM_PAPER, False),
    (DocumentType.CONFERENCE_ROOM_PAPER, False),
    (DocumentType.CONFERENCE_ROOM_PAPER, False),
    (DocumentType.CONFERENCE_ROOM_PAPER, False),
)
_OF_A_SESSION = 20


class _Symbols:
    """Numbers counted up in each series, year and kind."""

    def __init__(self) -> None:
        self.last: Counter[str] = Counter()

    def next(self, series: str, year: int, *, kind: str = "") -> str:
        run = f"{series}/{year}/{kind}"
        self.last[run] += 1
        return f"{run}{self.last[run]}"


def add_papers(register: Register) -> None:
    symbols = _Symbols()
    reports = in_bulk(Document, (_of_meeting(register, symbols, n, 0) for n in range(register.scale.meetings)))
    others = in_bulk(Document, _others(register, symbols))
    _additions(register, others)
    of_sessions = in_bulk(
        Document, (_of_session(register, symbols, one, n) for one in register.sessions for n in range(_OF_A_SESSION))
    )
    in_bulk(LanguageVersion, (version for one in (reports, others, of_sessions) for version in _versions(one)))
    in_bulk(
        Transmission,
        (
            Transmission(document=report, session=meeting.reports_to, items=[ITEMS[n % 4]], mandate="resolution 1/1")
            for n, (report, meeting) in enumerate(zip(reports, register.meetings, strict=True))
            if meeting.reports_to_id
        ),
    )
    in_bulk(Attribution, _attributions(register, [*reports, *others, *of_sessions]))


def _others(register: Register, symbols: _Symbols) -> Iterator[Document]:
    """Yield the documents of each meeting after its report; of a tenth there is one more, which adds to another."""
    each = min(register.scale.documents_each, len(_OF_A_MEETING))
    for n in range(register.scale.meetings):
        yield from (_of_meeting(register, symbols, n, place) for place in range(1, each))


def _additions(register: Register, others: list[Document]) -> None:
    """Make, for each meeting that has ten documents, the tenth: an addendum to its first background paper."""
    if register.scale.documents_each <= len(_OF_A_MEETING):
        return
    first = others[1 :: len(_OF_A_MEETING) - 1]
    others += in_bulk(Document, (_addendum(register, document) for document in first))


def _addendum(register: Register, to: Document) -> Document:
    symbol = f"{to.symbol}/Add.1"
    return Document(
        conference=register.conference, key=symbol, symbol=symbol, type=DocumentType.BACKGROUND_PAPER, title=to.title,
        distribution=to.distribution, date=to.date, status=to.status, issued_on=to.issued_on, meeting=to.meeting,
        body=to.body, items=to.items, relation=Relation.ADDS_TO, of=to,
    )  # fmt: skip


def _of_meeting(register: Register, symbols: _Symbols, n: int, place: int) -> Document:
    meeting, body = register.meetings[n], register.bodies[n % register.scale.bodies]
    type_, is_in_all = _OF_A_MEETING[place]
    day = (meeting.starts_on or dt.date.min) + dt.timedelta(days=10 if type_ is DocumentType.REPORT else -50 + place)
    symbol = symbols.next(body.series, day.year, kind="" if is_in_all else "CRP.")
    return Document(
        conference=register.conference, key=symbol, symbol=symbol, type=type_, date=day, status=IssueStatus.ISSUED,
        issued_on=day + dt.timedelta(days=4), title=words("report" if place == 0 else "document", n * 10 + place),
        distribution=Distribution.GENERAL if is_in_all else Distribution.LIMITED, body=body,
        only_language="" if is_in_all else "en", meeting=meeting if place else None,
        reports_on=None if place else meeting, items=[ITEMS[place % register.scale.items_each]] if place else [],
    )  # fmt: skip


def _of_session(register: Register, symbols: _Symbols, session: Session, n: int) -> Document:
    day = (session.starts_on or dt.date.min) - dt.timedelta(days=60 - n)
    symbol = symbols.next(ROOT, day.year)
    type_ = DocumentType.PROVISIONAL_AGENDA if n == 0 else DocumentType.BACKGROUND_PAPER
    return Document(
        conference=register.conference, key=symbol, symbol=symbol, type=type_, date=day, status=IssueStatus.ISSUED,
        issued_on=day, title=words("document", n), distribution=Distribution.GENERAL, session=session,
        items=[ITEMS[n % len(ITEMS)]], mandates=[f"resolution {session.ordinal}/{n % 10 + 1}"],
    )  # fmt: skip


def _versions(documents: list[Document]) -> Iterator[LanguageVersion]:
    for document in documents:
        for language in [Language.ENGLISH] if document.only_language else list(Language):
            yield LanguageVersion(
                document=document, language=language, status=IssueStatus.ISSUED, issued_on=document.issued_on
            )


def _attributions(register: Register, documents: list[Document]) -> Iterator[Attribution]:
    sources, own = register.sources, register.conference.key
    for n, document in enumerate(documents):
        yield Attribution(
            subject_kind="document", subject_key=f"{own}/{document.key}", source=sources[n % SOURCES], locator=str(n)
        )
    for n, meeting in enumerate(register.meetings):
        yield _of_a_meeting(register, meeting, n)


def _of_a_meeting(register: Register, meeting: Meeting, n: int) -> Attribution:
    key = f"{register.conference.key}/{register.bodies[n % register.scale.bodies].key}/{meeting.key}"
    return Attribution(subject_kind="meeting", subject_key=key, source=register.sources[n % SOURCES], locator=str(n))
