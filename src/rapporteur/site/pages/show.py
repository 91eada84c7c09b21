"""How a page finds its conference and is written out."""

from typing import Any, TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.bodies.models import Conference
from rapporteur.bodies.queries import conference as find_conference

T = TypeVar("T")


def conference_or_404(key: str) -> Conference:
    found = find_conference(key)
    if found is None:
        raise Http404(_("There is no conference “%(key)s” here.") % {"key": key})
    return found


def found_or_404(record: T | None, message: str) -> T:
    if record is None:
        raise Http404(message)
    return record


def show(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, f"pages/{template}.html", context, status=status)


# The sections of a conference, in the order of its head: the name of an address and what it is called.
SECTIONS = (
    ("sessions", gettext_lazy("Sessions")),
    ("bodies", gettext_lazy("Bodies")),
    ("mandates", gettext_lazy("Resolutions and decisions")),
    ("meetings", gettext_lazy("Meetings")),
    ("documents", gettext_lazy("Documents")),
    ("parties", gettext_lazy("Parties")),
    ("owed", gettext_lazy("What is owed")),
    ("drafts", gettext_lazy("Drafts")),
)


def frame(_request: HttpRequest) -> dict[str, Any]:
    """Give every page what its frame needs."""
    # Each language is offered by its own name, which is not to be translated.
    return {"sections": SECTIONS, "offered": settings.LANGUAGES}
