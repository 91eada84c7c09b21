import dataclasses

import pytest

from questionnaires.cast import ANA, AT, assessment
from questionnaires.invented import INVENTED, OFFENCE, PLANS, said
from rapporteur.journal.terms import Refused
from rapporteur.questionnaires.actions.answering import Sent, save_answer
from rapporteur.questionnaires.actions.carrying import carry_over
from rapporteur.questionnaires.actions.opening import Opening, open_assessment, release
from rapporteur.questionnaires.models import Answer, Assessment
from rapporteur.questionnaires.rules.carrying import GONE, Carried, carried
from rapporteur.questionnaires.terms import Limits, Origin

LATER = dataclasses.replace(
    INVENTED,
    version=2,
    sections=(
        dataclasses.replace(
            INVENTED.sections[0],
            questions=(
                dataclasses.replace(OFFENCE, text=said("Is it an offence?")),
                dataclasses.replace(PLANS, limits=Limits(most=5)),
            ),
        ),
    ),
)


def test_an_answer_is_carried_where_its_question_is_still_asked_and_it_still_fits() -> None:
    answers = {"offence": "no", "plans": "A long plan.", "penalty": "3", "forms": []}
    assert carried(INVENTED, LATER, answers) == [
        Carried("offence", "no", is_reworded=True),
        Carried("plans", "A long plan.", "too long, 5"),
        Carried("penalty", "3", GONE),
    ]


def later_of(case: Assessment, state: str) -> Assessment:
    return open_assessment(release(LATER, by=ANA, at=AT), Opening(case.process, state), by=ANA, at=AT)


@pytest.mark.django_db
def test_what_is_carried_over_is_marked_and_never_replaces_an_answer() -> None:
    case = assessment()
    for question, value in (("offence", "no"), ("plans", "Soon.")):
        save_answer(case, Sent(question, value, "fr", 0), by=ANA, at=AT)
    later = later_of(case, case.state)
    save_answer(later, Sent("plans", "Now.", "en", 0), by=ANA, at=AT)
    carry_over(case, later, by=ANA, at=AT)
    found = Answer.objects.filter(assessment=later).values_list("question", "value", "language", "origin", "confirmed")
    assert list(found) == [
        ("offence", "no", "fr", Origin.CARRIED, False),
        ("plans", "Now.", "en", Origin.TYPED, True),
    ]


@pytest.mark.django_db
def test_nothing_is_carried_from_one_state_to_another() -> None:
    case = assessment()
    with pytest.raises(Refused, match="different States"):
        carry_over(case, later_of(case, "BBB"), by=ANA, at=AT)
