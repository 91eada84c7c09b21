"""Who comes to the pages of a State's answers: somebody signed in, with a second factor, who has a part in the case.

Whatever somebody may not see answers as an address that does not exist. So the order matters: signing in is asked for
before anything is looked up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from rapporteur.people.models import Person
from rapporteur.people.queries import asker
from rapporteur.people.terms import Asker
from rapporteur.questionnaires import access
from rapporteur.questionnaires.models import Assessment
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.terms import AssessmentStage, Questionnaire, Section

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


@dataclass(frozen=True, slots=True)
class Case:
    """A State's assessment, and what whoever asks may see and do in it."""

    assessment: Assessment
    asked: Questionnaire
    asker: Asker
    person: Person

    @property
    def of(self) -> dict[str, str]:
        """Return the process and State that every question of access names."""
        return {"process": self.assessment.process, "state": self.assessment.state}

    @property
    def is_open(self) -> bool:
        return self.assessment.stage == AssessmentStage.OPEN

    @property
    def clears(self) -> bool:
        return access.may_clear(self.asker, **self.of)

    @property
    def is_of_team(self) -> bool:
        """Tell whether somebody belongs to the State's own people; an officer of the secretariat does not."""
        return bool(access.parts(self.asker, **self.of))

    @property
    def reads_submissions(self) -> bool:
        return access.may_read_submission(self.asker, **self.of)

    @property
    def readable(self) -> list[Section]:
        return [section for section in self.asked.sections if self.reads(section)]

    @property
    def reads_all(self) -> bool:
        return len(self.readable) == len(self.asked.sections)

    def reads(self, section: Section) -> bool:
        return access.may_read(self.asker, section.key, **self.of)

    def answers(self, section: Section) -> bool:
        return access.may_answer(self.asker, section.key, **self.of)


def for_people(view: View[P]) -> View[P]:
    """Return the view for people who signed in and have a second factor, where the settings want one."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if wants_factor(request):
            messages.info(request, _("Add a second factor first: an authenticator on your telephone, or a passkey."))
            return redirect("mfa_index")
        return view(request, *args, **kwargs)

    return cast("View[P]", guarded)


def for_scripts(view: View[P]) -> View[P]:
    """Return the view for the same people, with an answer that a script understands to everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated or wants_factor(request):
            return JsonResponse({"why": "signed_out"}, status=401)
        return view(request, *args, **kwargs)

    return cast("View[P]", guarded)


def wants_factor(request: HttpRequest) -> bool:
    """Tell whether somebody has to set up a second factor before he goes on."""
    return settings.SECOND_FACTOR == "required" and not is_mfa_enabled(request.user, _FACTORS)


def case_or_404(request: HttpRequest, code: str) -> Case:
    """Return a case as far as somebody has a part in it."""
    found = queries.assessment(code)
    if found is None:
        raise unknown()
    person = cast("Person", request.user)
    given = queries.sections_given(found, person.email)
    case = Case(found, definition(found.release), asker(person, process=found.process, sections=given), person)
    if not access.may_see(case.asker, **case.of):
        raise unknown()
    return case


def section_or_404(case: Case, key: str) -> Section:
    """Return a section that somebody may read."""
    section = case.asked.section(key)
    if section is None or not case.reads(section):
        raise unknown()
    return section


def allowed(*, is_allowed: bool) -> None:
    """Raise as for an unknown address unless something is allowed."""
    if not is_allowed:
        raise unknown()


def unknown() -> Http404:
    """Return what every address answers that is not there, or not there for whoever asks."""
    return Http404(_("There is no page at this address."))


def frame(case: Case, **more: Any) -> dict[str, Any]:
    """Return what every page of a case shows at its head."""
    return {"case": case, "assessment": case.assessment, "asked": case.asked, **more}
