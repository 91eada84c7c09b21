"""no-draw.json: why there is no draw, in sentences and in counts that anybody can make again.

Each cut is the end of one branch: what the branch `forbidden`, and a count that then fails. The branches together
cover everything, because each fork forbids one or the other of two pairings that cannot both stand. Where the main
seats alone are not the reason, the counts stand in `ends` (`ends.py`). A draw that exists but was not found in the
attempts that the rules allow has neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.flow import Shortage
from rapporteur.lots.engines.problem import Lists
from rapporteur.lots.engines.reasons import Relaxation, shrunk
from rapporteur.lots.engines.search import NoDraw
from rapporteur.lots.engines.verdict import Stage
from rapporteur.lots.files.ends import Plain
from rapporteur.lots.files.plain import Fields, read_plain, write_plain
from rapporteur.lots.terms import Seat, Side

FORMAT: Final = "lots-refusal/1"


@dataclass(frozen=True, slots=True)
class CutTold:
    """A count that cannot come right, by name; `forbidden` are the pairings that this branch leaves out, in order."""

    forbidden: tuple[tuple[Seat, str], ...]
    shortage: Shortage
    states: tuple[str, ...]
    seats: tuple[Seat, ...]
    needed: int
    available: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no draw. `publication`, `roster` and `rules` are digests."""

    publication: str
    roster: str
    rules: str
    rehearsal: bool
    sentences: tuple[str, ...]
    cuts: tuple[CutTold, ...]
    relaxations: tuple[Relaxation, ...] = ()
    ends: tuple[Plain, ...] = ()


def cuts_of(lists: Lists, proof: NoDraw) -> tuple[CutTold, ...]:
    """Return a proof by name, every count as short as the sentences say it."""
    found = []
    for leaf in proof.leaves:
        cut = shrunk(lists, leaf)
        found.append(
            CutTold(
                forbidden=tuple((lists.seats[seat], lists.states[state]) for seat, state in leaf.forbidden),
                shortage=cut.shortage,
                states=tuple(lists.states[state] for state in cut.states),
                seats=tuple(lists.seats[seat] for seat in cut.seats),
                needed=cut.needed,
                available=cut.available,
            )
        )
    return tuple(found)


def write_refusal(refusal: Refusal) -> str:
    """Return no-draw.json, canonical."""
    return write_plain(
        {
            "format": FORMAT,
            "publication": refusal.publication,
            "roster": refusal.roster,
            "rules": refusal.rules,
            "rehearsal": refusal.rehearsal,
            "sentences": list(refusal.sentences),
            "cuts": [_cut(cut) for cut in refusal.cuts],
            "ends": list(refusal.ends),
            "relaxations": [_relaxation_of(relaxation) for relaxation in refusal.relaxations],
        }
    )


def _cut(cut: CutTold) -> dict[str, object]:
    return {
        "forbidden": [{**_place(seat), "reviewer": who} for seat, who in cut.forbidden],
        "shortage": cut.shortage.value,
        "states": list(cut.states),
        "seats": [_place(seat) for seat in cut.seats],
        "needed": cut.needed,
        "available": cut.available,
    }


def _relaxation_of(relaxation: Relaxation) -> dict[str, object]:
    changes = [
        {"kind": kind, "what": what, "before": before, "to": to} for kind, what, before, to in relaxation.changes
    ]
    return {"cost": relaxation.cost, "sentence": relaxation.sentence, "changes": changes}


def _place(seat: Seat) -> dict[str, str]:
    return {"reviewed": seat.reviewed, "side": seat.side.value}


def read_refusal(text: str) -> Refusal:
    """Return what no-draw.json says. Raises: UnfitInput."""
    fields = read_plain(text, name="no-draw.json", form=FORMAT)
    fields.only("format", "publication", "roster", "rules", "rehearsal", "sentences", "cuts", "ends", "relaxations")
    return Refusal(
        publication=fields.digest("publication", may_be_empty=True),
        roster=fields.digest("roster"),
        rules=fields.digest("rules"),
        rehearsal=fields.flag("rehearsal"),
        sentences=fields.texts("sentences"),
        cuts=tuple(map(_read_cut, fields.rows("cuts"))),
        relaxations=tuple(_relaxation(row) for row in fields.rows("relaxations")),
        ends=tuple(map(_read_end, fields.rows("ends"))),
    )


def _read_cut(fields: Fields) -> CutTold:
    fields.only("forbidden", "shortage", "states", "seats", "needed", "available")
    for row in (pairings := fields.rows("forbidden")):
        row.only("reviewed", "side", "reviewer")
    for row in (seats := fields.rows("seats")):
        row.only("reviewed", "side")
    return CutTold(
        forbidden=tuple((place, row.text("reviewer")) for row, place in zip(pairings, _seats(pairings), strict=True)),
        shortage=Shortage(fields.word("shortage", list(Shortage))),
        states=fields.texts("states"),
        seats=tuple(_seats(seats)),
        needed=fields.whole("needed"),
        available=fields.whole("available"),
    )


def _seats(rows: Sequence[Fields]) -> list[Seat]:
    return [Seat(row.text("reviewed"), Side(row.word("side", list(Side)))) for row in rows]


def _relaxation(fields: Fields) -> Relaxation:
    fields.only("cost", "sentence", "changes")
    for row in (changes := fields.rows("changes")):
        row.only("kind", "what", "before", "to")
    return Relaxation(
        fields.whole("cost"),
        fields.text("sentence"),
        tuple((row.text("kind"), row.text("what"), row.whole("before"), row.whole("to")) for row in changes),
    )


def _read_end(fields: Fields) -> Plain:
    fields.only("stage", "decided", "cuts", "asked", "barred")
    fields.word("stage", list(Stage))
    return dict(fields.plain)
