from questionnaires.invented import INVENTED
from rapporteur.questionnaires.rules.completeness import completeness, findings, whole, why_not_submit
from rapporteur.questionnaires.rules.conditions import shown, spoken
from rapporteur.questionnaires.terms import Answers, Completeness, Severity


def keys(answers: Answers) -> list[str]:
    return [question.key for question in shown(INVENTED, answers)]


def test_a_question_is_shown_when_its_condition_holds() -> None:
    assert keys({}) == ["offence", "forms", "penalty", "since", "cases", "files"]
    assert keys({"offence": "in_part"}) == ["offence", "law", "forms", "penalty", "since", "cases", "files"]
    assert keys({"offence": "no"}) == ["offence", "plans", "forms", "penalty", "since", "cases", "files"]


def test_an_answer_to_a_hidden_question_is_kept_but_does_not_count() -> None:
    answers = {"offence": "no", "law": [{"law": "Act 1", "provisions": "", "link": ""}]}
    assert spoken(INVENTED, answers) == {"offence": "no"}
    assert "law" in spoken(INVENTED, {**answers, "offence": "yes"})


def test_completeness_counts_what_is_shown_answered_and_missing() -> None:
    counted = completeness(INVENTED, {"offence": "yes", "penalty": "3"})
    assert counted == {"one": Completeness(3, 1, 2, 1), "two": Completeness(4, 1, 1, 1)}
    assert whole(counted) == Completeness(7, 2, 3, 2)
    assert (counted["one"].per_cent, Completeness(0, 0, 0, 0).per_cent) == (33, 100)


def test_a_required_question_without_an_answer_blocks_and_a_check_warns() -> None:
    found = findings(INVENTED, {"offence": "yes", "penalty": "3"})
    assert [(finding.question, finding.severity) for finding in found] == [
        ("law", Severity.BLOCKS),
        ("penalty", Severity.WARNS),
        ("since", Severity.BLOCKS),
    ]
    assert [finding.question for finding in why_not_submit(INVENTED, {"offence": "no"})] == []
