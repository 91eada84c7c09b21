"""The annotated provisional agenda: every item, what stands behind it, and everything that the register lacks."""

import datetime as dt

import pytest

from drafts.further import furnished, tables, words
from drafts.world import AS_OF, World
from rapporteur.drafts.queries.agenda import agenda_of
from rapporteur.drafts.queries.kinds import KINDS, NothingToCompose, Question
from rapporteur.drafts.rules.inlines import read
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.meetings.models import AgendaItem
from rapporteur.terminology.models import Term
from rapporteur.typeset.tree import Document, Heading, Item, Items

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return furnished()


def agenda(world: World, language: Language = Language.ENGLISH, as_of: dt.date = AS_OF) -> Document:
    return KINDS["agenda"].compose(Question(world.session, as_of), language)


def first_list(document: Document) -> list[str]:
    """Return the items of the agenda itself, parts after their whole."""
    items = next(block for block in document.blocks if isinstance(block, Items)).items

    def lines(of: tuple[Item, ...]) -> list[str]:
        return [line for item in of for line in (f"{item.label} {read(item.content)}", *lines(item.items))]

    return lines(items)


def under(document: Document, heading: str) -> list[str]:
    """Return the lines of the annotations from a heading to the next."""
    found = words(document)
    start = found.index(heading, found.index("Annotations"))
    heads = {f"{b.number} {read(b.content)}".strip() for b in document.blocks if isinstance(b, Heading)}
    rest = found[start + 1 :]
    end = next((at for at, line in enumerate(rest) if line in heads or line.startswith("4. [")), len(rest))
    return rest[:end]


def test_the_masthead_has_the_symbol_of_the_agenda_and_its_title(world: World) -> None:
    masthead = agenda(world).masthead
    assert (masthead.symbol, read(masthead.title)) == ("CTM/COP/2031/1", "Annotated provisional agenda")
    assert (masthead.items, masthead.byline) == ((), ())


def test_items_whose_numbers_are_skipped_are_seen_to_be_missing(world: World) -> None:
    gap = "item not found in the register"
    assert first_list(agenda(world)) == [
        f"1. {gap}",
        f"2. {gap}",
        "(a) Review of the Protocol on Sluices",
        "3. Tide tables",
        f"4. {gap}",
        f"5. {gap}",
        f"6. {gap}",
        "7. Other matters",
    ]


def test_lettered_items_that_are_skipped_are_seen_to_be_missing(world: World) -> None:
    AgendaItem.objects.create(session=world.session, number="7 (c)", position=9, title=Multilingual.plain(en="Winds"))
    assert first_list(agenda(world))[-3:] == [
        "(a) item not found in the register",
        "(b) item not found in the register",
        "(c) Winds",
    ]


def test_an_item_that_only_a_document_names_is_on_the_agenda_as_a_gap(world: World) -> None:
    world.session.documents.filter(symbol="CTM/COP/2031/L.1").update(items=["9"])
    assert first_list(agenda(world))[-2:] == [
        "8. item not found in the register",
        "9. item not found in the register",
    ]


def test_an_item_without_a_title_is_a_gap_and_keeps_its_number(world: World) -> None:
    AgendaItem.objects.filter(session=world.session, number="7").update(title=Multilingual())
    assert first_list(agenda(world))[-1] == "7. title not found in the register"


def test_an_item_has_its_annotation_mandates_meetings_and_documents(world: World) -> None:
    assert under(agenda(world), "3. Tide tables") == [
        "The session will compare the tables.",
        "Mandates",
        "– Resolution 2/3, entitled “Mechanism for the Review of Tide Tables”",
        "Meetings",
        "– Drafting Committee, fifth session, Tarn Haven, 4 March 2030 (held)",
        "– Panel on Lamps, first session, Tarn Haven, 13–15 January 2031 (postponed, new dates to be determined)",
        (
            "– Group of experts on tide tables convened in accordance with resolution 2/3, first meeting, Tarn Haven, "
            "24 and 25 April 2031 (scheduled)"
        ),
        "Documentation",
        (
            "– Report of the Secretariat [title not found in the register] (CTM/COP/2031/2): symbol reserved, "
            "due by 31 March 2031"
        ),
        "– Wheels (CTM/COP/2031/10): issued",
        "– Addendum (CTM/COP/2031/10/Add.1): [status not found in the register]",
        "– Corrigendum (CTM/COP/2031/10/Corr.1): [status not found in the register]",
        (
            "– Report on the fifth session of the Drafting Committee, Tarn Haven, 4 March 2030 (CTM/COP/C.D/2030/2): "
            "[status not found in the register]"
        ),
        (
            "– Report on the first meeting of the group of experts on tide tables convened in accordance with "
            "resolution 2/3, Tarn Haven, 24 and 25 April 2031 (CTM/COP/E.T/2031/4): [status not found in the register]"
        ),
        (
            "– Report on the first session of the Panel on Lamps, Tarn Haven, 13–15 January 2031 (CTM/COP/P.L/2031/2): "
            "[status not found in the register]"
        ),
    ]


def test_what_is_on_no_item_stands_at_the_end(world: World) -> None:
    assert under(agenda(world), "Not assigned to an agenda item") == [
        "Meetings",
        "– Panel on Lamps, second session, Tarn Haven, 24 and 25 February 2031 (cancelled)",
        "Documentation",
        (
            "– Conference room paper [title not found in the register] (CTM/COP/2031/CRP.1): "
            "[status not found in the register]"
        ),
        "– Gears ([symbol not found in the register]): [status not found in the register]",
    ]


def test_the_report_of_the_session_itself_and_the_agenda_are_not_among_the_documents(world: World) -> None:
    said = "\n".join(words(agenda(world)))
    assert [symbol for symbol in ("CTM/COP/2031/30", "CTM/COP/2031/1)") if symbol in said] == []


def test_an_annotation_that_is_ours_stands_in_brackets_and_a_missing_one_shows_the_english(world: World) -> None:
    assert "[La session comparera les tables.]" in words(agenda(world, Language.FRENCH))
    russian = "[нет термина на русском языке: The session will compare the tables.]"
    assert russian in words(agenda(world, Language.RUSSIAN))


def test_a_term_of_the_conference_takes_the_place_of_our_wording(world: World) -> None:
    french = Multilingual({Language.FRENCH: Wording("ordre du jour commenté", status=Status.PROVISIONAL)})
    Term.objects.create(conference_key="ctm-cop", group="phrases", key="annotated-provisional-agenda", wording=french)
    assert read(agenda(world, Language.FRENCH).masthead.title) == "Ordre du jour commenté"


def test_a_kind_of_document_without_a_confirmed_term_stands_in_brackets_outside_english(world: World) -> None:
    lines = {language: "\n".join(words(agenda(world, language))) for language in Language}
    kinds = {
        Language.ARABIC: "[ورقة غرفة اجتماعات]",
        Language.CHINESE: "[会议室文件]",
        Language.ENGLISH: "Conference room paper",
        Language.FRENCH: "[Document de séance]",
        Language.RUSSIAN: "[Документ зала заседаний]",
        Language.SPANISH: "[Documento de sesión]",
    }
    assert [language for language, kind in kinds.items() if kind not in lines[language]] == []
    assert "[Conference room paper]" not in lines[Language.ENGLISH]


def test_a_session_without_items_has_no_agenda_to_write(world: World) -> None:
    first = world.conference.sessions.get(key="cop-1")
    with pytest.raises(NothingToCompose) as refused:
        KINDS["agenda"].prepare(Question(first, AS_OF))
    assert refused.value.reasons == ["the session cop-1 has no provisional agenda; enter its items"]


def test_the_agenda_has_no_tables(world: World) -> None:
    assert tables(agenda(world)) == []


def test_the_matter_holds_the_mandates_that_documents_and_meetings_name(world: World) -> None:
    assert sorted(agenda_of(world.session).mandates) == ["resolution 2/1", "resolution 2/3", "resolution 2/4"]
