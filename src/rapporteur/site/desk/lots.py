"""Draws of lots at the desk: all of them, and one with its seed, its draw and the opening of its ceremony."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rapporteur.journal.terms import Refused
from rapporteur.lots.actions import draw, enter_seed, why_not_draw
from rapporteur.lots.actions.ceremony import open_ceremony, why_not_open
from rapporteur.lots.actions.seeding import why_not_seed_now
from rapporteur.lots.files.publication import read_publication
from rapporteur.lots.models import Drawing
from rapporteur.lots.queries import drawings as queries
from rapporteur.lots.queries.ceremony import ceremony_of
from rapporteur.lots.terms import CeremonyMode, DrawingKind
from rapporteur.site.desk.ceremony_sheets import OpenForm, SeedForm
from rapporteur.site.desk.guard import by, for_officers, show
from rapporteur.site.pages.show import found_or_404

PAGE = 50


@require_safe
@for_officers
def listing(request: HttpRequest) -> HttpResponse:
    after = request.GET.get("after", "")
    found = queries.drawings(before=int(after) if after.isdecimal() and len(after) < 19 else None, limit=PAGE + 1)  # noqa: PLR2004 - digits
    further = found[PAGE - 1].pk if len(found) > PAGE else None
    return show(request, "desk/lots.html", {"drawings": found[:PAGE], "further": further})


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def drawing(request: HttpRequest, key: str) -> HttpResponse:
    """Show a draw at the desk, and take its seed, the order to draw, or the opening of its ceremony."""
    found = found_or_404(queries.drawing(key), _("There is no draw “%(key)s” here.") % {"key": key})
    act = request.POST.get("act", "") if request.method == "POST" else ""
    sources = read_publication(found.publication).seed_sources
    seed_form = SeedForm(request.POST if act == "seed" else None, sources=sources)
    open_form = OpenForm(request.POST if act == "open" else None, kind=found.kind)
    reasons: list[str] = []
    try:
        if act == "seed" and seed_form.is_valid():
            enter_seed(found, seed_form.entry, by=by(request), at=timezone.now())
            return _done(request, key, _("The seed is fixed."))
        if act == "draw":
            draw(found, by=by(request), at=timezone.now())
            return _done(request, key, _("Drawn. The record is complete."))
        if act == "open" and open_form.is_valid():
            told = open_form.cleaned_data
            mode = CeremonyMode(told.pop("mode"))
            open_ceremony(found, mode, by=by(request), at=timezone.now(), **told)
            return redirect("desk_ceremony", key)
    except Refused as refusal:
        reasons = blamed({"seed": seed_form, "open": open_form}.get(act), refusal)
    context = _context(found, seed_form=seed_form, open_form=open_form, reasons=reasons)
    is_refused = bool(reasons or seed_form.errors or open_form.errors)
    return show(request, "desk/drawing.html", context, status=422 if is_refused else 200)


def blamed(form: forms.Form | None, refusal: Refused) -> list[str]:
    """Say at the fields of a form what was refused about them; return what concerns no field."""
    rest = []
    for reason in refusal.reasons:
        if form is not None and reason.field in form.fields:
            form.add_error(reason.field, reason.text)
        else:
            rest.append(reason.text)
    return rest


def _done(request: HttpRequest, key: str, text: str) -> HttpResponse:
    messages.success(request, text)
    return redirect("desk_lots_drawing", key)


def _context(found: Drawing, **more: Any) -> dict[str, Any]:
    now = timezone.now()
    mode = CeremonyMode.REVEAL if found.kind == DrawingKind.DRAW else CeremonyMode.BOWL
    return {
        "drawing": found,
        "ceremony": ceremony_of(found.key),
        "may_seed": not why_not_seed_now(found, at=now),
        "may_draw": not why_not_draw(found),
        "may_open": not why_not_open(found, mode, at=now),
        **more,
    }
