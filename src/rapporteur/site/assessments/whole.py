"""An assessment as a whole: its sections and how far they are, who is here, who has which section, what is open."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rapporteur.journal.terms import Refused
from rapporteur.languages.terms import Language
from rapporteur.parties.queries import names
from rapporteur.people.actions.inviting import tell
from rapporteur.people.actions.nominating import ask_to_contribute
from rapporteur.people.models import Nomination
from rapporteur.people.queries import delegation as people_of
from rapporteur.people.terms import Nominee, Part
from rapporteur.questionnaires.actions.sharing import delegate, hand_back
from rapporteur.questionnaires.models import Delegation, Presence
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.rules.completeness import completeness, findings, whole
from rapporteur.questionnaires.terms import Completeness, Finding, Question, Section, Severity
from rapporteur.site.assessments.guard import Case, allowed, case_or_404, for_people, frame, unknown
from rapporteur.site.pages.coming_in import address
from rapporteur.site.pages.labels import LANGUAGES
from rapporteur.site.pages.tags import plain


class ShareForm(forms.Form):
    """To whom a section is given: somebody named already, or a new contributor, who is then invited."""

    section = forms.ChoiceField(label=gettext_lazy("Section"))
    email = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Needed for somebody who is not named yet; an invitation is sent to the address."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the invitation"), required=False)
    note = forms.CharField(
        label=gettext_lazy("What is asked for"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: object, sections: list[tuple[str, str]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on as they came
        self.fields["section"].choices = sections  # type: ignore[attr-defined]  # of the field of choices above
        self.fields["language"].choices = [(language.value, LANGUAGES[language]) for language in Language]  # type: ignore[attr-defined]  # the same


@dataclass(frozen=True, slots=True)
class Line:
    """A section on the page of the whole: how far it is, who is at it, who was given it, on what two texts stand."""

    section: Section
    part: Completeness
    here: list[Presence]
    given: list[tuple[Delegation, str]]
    conflicts: list[Question]
    findings: list[tuple[Question, Finding]]


@require_safe
@for_people
@never_cache
def assessment(request: HttpRequest, code: str) -> HttpResponse:
    return shown(request, case_or_404(request, code), None)


def shown(request: HttpRequest, case: Case, form: ShareForm | None) -> HttpResponse:
    """Show the page of the whole; a `form` that was refused stands in it with its faults."""
    lines = lines_of(case)
    parts = {line.section.key: line.part for line in lines}
    if case.clears and case.is_open and form is None:
        form = ShareForm(sections=sections_of(case), initial={"language": case.assessment.language})
    context = frame(
        case,
        lines=lines,
        whole=whole(parts),
        state=names([case.assessment.state]).get(case.assessment.state),
        submissions=queries.submissions(case.assessment) if case.reads_submissions else [],
        team=[one for one in people_of(case.assessment.process, case.assessment.state) if one.until is None]
        if case.clears
        else [],
        form=form,
    )
    return render(request, "assessments/whole.html", context, status=422 if form is not None and form.errors else 200)


def lines_of(case: Case) -> list[Line]:
    """Return the sections that somebody may see, as far as he may see them, with a fixed number of questions."""
    values = queries.values_of([case.assessment])[case.assessment.pk]
    how_far = completeness(case.asked, values)
    if not case.is_of_team:
        return [Line(section, how_far[section.key], [], [], [], []) for section in case.asked.sections]
    rivals = queries.open_rivals(case.assessment)
    told: dict[str, list[Finding]] = {}
    for finding in findings(case.asked, values):
        # What is merely missing is counted; here stands what was found about answers that are there.
        if finding.severity is not Severity.BLOCKS or finding.question in values:
            told.setdefault(finding.question, []).append(finding)
    here = queries.present(case.assessment, at=timezone.now())
    running = queries.delegations(case.assessment)
    team = people_of(case.assessment.process, case.assessment.state)
    people = {one.person.email: one.name or one.person.name for one in team}
    return [
        Line(
            section=section,
            part=how_far[section.key],
            here=[one for one in here if one.section == section.key],
            given=[(one, people.get(one.person, one.person)) for one in running if one.section == section.key],
            conflicts=[question for question in section.questions if question.key in rivals],
            findings=[(question, one) for question in section.questions for one in told.get(question.key, [])],
        )
        for section in case.readable
    ]


def sections_of(case: Case) -> list[tuple[str, str]]:
    return [(section.key, plain(section.title)) for section in case.asked.sections]


@require_POST
@for_people
def share(request: HttpRequest, code: str) -> HttpResponse:
    """Give a section to somebody; whoever is not named yet becomes a contributor, and is invited."""
    case = case_or_404(request, code)
    allowed(is_allowed=case.clears)
    form = ShareForm(request.POST, sections=sections_of(case))
    if form.is_valid():
        try:
            is_new = _share(request, case, form.cleaned_data)
        except Refused as refusal:
            for reason in refusal.reasons:
                field = {"person": "email"}.get(reason.field, reason.field)
                form.add_error(field if field in form.fields else None, reason.text)
        else:
            if is_new:
                messages.info(request, is_new)
            messages.success(request, _("The section is given."))
            return redirect("assessment", code)
    return shown(request, case, form)


def _share(request: HttpRequest, case: Case, told: dict[str, str]) -> str:
    """Give a section; return what became of the mail to somebody new, "" for others. Raises: Refused."""
    by, at = case.person.email, timezone.now()
    email = told["email"].strip().lower()
    with transaction.atomic():
        made = None
        if _running(case, email) is None:
            nominee = Nominee(email=email, name=told["name"], part=Part.CONTRIBUTOR, language=told["language"])
            state, process = case.assessment.state, case.assessment.process
            made = ask_to_contribute(nominee, state=state, process=process, by=by, at=at)
        delegate(case.assessment, told["section"], to=email, note=told["note"], by=by, at=at)
    if made is None:
        return ""
    door = request.build_absolute_uri(reverse("account_login"))
    try:
        # After the transaction: no writer waits for a mail server. The same is said whether there is an account or not.
        tell(made, address=lambda secret: address(request, secret), door=door, by=by, at=at)
    except OSError:
        return _("The mail to the new contributor could not be sent. Send it again from the page of people.")
    return _("A mail is sent to the new contributor.")


def _running(case: Case, email: str) -> Nomination | None:
    everybody = people_of(case.assessment.process, case.assessment.state)
    return next((one for one in everybody if one.until is None and one.person.email == email), None)


@require_POST
@for_people
def back(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take a section back, or hand it back."""
    case = case_or_404(request, code)
    given = queries.delegation(case.assessment, pk)
    if given is None or not (case.clears or given.person == case.person.email):
        raise unknown()
    try:
        hand_back(given, note=request.POST.get("note", ""), by=case.person.email, at=timezone.now())
        messages.success(request, _("The section is handed back."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("assessment", code)
