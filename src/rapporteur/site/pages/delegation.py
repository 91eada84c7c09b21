"""Who stands for a State in a process, for its own people: whom notes verbales name, and whom the focal point asked.

Whoever has no part for the State meets the answer of an address that is not there, before anything is looked up.
"""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rapporteur.journal.terms import Refused
from rapporteur.people import queries
from rapporteur.people.access import may_see_delegation
from rapporteur.people.actions.nominating import ask_to_contribute, end_nomination
from rapporteur.people.forms import PersonForm
from rapporteur.people.models import Nomination
from rapporteur.people.terms import Asker, Part, Told
from rapporteur.questionnaires.access import may_clear
from rapporteur.site.assessments.guard import allowed, for_people, unknown
from rapporteur.site.desk.lots import blamed
from rapporteur.site.desk.told_people import names_of_states, tell_all
from rapporteur.site.pages.show import show

Row = tuple[Nomination, Told]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def delegation(request: HttpRequest, process: str, state: str) -> HttpResponse:
    """Show the people of a State, and take the name of a contributor from its focal point."""
    asking = _asker_or_404(request, process, state)
    clears = may_clear(asking, process=process, state=state)
    allowed(is_allowed=clears or request.method != "POST")
    form = PersonForm(request.POST if request.method == "POST" else None)
    reasons: list[str] = []
    if form.is_bound and form.is_valid():
        try:
            made = ask_to_contribute(
                form.nominee(Part.CONTRIBUTOR), state=state, process=process, by=_by(request), at=timezone.now()
            )
        except Refused as refusal:
            reasons = blamed(form, refusal)
        else:
            tell_all(request, [made])
            return redirect("delegation", process, state)
    return _shown(request, process, state, form=form if clears else None, reasons=reasons)


def _shown(
    request: HttpRequest, process: str, state: str, *, form: PersonForm | None, reasons: Sequence[str]
) -> HttpResponse:
    now = timezone.now()
    rows = [(one, queries.told(one, at=now)) for one in queries.delegation(process, state)]
    running = [row for row in rows if row[0].until is None]
    is_refused = bool(reasons or (form is not None and form.errors))
    return show(
        request,
        "delegation",
        status=422 if is_refused else 200,
        process=process,
        state=state,
        name=names_of_states().get(state, state),
        named=[row for row in running if row[0].part != Part.CONTRIBUTOR],
        contributors=[row for row in running if row[0].part == Part.CONTRIBUTOR],
        past=[one for one, _told in rows if one.until is not None],
        form=form,
        reasons=reasons,
    )


@require_POST
@for_people
def tell(request: HttpRequest, process: str, state: str, pk: int) -> HttpResponse:
    """Send a contributor the mail with the way in again."""
    tell_all(request, [_contributor_or_404(request, process, state, pk)])
    return redirect("delegation", process, state)


@require_POST
@for_people
def remove(request: HttpRequest, process: str, state: str, pk: int) -> HttpResponse:
    """End what a contributor was asked for."""
    one = _contributor_or_404(request, process, state, pk)
    try:
        end_nomination(one, note=None, because="", by=_by(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(name)s is no longer a contributor.") % {"name": one.name})
    return redirect("delegation", process, state)


def _contributor_or_404(request: HttpRequest, process: str, state: str, pk: int) -> Nomination:
    asking = _asker_or_404(request, process, state)
    allowed(is_allowed=may_clear(asking, process=process, state=state))
    one = queries.nomination(pk)
    if one is None or (one.process, one.state, one.part) != (process, state, Part.CONTRIBUTOR):
        raise unknown()
    return one


def _asker_or_404(request: HttpRequest, process: str, state: str) -> Asker:
    asking = queries.asker(request.user, process=process)
    allowed(is_allowed=may_see_delegation(asking, process=process, state=state))
    return asking


def _by(request: HttpRequest) -> str:
    return str(request.user.get_username())
