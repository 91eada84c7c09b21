"""Carrying a State's answers over into a later questionnaire, question by question, to be confirmed."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from rapporteur.journal.actions.recording import wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.questionnaires.actions.answering import Sent, save_answer
from rapporteur.questionnaires.models import Answer, Assessment
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.rules.carrying import Carried, carried
from rapporteur.questionnaires.terms import Origin


def what_carries(earlier: Assessment, later: Assessment) -> list[Carried]:
    """Return what would become of each earlier answer. Raises: Refused where the two are of different States."""
    if earlier.state != later.state:
        raise Refused([Reason(_("The two questionnaires are of different States."))])
    values = dict(Answer.objects.filter(assessment=earlier).values_list("question", "value"))
    return carried(definition(earlier.release), definition(later.release), values)


def carry_over(earlier: Assessment, later: Assessment, *, by: str, at: dt.datetime) -> list[Carried]:
    """Carry every answer that still fits; a question answered already keeps its answer. Raises: Refused."""
    with transaction.atomic():
        wait_for_the_pen()
        told = what_carries(earlier, later)
        languages = dict(Answer.objects.filter(assessment=earlier).values_list("question", "language"))
        answered = set(Answer.objects.filter(assessment=later).values_list("question", flat=True))
        for one in told:
            if not one.why_not and one.question not in answered:
                sent = Sent(one.question, one.value, languages[one.question], 0, origin=Origin.CARRIED)
                save_answer(later, sent, by=by, at=at)
    return told
