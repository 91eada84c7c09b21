import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questionnaires.cast import ANA, AT, BEN, assessment
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Refused
from rapporteur.questionnaires.actions.answering import Kept, Sent, commitment, save_answer, settle
from rapporteur.questionnaires.models import Answer, AnswerVersion, Assessment, Rival
from rapporteur.questionnaires.rules.values import Misfit, Unfit
from rapporteur.questionnaires.terms import AssessmentStage, Outcome

pytestmark = pytest.mark.django_db


def sent(value: object, *, based_on: int = 0, client: str = "", sequence: int = 0, question: str = "plans") -> Sent:
    return Sent(question, value, "en", based_on, client, sequence)


def texts(answer: Answer) -> list[tuple[int, object, str]]:
    return list(answer.versions.values_list("number", "value", "by"))


def test_every_version_of_an_answer_is_kept() -> None:
    case = assessment()
    assert save_answer(case, sent("First."), by=ANA, at=AT) == Kept(Outcome.SAVED, 1)
    assert save_answer(case, sent("Second.", based_on=1), by=BEN, at=AT) == Kept(Outcome.SAVED, 2)
    answer = Answer.objects.get()
    assert (answer.value, answer.number, answer.by) == ("Second.", 2, BEN)
    assert texts(answer) == [(1, "First.", ANA), (2, "Second.", BEN)]


def test_two_people_at_once_lose_neither_text() -> None:
    case = assessment()
    save_answer(case, sent("Common ground."), by=ANA, at=AT)
    save_answer(case, sent("Ana's text.", based_on=1), by=ANA, at=AT)
    kept = save_answer(case, sent("Ben's text.", based_on=1), by=BEN, at=AT)
    rival = Rival.objects.get()
    assert kept == Kept(Outcome.CONFLICT, 2, rival.pk)
    assert (Answer.objects.get().value, rival.value, rival.based_on, rival.by) == ("Ana's text.", "Ben's text.", 1, BEN)


def test_two_first_answers_at_once_are_a_conflict_too() -> None:
    case = assessment()
    save_answer(case, sent("Ana's text."), by=ANA, at=AT)
    assert save_answer(case, sent("Ben's text."), by=BEN, at=AT).outcome is Outcome.CONFLICT


def test_the_same_text_from_two_people_is_no_conflict() -> None:
    case = assessment()
    save_answer(case, sent("The same."), by=ANA, at=AT)
    assert save_answer(case, sent("The same."), by=BEN, at=AT) == Kept(Outcome.UNCHANGED, 1)


@pytest.mark.parametrize("choose", [True, False])
def test_settling_a_conflict_chooses_one_text_and_keeps_both(choose: bool) -> None:
    case = assessment()
    save_answer(case, sent("Ana's text."), by=ANA, at=AT)
    save_answer(case, sent("Ben's text."), by=BEN, at=AT)
    settle(Rival.objects.get(), choose=choose, shown=1, by=ANA, at=AT)
    rival, answer = Rival.objects.get(), Answer.objects.get()
    assert (rival.value, rival.chosen, rival.settled_by) == ("Ben's text.", choose, ANA)
    assert answer.value == ("Ben's text." if choose else "Ana's text.")
    assert texts(answer)[0] == (1, "Ana's text.", ANA)


def test_a_conflict_is_settled_once_and_on_the_text_that_was_compared() -> None:
    case = assessment()
    save_answer(case, sent("Ana's text."), by=ANA, at=AT)
    save_answer(case, sent("Ben's text."), by=BEN, at=AT)
    save_answer(case, sent("Ana goes on.", based_on=1), by=ANA, at=AT)
    with pytest.raises(Refused, match="changed meanwhile"):
        settle(Rival.objects.get(), choose=True, shown=1, by=ANA, at=AT)
    settle(Rival.objects.get(), choose=True, shown=2, by=ANA, at=AT)
    with pytest.raises(Refused, match="settled meanwhile by ana"):
        settle(Rival.objects.get(), choose=False, shown=3, by=BEN, at=AT)


def test_what_a_browser_sends_twice_is_done_once() -> None:
    case = assessment()
    first = sent("Typed on the train.", client="browser-1", sequence=7)
    assert save_answer(case, first, by=ANA, at=AT) == Kept(Outcome.SAVED, 1)
    save_answer(case, sent("Then corrected.", based_on=1, client="browser-1", sequence=8), by=ANA, at=AT)
    assert save_answer(case, first, by=ANA, at=AT) == Kept(Outcome.SAVED, 1)
    assert (AnswerVersion.objects.count(), Rival.objects.count()) == (2, 0)


def test_a_number_that_was_used_for_another_question_is_refused() -> None:
    case = assessment()
    save_answer(case, sent("Drafted.", client="browser-1", sequence=7), by=ANA, at=AT)
    with pytest.raises(Refused, match="Load the page again"):
        save_answer(case, sent("no", client="browser-1", sequence=7, question="offence"), by=ANA, at=AT)


def test_a_conflict_that_is_sent_twice_is_kept_once() -> None:
    case = assessment()
    save_answer(case, sent("Ana's text."), by=ANA, at=AT)
    late = sent("Ben's text.", client="browser-2", sequence=1)
    assert save_answer(case, late, by=BEN, at=AT) == save_answer(case, late, by=BEN, at=AT)
    assert Rival.objects.count() == 1


def test_an_answer_that_is_taken_back_stays_in_its_history() -> None:
    case = assessment()
    save_answer(case, sent("Said too soon."), by=ANA, at=AT)
    save_answer(case, sent("", based_on=1), by=ANA, at=AT)
    assert texts(Answer.objects.get()) == [(1, "Said too soon.", ANA), (2, None, ANA)]


def test_nothing_is_kept_of_an_empty_answer_to_an_unanswered_question() -> None:
    assert save_answer(assessment(), sent(" "), by=ANA, at=AT) == Kept(Outcome.UNCHANGED, 0)
    assert Answer.objects.count() == 0


def test_what_does_not_fit_or_is_not_asked_is_refused_and_nothing_is_kept() -> None:
    case = assessment()
    with pytest.raises(Unfit) as unfit:
        save_answer(case, sent("x" * 21), by=ANA, at=AT)
    with pytest.raises(Refused, match="no question “weather”"):
        save_answer(case, sent("Fine.", question="weather"), by=ANA, at=AT)
    assert (unfit.value.misfit, Answer.objects.count()) == (Misfit.TOO_LONG, 0)


def test_a_submitted_assessment_takes_no_answer() -> None:
    case = assessment()
    Assessment.objects.update(stage=AssessmentStage.SUBMITTED)
    with pytest.raises(Refused, match="were submitted"):
        save_answer(case, sent("Too late."), by=ANA, at=AT)


def test_the_journal_commits_to_a_text_without_telling_it() -> None:
    case = assessment()
    save_answer(case, sent("A confidential text."), by=ANA, at=AT)
    act, version = Act.objects.get(verb="answer_saved"), AnswerVersion.objects.get()
    assert act.content == {
        "question": "plans",
        "version": 1,
        "commitment": commitment(version.salt, "A confidential text."),
    }
    told = " ".join(f"{act.subject_key} {act.content}" for act in Act.objects.all())
    assert "confidential" not in told
    assert case.state not in told
    assert commitment(version.salt, "Another text.") != act.content["commitment"]


def test_saving_an_answer_asks_as_many_questions_whatever_is_there() -> None:
    case = assessment()
    save_answer(case, sent("First."), by=ANA, at=AT)
    with CaptureQueriesContext(connection) as few:
        save_answer(case, sent("Second.", based_on=1, client="browser", sequence=1), by=ANA, at=AT)
    for number in range(2, 12):
        save_answer(case, sent(f"Text {number}.", based_on=number, client="browser", sequence=number), by=ANA, at=AT)
    with CaptureQueriesContext(connection) as many:
        save_answer(case, sent("Last.", based_on=12, client="browser", sequence=12), by=ANA, at=AT)
    assert len(few) == len(many)
