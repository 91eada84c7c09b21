"""Answering without a connection: a form goes out, comes back, is looked at, and does something only when confirmed.

Between looking and confirming the form is kept by its content; the page that confirms carries a signed slip that says
which content, for which assessment, given by whom. So no record has to be kept of forms that nobody confirms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapporteur.archive.terms import FileKind
from rapporteur.journal.terms import Refused
from rapporteur.languages.terms import Language
from rapporteur.parties.queries import names
from rapporteur.questionnaires.actions.bringing_in import FORMATS, Account, bring_in, give_out, look_at, read, receive
from rapporteur.questionnaires.files.comparing import Change
from rapporteur.questionnaires.rules.differences import Piece, differences
from rapporteur.questionnaires.terms import Kind, Section
from rapporteur.site.assessments.guard import Case, allowed, case_or_404, for_people, frame
from rapporteur.site.assessments.telling import sentence
from rapporteur.site.pages.labels import LANGUAGES

_SALT = "form filled offline"
_GOOD_FOR = 24 * 3600  # seconds between looking and confirming


class FormForm(forms.Form):
    """Which form is wanted."""

    sections = forms.MultipleChoiceField(label=gettext_lazy("Sections"), widget=forms.CheckboxSelectMultiple)
    kind = forms.ChoiceField(
        label=gettext_lazy("Program"),
        choices=[
            (FileKind.DOCX.value, gettext_lazy("Word processor (DOCX)")),
            (FileKind.XLSX.value, gettext_lazy("Spreadsheet (XLSX)")),
        ],
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the form"))

    def __init__(self, *args: Any, case: Case, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["sections"].choices = [(s.key, _title(s)) for s in case.readable]  # type: ignore[attr-defined]  # of the field of choices above
        self.fields["language"].choices = [(language.value, LANGUAGES[language]) for language in Language]  # type: ignore[attr-defined]  # the same


class BackForm(forms.Form):
    """A form that comes back."""

    file = forms.FileField(label=gettext_lazy("The filled form"))
    language = forms.ChoiceField(label=gettext_lazy("Language of the answers in it"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["language"].choices = [(language.value, LANGUAGES[language]) for language in Language]  # type: ignore[attr-defined]  # of the field of choices above
        self.fields["file"].widget.attrs["accept"] = ",".join(f".{kind}" for kind in FORMATS)


@dataclass(frozen=True, slots=True)
class Line:
    """A change as the page shows it. `fault` says why an answer does not fit."""

    change: Change
    section: Section
    fault: str = ""
    pieces: tuple[Piece, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@never_cache
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Offer forms, and take a filled one."""
    case = _case(request, code)
    back = BackForm(request.POST or None, request.FILES or None, initial={"language": case.assessment.language})
    if request.method != "POST":
        return _page(request, case, back)
    allowed(is_allowed=bool(_own(case)) and case.is_open)
    if back.is_valid():
        file = back.cleaned_data["file"]
        try:
            digest, kind = receive(case.assessment, file, file.name)
        except Refused as refusal:
            for reason in refusal.reasons:
                back.add_error("file", reason.text)
        else:
            slip = signing.dumps([code, digest, kind.value, back.cleaned_data["language"], case.person.pk], salt=_SALT)
            return _look(request, case, slip)
    return _page(request, case, back, status=422)


@require_safe
@for_people
@never_cache
def form(request: HttpRequest, code: str) -> HttpResponse:
    """Give out a form of the sections that somebody chose among those he may read."""
    case = _case(request, code)
    wanted = FormForm(request.GET, case=case)
    if not wanted.is_valid():
        return _page(request, case, None, wanted=wanted, status=422)
    kind, language = FileKind(wanted.cleaned_data["kind"]), Language(wanted.cleaned_data["language"])
    sections = [section.key for section in case.readable if section.key in wanted.cleaned_data["sections"]]
    name = names([case.assessment.state]).get(case.assessment.state)
    state = (name.text(language) or name.first() if name else "") or case.assessment.state
    content = give_out(case.assessment, sections, kind=kind, language=language, state=state)
    answer = HttpResponse(content, content_type=kind.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{case.asked.key}-{language}.{kind}"'
    return answer


@require_POST
@for_people
@never_cache
def apply(request: HttpRequest, code: str) -> HttpResponse:
    """Do what was looked at and confirmed, as far as its questions are marked."""
    case = _case(request, code)
    allowed(is_allowed=bool(_own(case)))
    try:
        told = signing.loads(request.POST.get("slip", ""), salt=_SALT, max_age=_GOOD_FOR)
        allowed(is_allowed=told[0] == code and told[4] == case.person.pk)
        filled = read(case.assessment, told[1], FileKind(told[2]))
        changes = look_at(case.assessment, filled, _own(case), digest=told[1])
        chosen = set(request.POST.getlist("apply"))
        account = bring_in(
            case.assessment,
            [change for change in changes if change.question.key in chosen],
            digest=told[1],
            language=Language(told[3]),
            by=case.person.email,
            at=timezone.now(),
        )
    except signing.BadSignature:
        messages.error(request, _("This preview is too old, or not yours. Give the form once more."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _told(account))
    return redirect("assessment_offline", code)


def _case(request: HttpRequest, code: str) -> Case:
    case = case_or_404(request, code)
    allowed(is_allowed=bool(case.readable))
    return case


def _own(case: Case) -> list[str]:
    """Return the sections in which somebody may write."""
    return [section.key for section in case.asked.sections if case.answers(section)]


def _page(
    request: HttpRequest, case: Case, back: BackForm | None, *, wanted: FormForm | None = None, status: int = 200
) -> HttpResponse:
    start = {"sections": [s.key for s in case.readable], "language": case.assessment.language, "kind": "docx"}
    context = frame(
        case,
        wanted=wanted or FormForm(initial=start, case=case),
        back=back or BackForm(initial={"language": case.assessment.language}),
        may_write=case.is_open and bool(_own(case)),
    )
    return render(request, "assessments/offline.html", context, status=status)


def _look(request: HttpRequest, case: Case, slip: str) -> HttpResponse:
    _code, digest, kind, language, _person = signing.loads(slip, salt=_SALT)
    filled = read(case.assessment, digest, FileKind(kind))
    changes = look_at(case.assessment, filled, _own(case), digest=digest)
    left_out = [s for s in case.asked.sections if s.key in filled.form.sections and not case.answers(s)]
    context = frame(
        case,
        slip=slip,
        lines=_lines(case, changes),
        unchanged=sum(not change.is_applied and change.unfit is None for change in changes),
        unread=filled.unread,
        left_out=left_out,
        language=language,
    )
    return render(request, "assessments/offline_changes.html", context)


def _lines(case: Case, changes: Sequence[Change]) -> list[Line]:
    language = Language(case.assessment.language)
    lines = []
    for change in changes:
        section = case.asked.section_of(change.question.key)
        if section is not None and (change.is_applied or change.unfit is not None):
            fault = sentence(change.unfit, change.question, language) if change.unfit is not None else ""
            lines.append(Line(change, section, fault, _pieces(change)))
    return lines


def _pieces(change: Change) -> tuple[Piece, ...]:
    """Return the difference between two texts; for answers of other kinds both stand side by side."""
    is_text = change.question.kind is Kind.TEXT and bool(change.now) and bool(change.after)
    return tuple(differences(change.now, change.after)) if is_text else ()


def _told(account: Account) -> str:
    said = [
        ngettext("%d answer was saved.", "%d answers were saved.", account.saved) % account.saved,
    ]
    if account.conflicts:
        said.append(
            ngettext(
                "On %d question two texts stand now; choose one.",
                "On %d questions two texts stand now; choose one each.",
                account.conflicts,
            )
            % account.conflicts
        )
    return " ".join(said)


def _title(section: Section) -> str:
    from rapporteur.site.pages.tags import plain  # noqa: PLC0415 - the filter of the pages, which reads the language

    return plain(section.title)
