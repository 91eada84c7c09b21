"""One question beside the form: the team's comments, every version of the answer with what changed, translations."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rapporteur.journal.terms import Refused
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.actions.sharing import close_remark, remark
from rapporteur.questionnaires.actions.translating import (
    ask_for_translation,
    check_translation,
    hand_in_translation,
    take_translation,
)
from rapporteur.questionnaires.models import Answer, AnswerVersion, Remark, Rival, TranslationRequest
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.rules.differences import Piece, as_text, differences
from rapporteur.questionnaires.terms import Question, Section
from rapporteur.site.assessments.guard import Case, allowed, case_or_404, for_people, frame, section_or_404, unknown
from rapporteur.site.assessments.sheet import WORDED
from rapporteur.site.pages.reader import reading_language

# What somebody types in one go is saved again and again; the history shows it as one step.
IN_ONE_GO: Final = dt.timedelta(minutes=10)
STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the history: the version it led to, and what changed since the step before."""

    version: AnswerVersion
    pieces: list[Piece]
    is_translation_of: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form of the page was sent with."""

    case: Case
    question: Question
    number: int
    text: str
    language: str


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@never_cache
def question(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Show what there is beside an answer, and take comments and translations."""
    case = case_or_404(request, code)
    section = case.asked.section_of(key)
    found = case.asked.question(key)
    if section is None or found is None:
        raise unknown()
    section_or_404(case, section.key)
    reasons: list[str] = []
    if request.method == "POST":
        allowed(is_allowed=case.answers(section))
        try:
            _act(request, case, found)
        except Refused as refusal:
            reasons = [reason.text for reason in refusal.reasons]
        else:
            return redirect("assessment_question", code, key)
    return _show(request, case, section, found, reasons)


def _act(request: HttpRequest, case: Case, found: Question) -> None:
    """Do what a form of the page asks for. Raises: Refused; Http404 for what is not there."""
    number = request.POST.get("number", "")
    sent = Sent(
        case,
        found,
        int(number) if number.isdecimal() and len(number) < 19 else 0,  # noqa: PLR2004 - digits of a key
        request.POST.get("text", ""),
        request.POST.get("language", ""),
    )
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise unknown()
    messages.success(request, act(sent))


def _remark(sent: Sent) -> str:
    remark(sent.case.assessment, sent.question.key, text=sent.text, by=sent.case.person.email, at=timezone.now())
    return _("The comment is there for the whole team.")


def _close(sent: Sent) -> str:
    found = queries.remark(sent.case.assessment, sent.number)
    if found is None or found.question != sent.question.key:
        raise unknown()
    close_remark(found, by=sent.case.person.email, at=timezone.now())
    return _("The comment is marked as dealt with.")


def _ask(sent: Sent) -> str:
    answer = queries.answer(sent.case.assessment, sent.question.key)
    version = queries.version(answer, answer.number) if answer else None
    if version is None:
        raise unknown()
    ask_for_translation(version, sent.language, by=sent.case.person.email, at=timezone.now())
    return _("The translation is asked for.")


def _take(sent: Sent) -> str:
    take_translation(_translation(sent), by=sent.case.person.email, at=timezone.now())
    return _("The translation is yours to make.")


def _hand_in(sent: Sent) -> str:
    hand_in_translation(_translation(sent), sent.text, by=sent.case.person.email, at=timezone.now())
    return _("The translation is kept beside the answer; somebody else can check it now.")


def _check(sent: Sent) -> str:
    check_translation(_translation(sent), by=sent.case.person.email, at=timezone.now())
    return _("The translation is marked as checked.")


_ACTS: Final[dict[str, Callable[[Sent], str]]] = {
    "remark": _remark,
    "close": _close,
    "ask": _ask,
    "take": _take,
    "hand-in": _hand_in,
    "check": _check,
}


def _translation(sent: Sent) -> TranslationRequest:
    found = queries.translation(sent.case.assessment, sent.number)
    if found is None or found.version.answer.question != sent.question.key:
        raise unknown()
    return found


def _show(request: HttpRequest, case: Case, section: Section, found: Question, reasons: list[str]) -> HttpResponse:
    answer = queries.answer(case.assessment, found.key)
    versions = queries.versions(answer) if answer else []
    context = frame(
        case,
        section=section,
        question=found,
        answer=answer,
        steps=_steps(found, versions),
        rivals=_rivals(answer),
        remarks=_remarks(case, found),
        translations=[one for version in reversed(versions) for one in version.translations.all()],
        numbers={version.pk: version for version in versions},
        may_write=case.answers(section),
        is_worded=found.kind in WORDED,
        languages=[one for one in Language if answer is None or one != answer.language],
        reasons=reasons,
        typed=request.POST.get("text", "") if reasons else "",
        typed_in=request.POST.get("act", "") + request.POST.get("number", "") if reasons else "",
    )
    return render(request, "assessments/question.html", context, status=422 if reasons else 200)


def _rivals(answer: Answer | None) -> list[Rival]:
    return queries.rivals_of(answer) if answer else []


def _remarks(case: Case, found: Question) -> list[Remark]:
    return queries.remarks(case.assessment, found.key)


def _steps(found: Question, versions: list[AnswerVersion]) -> list[Step]:
    """Return the last steps of an answer's history, the latest first."""
    ends = [
        version
        for version, following in zip(versions, [*versions[1:], None], strict=True)
        if following is None or not _is_one_go(version, following)
    ]
    language = reading_language()
    texts = {version.pk: as_text(found, version.value, language) for version in ends}
    steps = []
    for before, version in zip([None, *ends], ends, strict=False):
        steps.append((texts[before.pk] if before else "", version))
    return [Step(version, differences(before, texts[version.pk])) for before, version in reversed(steps[-STEPS:])]


def _is_one_go(version: AnswerVersion, following: AnswerVersion) -> bool:
    is_same = (version.by, version.origin, version.language) == (following.by, following.origin, following.language)
    return is_same and following.at - version.at < IN_ONE_GO
