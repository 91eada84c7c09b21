"""The desk's pages that begin a draw: publishing one, and publishing the requests that a lot be repeated."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapporteur.journal.terms import Refused
from rapporteur.lots import actions
from rapporteur.lots.actions.following import request_of
from rapporteur.lots.files.roster import write_roster
from rapporteur.lots.forms import FollowingForm, PublicationForm, Requests
from rapporteur.lots.queries.roster import roster_from_register
from rapporteur.lots.terms import Side
from rapporteur.site.desk.guard import by, for_officers, show
from rapporteur.site.pages.lots import drawing_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def publish(request: HttpRequest) -> HttpResponse:
    """Show and take a draw to be published: its roster and rules are frozen and digested."""
    sent = request.method == "POST"
    form = PublicationForm(request.POST, request.FILES) if sent else PublicationForm()
    if sent and form.is_valid():
        roster = form.cleaned_data["roster"] or write_roster(roster_from_register())
        try:
            drawing = actions.publish(form.entry(roster), by=by(request), at=timezone.now())
        except Refused as refusal:
            _add(form, refusal)
        else:
            messages.success(request, _("Published. Announce the digests before the seed is read out."))
            return redirect("drawing", drawing.key)
    return show(request, "desk/lots_publish.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def redraw(request: HttpRequest, key: str) -> HttpResponse:
    """Show and take the requests that lots of a draw be repeated."""
    drawing = drawing_or_404(key)
    data = request.POST if request.method == "POST" else None
    form, asked = FollowingForm(data), Requests(data)
    if data is not None and form.is_valid() and asked.is_valid():
        try:
            requests = tuple(
                request_of(drawing, reviewed=row["reviewed"].strip(), side=Side(row["side"]), reason=row["reason"])
                for row in asked.cleaned_data
                if row.get("reviewed")
            )
            chosen = form.cleaned_data
            entry = actions.RedrawEntry(requests, chosen["objections_until"], chosen["seed_sources"])
            following = actions.publish_redraw(drawing, entry, by=by(request), at=timezone.now())
        except Refused as refusal:
            _add(form, refusal)
        else:
            messages.success(request, _("Published. Announce the digests before the seed is read out."))
            return redirect("drawing", following.key)
    context = {"form": form, "asked": asked, "drawing": drawing}
    return show(
        request, "desk/lots_redraw.html", context, status=422 if form.errors or asked.total_error_count() else 200
    )


def _add(form: forms.Form, refusal: Refused) -> None:
    for reason in refusal.reasons:
        form.add_error(reason.field if reason.field in form.fields else None, reason.text)
