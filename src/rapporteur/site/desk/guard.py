"""Who may come to the desk, and under which name the journal knows him."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from rapporteur.people.access import may_keep_register
from rapporteur.site.desk.kinds import ALL, KINDS, Kind

P = ParamSpec("P")


def for_officers(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Return the view for officers alone: others are asked to sign in, or told that they may not."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may_keep_register(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)


def by(request: HttpRequest) -> str:
    """Return the name under which the journal knows whoever asks."""
    return str(request.user.get_username())


def kind_or_404(slug: str) -> Kind:
    if slug not in KINDS:
        raise Http404(_("There are no records of the kind “%(slug)s”.") % {"slug": slug})
    return KINDS[slug]


def record_or_404(kind: Kind, pk: int) -> Any:
    record = kind.records().filter(pk=pk).first()
    if record is None:
        raise Http404(_("There is no such record; it may have been withdrawn."))
    return record


def show(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Show a page of the desk, with the kinds of record at its head."""
    return render(
        request, template, {"desk_kinds": [(kind.slug, kind.plural) for kind in ALL], **context}, status=status
    )
