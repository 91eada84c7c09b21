"""The rules of the note on matter of any shape, without a database: it always composes, and what must hold, holds."""

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.bodies.terms import GatheringWord
from rapporteur.documents.rules import Progress
from rapporteur.documents.terms import IssueStatus
from rapporteur.drafts.queries.wordings import voice_of
from rapporteur.drafts.rules.inlines import read
from rapporteur.drafts.rules.note import compose_note, why_not_compose_note
from rapporteur.drafts.terms.matter import (
    ConferenceMatter,
    InstrumentMatter,
    ItemMatter,
    MandateMatter,
    Name,
    Place,
    ProvisionMatter,
    ReportMatter,
    SessionMatter,
)
from rapporteur.drafts.terms.note import BodyMatter, MeetingMatter, NeighbourMatter, NoteMatter
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.mandates.terms import Effect, MandateKind, Recurrence
from rapporteur.meetings.rules import Dates, SaidOf
from rapporteur.meetings.terms import MeetingStatus, Mode
from rapporteur.typeset import Format, write
from rapporteur.typeset.tree import Document, Heading, Paragraph, Reference

DAY = dt.date(2031, 3, 1)
NOUNS = ["body", "organ", "conference", "instrument", "mechanism", "text", "activity", "purpose"]
NOTES = [
    "",
    "our own, no source",
    "feminine",
    "in: в Вене, у моста; genitive: Группы, новой",
    "accusative: Группу; definite: الفريق",
    "genitive:",
    "accusative: ; in: '",
]
WORDS = [
    "Panel",
    "a",
    "le",
    "El grupo : uno ; « dos » ?",
    "Das {$unbekannt} [Amt]",
    "Рабочая группа по шлюзам, новая",
    "الل",
    "\ue000",
    "Бюро",
    "Groupe des marées",
    "Comité",
    "Комитет по шлюзам",
    "水闸委员会",
    "اللجنة",
    "the Secretariat",
    "le Bureau",
]

days = st.dates(DAY - dt.timedelta(days=500), DAY + dt.timedelta(days=500))
spans = st.builds(lambda start, length: (start, start + dt.timedelta(days=length)), days, st.integers(0, 40))
wordings = st.builds(
    Wording,
    st.sampled_from(WORDS),
    st.sampled_from([Status.FOUND, Status.KNOWN, Status.PROVISIONAL]),
    st.booleans(),
    note=st.sampled_from(NOTES),
)
texts = st.dictionaries(st.sampled_from(list(Language)), wordings).map(Multilingual)
names = st.builds(Name, texts, st.sampled_from(NOUNS))
term_sets = st.fixed_dictionaries(
    {}, optional={key: texts.filter(bool) for key in ("constant-element", "advise-and-assist")}
)
planned = st.one_of(
    st.just(Dates()),
    spans.map(lambda span: Dates(starts_on=span[0], ends_on=span[1])),
    spans.map(lambda span: Dates(window_starts_on=span[0], window_ends_on=span[1])),
    st.builds(Dates, year=st.integers(2029, 2033), month=st.none() | st.integers(1, 12)),
)
sayings = st.builds(
    lambda status, as_of, span: SaidOf(status, as_of, *(span or (None, None))),
    st.sampled_from(list(MeetingStatus)),
    st.none() | days,
    st.none() | spans,
)
instruments = st.builds(InstrumentMatter, st.sampled_from(["a", "b"]), texts, texts)
mandates = st.builds(
    MandateMatter,
    st.sampled_from(list(MandateKind)),
    st.sampled_from(["1/1", "2/1", "2/2"]),
    texts,
    texts,
    st.none() | st.integers(1, 3),
    st.none() | days,
)
provisions = st.builds(
    ProvisionMatter,
    mandate=mandates,
    effect=st.sampled_from(list(Effect)),
    verb=st.sampled_from(["", "reaffirmed"]),
    bodies=st.sampled_from([(), ("body",), ("body", "other")]),
    names=st.lists(names, min_size=1, max_size=2).map(tuple),
    instrument=st.none() | instruments,
    addressee=texts,
    object=texts,
    designation=texts,
    condition=texts,
    purpose=texts,
    minimum=st.none() | st.integers(0, 25),
    due_session_key=st.sampled_from(["", "cop-3", "cop-9"]),
    due_ordinal=st.none() | st.integers(1, 30),
    due_on=st.none() | days,
    expires_on=st.none() | days,
    expires_ordinal=st.none() | st.integers(1, 3),
    recurrence=st.sampled_from(list(Recurrence)),
)
progress = st.builds(Progress, status=st.none() | st.sampled_from(list(IssueStatus)), issued_on=st.none() | days)
words = st.sampled_from(list(GatheringWord))
ordinals = st.none() | st.integers(1, 120)


@st.composite
def meetings(draw: st.DrawFn, number: int) -> MeetingMatter:
    neighbour = st.builds(NeighbourMatter, names, words, ordinals, planned, st.lists(sayings).map(tuple))
    has_report = draw(st.booleans())
    return MeetingMatter(
        key=f"m-{number}",
        ordinal=draw(ordinals),
        planned=draw(planned),
        place=Place(draw(texts)),
        sayings=draw(st.lists(sayings, max_size=3).map(tuple)),
        mode=draw(st.none() | st.sampled_from(list(Mode))),
        under=draw(st.sampled_from(["", "resolution 2/1", "decision 1/1"])),
        beside=draw(st.none() | neighbour),
        report=ReportMatter(
            f"CTM/COP/2031/{number}", draw(progress), draw(st.none() | days), is_late=draw(st.booleans())
        )
        if has_report
        else None,
    )


@st.composite
def matters(draw: st.DrawFn) -> NoteMatter:
    bodies = []
    for index in range(draw(st.integers(1, 3))):
        count = draw(st.integers(0, 4))
        name = draw(names)
        bodies.append(
            BodyMatter(
                key="body",
                name=name,
                short_name=draw(st.just(name) | names),
                word=draw(words),
                meetings=tuple(draw(meetings(index * 10 + number)) for number in range(1, count + 1)),
                provisions=tuple(draw(st.lists(provisions, max_size=6))),
            )
        )
    session = SessionMatter("cop-3", draw(ordinals), draw(planned), Place(draw(texts)), (draw(sayings),))
    return NoteMatter(
        conference=ConferenceMatter("ctm-cop", draw(texts), has_protocols=draw(st.booleans()), terms=draw(term_sets)),
        session=session,
        agenda_symbol=draw(st.sampled_from(["", "CTM/COP/2031/1"])),
        items=tuple(ItemMatter(number, draw(texts)) for number in draw(st.sets(st.sampled_from(["2", "2 (a)", "10"])))),
        bodies=tuple(bodies),
        title=draw(texts),
    )


def reports(document: Document) -> list[str]:
    found = [
        node.target
        for block in document.blocks
        if isinstance(block, Paragraph)
        for node in block.content
        if isinstance(node, Reference) and node.target.startswith("CTM/")
    ]
    return sorted(found)


@settings(max_examples=40, deadline=None)
@given(matters(), days, st.sampled_from(list(Language)))
def test_any_register_gives_a_note_in_every_language(matter: NoteMatter, as_of: dt.date, language: Language) -> None:
    document = compose_note(matter, voice_of(language, matter.conference.terms), as_of=as_of)
    assert write(document, Format.TXT)
    numbers = [block.number for block in document.blocks if isinstance(block, Paragraph)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(set(reports(document))) == len(reports(document))
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert len(headings) == sum(bool(body.meetings) for body in matter.bodies)
    for block in document.blocks:
        assert isinstance(block, Heading | Paragraph)
        assert read(block.content)
        assert not re.search(r"[\ue001-\uf8ff]|None|  | ,|\{ ", read(block.content))


@settings(max_examples=10, deadline=None)
@given(matters(), days)
def test_all_languages_speak_of_the_same_reports(matter: NoteMatter, as_of: dt.date) -> None:
    said = [
        reports(compose_note(matter, voice_of(language, matter.conference.terms), as_of=as_of)) for language in Language
    ]
    assert said == [said[0]] * len(Language)


@settings(max_examples=40, deadline=None)
@given(spans, days)
def test_the_tense_of_one_meeting_is_that_of_its_days(span: tuple[dt.date, dt.date], as_of: dt.date) -> None:
    start, end = span
    meeting = MeetingMatter("m", 2, Dates(starts_on=start, ends_on=end), Place(Multilingual.plain(en="Quay")))
    name = Name(Multilingual.plain(en="Panel"))
    matter = NoteMatter(
        conference=ConferenceMatter("ctm-cop", Multilingual.plain(en="Conference")),
        session=SessionMatter("cop-3", 3, Dates(), Place(Multilingual())),
        agenda_symbol="",
        items=(),
        bodies=(BodyMatter("body", name, name, GatheringWord.MEETING, (meeting,)),),
    )
    document = compose_note(matter, voice_of(Language.ENGLISH), as_of=as_of)
    heading, paragraph = (read(block.content) for block in document.blocks)  # type: ignore[union-attr]
    verbs = ("was held", "is being held", "is scheduled to be held")
    forms = ("Panel held in", "Panel being held in", "Panel to be held in")
    expected = 0 if end < as_of else 2 if start > as_of else 1
    assert [verb in paragraph for verb in verbs] == [index == expected for index in range(3)]
    assert [form in heading for form in forms] == [index == expected for index in range(3)]
    assert heading.startswith("Report on the meeting of the Panel")


def test_there_is_a_reason_for_every_thing_missing() -> None:
    matter = NoteMatter(
        conference=ConferenceMatter("ctm-cop", Multilingual()),
        session=SessionMatter("cop-3", 3, Dates(), Place(Multilingual())),
        agenda_symbol="",
        items=(),
        bodies=(),
    )
    assert [reason.partition(";")[0] for reason in why_not_compose_note(matter)] == [
        "no meeting of a subsidiary body reports to the session cop-3",
        "the session cop-3 has no agenda item that a report goes to",
    ]
