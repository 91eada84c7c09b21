"""The note of an invented conference: every fact follows from the register, in six languages, on any day."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafts.world import AS_OF, World, built, provisional, report
from rapporteur.bodies.models import Body
from rapporteur.documents.models import Document, Transmission
from rapporteur.documents.terms import DocumentType
from rapporteur.drafts.queries import composed
from rapporteur.drafts.queries.note import note_of
from rapporteur.drafts.rules.inlines import read
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.meetings.models import Meeting, Saying
from rapporteur.meetings.terms import MeetingStatus
from rapporteur.terminology.models import Term
from rapporteur.typeset import Format, write
from rapporteur.typeset.tree import Document as Tree
from rapporteur.typeset.tree import Gap, Heading, Inline, Inlines, NoteCall, Paragraph, Provisional, Reference

GOLDEN = Path(__file__).parents[1] / "golden" / "note-tidal-mills.en.txt"
DAYS = [dt.date(2029, 7, 1), AS_OF, dt.date(2031, 4, 22), dt.date(2031, 5, 13), dt.date(2040, 1, 1)]
pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return built()


def note(world: World, as_of: dt.date = AS_OF, language: Language = Language.ENGLISH) -> Tree:
    return composed.note(world.session, language=language, as_of=as_of)


def paragraphs(document: Tree) -> list[str]:
    return [read(block.content) for block in document.blocks if isinstance(block, Paragraph)]


def headings(document: Tree) -> list[str]:
    return [read(block.content) for block in document.blocks if isinstance(block, Heading)]


def said_of(document: Tree, heading: str) -> str:
    """Return the paragraphs under the heading that has these words, as one text."""
    texts, is_in = [], False
    for block in document.blocks:
        if isinstance(block, Heading):
            is_in = heading in read(block.content)
        elif is_in and isinstance(block, Paragraph):
            texts.append(read(block.content))
    return "\n".join(texts)


def nodes(inlines: Inlines) -> Iterator[Inline]:
    for node in inlines:
        yield node
        yield from nodes(getattr(node, "content", ()))


def body_nodes(document: Tree) -> Iterator[Inline]:
    for block in document.blocks:
        assert isinstance(block, Heading | Paragraph)
        yield from nodes(block.content)


# --- the whole note ---------------------------------------------------------------------------------------------------


def test_the_english_note_reads_as_kept(world: World) -> None:
    assert write(note(world), Format.TXT).decode() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "as_of", [dt.date(2029, 7, 1), AS_OF, dt.date(2031, 4, 22), dt.date(2031, 5, 13), dt.date(2040, 1, 1)]
)
def test_a_note_is_sound_in_every_language_on_every_day(world: World, language: Language, as_of: dt.date) -> None:
    document = note(world, as_of, language)
    assert document.language is language
    assert write(document, Format.TXT)
    numbers = [block.number for block in document.blocks if isinstance(block, Paragraph)]
    assert numbers == list(range(1, len(numbers) + 1))
    calls = [node.mark for node in body_nodes(document) if isinstance(node, NoteCall)]
    assert ["*", *calls] == [one.mark for one in document.notes]
    assert not re.search(r"\s[,.،]|  |,,|None|[\ue000-\uf8ff]", "\n".join([*headings(document), *paragraphs(document)]))


@pytest.mark.parametrize("language", Language)
def test_every_report_is_cited_once_in_every_language(world: World, language: Language) -> None:
    cited = [node.target for node in body_nodes(note(world, language=language)) if isinstance(node, Reference)]
    reports = [symbol for symbol in cited if symbol.startswith("CTM/")]
    assert reports == [
        "CTM/COP/C.A/2029/3",
        "CTM/COP/C.A/2030/3",
        "CTM/COP/C.A/2031/2",
        "CTM/COP/C.D/2030/2",
        "CTM/COP/E.T/2031/4",
    ]


@pytest.mark.parametrize("language", Language)
def test_all_languages_cite_the_same_mandates_and_documents_in_one_order(world: World, language: Language) -> None:
    def cited(document: Tree) -> list[str]:
        return [node.target for node in body_nodes(document) if isinstance(node, Reference)]

    assert cited(note(world, language=language)) == cited(note(world))


def test_blocks_stand_in_the_order_of_the_agenda_and_a_body_without_meetings_has_none(world: World) -> None:
    sluices, *others = headings(note(world))
    assert sluices == (
        "Reports on the sessions of the Committee on Sluices held in Tarn Haven from 30 October to 2 November 2029 and "
        "in Low Quay on 7 and 8 October 2030 and to be held in Tarn Haven from 21 to 23 April 2031"
    )
    assert [heading.partition(" held")[0].partition(" to be")[0] for heading in others] == [
        "Report on the session of the Drafting Committee",
        "Sessions of the Panel on Lamps",
        "Report on the meeting of the group of experts on tide tables convened in accordance with resolution 2/3",
    ]


def test_the_masthead_lists_only_the_items_that_reports_go_to(world: World) -> None:
    masthead = note(world).masthead
    assert read(masthead.items) == "Items 2 (a) and 3 of the provisional agenda"
    assert [read(title) for title in masthead.item_titles] == ["Review of the Protocol on Sluices", "Tide tables"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.FRENCH, "Points 2 a) et 3 de l’ordre du jour provisoire"),
        (Language.ARABIC, "البندان 2 (أ) و3 من جدول الأعمال المؤقت"),
        (Language.RUSSIAN, "Пункты 2 (a) и 3 предварительной повестки дня"),
        (Language.SPANISH, "Temas 2 a) y 3 del programa provisional"),
        (Language.CHINESE, "临时议程项目 2 (a)和3"),
    ],
)
def test_the_line_of_items_counts_in_each_language(world: World, language: Language, line: str) -> None:
    assert read(note(world, language=language).masthead.items) == line


# --- the day the note speaks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "clause"),
    [
        (dt.date(2031, 4, 20), "The fourth session is scheduled to be held in Tarn Haven from 21 to 23 April 2031"),
        (dt.date(2031, 4, 21), "The fourth session is being held in Tarn Haven from 21 to 23 April 2031"),
        (dt.date(2031, 4, 23), "The fourth session is being held in Tarn Haven from 21 to 23 April 2031"),
        (dt.date(2031, 4, 24), "The fourth session was held in Tarn Haven from 21 to 23 April 2031"),
    ],
)
def test_the_tense_of_a_meeting_follows_the_day(world: World, as_of: dt.date, clause: str) -> None:
    assert clause in said_of(note(world, as_of), "Committee on Sluices")


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (dt.date(2031, 5, 11), "will be made available to the Conference at its third session."),
        (dt.date(2031, 5, 12), "is before the Conference at its third session."),
        (dt.date(2031, 5, 17), "was made available to the Conference at its third session."),
    ],
)
def test_the_tense_of_an_issued_report_follows_the_session(world: World, as_of: dt.date, words: str) -> None:
    Document.objects.filter(symbol="CTM/COP/C.D/2030/2").update(issued_on=dt.date(2030, 4, 1))
    assert said_of(note(world, as_of), "Drafting Committee").endswith(words)


def test_a_report_that_nobody_saw_issued_was_to_be_made_available(world: World) -> None:
    said = said_of(note(world, dt.date(2031, 6, 1)), "Drafting Committee")
    assert said.endswith(
        "The report on that session (CTM/COP/C.D/2030/2) was to be made available to the Conference at its third "
        "session."
    )


def test_what_is_said_later_than_the_day_is_not_known(world: World) -> None:
    before = said_of(note(world, dt.date(2030, 12, 19)), "Panel on Lamps")
    assert "postponed" not in before
    assert "cancelled" not in before
    assert "is scheduled to be held in Tarn Haven from 13 to 15 January 2031" in before


def test_a_postponed_and_a_cancelled_meeting_say_so_and_have_no_report(world: World) -> None:
    said = said_of(note(world), "Panel on Lamps")
    assert said.endswith(
        "The first session of the Panel on Lamps, which was to be held in Tarn Haven from 13 to 15 January 2031, has "
        "been postponed; new dates have yet to be determined. The second session, which was to be held in Tarn Haven "
        "on 24 and 25 February 2031, has been cancelled."
    )
    assert "CTM/COP/P.L/2031/2" not in said


def test_a_meeting_moved_to_new_days_is_listed_with_them(world: World) -> None:
    moved = Meeting.objects.get(key="lamps-1")
    days = {"starts_on": dt.date(2031, 3, 31), "ends_on": dt.date(2031, 4, 2)}
    Saying.objects.create(meeting=moved, as_of=dt.date(2031, 2, 10), status=MeetingStatus.POSTPONED, **days)
    document = note(world)
    assert (
        "Report on the session of the Panel on Lamps to be held in Tarn Haven from 31 March to 2 April 2031"
        in headings(document)
    )
    assert "(CTM/COP/P.L/2031/2) will be made available" in said_of(document, "Panel on Lamps")


def test_a_mandate_that_ran_out_is_said_to_have_expired_from_that_day(world: World) -> None:
    sentence = "The mandate of the Drafting Committee expired on 31 December 2030."
    assert sentence in paragraphs(note(world))
    assert sentence not in paragraphs(note(world, dt.date(2030, 12, 30)))


def test_a_mandate_adopted_after_the_day_is_not_cited(world: World) -> None:
    before = note(world, dt.date(2029, 6, 7))
    cited = {node.target for node in body_nodes(before) if isinstance(node, Reference)}
    assert {"resolution 2/1", "decision 2/2", "resolution 2/3", "resolution 2/4"}.isdisjoint(cited)


def test_a_report_issued_late_has_a_note_once_it_is_issued(world: World) -> None:
    assert [read(one.content) for one in note(world).notes] == [
        "CTM/COP/2031/1.",
        "Issued on 5 December 2030; it was due by 1 November 2030.",
    ]
    assert [one.mark for one in note(world, dt.date(2030, 12, 4)).notes] == ["*"]


# --- how much is known ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"window_starts_on": dt.date(2031, 4, 7), "window_ends_on": dt.date(2031, 4, 11)},
         "is scheduled to be held in Tarn Haven in the period from 7 to 11 April 2031"),
        ({"year": 2031, "month": 4}, "is scheduled to be held in Tarn Haven in April 2031"),
        ({"year": 2032}, "is scheduled to be held in Tarn Haven in 2032"),
        ({}, "The dates of the fifth session of the Drafting Committee have yet to be determined."),
    ],
)  # fmt: skip
def test_a_meeting_whose_days_are_not_known_is_placed_as_far_as_they_are(
    world: World, known: dict[str, object], words: str
) -> None:
    Meeting.objects.filter(key="drafting-5").update(starts_on=None, ends_on=None, mode="", **known)
    for language in Language:
        assert write(note(world, language=language), Format.TXT)
    assert words in said_of(note(world), "Drafting Committee")


def test_a_meeting_without_an_ordinal_and_a_report_without_a_symbol_are_still_spoken_of(world: World) -> None:
    Meeting.objects.filter(key="drafting-5").update(ordinal=None)
    Document.objects.filter(symbol="CTM/COP/C.D/2030/2").update(symbol="")
    assert said_of(note(world), "Drafting Committee").endswith(
        "The session of the Drafting Committee was held in Tarn Haven on 4 March 2030, online. "
        "The report on the session will be made available to the Conference at its third session."
    )


def test_two_meetings_share_a_sentence_and_name_their_place_once(world: World) -> None:
    Document.objects.get(symbol="CTM/COP/C.A/2030/3").delete()
    Meeting.objects.get(key="sluices-3").delete()
    assert (
        "The second session of the Committee on Sluices was held in Tarn Haven from 30 October to 2 November 2029, and "
        "the fourth session is scheduled to be held from 21 to 23 April 2031, also in Tarn Haven, "
        "back-to-back with the first meeting of the group of experts on tide tables"
    ) in said_of(note(world), "Committee on Sluices")


# --- official, provisional, missing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [language for language in Language if language is not Language.ENGLISH])
def test_a_name_without_a_wording_is_a_gap_with_the_english_name(world: World, language: Language) -> None:
    gaps = {node.original for node in body_nodes(note(world, language=language)) if isinstance(node, Gap)}
    assert "Panel on Lamps" in gaps


def test_a_name_of_ours_stands_in_brackets_and_an_official_one_does_not(world: World) -> None:
    text = write(note(world, language=Language.FRENCH), Format.TXT).decode()
    assert "au moins deux réunions d’un [groupe d’experts]" in text
    assert "La quatrième session doit se tenir à Tarn Haven du 21 au 23 avril 2031" in text
    assert "le Comité des écluses" in text
    assert "[Comité des écluses]" not in text


@pytest.mark.parametrize("language", Language)
def test_nothing_provisional_stands_outside_its_mark(world: World, language: Language) -> None:
    marked = {read((node,)) for node in body_nodes(note(world, language=language)) if isinstance(node, Provisional)}
    ours = provisional(en="", fr="groupe d’experts", es="grupo de expertos", ru="группа экспертов").text(language)
    if ours:
        assert any(ours in text for text in marked)


def test_a_term_of_the_register_takes_the_place_of_our_wording_everywhere(world: World) -> None:
    wording = Multilingual.plain(fr="organe stable de la Conférence")
    Term.objects.create(conference_key="ctm-cop", group="phrases", key="constant-element", wording=wording)
    said = said_of(note(world, language=Language.FRENCH), "Comité des écluses")
    assert "a décidé que le Comité des écluses serait organe stable de la Conférence," in said


# --- reading the register ---------------------------------------------------------------------------------------------


def test_the_own_record_is_the_note_under_the_items_that_reports_go_to(world: World) -> None:
    def paper(symbol: str, items: list[str], body: Body | None = None) -> None:
        Document.objects.create(
            conference=world.conference, key=symbol, symbol=symbol, type=DocumentType.NOTE_BY_THE_SECRETARIAT,
            session=world.session, items=items, body=body, title=Multilingual.plain(fr=f"Titre de {symbol}"),
        )  # fmt: skip

    paper("CTM/COP/2031/3", ["2 (a)"])
    paper("CTM/COP/2031/4", ["2 (a)", "3"], body=next(iter(world.bodies.values())))
    assert (note_of(world.session).symbol, note_of(world.session).title) == ("", Multilingual())
    paper("CTM/COP/2031/6", ["3", "2 (a)"])
    assert note_of(world.session).symbol == "CTM/COP/2031/6"
    assert note_of(world.session).title == Multilingual.plain(fr="Titre de CTM/COP/2031/6")


def test_the_number_of_queries_does_not_grow_with_the_register(
    world: World, django_assert_max_num_queries: object
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(100) as counted:  # type: ignore[operator]
            note_of(world.session)
        return len(counted)

    before = queries()
    sluices = world.bodies["sluices"]
    for ordinal in range(5, 30):
        day = dt.date(2031, 1, ordinal)
        days = {"starts_on": day, "ends_on": day}
        key = f"more-{ordinal}"
        made = Meeting.objects.create(body=sluices, key=key, ordinal=ordinal, reports_to=world.session, **days)
        report(f"CTM/COP/C.A/2031/{ordinal}", made, world.session, items=["2 (a)"])
    assert queries() == before


def test_a_session_without_meetings_or_agenda_says_what_is_missing(world: World) -> None:
    other = world.conference.sessions.get(key="cop-1")
    with pytest.raises(composed.NothingToCompose) as refused:
        composed.note(other, language=Language.ENGLISH, as_of=AS_OF)
    assert [reason.partition(";")[0] for reason in refused.value.reasons] == [
        "no meeting of a subsidiary body reports to the session cop-1",
        "the session cop-1 has no agenda item that a report goes to",
    ]


def test_an_item_with_a_number_of_its_own_kind_comes_last_and_as_it_stands(world: World) -> None:
    Transmission.objects.filter(document__symbol="CTM/COP/C.D/2030/2").update(items=["3 bis"])
    masthead = note(world).masthead
    assert read(masthead.items) == "Items 2 (a), 3 and 3 bis of the provisional agenda"
    assert [read(title) for title in masthead.item_titles][-1] == "English term missing"
    assert headings(note(world))[-1].startswith("Report on the session of the Drafting Committee")
