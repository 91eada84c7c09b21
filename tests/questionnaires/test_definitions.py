from pathlib import Path

import pytest

from questionnaires.invented import INVENTED
from rapporteur.datafiles.faults import FileRefused
from rapporteur.datafiles.reading import read
from rapporteur.questionnaires.rules.canonical import canonical, digest, questionnaire_from
from rapporteur.questionnaires.rules.definitions import questionnaire_of
from rapporteur.questionnaires.terms import Questionnaire

SOUND = """\
format: questionnaire/1
key: invented
version: 1
title: {en: Invented}
notice: {en: Invented for tests.}
languages: [en]
options:
  yes-no: [{value: "yes", label: {en: "Yes"}}, {value: "no", label: {en: "No"}}]
sections:
  - key: one
    title: {en: One}
    questions:
      - {key: a, number: "1", text: {en: "A?"}, kind: choice, options: yes-no}
      - key: b
        number: "2"
        text: {en: "B?"}
        kind: text
        shown_if: {all: [{question: a, operator: is, value: "yes"}]}
"""


def read_text(folder: Path, text: str) -> Questionnaire:
    path = folder / "questionnaire.yaml"
    path.write_text(text, encoding="utf-8")
    return questionnaire_of(read(path, shown_as="questionnaire.yaml"))


def test_a_file_becomes_the_questionnaire_it_says(tmp_path: Path) -> None:
    found = read_text(tmp_path, SOUND)
    assert [(q.key, q.kind.value, [o.value for o in q.options]) for q in found.questions] == [
        ("a", "choice", ["yes", "no"]),
        ("b", "text", []),
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "line", "told"),
    [
        ("version: 1", "version: one", "3", "version: 'one', a text, stands here; expected a whole number"),
        (
            "questionnaire/1",
            "questionnaire/2",
            "1",
            "format: the format is 'questionnaire/2', which this version does not read; ",
        ),
        ("options: yes-no}", "options: maybe}", "13", "Q[1].options: there are no shared options 'maybe'"),
        ("kind: text", "kind: prose", "17", "Q[2].kind: 'prose' is not known here; expected 'choice', "),
        ("kind: text", "kind: table", "14", "Q[2].columns: a question of the kind table needs columns"),
        ("question: a,", "question: z,", "18", "Q[2].shown_if.all[1].question: no earlier question has the key 'z'"),
        (
            'value: "yes"}]}',
            'value: "maybe"}]}',
            "18",
            "Q[2].shown_if.all[1].value: a has no option 'maybe'; it has no, yes",
        ),
        ("key: b", "key: a", "14", "Q[2].key: another question has the key 'a'; each needs its own"),
        ("languages: [en]", "languages: [en, fr]", "4", "title: there is no text in fr, "),
        ("  - key: one", "  - key: one\n    colour: red", "11", "sections[1].colour: the key 'colour' is unknown"),
    ],
)
def test_a_fault_is_told_with_file_line_and_key(tmp_path: Path, was: str, becomes: str, line: str, told: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_text(tmp_path, SOUND.replace(was, becomes, 1))
    assert f"questionnaire.yaml:{line}: {told.replace('Q[', 'sections[1].questions[')}" in str(refused.value)


def test_the_canonical_text_reads_back_as_the_same_questionnaire() -> None:
    text = canonical(INVENTED)
    assert questionnaire_from(text) == INVENTED
    assert canonical(questionnaire_from(text)) == text
    assert digest(text) == digest(canonical(INVENTED))
