"""The form of a section, and the two addresses that its script speaks to: one saves an answer, one tells what is new.

Without the script, one form post saves every answer that changed. With it, each answer is saved as it is typed; both
end in the same action, and neither overwrites what somebody else has written.
"""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapporteur.journal.terms import Refused
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.actions.answering import Kept, Sent, save_answer
from rapporteur.questionnaires.actions.sharing import be_seen
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.rules.completeness import completeness
from rapporteur.questionnaires.rules.values import Unfit
from rapporteur.questionnaires.terms import Outcome, Question, Section
from rapporteur.site.assessments.guard import (
    Case,
    allowed,
    case_or_404,
    for_people,
    for_scripts,
    frame,
    section_or_404,
    unknown,
)
from rapporteur.site.assessments.saving import Saved, choose_text, confirm_carried, save_form
from rapporteur.site.assessments.sheet import Entry, Refilled, on_view, sheet
from rapporteur.site.assessments.telling import sentence
from rapporteur.site.pages.reader import reading_language

LARGEST = 400_000  # bytes of one answer with everything around it
_CODES = {Outcome.SAVED: 200, Outcome.UNCHANGED: 200, Outcome.CONFLICT: 409}


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@never_cache
@ensure_csrf_cookie
def section(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Show a section, and take its form."""
    case = case_or_404(request, code)
    found = section_or_404(case, key)
    may_write = case.answers(found) and case.is_open
    if request.method == "POST":
        allowed(is_allowed=case.answers(found))
        return _take(request, case, found)
    if may_write:
        _be_seen(case, found)
    return _show(request, case, found, Refilled(more_rows_in=request.GET.get("rows", "")))


def _show(request: HttpRequest, case: Case, found: Section, refilled: Refilled) -> HttpResponse:
    told = sheet(case, found, refilled, at=timezone.now())
    readable = case.readable
    at = readable.index(found)
    context = frame(
        case,
        section=found,
        sheet=told,
        may_write=case.answers(found) and case.is_open,
        languages=list(Language),
        before=readable[at - 1] if at else None,
        after=readable[at + 1] if at + 1 < len(readable) else None,
    )
    return render(request, "assessments/section.html", context, status=422 if refilled.faults else 200)


def _take(request: HttpRequest, case: Case, found: Section) -> HttpResponse:
    """Save what changed in the form, then do what its button says."""
    act, _colon, told = request.POST.get("do", "save").partition(":")
    anchor = ""
    now = timezone.now()
    try:
        saved = save_form(case, found, request.POST, request.FILES, language=reading_language(), at=now)
        _tell(request, saved)
        if act == "choose":
            anchor = choose_text(case, found, told, at=now)
            messages.success(request, _("The text is chosen; the other one stays in the history."))
        elif act == "confirm":
            anchor = confirm_carried(case, found, told, at=now)
            messages.success(request, _("The answer is confirmed."))
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason.text)
        return redirect("assessment_section", case.assessment.code, found.key)
    rows_in = told if act == "rows" else ""
    if saved.faults:
        return _show(request, case, found, Refilled(saved.typed, saved.faults, rows_in))
    address = reverse("assessment_section", args=[case.assessment.code, found.key])
    if rows_in and any(question.key == rows_in for question in found.questions):
        return redirect(f"{address}?rows={rows_in}#q-{rows_in}")
    anchor = anchor or next(iter(saved.conflicts), "")
    return redirect(f"{address}#q-{anchor}" if anchor else address)


def _tell(request: HttpRequest, saved: Saved) -> None:
    if count := len(saved.saved):
        text = ngettext("%d answer is saved.", "%d answers are saved.", count) % count
        messages.success(request, text)
    if count := len(saved.conflicts):
        text = ngettext(
            "%d answer met another text. Both are kept: choose one.",
            "%d answers met other texts. Both are kept: choose one of each.",
            count,
        )
        messages.warning(request, text % count)
    if count := len(saved.faults):
        text = ngettext(
            "%d answer is not saved; what is wrong stands at the question.",
            "%d answers are not saved; what is wrong stands at the questions.",
            count,
        )
        messages.error(request, text % count)
    elif not saved.saved and not saved.conflicts:
        messages.info(request, _("Nothing had changed."))


@require_POST
@for_scripts
def save(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Save one answer that a script sends; the same one sent again is done once."""
    case = case_or_404(request, code)
    found = section_or_404(case, key)
    allowed(is_allowed=case.answers(found))
    plain = _plain(request)
    if plain is None:
        return JsonResponse({"why": "unreadable", "told": _("This could not be read.")}, status=400)
    if plain["person"] != str(case.person.pk):
        # Somebody else signed in on the same browser: what is kept there is not his to send.
        return JsonResponse({"why": "signed_out"}, status=401)
    question = next((one for one in found.questions if one.key == plain["question"]), None)
    if question is None:
        raise unknown()
    sent = Sent(
        question=question.key,
        value=plain["value"],
        language=plain["language"] if plain["language"] in set(Language) else case.assessment.language,
        based_on=plain["based_on"],
        client=plain["client"],
        sequence=plain["sequence"],
    )
    try:
        kept = save_answer(case.assessment, sent, by=case.person.email, at=timezone.now())
    except Unfit as unfit:
        return JsonResponse({"why": "unfit", "told": sentence(unfit, question, reading_language())}, status=422)
    except Refused as refusal:
        return JsonResponse({"why": "refused", "told": str(refusal)}, status=423)
    return JsonResponse(_kept(case, found, question, kept), status=_CODES[kept.outcome])


def _plain(request: HttpRequest) -> dict[str, Any] | None:
    """Return what a script sent, or None where it is not of the form that scripts send."""
    wanted = {"question": str, "language": str, "based_on": int, "client": str, "sequence": int, "person": str}
    if len(request.body) > LARGEST:
        return None
    try:
        plain = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict) or not all(type(plain.get(name)) is kind for name, kind in wanted.items()):
        return None
    # A rival keeps the version it is based on in a column of 31 bits.
    counts = plain["based_on"], plain["sequence"]
    is_known = 1 <= len(plain["client"]) <= 40 and plain["client"].isalnum()  # noqa: PLR2004 - as the column has it
    return {"value": None, **plain} if is_known and all(0 <= count < 2**31 for count in counts) else None


def _kept(case: Case, found: Section, question: Question, kept: Kept) -> dict[str, Any]:
    """Return what a script shows after an answer: how it stands, and which questions follow from it."""
    values = queries.values_of([case.assessment])[case.assessment.pk]
    told: dict[str, Any] = {
        "outcome": kept.outcome,
        "number": kept.number,
        "at": timezone.now().isoformat(timespec="seconds"),
        "shown": on_view(case.asked, found, values),
        "part": _part(case, found, values),
    }
    if kept.outcome is Outcome.CONFLICT:
        told["both"] = _both(case, question)
    return told


def _both(case: Case, question: Question) -> str:
    """Return both texts of a conflict as the page shows them, with the buttons that choose one."""
    answer = queries.answer(case.assessment, question.key)
    rivals = queries.open_rivals(case.assessment, [question.key]).get(question.key, [])
    entry = Entry(question, answer, answer.value if answer else None, "", True, False, rivals=rivals)
    context = {"entry": entry, "may_write": True, "assessment": case.assessment}
    return render_to_string("assessments/_conflict.html", context)


def _part(case: Case, found: Section, values: dict[str, Any]) -> dict[str, int]:
    part = completeness(case.asked, values)[found.key]
    return {"answered": part.answered, "shown": part.shown, "missing": part.missing, "per_cent": part.per_cent}


@require_safe
@for_scripts
@never_cache
@ensure_csrf_cookie
def now(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Tell the script of a section who is here, and which version of each answer stands."""
    case = case_or_404(request, code)
    found = section_or_404(case, key)
    if case.answers(found) and case.is_open:
        _be_seen(case, found)
    answers = queries.answers(case.assessment)
    values = {question: answer.value for question, answer in answers.items()}
    own = {question.key for question in found.questions}
    here = [one for one in queries.present(case.assessment, at=timezone.now()) if one.section == found.key]
    told = {
        "person": str(case.person.pk),
        "here": [one.name for one in here if one.person != case.person.email],
        "numbers": {question: answer.number for question, answer in answers.items() if question in own},
        "shown": on_view(case.asked, found, values),
        "part": _part(case, found, values),
        "is_open": case.is_open,
    }
    return JsonResponse(told)


def _be_seen(case: Case, found: Section) -> None:
    be_seen(case.assessment, found.key, person=case.person.email, name=str(case.person), at=timezone.now())
