"""States and organizations: the table of what each is to each instrument, and a page for each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from rapporteur.parties import queries
from rapporteur.parties.models import Instrument, Party, PartyStatus
from rapporteur.site.pages.show import conference_or_404, found_or_404, show
from rapporteur.site.pages.tags import plain
from rapporteur.sources.queries import grounds

PAGE = 60


def index(request: HttpRequest, conference: str) -> HttpResponse:
    own = conference_or_404(conference)
    instruments = list(own.instruments.all())
    chosen = [instrument for instrument in instruments if instrument.key == request.GET.get("instrument")]
    groups = queries.regional_groups()
    group = next((group for group in groups if group.key == request.GET.get("group")), None)
    found = sorted(queries.parties(group=group), key=_order)
    keys = [party.key for party in found]
    after = request.GET.get("after", "")
    start = keys.index(after) + 1 if after in keys else 0
    shown = found[start : start + PAGE]
    queries.read_standing(shown)
    return show(
        request,
        "parties",
        section="parties",
        conference=own,
        rows=[row(party, chosen or instruments) for party in shown],
        instruments=instruments,
        chosen=chosen or instruments,
        groups=groups,
        group=group,
        more=shown[-1].key if start + PAGE < len(found) else "",
    )


def _order(party: Party) -> tuple[str, str]:
    return (plain(party.name).casefold(), party.key)


def row(party: Party, instruments: list[Instrument]) -> dict[str, Any]:
    """Return a party with its group now and what it is to each instrument; None stands for not known."""
    open_ = [membership for membership in party.memberships.all() if membership.until is None]
    statuses: list[PartyStatus | None] = [queries.status_now(party, instrument) for instrument in instruments]
    return {"party": party, "group": open_[0].group if open_ else None, "statuses": statuses}


def page(request: HttpRequest, conference: str, key: str) -> HttpResponse:
    own = conference_or_404(conference)
    party = found_or_404(queries.party(key), _("The register has no party “%(key)s”.") % {"key": key})
    histories = [
        (instrument, [status for status in party.statuses.all() if status.instrument_id == instrument.pk])
        for instrument in own.instruments.all()
    ]
    return show(
        request,
        "party",
        section="parties",
        conference=own,
        party=party,
        histories=histories,
        grounds=grounds("party", party.key),
    )
