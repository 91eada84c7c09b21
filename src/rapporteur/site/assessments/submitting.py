"""Clearing: what is still open, submitting, and what was submitted, with its receipt."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapporteur.journal.terms import Reason, Refused
from rapporteur.parties.queries import names
from rapporteur.questionnaires.actions.submitting import reasons_against_submitting, reopen, submit
from rapporteur.questionnaires.models import Submission
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.rules.completeness import MISSING
from rapporteur.questionnaires.terms import Question, Section
from rapporteur.site.assessments.guard import Case, allowed, case_or_404, for_people, frame, unknown
from rapporteur.site.pages.tags import plain


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@never_cache
def submit_page(request: HttpRequest, code: str) -> HttpResponse:
    """Show what stands against submitting, each thing with its question, and submit."""
    case = case_or_404(request, code)
    allowed(is_allowed=case.clears)
    if request.method == "POST":
        try:
            made = submit(case.assessment, by=case.person.email, at=timezone.now())
        except Refused as refusal:
            messages.error(request, refusal.reasons[0].text)
            return _open(request, case, status=422)
        messages.success(request, _("The answers are submitted, and frozen as they stand."))
        return redirect("submission", code, made.number)
    return _open(request, case)


def _open(request: HttpRequest, case: Case, *, status: int = 200) -> HttpResponse:
    reasons = [_in_readers_words(case, reason) for reason in reasons_against_submitting(case.assessment)]
    told: dict[str, list[tuple[Question, Reason]]] = {}
    for reason in reasons:
        section, question = case.asked.section_of(reason.field), case.asked.question(reason.field)
        if section is not None and question is not None:
            told.setdefault(section.key, []).append((question, reason))
    by_section = [(section, told[section.key]) for section in case.asked.sections if section.key in told]
    context = frame(case, reasons=reasons, by_section=by_section)
    return render(request, "assessments/submit.html", context, status=status)


def _in_readers_words(case: Case, reason: Reason) -> Reason:
    """Return a reason in the reader's language, where it is a text of the questionnaire that has one."""
    question = case.asked.question(reason.field)
    texts = [MISSING, *(check.message for check in question.checks)] if question else []
    said = next((plain(text) for text in texts if text.first() == reason.text), reason.text)
    return Reason(said, reason.field)


@require_safe
@for_people
@never_cache
def submission(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show the receipt of a submission and its frozen copy."""
    case, found = _found(request, code, number)
    return _shown(request, case, found, "")


def _shown(request: HttpRequest, case: Case, found: Submission, reason: str) -> HttpResponse:
    copy = json.loads(found.text)
    said = {answer["question"]: answer for answer in copy["answers"]}
    context = frame(
        case,
        submission=found,
        state=names([case.assessment.state]).get(case.assessment.state),
        sections=[(section, _said(section, said)) for section in case.asked.sections],
        may_reopen=case.clears and found.reopened_at is None,
        reason=reason,
    )
    return render(request, "assessments/submission.html", context, status=422 if reason else 200)


def _said(section: Section, said: dict[str, Any]) -> list[tuple[Question, dict[str, Any]]]:
    return [
        (question, said[question.key])
        for question in section.questions
        if question.key in said and said[question.key]["is_shown"]
    ]


@require_safe
@for_people
@never_cache
def file(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Give out the frozen copy: SHA-256 of this very file is the digest of the receipt."""
    _case, found = _found(request, code, number)
    answer = HttpResponse(found.text.encode(), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="submission-{code}-{number}.json"'
    return answer


@require_POST
@for_people
def reopen_page(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Let the answers change again, for a reason."""
    case, found = _found(request, code, number)
    allowed(is_allowed=case.clears)
    try:
        reopen(found, because=request.POST.get("because", ""), by=case.person.email, at=timezone.now())
    except Refused as refusal:
        return _shown(request, case, found, refusal.reasons[0].text)
    messages.success(request, _("The answers can change again. The frozen copy stays as it is."))
    return redirect("assessment", code)


def _found(request: HttpRequest, code: str, number: int) -> tuple[Case, Submission]:
    case = case_or_404(request, code)
    found = queries.submission(case.assessment, number) if case.reads_submissions else None
    if found is None:
        raise unknown()
    return case, found
