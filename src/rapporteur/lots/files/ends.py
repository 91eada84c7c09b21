"""The `ends` of no-draw.json: the counts behind a refusal that the main seats alone do not explain.

Each end is one branch: who is `decided` to take which seats in it, the `stage` at which it fails, and the count. The
branches of a seat are all its candidates, so that the ends leave nothing out.
"""

from rapporteur.lots.engines.demands import Barred, DemandCut
from rapporteur.lots.engines.problem import Lists
from rapporteur.lots.engines.reasons import shrunk
from rapporteur.lots.engines.search import NoDraw
from rapporteur.lots.engines.verdict import End, Impossible, Stage
from rapporteur.lots.terms import Seat

Plain = dict[str, object]
_LISTED = (Stage.MAIN, Stage.ADDITIONAL, Stage.LATER)


def ends_of(verdict: Impossible) -> tuple[Plain, ...]:
    """Return the ends of a verdict as they are written; none where the main seats alone are the reason."""
    return () if verdict.proof else tuple(map(_end, verdict.ends))


def _end(end: End) -> Plain:
    return {
        "stage": end.stage.value,
        "decided": [{**_place(seat), "reviewer": who} for seat, who in end.decided],
        "cuts": _cuts(*end.failed) if end.failed and end.stage in _LISTED else [],
        "asked": list(map(_asked, end.cuts)),
        "barred": _barred(end.barred) if end.barred else None,
    }


def _cuts(lists: Lists, proof: NoDraw) -> list[Plain]:
    found: list[Plain] = []
    for leaf in proof.leaves:
        cut = shrunk(lists, leaf)
        found.append(
            {
                "forbidden": [
                    {**_place(lists.seats[at]), "part": lists.seats[at].part, "reviewer": lists.states[state]}
                    for at, state in leaf.forbidden
                ],
                "shortage": cut.shortage.value,
                "states": [lists.states[state] for state in cut.states],
                "seats": [{**_place(lists.seats[at]), "part": lists.seats[at].part} for at in cut.seats],
                "needed": cut.needed,
                "available": cut.available,
            }
        )
    return found


def _asked(cut: DemandCut) -> Plain:
    return {
        "forbidden": [{**_place(seat), "what": what, "reviewer": who} for who, seat, what in cut.forbidden],
        "states": list(cut.states),
        "demands": [{**_place(seat), "what": what} for seat, what in cut.demands],
        "needed": cut.needed,
        "available": cut.available,
    }


def _barred(barred: Barred) -> Plain:
    lacking = [{"reviewer": who, "instruments": list(instruments)} for who, instruments in barred.lacking]
    return {**_place(barred.seat), "limit": barred.limit, "lacking": lacking}


def _place(seat: Seat) -> Plain:
    return {"reviewed": seat.reviewed, "side": seat.side.value}
