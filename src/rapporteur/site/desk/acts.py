"""Acts with pages of their own: withdrawing a record, saying something of a gathering, issuing a document."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapporteur.documents.actions import issue_document
from rapporteur.documents.forms import IssueForm
from rapporteur.journal.forms import WithdrawForm
from rapporteur.journal.terms import Refused
from rapporteur.meetings.actions import record_saying
from rapporteur.meetings.forms import SayForm
from rapporteur.site.desk.findable import findable
from rapporteur.site.desk.guard import by, for_officers, kind_or_404, record_or_404, show
from rapporteur.site.desk.sheets import label_choices

Do = Callable[[Any, str, dt.datetime], object]


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    kind = kind_or_404(slug)
    form = WithdrawForm(request.POST if request.method == "POST" else None)

    def do(record: Any, shown: str, at: dt.datetime) -> None:
        kind.kept.withdraw(record, because=form.cleaned_data["because"], shown=shown, by=by(request), at=at)

    return _page(request, slug, pk, form=form, do=do, template="desk/withdraw.html")


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def say(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show and take what is said of a session or meeting: postponed, cancelled, held."""
    if slug not in {"sessions", "meetings"}:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = SayForm(data, initial={"as_of": timezone.localdate()})
    label_choices(slug, [form])

    def do(record: Any, shown: str, at: dt.datetime) -> None:
        record_saying(record, form.said, note=form.cleaned_data["note"], shown=shown, by=by(request), at=at)

    return _page(request, slug, pk, form=form, do=do, template="desk/say.html")


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def issue(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show and take the issuing of a document's language versions."""
    if slug != "documents":
        raise Http404
    form = IssueForm(request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()})

    def do(record: Any, shown: str, at: dt.datetime) -> None:
        chosen = form.cleaned_data
        issue_document(record, languages=chosen["languages"], on=chosen["on"], shown=shown, by=by(request), at=at)

    return _page(request, slug, pk, form=form, do=do, template="desk/issue.html")


def _page(request: HttpRequest, slug: str, pk: int, *, form: forms.Form, do: Do, template: str) -> HttpResponse:
    kind = kind_or_404(slug)
    record = record_or_404(kind, pk)
    name = kind.name(record)
    if form.is_bound and form.is_valid():
        try:
            findable(kind, record, partial(do, record, request.POST.get("shown", ""), timezone.now()))
        except Refused as refusal:
            for reason in refusal.reasons:
                field = reason.field.rpartition(".")[2]
                form.add_error(field if field in form.fields else None, reason.text)
        else:
            messages.success(request, _("Done: %(name)s. It stands in the journal.") % {"name": name})
            return (
                redirect("desk_list", slug) if template == "desk/withdraw.html" else redirect("desk_record", slug, pk)
            )
    context = {"kind": kind, "record": record, "name": name, "form": form, "shown": kind.kept.shown(record)}
    if template == "desk/withdraw.html" and not form.is_bound:
        context["against"] = kind.kept.why_not_withdraw(record, because="-")
    return show(request, template, context, status=422 if form.errors else 200)
