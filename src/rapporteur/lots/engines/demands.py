"""What all main seats together ask for at the least, once their additional reviewers are counted, too.

Each main seat needs one reviewer and, where nobody that may take it is party to everything, one more or several. For
one instrument at a time the States that are party to it are counted against the seats that need one of them. If such a
count fails, no draw can be completed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.problem import Lists, Problem, bounds_of
from rapporteur.lots.engines.reasons import named, shrunk
from rapporteur.lots.engines.search import Leaf, NoDraw, search
from rapporteur.lots.terms import AdditionalRule, MutualScope, Roster, Rules, Seat

MORE: Final = "+"
_BRANCHES: Final = 200


@dataclass(frozen=True, slots=True)
class Demand:
    """One reviewing State that a seat needs: `what` is "" for its main reviewer, an instrument, or "+" for one more."""

    seat: Seat
    what: str
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DemandCut:
    """More reviews than these States may take in all: `demands` can be met by none but them.

    `forbidden` is what this branch of the proof leaves out: who meets which demand. The branches cover everything,
    because each fork leaves out one or the other of two reviews that cannot both be.
    """

    states: tuple[str, ...]
    demands: tuple[tuple[Seat, str], ...]
    needed: int
    available: int
    forbidden: tuple[tuple[str, Seat, str], ...] = ()

    @property
    def sentence(self) -> str:
        need = f"{_listed(self.demands)} need{'' if self.needed > 1 else 's'} {_reviews(self.needed)}"
        parts = [f"{code} does not take {_listed([(seat, what)])}" for code, seat, what in self.forbidden]
        need = f"If {' and '.join(parts)}: {need}" if parts else need
        if not self.states:
            return f"{need}, which no State can take."
        who = f"only these {len(self.states)} States" if len(self.states) > 1 else "only one State"
        return f"{need}, which {who} can take, at most {self.available} in all: {named(self.states)}."


def _listed(demands: Sequence[tuple[Seat, str]]) -> str:
    words = {"": "", MORE: " (one more)"}
    return named(f"{seat}{words.get(what, f' ({what})')}" for seat, what in demands)


def _reviews(count: int) -> str:
    return f"{count} review{'s' if count > 1 else ''}"


@dataclass(frozen=True, slots=True)
class Barred:
    """A seat that nobody can take so that its review is covered: by candidate the instruments nobody could add.

    A candidate without instruments would make the review larger than the rules allow.
    """

    seat: Seat
    lacking: tuple[tuple[str, tuple[str, ...]], ...]
    limit: int

    @property
    def sentence(self) -> str:
        if not self.lacking:
            return f"{self.seat} can be filled by no State."
        parts = [
            f"{code} (nobody else could cover {' or '.join(instruments)})"
            if instruments
            else f"{code} (the review of {self.seat.reviewed} would have more than {self.limit} States)"
            for code, instruments in self.lacking
        ]
        return f"{self.seat} can be taken by none of its candidates: {named(parts)}."


@dataclass(frozen=True, slots=True)
class FailedDemands:
    """Demands as lists that the search proved impossible."""

    demands: list[Demand]
    lists: Lists
    proof: NoDraw

    def cuts(self) -> tuple[DemandCut, ...]:
        """Return the counts that fail, one for each branch, as short as leaving out States one by one makes them."""
        return tuple(_told(self.lists, self.demands, leaf) for leaf in self.proof.leaves)


class Demands:
    """The main seats of a draw, fixed or open, each with the candidates that its additional seats leave it.

    `options` has for each seat its candidates by number, and how many additional reviewers each would need at least.
    """

    def __init__(self, roster: Roster, rules: Rules, completer: Completer, problem: Problem) -> None:
        self._roster, self._rules, self._completer = roster, rules, completer
        self._number = {code: index for index, code in enumerate(problem.states)}
        fixed = {entry.seat: entry.reviewer for entry in rules.fixed}
        self._pairs = {(self._number[who], self._number[seat.reviewed]) for seat, who in fixed.items()}
        self._candidates: dict[Seat, tuple[int, ...]] = {seat: (self._number[who],) for seat, who in fixed.items()}
        self._candidates |= {seat: tuple(problem.candidates(at)) for at, seat in enumerate(problem.seats)}
        self._uncovered: dict[Seat, list[tuple[str, tuple[str, ...]]]] = {}
        self._parts: dict[tuple[Seat, tuple[str, ...]], int | None] = {}
        self.options = {seat: self._covered(seat) for seat in sorted(self._candidates)}
        self._keep_reviews_small()

    def _covered(self, seat: Seat) -> dict[int, int]:
        """Return the candidates with which a seat can be covered, and how many more each needs."""
        found, uncovered = {}, []
        for state in self._candidates[seat]:
            code = self._roster.states[state].code
            more = self._more(seat, code)
            if more is None:
                lacking = self._completer.lacking(seat, code)
                alone = tuple(i for i in lacking if not self._parties(seat, i))
                uncovered.append((code, alone or lacking))
            else:
                found[state] = more
        self._uncovered[seat] = uncovered
        return found

    def _more(self, seat: Seat, code: str) -> int | None:
        """Return how many additional reviewers a seat needs at least beside this one, None where none will do."""
        key = (seat, self._completer.lacking(seat, code))
        if key not in self._parts:
            parts = self._completer.parts(seat, code, self._pairs)
            self._parts[key] = None if parts is None else len(parts)
        return self._parts[key]

    def _parties(self, seat: Seat, instrument: str) -> tuple[int, ...]:
        return self._completer.candidates(seat, (instrument,), self._pairs)

    def _keep_reviews_small(self) -> None:
        """Leave out the candidates with which a review would have more States than the rules allow."""
        limit = self._rules.reviewers_at_most
        least = {seat: min(found.values(), default=0) for seat, found in self.options.items()}
        sizes: Counter[str] = Counter()
        for seat, more in least.items():
            sizes[seat.reviewed] += 1 + more
        for seat, found in self.options.items():
            room = limit - sizes[seat.reviewed] + least[seat]
            for state in [state for state, more in found.items() if limit and more > room]:
                self._uncovered[seat].append((self._roster.states[state].code, ()))
                del found[state]

    def barred(self) -> Barred | None:
        """Return a seat that nobody can take, if there is one."""
        for seat, found in self.options.items():
            if not found:
                return Barred(seat, tuple(sorted(self._uncovered[seat])), self._rules.reviewers_at_most)
        return None

    def failed(self) -> FailedDemands | None:
        """Return the demands that cannot be met, those of the first instrument in view for which that is proved."""
        for demands, lists in self.views():
            found = search(lists, limit=_BRANCHES)
            if isinstance(found, NoDraw):
                return FailedDemands(demands, lists, found)
        return None

    def views(self) -> Iterator[tuple[list[Demand], Lists]]:
        """Yield what is asked for, one instrument at a time in view, first none."""
        room = tuple(self._room())
        in_view = self._roster.instruments if self._rules.additional is AdditionalRule.PER_SIDE else ()
        for instrument in ("", *in_view):
            demands = list(self.of(instrument))
            yield (
                demands,
                Lists(
                    states=tuple(self._number),
                    lowest=(0,) * len(room),
                    highest=room,
                    seats=tuple(demand.seat for demand in demands),
                    owner=tuple(self._number[demand.seat.reviewed] for demand in demands),
                    candidates=tuple(demand.candidates for demand in demands),
                    mutual_barred=self._rules.no_mutual is not MutualScope.OFF,
                ),
            )

    def of(self, instrument: str) -> Iterator[Demand]:
        """Yield what the seats need at the least, one instrument kept in view ("" is none)."""
        for seat, options in self.options.items():
            more = min(options.values())
            owner = self._roster.states[self._number[seat.reviewed]]
            holders = [state for state in options if instrument in self._roster.states[state].party]
            side = tuple(sorted(self._completer.side(seat) - {self._number[seat.reviewed]}))
            wanted = instrument in owner.party and len(holders) < len(options)
            if wanted and holders:  # the main reviewer or an additional one is party to it
                yield Demand(seat, instrument, tuple(sorted({*holders, *self._parties(seat, instrument)})))
            else:
                yield Demand(seat, "", tuple(options))
                if wanted:
                    yield Demand(seat, instrument, self._parties(seat, instrument))
                    more -= 1
            yield from (Demand(seat, MORE, side) for _ in range(more))

    def _room(self) -> list[int]:
        """Return how many reviews of both kinds each State may take; without a cap, more than all seats ask for."""
        most = [bounds_of(state, self._rules, taken=0, later=False)[1] for state in self._roster.states]
        if self._rules.additional_counts:
            return most
        cap = self._rules.additional_maximum
        extra = len(self.options) * max(1, len(self._roster.instruments)) if cap is None else cap
        return [high + extra for high in most]


def _told(lists: Lists, demands: list[Demand], leaf: Leaf) -> DemandCut:
    cut = shrunk(lists, leaf)
    return DemandCut(
        states=tuple(lists.states[state] for state in cut.states),
        demands=tuple((demands[at].seat, demands[at].what) for at in cut.seats),
        needed=cut.needed,
        available=cut.available,
        forbidden=tuple((lists.states[state], demands[at].seat, demands[at].what) for at, state in leaf.forbidden),
    )
