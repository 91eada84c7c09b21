"""The labelled fallback: a random walk from one valid draw to another, long enough to forget where it began.

Near-uniform, without proof, and only among the draws that its steps can reach: on a few tight rosters they fall into
pieces, which `pieces` finds where the draws can be counted. A record says so whenever the walk was used.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rapporteur.lots.engines.problem import Assignment, Lists, first_clash
from rapporteur.lots.engines.search import search
from rapporteur.lots.engines.streams import SPAN, Stream

Change = Sequence[tuple[int, int]]  # (seat, its new reviewer)

MAIN_PACE = 222  # 222 m bits(m) is at least 320 m ln m
ADDITIONAL_PACE = 111
ROUNDS = 20
TWO = 2


def steps_of(seats: int, *, pace: int) -> int:
    return pace * seats * seats.bit_length()


class Walk:
    """Where the walk stands: always a valid assignment."""

    def __init__(self, lists: Lists, start: Assignment) -> None:
        self._lists = lists
        self._lowest, self._highest = lists.lowest, lists.highest
        self._owner, self._mutual = lists.owner, lists.mutual_barred
        # The candidates of each seat, how many they are, and the word from which on one is passed over; 0 for no word.
        self._options = [(c, len(c), SPAN - SPAN % len(c) if len(c) > 1 else 0) for c in lists.candidates]
        self._allowed = [frozenset(candidates) for candidates in lists.candidates]
        self.now = list(start)
        self._loads = [0] * len(lists.states)
        for state in start:
            self._loads[state] += 1
        self._pairs = {(state, owner) for state, owner in zip(start, lists.owner, strict=True)}

    def run(self, stream: Stream, *, steps: int) -> Assignment:
        """Return where so many steps lead to. What cannot be is passed over at once, for speed alone."""
        now, loads, highest, allowed = self.now, self._loads, self._highest, self._allowed
        seats, options, word = len(now), self._options, stream.words().__next__
        if not seats:
            return ()
        limit, seat_word = (SPAN - SPAN % seats, word) if seats > 1 else (SPAN, int)  # one seat takes no word
        for _ in range(steps):
            kind = word() & 3  # two times in four another reviewer for a seat, once a swap of two, once of three
            while (number := seat_word()) >= limit:
                pass
            first = number % seats
            if kind < TWO:
                candidates, count, most = options[first]
                number = word() if most else 0
                while number >= most > 0:
                    number = word()
                state = candidates[number % count]
                if loads[state] < highest[state]:
                    self._try_move(first, state)
                continue
            picked = [first]
            for _ in range(kind - 1):
                while (number := seat_word()) >= limit:
                    pass
                picked.append(number % seats)
            if now[picked[1]] in allowed[first] and now[first] in allowed[picked[-1]]:
                self.try_change(rotation(now, picked))
        return tuple(now)

    def _try_move(self, seat: int, state: int) -> bool:
        old, loads = self.now[seat], self._loads
        if old == state or loads[old] <= self._lowest[old] or loads[state] >= self._highest[state]:
            return False
        owner, pairs = self._owner[seat], self._pairs
        if (state, owner) in pairs or (self._mutual and (owner, state) in pairs):
            return False
        pairs.remove((old, owner))
        pairs.add((state, owner))
        loads[old] -= 1
        loads[state] += 1
        self.now[seat] = state
        return True

    def try_change(self, change: Change) -> bool:
        """Make a change, of one seat or an exchange among several, if that is valid; say whether it was made."""
        now, lists = self.now, self._lists
        if any(state not in self._allowed[seat] for seat, state in change):
            return False
        if len(change) == 1:
            return self._try_move(*change[0])
        before = [(seat, now[seat]) for seat, _ in change]
        self._pairs.difference_update((state, lists.owner[seat]) for seat, state in before)
        made: list[tuple[int, int]] = []
        for seat, state in change:
            pair = (state, lists.owner[seat])
            if pair in self._pairs or (lists.mutual_barred and (pair[1], pair[0]) in self._pairs):
                self._pairs.difference_update(made)
                self._pairs.update((old, lists.owner[at]) for at, old in before)
                return False
            self._pairs.add(pair)
            made.append(pair)
        for seat, state in change:
            now[seat] = state
        return True


def first_valid(lists: Lists, found: Assignment) -> Assignment:
    """Return the first valid assignment in dictionary order.

    Each seat in turn takes the first of its candidates with which the rest can still be filled. `found` is any valid
    one, so that the answer depends on no way of searching.
    """
    candidates = list(lists.candidates)
    for seat in range(len(found)):
        for state in candidates[seat]:
            if state == found[seat]:
                break
            candidates[seat] = (state,)
            given = replace(lists, candidates=tuple(candidates))
            other = _nearby(given, found, seat, state) or search(given)
            if isinstance(other, tuple):
                found = other
                break
        candidates[seat] = (found[seat],)
    return found


def _nearby(lists: Lists, found: Assignment, seat: int, state: int) -> Assignment | None:
    """Return a valid assignment in which a seat has another State, if one change or one exchange is enough for that."""
    old = found[seat]
    loads = [0] * len(lists.states)
    for holder in found:
        loads[holder] += 1
    if loads[old] > lists.lowest[old] and loads[state] < lists.highest[state]:
        changed = (*found[:seat], state, *found[seat + 1 :])
        if not first_clash(lists.owner, changed, mutual_barred=lists.mutual_barred):
            return changed
    for other in range(seat + 1, len(found)):
        if found[other] == state and old in lists.candidates[other]:
            changed = (*found[:seat], state, *found[seat + 1 : other], old, *found[other + 1 :])
            if not first_clash(lists.owner, changed, mutual_barred=lists.mutual_barred):
                return changed
    return None


def rotation(now: Sequence[int], seats: Sequence[int]) -> Change:
    """Return the change that hands each seat the reviewer of the next; none at all if a seat stands there twice."""
    if len(set(seats)) < len(seats):
        return []
    return [(seat, now[after]) for seat, after in zip(seats, (*seats[1:], seats[0]), strict=True)]


def changes(lists: Lists, now: Assignment) -> Iterable[Change]:
    """Yield every change that the walk may propose from here, each once for each way of proposing it."""
    seats = range(len(lists.seats))
    for seat in seats:
        yield from ([(seat, state)] for state in lists.candidates[seat])
    yield from (rotation(now, (a, b)) for a in seats for b in seats)
    yield from (rotation(now, (a, b, c)) for a in seats for b in seats for c in seats)


def reached(lists: Lists, start: Assignment, *, limit: int) -> set[Assignment] | None:
    """Return every draw that the walk can reach from one, None if they are more than the limit."""
    found = {start}
    queue = [start]
    for here in queue:
        for change in changes(lists, here):
            walk = Walk(lists, here)
            if walk.try_change(change) and (there := tuple(walk.now)) not in found:
                found.add(there)
                queue.append(there)
                if len(found) > limit:
                    return None
    return found


def pieces(lists: Lists, draws: Iterable[Assignment]) -> int:
    """Return into how many pieces the walk's steps divide all valid draws: 1 is what a fair walk needs."""
    left = set(draws)
    count = 0
    while left:
        here = min(left)
        left -= reached(lists, here, limit=len(left)) or set()
        count += 1
    return count


def walked(
    lists: Lists,
    start: Assignment,
    stream: Stream,
    *,
    pace: int,
    accepts: Callable[[Assignment], bool],
) -> Assignment | None:
    """Return where a walk of the full length ends; it goes on as long again, up to 20 times, where that is refused.

    It begins at the first valid assignment; `start` is any, which shows that there is one.
    """
    walk = Walk(lists, first_valid(lists, start))
    for _ in range(ROUNDS):
        here = walk.run(stream, steps=steps_of(len(lists.seats), pace=pace))
        if accepts(here):
            return here
    return None
