"""The words of six languages, and what is asked for."""

import pytest

from rapporteur.languages.terms import Language
from rapporteur.search.rules import MOST_WORDS, asked_for, runs_of, words_of

FOUND = [
    (Language.ENGLISH, "Controls at the ports of entry", "control port"),
    (Language.FRENCH, "Contrôles aux points d’entrée", "contrôle entrée"),
    (Language.FRENCH, "Contrôles aux points d’entrée", "CONTROLE"),
    (Language.SPANISH, "Prevención de la delincuencia organizada", "prevencion organizadas"),
    (Language.RUSSIAN, "Доклад о работе совещания", "докладов работа"),
    (Language.RUSSIAN, "Её отчёт", "отчет"),
    (Language.ARABIC, "الفريق العامل المعني بالمراقبة", "فريق مراقبة"),
    (Language.CHINESE, "联合国打击跨国有组织犯罪公约缔约方会议", "公约"),
    (Language.CHINESE, "联合国打击跨国有组织犯罪公约缔约方会议", "跨国犯罪"),
    (Language.ENGLISH, "Report (METC/COP/WG.4/2019/6/Corr.1)", "metc/cop/wg.4/2019/6/corr.1"),
    (Language.ENGLISH, "Report (METC/COP/WG.4/2019/6/Corr.1)", "WG.4/2019"),
    (Language.ENGLISH, "Report (METC/COP/WG.4/2019/6/Corr.1).", "wg.4"),
    (Language.ENGLISH, "in accordance with resolution 7/1", "resolution 7/1"),
]


@pytest.mark.parametrize(("language", "text", "asked"), FOUND)
def test_a_text_is_found_by_other_forms_of_its_words(language: Language, text: str, asked: str) -> None:
    words = words_of(text, language)
    assert [choice for choice in asked_for(asked) if not choice & words] == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Report METC/COP/WG.4/2019/6", "WG.40"), ("resolution 7/1", "7/10"), ("Report METC/COP/2019/6", "COP/2019/66")],
)
def test_a_symbol_is_not_found_by_another_one(text: str, asked: str) -> None:
    words = words_of(text, Language.ENGLISH)
    assert [choice for choice in asked_for(asked) if not choice & words] != []


def test_a_symbol_is_found_by_every_run_of_its_parts_but_a_bare_number() -> None:
    assert list(runs_of("A/B/7")) == ["a", "a/b", "a/b/7", "b", "b/7"]


@pytest.mark.parametrize("nothing", ["", "   ", "?!", "()", "—"])
def test_signs_alone_ask_for_nothing(nothing: str) -> None:
    assert asked_for(nothing) == []


def test_no_more_is_asked_for_than_can_be_answered_soon() -> None:
    assert len(asked_for(" ".join(f"word{number}" for number in range(500)))) <= MOST_WORDS
