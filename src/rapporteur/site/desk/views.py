"""The pages of the desk, written once for every kind of record; each calls one action or a few queries."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rapporteur.journal.queries import history as acts_of
from rapporteur.journal.queries import latest
from rapporteur.journal.terms import Refused, Stale
from rapporteur.questionnaires.queries.cases import opened_to
from rapporteur.site.desk.changes import told, told_differences
from rapporteur.site.desk.findable import findable
from rapporteur.site.desk.guard import by, for_officers, kind_or_404, record_or_404, show
from rapporteur.site.desk.kinds import ALL
from rapporteur.site.desk.sheets import Sheet, with_one_more
from rapporteur.site.desk.wordings import open_wordings

_ON_A_PAGE = 50
_LONGEST_REASON = 500


@require_safe
@for_officers
def desk(request: HttpRequest) -> HttpResponse:
    acts = [told(act) for act in latest(limit=12, opened=opened_to(request.user))]
    return show(request, "desk/desk.html", {"kinds": ALL, "acts": acts, "open": open_wordings()})


@require_safe
@for_officers
def journal(request: HttpRequest) -> HttpResponse:
    before = _number(request, "before")
    acts = latest(before=before, limit=_ON_A_PAGE + 1, opened=opened_to(request.user))
    further = acts[_ON_A_PAGE - 1].number if len(acts) > _ON_A_PAGE else None
    context = {"acts": [told(act) for act in acts[:_ON_A_PAGE]], "further": further}
    return show(request, "desk/journal.html", context)


@require_safe
@for_officers
def listing(request: HttpRequest, slug: str) -> HttpResponse:
    kind = kind_or_404(slug)
    sought = request.GET.get("q", "").strip()[:200]
    matching = Q()
    for field in kind.search if sought else ():
        matching |= Q(**{f"{field}__icontains": sought})
    first = _number(request, "from") or 0
    found = list(kind.records().filter(matching)[first : first + _ON_A_PAGE + 1])
    context = {
        "kind": kind,
        "records": [{"record": record, "name": kind.name(record)} for record in found[:_ON_A_PAGE]],
        "sought": sought,
        "further": first + _ON_A_PAGE if len(found) > _ON_A_PAGE else None,
        "earlier": max(first - _ON_A_PAGE, 0) if first else None,
    }
    return show(request, "desk/list.html", context)


def _number(request: HttpRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 10 else None  # noqa: PLR2004 - beyond any number of rows


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def new(request: HttpRequest, slug: str) -> HttpResponse:
    kind = kind_or_404(slug)
    if request.method != "POST":
        return _show(request, Sheet(kind, initial=request.GET.dict()))
    if rows := request.POST.get("more"):
        return _show(request, Sheet(kind, data=with_one_more(request.POST, rows)), is_unfinished=True)
    sheet = Sheet(kind, data=request.POST)
    if sheet.is_valid():
        try:
            entered = findable(kind, None, partial(kind.kept.establish, **_told_by(request, sheet)))
        except Refused as refusal:
            sheet.blame(refusal.reasons)
        else:
            messages.success(request, _("Entered in the register: %(name)s.") % {"name": kind.name(entered)})
            return redirect("desk_record", slug, entered.pk)
    return _show(request, sheet)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    kind = kind_or_404(slug)
    record = record_or_404(kind, pk)
    if request.method != "POST":
        return _show(request, Sheet(kind, record), shown=kind.kept.shown(record))
    shown = request.POST.get("shown", "")
    if rows := request.POST.get("more"):
        sheet = Sheet(kind, record, data=with_one_more(request.POST, rows))
        return _show(request, sheet, shown=shown, is_unfinished=True)
    sheet = Sheet(kind, record, data=request.POST)
    if sheet.is_valid():
        try:
            do = partial(kind.kept.correct, record, shown=shown, **_told_by(request, sheet))
            act = findable(kind, record, do)
        except Stale as stale:
            sheet.blame(stale.reasons)
        except Refused as refusal:
            sheet.blame(refusal.reasons)
        else:
            text = _("Saved; row %(number)d of the journal.") % {"number": act.number} if act else _("Nothing changed.")
            messages.success(request, text)
            return redirect("desk_record", slug, pk)
    return _show(request, sheet, shown=shown)


def _told_by(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    """Return what an act on a sheet is told: what was typed, by whom, when and why."""
    return {"entry": sheet.entry, "by": by(request), "at": timezone.now(), "because": _because(request)}


def _because(request: HttpRequest) -> str:
    return " ".join(request.POST.get("because", "").split())[:_LONGEST_REASON]


def _show(request: HttpRequest, sheet: Sheet, *, shown: str = "", is_unfinished: bool = False) -> HttpResponse:
    """Show a sheet: empty, as stored, or as sent with what is wrong in it and what somebody else changed meanwhile."""
    kind, record = sheet.kind, sheet.record
    faults = sheet.faults if sheet.data is not None and not is_unfinished else []
    context: dict[str, Any] = {
        "kind": kind,
        "record": record,
        "sheet": sheet,
        "shown": shown,
        "faults": faults,
        "is_unfinished": is_unfinished,
        "because": _because(request),
    }
    is_stale = False
    if record:
        stored = kind.records().get(pk=record.pk)
        acts = acts_of(*kind.kept.subject(stored))
        context |= {"name": kind.name(stored), "acts": [told(act) for act in reversed(acts[-5:])], "number": len(acts)}
        context["address"] = kind.address(stored) if kind.address else ""
        now = kind.kept.shown(stored)
        is_stale = now != shown and not is_unfinished
        if is_stale:
            context |= {"theirs": told_differences(Sheet(kind, stored, data=sheet.data)), "shown": now}
    return show(request, "desk/record.html", context, status=409 if is_stale else 422 if faults else 200)


@require_safe
@for_officers
def history(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    kind = kind_or_404(slug)
    record = record_or_404(kind, pk)
    acts = [told(act) for act in reversed(acts_of(*kind.kept.subject(record)))]
    context = {"kind": kind, "record": record, "name": kind.name(record), "acts": acts}
    return show(request, "desk/history.html", context)
