import datetime as dt
import json

import pytest

from questionnaires.cast import ANA, AT, BEN, assessment
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Refused
from rapporteur.questionnaires.actions.answering import Sent, confirm, save_answer
from rapporteur.questionnaires.actions.submitting import reasons_against_submitting, reopen, submit
from rapporteur.questionnaires.models import Answer, Assessment, Submission
from rapporteur.questionnaires.rules.frozen import receipt
from rapporteur.questionnaires.terms import AssessmentStage, Origin

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=3)


def answered(**values: object) -> Assessment:
    case = assessment()
    for question, value in values.items():
        save_answer(case, Sent(question, value, "en", 0), by=BEN, at=AT)
    return case


def against(case: Assessment) -> list[tuple[str, str]]:
    return [(reason.field, reason.text) for reason in reasons_against_submitting(case)]


def test_what_is_submitted_is_frozen_as_it_stood_and_has_a_receipt() -> None:
    made = submit(answered(offence="no", plans="A bill is drafted."), by=ANA, at=LATER)
    plain = json.loads(made.text)
    assert (made.number, made.digest, made.by) == (1, receipt(made.text), ANA)
    assert [(a["question"], a["value"], a["by"], a["number"]) for a in plain["answers"]] == [
        ("offence", "no", BEN, 1),
        ("plans", "A bill is drafted.", BEN, 1),
    ]
    assert (plain["state"], plain["definition"]) == ("AAA", made.assessment.release.digest)
    assert Act.objects.get(verb="assessment_submitted").content == {"submission": 1, "digest": made.digest}


def test_an_answer_that_a_condition_hid_is_frozen_as_hidden() -> None:
    case = answered(offence="yes", law=[{"law": "Act 1"}])
    save_answer(case, Sent("offence", "no", "en", 1), by=BEN, at=AT)
    plain = json.loads(submit(case, by=ANA, at=LATER).text)
    assert [(a["question"], a["is_shown"]) for a in plain["answers"]] == [("law", False), ("offence", True)]


def test_what_is_open_is_named_question_by_question() -> None:
    case = answered(offence="yes", penalty="3")
    save_answer(case, Sent("offence", "no", "en", 0), by=ANA, at=AT)
    assert against(case) == [
        ("law", "This question needs an answer."),
        ("since", "This question needs an answer."),
        ("offence", "Two texts stand here; choose one."),
    ]
    with pytest.raises(Refused, match="cannot be submitted yet: 3 things are open"):
        submit(case, by=ANA, at=LATER)
    assert Submission.objects.count() == 0


def test_an_answer_carried_over_is_confirmed_before_it_is_submitted() -> None:
    case = assessment()
    save_answer(case, Sent("offence", "no", "en", 0, origin=Origin.CARRIED), by=ANA, at=AT)
    assert against(case) == [("offence", "This answer was carried over and is not confirmed yet.")]
    confirm(Answer.objects.get(), shown=1, by=ANA, at=AT)
    assert against(case) == []


def test_reopening_needs_a_reason_leaves_the_frozen_copy_and_lets_the_next_one_follow() -> None:
    case = answered(offence="no")
    first = submit(case, by=ANA, at=LATER)
    with pytest.raises(Refused, match="Say why"):
        reopen(first, because=" ", by=ANA, at=LATER)
    reopen(first, because="A new act entered into force.", by=ANA, at=LATER)
    with pytest.raises(Refused, match="reopened already"):
        reopen(first, because="Again.", by=ANA, at=LATER)
    save_answer(case, Sent("offence", "yes", "en", 1), by=BEN, at=LATER)
    save_answer(case, Sent("law", [{"law": "Act 2"}], "en", 0), by=BEN, at=LATER)
    second = submit(case, by=ANA, at=LATER)
    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert json.loads(first.text)["answers"][0]["value"] == "no"
    assert Assessment.objects.get().stage == AssessmentStage.SUBMITTED


def test_nothing_is_submitted_twice() -> None:
    case = answered(offence="no")
    submit(case, by=ANA, at=LATER)
    with pytest.raises(Refused, match="submitted already"):
        submit(case, by=BEN, at=LATER)
    assert Submission.objects.count() == 1
