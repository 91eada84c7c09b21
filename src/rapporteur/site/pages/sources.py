"""The sources of the register, how much rests on each, and where they disagree."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.sources import queries

PAGE = 100


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    found = queries.sources_after(request.GET.get("after", ""), limit=PAGE + 1)
    return show(
        request,
        "sources",
        conference=own,
        sources=found[:PAGE],
        conflicts=queries.conflicts_after(0, limit=PAGE),
        more=found[PAGE - 1].key if len(found) > PAGE else "",
    )


def page(request: HttpRequest, conference: str, key: str) -> HttpResponse:
    own = conference_or_404(conference)
    source = found_or_404(queries.source(key), _("The register has no source “%(key)s”.") % {"key": key})
    after = request.GET.get("after", "")
    found = queries.resting_on(source, after=int(after) if after.isdecimal() and len(after) < 19 else 0, limit=PAGE + 1)  # noqa: PLR2004 - digits
    return show(
        request,
        "source",
        conference=own,
        source=source,
        resting=found[:PAGE],
        more=found[PAGE - 1].pk if len(found) > PAGE else "",
    )
