"""Drawing again on top of a draw: lots repeated on request, and States that joined late. Each has a seed of its own."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rapporteur.journal.terms import Reason, Refused
from rapporteur.lots.actions.publishing import PublicationEntry, Texts, freeze
from rapporteur.lots.engines.redraw import Refusal, why_not_redraw
from rapporteur.lots.files.publication import Kind, Publication, Request, read_publication
from rapporteur.lots.files.roster import read_roster, write_roster
from rapporteur.lots.files.rules import read_rules
from rapporteur.lots.models import Drawing
from rapporteur.lots.queries.folders import chain_of, draw_of
from rapporteur.lots.terms import DrawingKind, DrawingStage, Roster, Seat, Side, Turn, UnfitInput


@dataclass(frozen=True, slots=True)
class RedrawEntry:
    """The requests that a lot be repeated, collected until their deadline."""

    requests: tuple[Request, ...]
    objections_until: dt.date | None = None
    seed_sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LateEntry:
    """The roster with the States that joined since; `roster` is a text as it came."""

    roster: str
    objections_until: dt.date | None = None
    seed_sources: tuple[str, ...] = ()


def why_not_publish_redraw(drawing: Drawing, entry: RedrawEntry) -> list[Reason]:
    """Return every reason against repeating these lots; an empty list means yes."""
    if reasons := _why_not_follow(drawing):
        return reasons
    if not entry.requests:
        return [Reason(_("Name the seats that are to be drawn again."), "requests")]
    rules, made = read_rules(drawing.rules), draw_of(drawing)
    seats = [request.seat for request in entry.requests]
    reasons = [
        Reason(text, "requests")
        for request in entry.requests
        for text in why_not_redraw(rules, made, _refusal(drawing, request))
    ]
    if any(not request.reason.strip() for request in entry.requests):
        reasons.append(Reason(_("Each request needs its reason."), "requests"))
    if len(set(seats)) < len(seats):
        reasons.append(Reason(_("A seat is named twice among the requests."), "requests"))
    return reasons


def publish_redraw(drawing: Drawing, entry: RedrawEntry, *, by: str, at: dt.datetime) -> Drawing:
    """Publish the requests on a draw, before any seed for them exists. Raises: Refused."""
    if reasons := why_not_publish_redraw(drawing, entry):
        raise Refused(reasons)
    first = _refusal(drawing, entry.requests[0])
    joint = f"redraw:joint:{_number(drawing, 'redraw:joint:')}"
    framed = _framed(drawing, DrawingKind.REDRAW, entry)
    return freeze(
        framed,
        Texts(drawing.roster, drawing.rules, drawing.verifier),
        purpose=first.purpose if len(entry.requests) == 1 else joint,
        by=by,
        at=at,
        more=_more(drawing, requests=tuple(sorted(entry.requests))),
        follows=drawing,
    )


def why_not_publish_late(drawing: Drawing, entry: LateEntry) -> list[Reason]:
    """Return every reason against drawing for States that joined late; an empty list means yes."""
    if reasons := _why_not_follow(drawing):
        return reasons
    try:
        roster = read_roster(entry.roster)
    except UnfitInput as unfit:
        return [Reason(str(unfit), "roster")]
    now = {state.code for state in roster.states}
    gone = [state.code for state in read_roster(drawing.roster).states if state.code not in now]
    reasons = []
    if gone:
        text = _("These States of the draw are not on the roster any more: %(codes)s.") % {"codes": ", ".join(gone)}
        reasons.append(Reason(text, "roster"))
    if not _joined(drawing, roster):
        reasons.append(Reason(_("Nobody on this roster is new and under review."), "roster"))
    return reasons


def publish_late(drawing: Drawing, entry: LateEntry, *, by: str, at: dt.datetime) -> Drawing:
    """Publish the States that joined since a draw. Raises: Refused."""
    if reasons := why_not_publish_late(drawing, entry):
        raise Refused(reasons)
    roster = read_roster(entry.roster)
    return freeze(
        _framed(drawing, DrawingKind.LATE, entry),
        Texts(write_roster(roster), drawing.rules, drawing.verifier),
        purpose=f"late:{_number(drawing, 'late:')}",
        by=by,
        at=at,
        more=_more(drawing, joined=tuple(_joined(drawing, roster))),
        follows=drawing,
    )


def request_of(drawing: Drawing, *, reviewed: str, side: Side, reason: str) -> Request:
    """Return the request that the main seat of a side be drawn again, whoever holds it now. Raises: Refused."""
    seat = Seat(reviewed, side)
    holder = draw_of(drawing).seats.get(seat)
    if holder is None:
        raise Refused([Reason(_("There is no seat %(seat)s in this draw.") % {"seat": seat}, "requests")])
    return Request(seat, holder, reason)


def _why_not_follow(drawing: Drawing) -> list[Reason]:
    if drawing.kind == DrawingKind.YEARS:
        return [Reason(_("Year groups are not drawn again."))]
    if drawing.stage != DrawingStage.DRAWN:
        return [Reason(_("This has not been drawn yet."))]
    after = drawing.followed_by.exclude(stage=DrawingStage.UNDRAWN).first()
    if after is not None:
        return [Reason(_("“%(title)s” follows this draw already; continue from that one.") % {"title": after.key})]
    return []


def _framed(drawing: Drawing, kind: DrawingKind, entry: RedrawEntry | LateEntry) -> PublicationEntry:
    words = "repeated lot" if kind is DrawingKind.REDRAW else "late joiners"
    root = chain_of(drawing)[0]
    number = len(chain_of(drawing))
    return PublicationEntry(
        title=f"{root.title}: {words} {number}",
        roster="",
        rules="",
        kind=kind,
        rehearsal=drawing.rehearsal,
        objections_until=entry.objections_until,
        seed_sources=entry.seed_sources,
    )


def _more(drawing: Drawing, *, requests: tuple[Request, ...] = (), joined: tuple[str, ...] = ()) -> Publication:
    before = read_publication(drawing.publication)
    return Publication(
        kind=Kind.REDRAW if requests else Kind.LATE,
        purpose="",
        title=before.title,
        rehearsal=before.rehearsal,
        roster=before.roster,
        rules=before.rules,
        verifier=before.verifier,
        version=before.version,
        published=before.published,
        objections_until="",
        seed_sources=(),
        installation=before.installation,
        requests=requests,
        joined=joined,
    )


def _joined(drawing: Drawing, roster: Roster) -> list[str]:
    reviewed = {seat.reviewed for seat in draw_of(drawing).seats}
    return [state.code for state in roster.states if state.turn is Turn.NOW and state.code not in reviewed]


def _refusal(drawing: Drawing, request: Request) -> Refusal:
    granted = [
        earlier.seat.reviewed for link in chain_of(drawing) for earlier in read_publication(link.publication).requests
    ]
    return Refusal(request.seat, request.refused, granted.count(request.seat.reviewed) + 1)


def _number(drawing: Drawing, prefix: str) -> int:
    """Return how many draws of a purpose there are after this chain's first, this one included."""
    return sum(link.purpose.startswith(prefix) for link in chain_of(drawing)) + 1
