"""The register of notes verbales at the desk: all of them, a new one, one with its scan, and naming people by it."""

from collections.abc import Iterator
from typing import cast

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rapporteur.archive.actions.keeping import fetch
from rapporteur.archive.terms import NotTaken
from rapporteur.journal.terms import Refused
from rapporteur.people import queries
from rapporteur.people.actions.nominating import nominate_all
from rapporteur.people.actions.noting import record_note
from rapporteur.people.forms import NomineeForm, NoteForm, ProcessForm
from rapporteur.people.models import NoteVerbale
from rapporteur.people.terms import Direction
from rapporteur.site.desk.guard import by, for_officers, show
from rapporteur.site.desk.lots import blamed
from rapporteur.site.desk.told_people import names_of_states, not_taken, processes, states, tell_all
from rapporteur.site.pages.show import found_or_404

_ON_A_PAGE = 50
_MOST = 12
NOMINEES = forms.formset_factory(
    NomineeForm, extra=0, min_num=1, max_num=_MOST, absolute_max=_MOST, validate_min=True, validate_max=True
)


@require_safe
@for_officers
def listing(request: HttpRequest) -> HttpResponse:
    sought = " ".join(request.GET.get("q", "").split())[:200]
    direction = request.GET.get("direction", "")
    said = request.GET.get("from", "")
    first = int(said) if said.isdecimal() and len(said) < 10 else 0  # noqa: PLR2004 - beyond any number of rows
    found = queries.notes(
        sought=sought,
        direction=direction if direction in set(Direction) else "",
        first=first,
        limit=_ON_A_PAGE + 1,
    )
    context = {
        "notes": found[:_ON_A_PAGE],
        "names": names_of_states(),
        "sought": sought,
        "direction": direction,
        "further": first + _ON_A_PAGE if len(found) > _ON_A_PAGE else None,
        "earlier": max(first - _ON_A_PAGE, 0) if first else None,
    }
    return show(request, "desk/people/notes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def new(request: HttpRequest) -> HttpResponse:
    """Show and take the form that records a note with its scan."""
    is_sent = request.method == "POST"
    form = NoteForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        states=states(),
        initial={"handled_on": timezone.localdate(), "direction": Direction.IN.value},
    )
    reasons: list[str] = []
    if is_sent and form.is_valid():
        scan = form.cleaned_data["scan"]
        try:
            made = record_note(
                form.entry, scan=(scan.file, scan.name) if scan else None, by=by(request), at=timezone.now()
            )
        except Refused as refusal:
            reasons = blamed(form, refusal)
        except NotTaken as fault:
            form.add_error("scan", not_taken(fault))
        else:
            messages.success(request, _("Recorded: %(reference)s.") % {"reference": made.reference})
            return redirect("desk_note", made.pk)
    context = {"form": form, "reasons": reasons}
    return show(request, "desk/people/note_new.html", context, status=422 if form.errors or reasons else 200)


@require_safe
@for_officers
def note(request: HttpRequest, pk: int) -> HttpResponse:
    found = _note_or_404(pk)
    context = {
        "note": found,
        "named": list(found.nominations.select_related("person")),
        "ended": list(found.nominations_ended.select_related("person")),
        "names": names_of_states(),
    }
    return show(request, "desk/people/note.html", context)


@require_safe
@never_cache
@for_officers
def scan(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """Send the scan as a file to be kept, never as something the browser opens as part of this site."""
    found = _note_or_404(pk)
    if not found.scan:
        raise Http404(_("This note verbale has no scan."))
    try:
        content = fetch(found.scan)
    except NotTaken:
        raise Http404(_("The scan is not where the files are kept. Tell whoever runs this site.")) from None
    answer = FileResponse(
        content, as_attachment=True, filename=found.scan_name or "scan", content_type="application/octet-stream"
    )
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    # A file is no HttpResponse to the types, and one to whoever serves it.
    return cast("HttpResponse", answer)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def nominate(request: HttpRequest, pk: int) -> HttpResponse:
    """Show and take the form that names all whom a note names: all of them, or nobody."""
    found = _note_or_404(pk)
    is_unfinished = "more" in request.POST
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and is_unfinished:
        said = data.get("people-TOTAL_FORMS", "")
        data["people-TOTAL_FORMS"] = str(min(int(said) + 1, _MOST) if said.isdecimal() and len(said) < 3 else 1)  # noqa: PLR2004 - digits
    about = ProcessForm(data, initial={"process": request.GET.get("process", "")})
    people = NOMINEES(data, prefix="people", form_kwargs={"empty_permitted": False})
    reasons: list[str] = []
    if data is not None and not is_unfinished and about.is_valid() and people.is_valid():
        try:
            made = nominate_all(
                [form.named for form in people],
                note=found,
                process=about.cleaned_data["process"],
                by=by(request),
                at=timezone.now(),
            )
        except Refused as refusal:
            reasons = list(_blamed_at(people, refusal))
        else:
            tell_all(request, made)
            return redirect("desk_people_of", about.cleaned_data["process"], found.state)
    is_refused = data is not None and not is_unfinished
    context = {
        "note": found,
        "about": about,
        "people": people,
        "reasons": reasons,
        "quiet": is_unfinished,
        "processes": processes(),
        "names": names_of_states(),
    }
    return show(request, "desk/people/nominate.html", context, status=422 if is_refused else 200)


def _blamed_at(people: "forms.BaseFormSet[NomineeForm]", refusal: Refused) -> Iterator[str]:
    for reason in refusal.reasons:
        position, _point, field = reason.field.partition(".")
        form = people.forms[int(position)]
        form.add_error(field if field in form.fields else None, reason.text)
        if field not in form.fields:
            yield reason.text


def _note_or_404(pk: int) -> NoteVerbale:
    return found_or_404(queries.note(pk), _("There is no such note verbale."))
