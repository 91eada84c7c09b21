"""Who stands for which State in which process, at the desk: naming, ending, inviting, and the officers of cases."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapporteur.journal.terms import Refused
from rapporteur.people import queries
from rapporteur.people.actions.nominating import end_nomination, give_case, take_case
from rapporteur.people.forms import CaseForm, EndForm
from rapporteur.people.models import Nomination
from rapporteur.site.desk.guard import by, for_officers, show
from rapporteur.site.desk.lots import blamed
from rapporteur.site.desk.told_people import names_of_states, tell_all
from rapporteur.site.pages.show import found_or_404


@require_safe
@for_officers
def listing(request: HttpRequest) -> HttpResponse:
    context = {"delegations": queries.delegations(), "names": names_of_states()}
    return show(request, "desk/people/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def of_state(request: HttpRequest, process: str, state: str) -> HttpResponse:
    """Show who stands, stood, and keeps the case; take the name of another officer for it."""
    officers = [(str(one.pk), str(one)) for one in queries.officers()]
    form = CaseForm(request.POST if request.method == "POST" else None, officers=officers)
    named, cases = queries.delegation(process, state), queries.case_officers(process, state)
    names = names_of_states()
    if not named and not cases and state not in names:
        raise Http404(_("There is no State “%(key)s” in the register.") % {"key": state})
    reasons: list[str] = []
    if form.is_bound and form.is_valid():
        chosen = queries.officer(int(form.cleaned_data["officer"]))
        try:
            give_case(
                found_or_404(chosen, _("There is no such officer.")),
                process=process,
                state=state,
                by=by(request),
                at=timezone.now(),
            )
        except Refused as refusal:
            reasons = blamed(form, refusal)
        else:
            messages.success(request, _("%(name)s is named for this case.") % {"name": chosen})
            return redirect("desk_people_of", process, state)
    now = timezone.now()
    context: dict[str, Any] = {
        "process": process,
        "state": state,
        "names": names,
        "standing": [(one, queries.told(one, at=now)) for one in named if one.until is None],
        "past": [one for one in named if one.until is not None],
        "officers": [case for case in cases if case.until is None],
        "past_officers": [case for case in cases if case.until is not None],
        "notes": queries.notes_of(state)[:20],
        "form": form,
        "reasons": reasons,
    }
    return show(request, "desk/people/state.html", context, status=422 if form.errors or reasons else 200)


@require_POST
@for_officers
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Send, or send again, the mail with the way in."""
    found = _nomination_or_404(pk)
    tell_all(request, [found])
    return redirect("desk_people_of", found.process, found.state)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Show and take the form that ends a nomination."""
    found = _nomination_or_404(pk)
    notes = queries.notes_of(found.state)
    offered = [(str(one.pk), f"{one.reference}, {one.dated.isoformat()}: {one.subject}") for one in notes]
    form = EndForm(request.POST if request.method == "POST" else None, notes=offered)
    reasons: list[str] = []
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        note = next((one for one in notes if str(one.pk) == said["note"]), None)
        try:
            end_nomination(found, note=note, because=said["because"], by=by(request), at=timezone.now())
        except Refused as refusal:
            reasons = blamed(form, refusal)
        else:
            messages.success(request, _("Ended. It stays in the history."))
            return redirect("desk_people_of", found.process, found.state)
    context = {"one": found, "form": form, "reasons": reasons, "names": names_of_states()}
    return show(request, "desk/people/end.html", context, status=422 if form.errors or reasons else 200)


@require_POST
@for_officers
def take_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an officer out of a case."""
    case = found_or_404(queries.case_officer(pk), _("There is no such case."))
    take_case(case, by=by(request), at=timezone.now())
    messages.success(request, _("%(name)s is no longer named for this case.") % {"name": case.person})
    return redirect("desk_people_of", case.process, case.state)


def _nomination_or_404(pk: int) -> Nomination:
    return found_or_404(queries.nomination(pk), _("There is no such nomination."))
