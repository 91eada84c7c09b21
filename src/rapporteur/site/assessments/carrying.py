"""Carrying a State's answers over from an earlier questionnaire: what would become of each, and then doing it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rapporteur.journal.terms import Refused
from rapporteur.questionnaires.access import may_carry_over
from rapporteur.questionnaires.actions.carrying import carry_over, what_carries
from rapporteur.questionnaires.models import Assessment
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.rules.carrying import GONE, OTHER_KIND, Carried
from rapporteur.questionnaires.terms import Question
from rapporteur.site.assessments.guard import Case, allowed, case_or_404, for_people, frame, unknown


@dataclass(frozen=True, slots=True)
class Preview:
    """What becomes of one earlier answer; `why_not` is "" where it is carried over."""

    question: Question
    carried: Carried
    why_not: str


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@never_cache
def carry(request: HttpRequest, code: str) -> HttpResponse:
    """Offer the earlier questionnaires of the State, show what would be carried from one, and carry it."""
    case = case_or_404(request, code)
    allowed(is_allowed=case.clears and case.is_open)
    offered = _offered(case)
    wanted = (request.POST if request.method == "POST" else request.GET).get("from", "")
    earlier = next((one for one in offered if one.code == wanted), None)
    if wanted and earlier is None:
        raise unknown()
    if request.method == "POST" and earlier is not None:
        try:
            told = carry_over(earlier, case.assessment, by=case.person.email, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            count = sum(not one.why_not for one in told)
            text = ngettext("%d answer fits.", "%d answers fit.", count) % count
            messages.success(
                request, text + " " + _("Each that was carried over is now to be confirmed at its question.")
            )
            return redirect("assessment", code)
    context = frame(case, sources=offered, earlier=earlier, previews=_previews(case, earlier) if earlier else [])
    return render(request, "assessments/carry.html", context)


def _offered(case: Case) -> list[Assessment]:
    mechanism = case.assessment.process.partition("/")[0]
    earlier = queries.earlier_assessments(case.assessment, process_begins=mechanism)
    return [one for one in earlier if may_carry_over(case.asker, **case.of, earlier=(one.process, one.state))]


def _previews(case: Case, earlier: Assessment) -> list[Preview]:
    asked = definition(earlier.release)
    answered = queries.answers(case.assessment)
    told = []
    for one in what_carries(earlier, case.assessment):
        question = case.asked.question(one.question) or asked.question(one.question)
        if question is not None:
            told.append(Preview(question, one, _why_not(one, is_answered=one.question in answered)))
    return told


def _why_not(one: Carried, *, is_answered: bool) -> str:
    if one.why_not == GONE:
        return _("The later questionnaire does not ask this.")
    if one.why_not == OTHER_KIND:
        return _("The later question asks for another kind of answer.")
    if one.why_not:
        return _("The answer does not fit the later question any more.")
    return _("The question is answered already; that answer stays.") if is_answered else ""
