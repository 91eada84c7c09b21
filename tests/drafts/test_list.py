"""The list of documents before a session: each once, in its group, with its languages and status on the day."""

import datetime as dt

import pytest

from drafts.further import furnished, shown, tables, words
from drafts.world import AS_OF, World
from rapporteur.documents.models import Document as Paper
from rapporteur.documents.models import LanguageVersion
from rapporteur.drafts.queries.kinds import KINDS, NothingToCompose, Question
from rapporteur.drafts.rules.inlines import read
from rapporteur.languages.terms import Language
from rapporteur.typeset.tree import Document, Heading

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return furnished()


def listed(world: World, language: Language = Language.ENGLISH, as_of: dt.date = AS_OF) -> Document:
    return KINDS["list"].compose(Question(world.session, as_of), language)


def groups(document: Document) -> dict[str, list[str]]:
    """Return heading -> symbols, in their order."""
    heads = [read(block.content) for block in document.blocks if isinstance(block, Heading)]
    return {head: [shown(row[0]) for row in table.rows] for head, table in zip(heads, tables(document), strict=True)}


def row(document: Document, symbol: str) -> list[str]:
    return next(
        [shown(cell) for cell in cells[1:]]
        for table in tables(document)
        for cells in table.rows
        if shown(cells[0]) == symbol
    )


def test_groups_follow_the_agenda_and_rows_the_natural_order_of_symbols(world: World) -> None:
    assert groups(listed(world)) == {
        "Item 2 (a): Review of the Protocol on Sluices": [
            "CTM/COP/2031/10",
            "CTM/COP/2031/10/Add.1",
            "CTM/COP/2031/10/Corr.1",
            "CTM/COP/C.A/2029/3",
            "CTM/COP/C.A/2030/3",
            "CTM/COP/C.A/2031/2",
        ],
        "Item 3: Tide tables": [
            "CTM/COP/2031/2",
            "CTM/COP/C.D/2030/2",
            "CTM/COP/E.T/2031/4",
            "CTM/COP/P.L/2031/2",
        ],
        "Conference room papers": ["CTM/COP/2031/CRP.2", "CTM/COP/2031/CRP.1"],
        "Documents of limited distribution": ["CTM/COP/2031/L.1"],
        "Documents not assigned to an agenda item": ["CTM/COP/2031/1", "[symbol not found in the register]"],
    }


@pytest.mark.parametrize("language", Language)
def test_every_document_stands_once_in_every_language(world: World, language: Language) -> None:
    symbols = [shown(cells[0]) for table in tables(listed(world, language)) for cells in table.rows]
    known = [symbol for symbol in symbols if symbol.startswith("CTM/")]
    before = Paper.objects.exclude(reports_on_session=world.session).exclude(symbol="")
    assert sorted(known) == sorted(before.values_list("symbol", flat=True))
    assert len(symbols) == len(known) + 1


def test_a_number_in_the_title_of_the_series_counts_as_a_number(world: World) -> None:
    Paper.objects.filter(symbol="CTM/COP/2031/2").update(items=["2 (a)"])
    first = groups(listed(world))["Item 2 (a): Review of the Protocol on Sluices"]
    assert first[:2] == ["CTM/COP/2031/2", "CTM/COP/2031/10"]


def test_a_document_for_several_items_names_them_all_in_order(world: World) -> None:
    assert row(listed(world), "CTM/COP/2031/10") == ["Wheels", "All official languages", "Issued", "2 (a) and 3"]
    assert row(listed(world, Language.FRENCH), "CTM/COP/2031/10")[-1] == "2 a) et 3"


def test_languages_are_those_that_were_out_on_the_day(world: World) -> None:
    LanguageVersion.objects.filter(document__symbol="CTM/COP/2031/10", language__in=["ru", "zh"]).update(
        issued_on=dt.date(2031, 3, 15)
    )
    assert row(listed(world), "CTM/COP/2031/10")[1] == "Arabic, English, French and Spanish"
    later = listed(world, as_of=dt.date(2031, 3, 15))
    assert row(later, "CTM/COP/2031/10")[1] == "All official languages"


@pytest.mark.parametrize(
    ("symbol", "cells"),
    [
        ("CTM/COP/2031/2", ["None yet", "Symbol reserved, due by 31 March 2031"]),
        ("CTM/COP/2031/CRP.2", ["English only", "[status not found in the register]"]),
        ("CTM/COP/C.A/2029/3", ["[languages not found in the register]", "Issued on 3 December 2029"]),
        (
            "CTM/COP/C.A/2030/3",
            ["[languages not found in the register]", "Issued on 5 December 2030, due by 1 November 2030"],
        ),
    ],
)
def test_status_and_languages_say_what_the_register_says(world: World, symbol: str, cells: list[str]) -> None:
    assert row(listed(world), symbol)[1:3] == cells


def test_a_document_not_yet_issued_on_the_day_is_not_said_to_be(world: World) -> None:
    earlier = listed(world, as_of=dt.date(2029, 12, 2))
    assert row(earlier, "CTM/COP/C.A/2029/3")[1:3] == [
        "[languages not found in the register]",
        "[status not found in the register]",
    ]


def test_an_addition_goes_to_the_items_of_what_it_adds_to_unless_it_has_its_own(world: World) -> None:
    assert row(listed(world), "CTM/COP/2031/10/Add.1")[-1] == "2 (a) and 3"
    Paper.objects.filter(symbol="CTM/COP/2031/10/Add.1").update(items=["7"])
    assert row(listed(world), "CTM/COP/2031/10/Add.1")[-1] == "7"


def test_a_report_without_a_title_says_what_it_reports_on(world: World) -> None:
    symbol = "CTM/COP/C.A/2030/3"
    assert {language: row(listed(world, language), symbol)[0] for language in Language} == {
        Language.ARABIC: "تقرير عن الدورة الثالثة للجنة المعنية بالسدود، لو كي، 7 و8 تشرين الأول/أكتوبر 2030",
        Language.CHINESE: "水闸委员会第三届会议报告（2030年10月7日和8日，低码头）",
        Language.ENGLISH: "Report on the third session of the Committee on Sluices, Low Quay, 7 and 8 October 2030",
        Language.FRENCH: (
            "Rapport sur les travaux de la troisième session du Comité des écluses, Low Quay, 7 et 8 octobre 2030"
        ),
        Language.RUSSIAN: "Доклад о работе третьей сессии Комитета по шлюзам, Лоу-Ки, 7 и 8 октября 2030 года",
        Language.SPANISH: (
            "Informe sobre el tercer período de sesiones del Comité de Esclusas, Low Quay, 7 y 8 de octubre de 2030"
        ),
    }


def test_the_title_names_the_session_in_every_language(world: World) -> None:
    assert {language: read(listed(world, language).masthead.title) for language in Language} == {
        Language.ARABIC: "قائمة الوثائق المعروضة على المؤتمر في الدورة الثالثة",
        Language.CHINESE: "缔约方会议第三届会议文件一览表",
        Language.ENGLISH: "List of documents before the Conference at its third session",
        Language.FRENCH: "Liste des documents dont la Conférence est saisie à sa troisième session",
        Language.RUSSIAN: "Перечень документов, представленных Конференции на ее третьей сессии",
        Language.SPANISH: "Lista de los documentos que la Conferencia tiene ante sí en su tercer período de sesiones",
    }


def test_an_item_number_that_is_none_is_printed_as_it_stands_and_the_document_comes_last(world: World) -> None:
    Paper.objects.filter(symbol="CTM/COP/2031/2").update(items=["annex"])
    last = groups(listed(world))["Documents not assigned to an agenda item"]
    assert last == ["CTM/COP/2031/1", "CTM/COP/2031/2", "[symbol not found in the register]"]
    assert row(listed(world), "CTM/COP/2031/2")[-1] == "annex"


def test_a_symbol_of_no_known_form_goes_by_the_type_of_its_document(world: World) -> None:
    Paper.objects.filter(symbol="CTM/COP/2031/CRP.1").update(symbol="Paper one")
    assert groups(listed(world))["Conference room papers"] == ["CTM/COP/2031/CRP.2", "Paper one"]


def test_a_session_without_documents_has_no_list_to_write(world: World) -> None:
    first = world.conference.sessions.get(key="cop-1")
    with pytest.raises(NothingToCompose) as refused:
        KINDS["list"].prepare(Question(first, AS_OF))
    assert [reason.partition(";")[0] for reason in refused.value.reasons] == ["no document is before the session cop-1"]


def test_the_day_of_the_list_is_said(world: World) -> None:
    assert words(listed(world))[0] == "Status as of 1 March 2031."
