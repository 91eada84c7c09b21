import json
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rapporteur.datafiles.reading import read
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.questionnaires.rules.canonical import canonical, questionnaire_from
from rapporteur.questionnaires.rules.completeness import completeness, whole, why_not_submit
from rapporteur.questionnaires.rules.definitions import questionnaire_of
from rapporteur.questionnaires.rules.entries import json_schema
from rapporteur.questionnaires.rules.telling import told
from rapporteur.questionnaires.terms import Kind, Questionnaire

DATA = Path(__file__).parents[2] / "data"
FILE = DATA / "questionnaires" / "cluster-1.yaml"


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    return questionnaire_of(read(FILE))


def texts(asked: Questionnaire) -> list[Multilingual]:
    found = [asked.title, asked.notice]
    for section in asked.sections:
        found += [section.title, *([section.guidance] if section.guidance else [])]
        for question in section.questions:
            found += [question.text, *([question.guidance] if question.guidance else [])]
            found += [part.label for part in (*question.options, *question.columns)]
            found += [check.message for check in question.checks]
    return found


def test_it_asks_on_four_instruments_by_questions_of_every_kind(shipped: Questionnaire) -> None:
    assert len(shipped.questions) == 110
    assert {section.instrument for section in shipped.sections} == {
        "", "convention", "trafficking", "migrants", "firearms",
    }  # fmt: skip
    assert set(Counter(question.kind for question in shipped.questions)) == set(Kind)


def test_english_and_french_are_complete(shipped: Questionnaire) -> None:
    for language in (Language.ENGLISH, Language.FRENCH):
        assert [text.first() for text in texts(shipped) if language not in text] == []


def test_it_says_of_itself_that_it_is_a_model(shipped: Questionnaire) -> None:
    assert shipped.notice.text(Language.ENGLISH).startswith("This is a model and not the official text.")
    assert "(model)" in shipped.title.text(Language.ENGLISH)


def test_an_instrument_is_asked_about_where_the_state_is_party(shipped: Questionnaire) -> None:
    none = whole(completeness(shipped, {}))
    all_four = ["convention", "trafficking", "migrants", "firearms"]
    every = whole(completeness(shipped, {"g-instruments": all_four}))
    assert none.shown < every.shown < len(shipped.questions)
    assert completeness(shipped, {"g-instruments": ["convention"]})["firearms-5"].shown == 0
    assert [finding.question for finding in why_not_submit(shipped, {})][:3] == ["g-instruments", "g-as-of", "g-other"]


def test_it_reads_back_from_its_canonical_text(shipped: Questionnaire) -> None:
    assert questionnaire_from(canonical(shipped)) == shipped


def test_the_published_schema_is_that_of_the_types_and_accepts_the_shipped_file() -> None:
    published = json.loads((DATA / "schemas" / "questionnaire.schema.json").read_text(encoding="utf-8"))
    assert published == json_schema()
    plain = json.loads(json.dumps(read(FILE).plain, default=str))
    assert list(Draft202012Validator(published).iter_errors(plain)) == []


def test_it_is_told_line_by_line_and_what_is_missing_is_shown(shipped: Questionnaire) -> None:
    lines = list(told(shipped, Language.FRENCH))
    assert "  6. Votre État a-t-il besoin d’aide pour répondre ?  [choice, g-help]" in lines
    assert "     asked if g-other is yes" in lines
    assert next(told(shipped, Language.ARABIC)) == "[no text in ar]"
