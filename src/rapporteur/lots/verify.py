"""Verify a published draw: python3 verify.py FOLDER

This one file, with Python 3.11 or later and nothing else, checks a folder that was published with a draw: that its
files are those frozen before the seed, that the result keeps every rule, and that the seed gives this result and no
other, by making the draw again with every attempt that came to nothing. It follows docs/reference/draw.md and shares no
line with the program that made the draw. The main draw comes first; after it all else that a record may hold.
"""

import csv
import hashlib
import io
import json
import re
import sys
from collections import Counter
from functools import cache, partial
from itertools import combinations, count, product, zip_longest
from math import comb, factorial, isqrt, prod
from pathlib import Path

SIDES = ("own", "other", "any")


class Refused(Exception):
    """The record is not what it says. The message names the file, the place, and what was expected."""


def need(holds, reason):
    if not holds:
        raise Refused(reason)


def sha(data):
    return hashlib.sha256(data).digest()


def compact(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


class Words:
    """Chance: words of 32 bits, SHA-256(key, counter as eight bytes), counter 0 and up; an attempt has its own key."""

    def __init__(self, key, attempt=None):
        self.key = key if attempt is None else sha(key + attempt.to_bytes(8, "big"))
        self.counter, self.left = 0, b""

    def number(self, words):
        while len(self.left) < 4 * words:
            self.left += sha(self.key + self.counter.to_bytes(8, "big"))
            self.counter += 1
        taken, self.left = self.left[: 4 * words], self.left[4 * words :]
        return int.from_bytes(taken, "big")

    def below(self, n):
        words = -(-(n - 1).bit_length() // 32)
        whole = 2 ** (32 * words)
        while n > 1 and (value := self.number(words)) >= whole - whole % n:
            pass
        return value % n if n > 1 else 0


# --- roster, rules, and what is to be drawn ---------------------------------------------------------------------------


class Book:
    """Roster and rules. States go by their code, seats are (State, side, part), pairs (reviewer, reviewed)."""

    def __init__(self, rows, rules):
        self.rows, self.rule = {r["code"]: r for r in rows}, {n: p["value"] for n, p in rules["parameters"].items()}
        self.codes, mutual = list(self.rows), self.rule["no_mutual"]
        self.group = {code: row["group"] for code, row in self.rows.items()}
        instruments = [column for column in rows[0] if column.startswith("party:")]
        self.party = {code: [i[6:] for i in instruments if row[i] == "yes"] for code, row in self.rows.items()}
        self.least = {code: int(row["minimum"] or self.rule["minimum"]) for code, row in self.rows.items()}
        self.most = {code: int(row["maximum"] or self.rule["maximum"]) for code, row in self.rows.items()}
        self.has_later = bool(self.main_seats("later"))
        self.fixed = {(f["reviewed"], f["side"], 0): f["reviewer"] for f in rules["fixed"]}
        sizes = Counter((row["group"], row["class"]) for row in rows)
        large = [k for k, n in sizes.items() if k[1] and n >= self.rule["class_minimum"]]
        large = large if self.rule["legal"] == "class" else []
        homes = {code: (row["group"], row["class"]) for code, row in self.rows.items()}
        self.block = {code: home if home in large else (home[0], "") for code, home in homes.items()}
        # Among whom mutual reviews are barred, and the pairs that may not be drawn whatever else is.
        self.mutual = {
            c for c in self.codes if mutual == "phase" or (mutual == "year" and self.rows[c]["turn"] == "now")
        }
        periods = {"off": (), "year": ("year",), "phase": ("year", "phase")}[mutual]
        self.closed = {(b["reviewer"], b["reviewed"]) for b in rules["barred"]}
        self.closed |= {(p["reviewed"], p["reviewer"]) for p in rules["settled"] if p["period"] in periods}
        previous = {(p["reviewer"], p["reviewed"]) for p in rules["settled"] if p["period"] == "previous"}
        self.closed |= previous if self.rule["bar_previous"] else set()

    def main_seats(self, turn="now"):
        sides = [side for side in SIDES if self.rule[f"{side}_group"]]
        return [(code, side, 0) for code in self.codes if self.rows[code]["turn"] == turn for side in sides]

    def is_of_side(self, who, seat, *, by_class):
        if seat[1] == "own" and by_class and self.block[seat[0]][1]:
            return self.block[who] == self.block[seat[0]]
        return seat[1] == "any" or (self.group[who] == self.group[seat[0]]) == (seat[1] == "own")


class Draw:
    """What is to be drawn: main seats that are `open` beside all that `stands`; `asking` of these ask for additional
    reviewers as the open ones do. `bars` are pairs refused before; without `binding` no minimum binds."""

    def __init__(self, book, opened, stands, *, asking=(), bars=(), binding=True):
        self.book, self.open, self.stands, self.asking = book, list(opened), stands, set(asking)
        self.pairs = {(who, seat[0]) for seat, who in stands.items()}
        self.closed = book.closed | set(bars) | self.pairs
        self.closed |= {(b, a) for a, b in self.pairs} if book.mutual else set()
        self.mains = Counter(who for seat, who in stands.items() if not seat[2])
        self.extras = Counter(who for seat, who in stands.items() if seat[2])
        counted = self.mains + self.extras if book.rule["additional_counts"] else self.mains
        binding = binding and not book.has_later
        self.low = {c: max(0, book.least[c] - self.mains[c]) if binding else 0 for c in book.codes}
        self.high = {c: max(0, book.most[c] - counted[c]) for c in book.codes}

    def allows(self, who, seat, *, by_class=True):
        if who == seat[0] or (who, seat[0]) in self.closed:
            return False
        return self.book.is_of_side(who, seat, by_class=by_class)

    def lists(self):
        return {seat: [code for code in self.book.codes if self.allows(code, seat)] for seat in self.open}


def clashing(seats, mutual):
    """Return the first two seats that cannot both stand: a State twice in one review, or two that review each other."""
    first = {}
    for seat, who in seats.items():
        for pair in ((who, seat[0]), (seat[0], who)) if {who, seat[0]} <= mutual else ((who, seat[0]),):
            if pair in first:
                return first[pair], seat
        first[who, seat[0]] = seat
    return None


# --- weights ----------------------------------------------------------------------------------------------------------


def series(bounds, taken):
    """Return the sum of u^(t - taken)/(t - taken)! over the loads t, times highest!, as a list of coefficients."""
    low, high = bounds
    return [factorial(high) // factorial(t - taken) if t >= low else 0 for t in range(taken, high + 1)]


def times(a, b):
    out = [0] * (len(a) + len(b) - 1)
    for (i, x), (j, y) in product(enumerate(a), enumerate(b)):
        out[i + j] += x * y
    return out


def power(p, a, q=(1,), b=0):
    """Return T = p**a q**b, each coefficient from those before it, since p q T' = (a p' q + b p q') T."""
    both, steep = times(p, q), [[k * c for k, c in enumerate(r)][1:] or [0] for r in (p, q)]
    slope = [a * x + b * y for x, y in zip_longest(times(steep[0], q), times(p, steep[1]), fillvalue=0)]
    pairs, out = list(zip_longest(slope, both[1:], fillvalue=0)), [p[0] ** a * q[0] ** b]
    for k in range(a * (len(p) - 1) + b * (len(q) - 1)):
        total = sum((s - r * (k - i)) * out[k - i] for i, (s, r) in enumerate(pairs[: k + 1]))
        out.append(total // (both[0] * (k + 1)))
    return out


def rows_of(owners, others, most):
    """Yield E(f), f = 0 .. most: coefficients by load."""
    members = owners + others
    if len(set(members)) == 1 and members[0][1]:
        low, high = members[0]
        strip = max(low, 1) - 1
        p, q = series((low, high), 0)[low:], series((low, high), 1)[strip:]
        for f in range(most + 1):
            lead = [0] * (low * (len(members) - f) + strip * f)
            yield lead + [comb(len(owners), f) * c for c in power(p, len(members) - f, q, f)]
        return
    # Where bounds differ, a polynomial is one number, its coefficients so many bytes apart that none runs over.
    size, step = (
        1 + sum(high for _, high in members),
        1 + sum((3 * sum(series(m, 0))).bit_length() for m in members) // 8,
    )
    packed = cache(lambda bounds, taken: sum(c << 8 * step * at for at, c in enumerate(series(bounds, taken))))
    rows = [prod(packed(bounds, 0) for bounds in others)]
    for m in owners:
        pairs = zip([*rows, 0], [0, *rows], strict=True)
        rows = [kept * packed(m, 0) + moved * packed(m, 1) for kept, moved in pairs][: most + 1]
    for data in (row.to_bytes(size * step, "little") for row in rows):
        yield [int.from_bytes(data[at : at + step], "little") for at in range(0, size * step, step)]


@cache
def weights(owners, others, mutual):
    """Return W(K), K = 0 .. all that the members may take; `owners` are the bounds of members with an own seat."""
    most, total = min(len(owners), 64), sum(high for _, high in owners + others)
    sums, sign, before = [0] * (total + 1), 1, 0
    for f, row in enumerate(rows_of(owners, others, most)):
        for seats in range(f, total + 1):
            term = sign * row[seats - f] if seats - f < len(row) else 0
            sums[seats] = sums[seats] * (seats - f + 1 if f else 1) + term
        sign, before = -sign - (f * before if mutual else 0), sign
    scale = prod(factorial(high) for _, high in owners + others)
    return [value * factorial(max(0, seats - most)) // scale for seats, value in enumerate(sums)]


@cache
def ways(members):
    """Return, from the lowest sum of loads on, the coefficients of the members' product."""
    if len(set(members)) == 1:
        return power(series(members[0], 0)[members[0][0] :], len(members))
    return times(ways(members[: len(members) // 2]), ways(members[len(members) // 2 :]))


def split(members, seats, words):
    """Return the members' loads: at each halving one number decides, counted down from the even share outwards."""
    if len(members) == 1:
        return [seats]
    left, right = members[: len(members) // 2], members[len(members) // 2 :]
    (low, top), (right_low, right_top) = ([sum(bound) for bound in zip(*half, strict=True)] for half in (left, right))
    a, b, rest = ways(left), ways(right), words.below(ways(members)[seats - low - right_low])
    least, most = max(low, seats - right_top), min(top, seats - right_low)
    even = min(max(seats * len(left) // len(members), least), most)
    shares = (s for away in count() for s in ((even + away, even - away) if away else (even,)) if least <= s <= most)
    for share in shares:
        rest -= a[share - low] * b[seats - share - right_low]
        if rest < 0:
            return split(left, share, words) + split(right, seats - share, words)
    raise AssertionError


# --- the main draw ----------------------------------------------------------------------------------------------------


class Sampler:
    """The exact draw of the open seats, attempt by attempt."""

    def __init__(self, draw):
        self.draw, book = draw, draw.book
        labels = sorted(set(book.block.values()))
        home = {code: labels.index(book.block[code]) for code in book.codes}
        self.reach = {seat: self.reach_of(labels, book.block[seat[0]], seat[1]) for seat in draw.open}
        self.blocks, self.odds = range(len(labels)), [2**16] * len(labels)
        own = [seat for seat in draw.open if self.reach[seat] == [home[seat[0]]]]
        self.free = [seat for seat in draw.open if self.reach[seat] != [home[seat[0]]]]
        self.own = [[seat for seat in own if home[seat[0]] == block] for block in self.blocks]
        self.members = [[c for c in book.codes if home[c] == block] for block in self.blocks]
        self.bounds = [tuple((draw.low[c], draw.high[c]) for c in members) for members in self.members]
        self.weights = [self.weights_of(block, {seat[0] for seat in self.own[block]}) for block in self.blocks]
        calls = Counter(tuple(self.reach[seat]) for seat in self.free)
        for _ in range(24):
            self.odds = [self.new_odds(block, calls) for block in self.blocks]
        self.shares = [self.shares_of(self.weights[block], self.odds[block]) for block in self.blocks]
        self.ceiling = self.highest(len(self.free)) if all(self.reach.values()) else 0

    @staticmethod
    def reach_of(labels, home, side):
        """Return the blocks that supply a seat."""
        if side == "own" and home[1]:
            return [labels.index(home)]
        return [at for at, label in enumerate(labels) if side == "any" or (label[0] == home[0]) == (side == "own")]

    def weights_of(self, block, owners):
        both = sorted((bounds, c in owners) for c, bounds in zip(self.members[block], self.bounds[block], strict=True))
        first, second = (tuple(bounds for bounds, is_owner in both if is_owner == wanted) for wanted in (True, False))
        is_mutual = self.draw.book.rule["no_mutual"] != "off"
        return weights(first, second, is_mutual)[len(owners) : len(owners) + len(self.free) + 1]

    def new_odds(self, block, calls):
        old, w = self.odds[block], self.weights[block]
        terms = [n * (old << 16) // sum(self.odds[b] for b in reach) for reach, n in calls.items() if block in reach]
        mean = sum(terms) >> 16
        both = [m for m in range(len(w) - 1) if w[m] and w[m + 1]]
        if not both:
            first = min((m for m in range(len(w)) if w[m]), default=mean)
            return old if first == mean else old * 2 if first > mean else max(1, old // 2)
        at = min(both, key=lambda m: (abs(m - mean), m))
        return max(1, isqrt(old * ((w[at + 1] << 16) // w[at])))

    @staticmethod
    def shares_of(w, odds):
        slope = (odds**4096).bit_length() - 16 * 4096
        height = {m: 4096 * w[m].bit_length() - m * slope for m in range(len(w)) if w[m]}
        peak = max(height, key=lambda m: (height[m], -m), default=0)
        shares = {}
        for m, level in height.items():
            if level > height[peak] - 4096 * 200:  # what lies lower rounds to 0
                over, under = max(0, m - peak), max(0, peak - m)
                shares[m] = (w[m] * odds**under << 192 + 16 * over) // (w[peak] * odds**over << 16 * under)
        return {m: share for m, share in shares.items() if share}

    def highest(self, free):
        best = {0: 2**64}
        for shares in self.shares:
            grown = Counter()
            for (done, bound), (m, share) in product(best.items(), shares.items()):
                if done + m <= free:
                    grown[done + m] = max(grown[done + m], (bound * ((share >> 128) + 1) >> 64) + 1)
            best = grown
        return best.get(free, 0)

    def attempt(self, words):
        """Return the draw of one attempt, or the word for why it came to nothing."""
        received = [[] for _ in self.blocks]
        for seat in self.free:
            reach = self.reach[seat]
            rest, at = words.below(sum(self.odds[b] for b in reach)) if len(reach) > 1 else 0, 0
            while rest >= self.odds[reach[at]]:
                rest, at = rest - self.odds[reach[at]], at + 1
            received[reach[at]].append(seat)
        coin, share = words.number(4), prod(self.shares[b].get(len(r), 0) for b, r in enumerate(received))
        if coin * self.ceiling << 192 * len(self.blocks) - 64 >= share << 128:
            return "share"
        drawn = {}
        for block, extra in enumerate(received):
            seats = self.own[block] + extra
            drawn.update(zip(seats, self.deal(block, len(seats), words), strict=True))
            if not all(self.draw.allows(drawn[seat], seat) for seat in seats):
                return "barred"
        if clashing(drawn, self.draw.book.mutual):
            return "mutual"
        return drawn if Extras(self.draw, drawn).is_possible() else "incompletable"

    def deal(self, block, size, words):
        while True:
            loads = split(self.bounds[block], size, words) if self.members[block] else []
            hand = [c for c, load in zip(self.members[block], loads, strict=True) for _ in range(load)]
            if self.shuffle(hand, [seat[0] for seat in self.own[block]], words):
                return hand

    def shuffle(self, hand, owners, words):
        for at in range(len(hand) + 1):
            held = dict(zip(owners, hand, strict=False)) if at == len(owners) and self.draw.book.mutual else {}
            if any(held.get(who) == owner for owner, who in held.items()):
                return False
            if at < len(hand):
                pick = at + words.below(len(hand) - at)
                hand[at], hand[pick] = hand[pick], hand[at]
                if at < len(owners) and hand[at] == owners[at]:
                    return False
        return True


# --- filling lists of seats: whether that is possible at all, and the walk --------------------------------------------


def fill(lists, room):
    """Give each seat a place of its list, as often as there is room, clashes aside; None if that cannot be. Places are
    (State, 0), reviews that it must take, (State, 1), those that it may, (State, 2), additional ones beside these."""
    mains = [size for (_, part), size in room.items() if part < 2]
    if min(room.values(), default=0) < 0:
        return None
    if any(size for (_, part), size in room.items() if not part):  # idle seats leave room nowhere but at what must be
        idle = sum(mains) - sum(places[:1] != [] and places[0][1] < 2 for places in lists.values())
        lists = lists | {("", "", n): [place for place in room if place[1] == 1] for n in range(idle)}
    held, taken = {}, {place: {} for place in room}
    for start in lists:
        came, queue, end = {}, [start], None
        while queue and not end:
            seat = queue.pop(0)
            for place in lists[seat]:
                if place not in came and not end:
                    came[place], end = seat, place if len(taken[place]) < room[place] else None
                    queue += taken[place]
        if not end:
            return None
        while end:  # every seat on the way moves along
            seat, place = came[end], end
            end = held.get(seat)
            taken.get(end, {}).pop(seat, None)
            held[seat], taken[place][seat] = place, True
    return {seat: place for seat, place in held.items() if seat[0]}


def find(lists, room, mutual):
    """Return a way to fill the seats without a clash, None if there is none: of two that clash one must do without."""
    branches = [()]
    for _ in range(10_000):
        if not branches:
            return None
        without = branches.pop()
        placed = fill({s: [p for p in places if (s, p[0]) not in without] for s, places in lists.items()}, room)
        held = {seat: place[0] for seat, place in (placed or {}).items()}
        pair = clashing(held, mutual)
        if placed is not None and pair is None:
            return held
        branches += [(*without, (seat, held[seat])) for seat in pair or ()]
    return None


def places(lists, low, high):
    room = {(c, 0): low[c] for c in high} | {(c, 1): high[c] - low[c] for c in high}
    return {seat: [(c, part) for part in (0, 1) for c in lists[seat] if room[c, part]] for seat in lists}, room


def walked(lists, low, high, mutual, *, pace, words, accepts):
    """Return where the walk ends. It begins at the first way to fill the seats, in the order of their candidates."""
    (left, room), size = places(lists, low, high), pace * len(lists) * len(lists).bit_length()
    held = find(left, room, mutual)
    need(held is not None, "a walk from nowhere: no valid draw exists")
    for seat, choices in lists.items():
        for who in choices:
            trial = {**left, seat: [place for place in left[seat] if place[0] == who]}
            found = held if held[seat] == who else find(trial, room, mutual)
            if found:
                held, left = found, trial
                break
    for _ in range(20):
        held = walk(held, lists, low, high, mutual, size, words)
        if accepts(held):
            return held
    raise Refused("the walk reaches nothing that can be completed")


def walk(start, lists, low, high, mutual, steps, words):
    held, seats, loads = dict(start), list(lists), Counter(start.values())
    pairs, allowed = {(who, seat[0]) for seat, who in held.items()}, {seat: set(lists[seat]) for seat in lists}
    for _ in range(steps):
        kind = words.below(4)
        ring = [seats[words.below(len(seats))] for _ in range(max(1, kind))]
        if kind < 2:  # another State for a seat, else two or three seats each take the State of the next
            new, old = lists[ring[0]][words.below(len(lists[ring[0]]))], held[ring[0]]
            change = {ring[0]: new} if loads[old] > low[old] and loads[new] < high[new] else {}
        else:
            change = {seat: held[after] for seat, after in zip(ring, ring[1:] + ring[:1], strict=True)}
        gone, come = {(held[seat], seat[0]) for seat in change}, {(who, seat[0]) for seat, who in change.items()}
        back = {(b, a) for a, b in come if {a, b} <= mutual}
        rest = (
            (come | back) & pairs - gone if len(gone) > 9 else {p for p in come | back if p in pairs and p not in gone}
        )
        fits = len(come) == len(ring) and all(who in allowed[seat] for seat, who in change.items())
        if fits and not rest and not come & back:
            pairs -= gone
            pairs |= come
            loads.subtract(held[seat] for seat in change)
            loads.update(change.values())
            held |= change
    return held


# --- additional reviewers ---------------------------------------------------------------------------------------------


class Extras:
    """The additional seats that a main draw asks for, and who may take each; `lists` is None where that is nobody."""

    def __init__(self, draw, drawn):
        self.draw, book = draw, draw.book
        self.main = {seat: who for seat, who in draw.stands.items() if not seat[2]} | drawn
        self.pairs = draw.pairs | {(who, seat[0]) for seat, who in drawn.items()}
        self.mains, self.shares, self.lists = Counter(self.main.values()), {}, {}
        sizes = Counter(seat[0] for seat in (*draw.stands, *drawn))
        for seat in sorted({*drawn, *draw.asking}):
            parts = self.parts(seat)
            sizes[seat[0]] += len(parts or ())
            if parts is None or 0 < book.rule["reviewers_at_most"] < sizes[seat[0]]:
                self.lists = None
                return
            for number, (share, choices) in enumerate(parts, start=1):
                self.shares[*seat[:2], number], self.lists[*seat[:2], number] = share, choices
        cap, self.counts = book.rule["additional_maximum"], book.rule["additional_counts"]
        self.free = {c: max(0, book.most[c] - self.mains[c] - self.counts * draw.extras[c]) for c in book.codes}
        beside = {c: len(self.lists) if cap is None else max(0, cap - draw.extras[c]) for c in book.codes}
        self.high = self.free if self.counts else beside

    def parts(self, seat):
        """Return the fewest parts of what the reviewer lacks that States can take, each with these States."""
        party = self.draw.book.party
        lacking = [i for i in party[seat[0]] if i not in party[self.main[seat]]]
        if not lacking or self.draw.book.rule["additional"] == "off":
            return []
        for size in range(1, len(lacking) + 1):
            for marks in product(range(size), repeat=len(lacking)):
                shares = [[i for i, mark in zip(lacking, marks, strict=True) if mark == part] for part in range(size)]
                if list(dict.fromkeys(marks)) == list(range(size)):
                    choices = [self.choices(seat, share) for share in shares]
                    if all(choices):
                        return list(zip(shares, choices, strict=True))
        return None

    def choices(self, seat, share):
        book, against = self.draw.book, {a for a, b in self.pairs if b == seat[0]}
        against |= {b for a, b in self.pairs if a == seat[0]} if book.mutual else set()
        able = [code for code in book.codes if set(share) <= set(book.party[code]) and code not in against]
        return [code for code in able if self.draw.allows(code, seat, by_class=False)]

    def is_possible(self, held=None):
        """Say whether the additional seats, or such as are `held`, leave a way to fill the later seats of the phase."""
        book, mutual = self.draw.book, self.draw.book.mutual
        if self.lists is None or not (book.has_later or held is None):
            return self.lists is not None
        extras = self.lists if held is None else {seat: [who] for seat, who in held.items()}
        pairs = {(b, a) for a, b in self.pairs} if book.rule["no_mutual"] == "phase" else ()
        later = Draw(book, book.main_seats("later"), {}, bars=pairs)
        low = {c: max(0, book.least[c] - self.mains[c]) * book.has_later for c in book.codes}
        lists, room = places(later.lists(), low, self.free)
        part = 1 if self.counts else 2
        room |= {} if self.counts else {(c, 2): self.high[c] for c in book.codes}
        return (
            find(lists | {s: [(c, part) for c in choices] for s, choices in extras.items()}, room, mutual) is not None
        )

    def attempt(self, words):
        held, loads = {}, Counter()
        for seat, choices in self.lists.items():
            held[seat] = choices[words.below(len(choices))]
            loads[held[seat]] += 1
            if loads[held[seat]] > self.high[held[seat]]:
                return "maximum"
        if clashing(held, self.draw.book.mutual):
            return "mutual"
        return held if self.is_possible(held) else "incompletable"


# --- making a draw again ----------------------------------------------------------------------------------------------


def replay(place, told, tries, run):
    """Make every attempt again up to the first that succeeds; return what it came to, None before a walk."""
    found, discarded = None, Counter()
    for number in range(tries):
        found = run(number)
        if isinstance(found, dict):
            made = {"engine": "exact", "attempt": number, "discarded": dict(discarded)}
            need(told in (None, made), f"{place}: expected attempt {number} after {dict(discarded)}")
            return found
        discarded[found] += 1
    need(told in (None, {"engine": "chain", "attempt": 0, "discarded": {}}), f"{place}: no attempt succeeds")
    return None


def main_draw(draw, keyed, purpose, told, place):
    """Return the seats that a seed gives. `keyed` makes the key of a purpose."""
    rule, sampler, key = draw.book.rule, Sampler(draw), keyed(purpose)
    need(told["engine"] == "exact" or rule["chain"], f"{place}, main: a walk, which the rules do not allow")
    tries = rule["attempts"] if sampler.ceiling else 0
    found = replay(f"{place}, main", told, tries, lambda number: sampler.attempt(Words(key, number)))
    return found or walked(
        *(draw.lists(), draw.low, draw.high, draw.book.mutual),
        pace=222,
        words=Words(keyed(purpose + "/chain")),
        accepts=lambda held: Extras(draw, held).is_possible(),
    )


def additional_draw(draw, drawn, keyed, purpose, told, place):
    """Return the additional seats, with their instruments, that a seed gives beside a main draw."""
    extras, key, tries = Extras(draw, drawn), keyed(purpose), draw.book.rule["additional_tries"]
    need(extras.lists is not None, f"{place}, additional: some instrument has nobody to review it")
    found = replay(f"{place}, additional", told, tries, lambda number: extras.attempt(Words(key, number)))
    if found is None:
        none, words = dict.fromkeys(draw.book.codes, 0), Words(keyed(purpose + "/chain"))
        found = walked(
            *(extras.lists, none, extras.high, draw.book.mutual), pace=111, words=words, accepts=extras.is_possible
        )
    return {seat: (who, extras.shares[seat]) for seat, who in found.items()}


# --- the rules, word by word ------------------------------------------------------------------------------------------


def word(seat):
    return f"{seat[0]}/{seat[1]}" + (f"+{seat[2]}" if seat[2] else "")


def check_rules(book, result, place, before):
    """Check a result, seats with (reviewer, instruments); what stood so `before` was checked then."""
    pairs, helped = {}, {}
    for seat, (who, share) in result.items():
        need((who, seat[0]) not in pairs, f"{place}: {who} reviews {seat[0]} more than once")
        pairs[who, seat[0]] = helped.setdefault(seat[:2], [])
        helped[seat[:2]] += share
    strange = [code for pair in pairs for code in pair if code not in book.rows]
    need(not strange, f"{place}: {strange[:1]} is not on the roster")
    for seat, (who, share) in result.items():
        where, owner = f"{place}: seat {word(seat)}", seat[0]
        if before.get(seat) != (who, share):
            fits = who != owner and book.is_of_side(who, seat, by_class=not seat[2])
            need(fits, f"{where}: {who} may not take it, by its group or class")
            is_closed = (who, owner) in book.closed and book.fixed.get(seat) != who
            need(not is_closed, f"{where}: {who} is barred from it, or stands in a review that is settled")
            need(set(share) <= set(book.party[who]), f"{where}: {who} is not party to {' '.join(share)}")
            is_mutual = {who, owner} <= book.mutual and (owner, who) in pairs
            need(not is_mutual, f"{where}: {who} and {owner} review each other")
        if not seat[2] and before.get(seat) != (who, share):
            found = sorted(helped.get(seat[:2], []))
            lacks = [i for i in book.party[owner] if i not in book.party[who] and book.rule["additional"] != "off"]
            need(found == sorted(lacks), f"{where}: its additional reviewers do not cover what {who} lacks")
    limit, sizes = book.rule["reviewers_at_most"], Counter(seat[0] for seat in result)
    large = [owner for owner in sizes if 0 < limit < sizes[owner]]
    need(not large, f"{place}: {large[:1]} has more than {limit} reviewing States")
    mains, alls = (Counter(who for seat, (who, _) in result.items() if not seat[2] * one) for one in (1, 0))
    old = Counter(who for who, _ in before.values())
    counted, cap = alls if book.rule["additional_counts"] else mains, book.rule["additional_maximum"]
    for code in book.codes:
        most = max(book.most[code], old[code])
        need(counted[code] <= most, f"{place}: {code} takes {counted[code]} reviews, more than {most}")
        is_over = counted is mains and cap is not None and alls[code] - mains[code] > cap
        need(not is_over, f"{place}: {code} takes more than {cap} additional reviews")
        least = 0 if before or book.has_later else book.least[code]
        need(mains[code] >= least, f"{place}: {code} takes {mains[code]} reviews, less than {least}")


# --- the files --------------------------------------------------------------------------------------------------------

# What stands in each file: a name for each value and what it is. * is a list, @ a table of names, ? may be null.
WRITTEN = """
publication: format=lots-publication/1 kind=draw|redraw|late|years|ceremony purpose=text title=text rehearsal=flag
 roster=hex rules=hex verifier=hex software=software published=time objections_until=day seed_sources=text*
 installation=text follows=text requests=request* joined=code*
software: name=rapporteur version=text
request: reviewed=code side=own|other|any part=count refused=code reason=text
rules: format=lots-rules/1 parameters=parameter@ settled=settled* barred=barred* fixed=fixed* groups=text*
parameter: value=any status=text source=text
values: own_group=bit other_group=bit any_group=bit minimum=small maximum=small additional=off|per_side
 additional_counts=flag additional_maximum=small? reviewers_at_most=count blank_status=refuse|not_party
 no_mutual=off|year|phase bar_previous=flag legal=ignore|class class_minimum=count year_groups=small proportional=flag
 redraws=count shortfall=carry|exchange attempts=count additional_tries=count chain=flag balls=count
settled: reviewer=text reviewed=text period=year|phase|previous
barred: reviewer=text reviewed=text reason=text
fixed: reviewer=code reviewed=code side=own|other|any reason=text
roster.csv: code=code name=text group=text class=text turn=now|later|no minimum=digits maximum=digits reason=text
seed: format=lots-seed/1 seed=text parts=part* entered=time
part: source=text value=text evidence=text
draw: main=stage additional=stage
joint: changes=hex shortfall=count@ main=stage additional=stage
narrow: changes=hex shortfall=count@ choices=count consents=code*
years: years=small table=count**
by-bowl: mode=bowl steps=step* additional=seeded?
step: reviewed=code seed=text digest=hex balls=count ball=count seats=code@
by-hand: mode=physical steps=lot* additional=seeded?
lot: reviewed=code side=own|other|any part=small reviewer=code witnesses=text* at=time
head: format=lots-record/1 kind=text purpose=text rehearsal=flag publication=hex roster=hex rules=hex result=hex
stage: engine=exact|chain attempt=count discarded=count@
seeded: engine=exact|chain attempt=count discarded=count@ seed=text
refusal: format=lots-refusal/1 publication=hex roster=hex rules=hex rehearsal=flag sentences=text* cuts=cut*
 relaxations=relaxation*
cut: forbidden=pairing* shortage=reviewers|seats states=code* seats=place* needed=count available=count
pairing: reviewed=code side=own|other|any reviewer=code
place: reviewed=code side=own|other|any
relaxation: cost=count sentence=text
result.csv: reviewed=code side=own|other|any part=digits reviewer=code instruments=text origin=drawn|fixed
changes.csv: reviewed=code side=own|other|any part=digits before=text after=text
years.csv: code=code name=text group=text year=digits
additional.csv: reviewed=code side=own|other|any part=digits reviewer=code instruments=text
loads.csv: code=code name=text group=text main=digits additional=digits total=digits minimum=digits maximum=digits
"""
FORMS = {n: dict(p.split("=") for p in rest.split()) for n, rest in re.findall(r"^(\S+):((?:.|\n )*)", WRITTEN, re.M)}
TEXTS = {
    "text": ".*",
    "hex": "[0-9a-f]{64}",
    "code": "[A-Za-z0-9]+",
    "digits": "[0-9]{0,3}",
    "day": r"(\d{4}(-\d\d){2})?",
}
TEXTS |= {"time": r"\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z"}
SPANS = {"count": 10**9, "small": 999, "bit": 1}


def fit(value, form, place):
    """Refuse a value that is not of its form."""
    last, names = form[-1], FORMS.get(form.rstrip("?"))
    if last in "*@":
        need(
            type(value) is (list if last == "*" else dict), f"{place}: expected a {'list' if last == '*' else 'table'}"
        )
        for name, entry in enumerate(value, start=1) if last == "*" else value.items():
            fit(entry, form[:-1], f"{place} {name}")
    elif names and not (last == "?" and value is None):
        need(type(value) is dict, f"{place}: expected a table of names and values")
        odd = sorted(set(value) ^ set(names))
        need(not odd, f"{place}: {odd[:1]} is missing or unknown; expected {', '.join(names)}")
        for name, entry in value.items():
            fit(entry, names[name], f"{place}, {name}")
    elif not names and form != "any" and not (last == "?" and value is None):
        kind = form.rstrip("?")
        fits = type(value) is str and (
            re.fullmatch(TEXTS[kind], value, re.S) if kind in TEXTS else value in kind.split("|")
        )
        fits = type(value) is int and 0 <= value <= SPANS[kind] if kind in SPANS else fits
        need(type(value) is bool if kind == "flag" else fits, f"{place} is {value!r:.60}; expected {kind}")


class Folder:
    """The files of one folder, and what they say of themselves. `before` is the folder that it continues."""

    def __init__(self, files, path="", before=None):
        inside = {name[len(path) :]: data for name, data in files.items() if name.startswith(path)}
        self.files = {name: data for name, data in inside.items() if not name.startswith("after/")}
        self.path, self.before, self.marked = path, before, False
        self.check_sums()
        told = self.told = self.json("publication.json", "publication")
        self.kind, self.marked, self.purpose = told["kind"], told["rehearsal"], told["purpose"]
        self.at = f"{path}record.json"
        self.read_inputs()
        self.check_seed()
        self.check_events()
        self.record = self.read_record() if "record.json" in self.files else None

    def bytes(self, name):
        need(name in self.files, f"{self.path}{name} is missing")
        return self.files[name]

    def digest(self, name):
        if name in self.files or not self.before:
            return sha(self.bytes(name)).hex()
        return self.before.digest(name)

    def check_sums(self):
        lines = [line.split("  ", 1) for line in self.bytes("SHA256SUMS").decode("utf-8", "replace").splitlines()]
        listed = {line[-1]: line[0] for line in lines}
        for name in sorted(set(self.files) - {"SHA256SUMS"} - set(listed)):
            raise Refused(f"{self.path}SHA256SUMS: {name} is not listed")
        for name, digest in listed.items():
            need(sha(self.bytes(name)).hex() == digest, f"{self.path}{name}: not the file that SHA256SUMS lists")
        need(len(lines) == len(listed), f"{self.path}SHA256SUMS: a file is listed twice")

    def json(self, name, form, raw=None):
        raw = self.bytes(name) if raw is None else raw
        where, wanted = self.path + name, FORMS.get(form, {}).get("format")
        try:
            plain = json.loads(raw.decode())
            found = plain.get("format", wanted)
            need(found == wanted, f"{where}: the format is {found!r:.60}; this program reads {wanted}")
            need(
                raw == compact(plain) + b"\n", f"{where}: not canonical; expected keys in order, no blanks, a line feed"
            )
        except (ValueError, AttributeError, RecursionError) as fault:
            raise Refused(f"{where}: expected a table in JSON ({fault})") from fault
        if form == "event":
            return plain
        optional = {key: [] for key in ("requests", "joined", "groups") if key in FORMS[form]}
        fit(optional | plain, form, where)
        return optional | plain

    def table(self, name):
        """Return the lines of a table, each by its columns."""
        where, marked = self.path + name, self.marked and name != "roster.csv"
        try:
            text, out = self.bytes(name).decode(), io.StringIO()
            head, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
            csv.writer(out, lineterminator="\n").writerows([head, *lines])
        except (ValueError, csv.Error) as fault:
            raise Refused(f"{where}: expected a table in CSV ({fault})") from fault
        form = FORMS[name if name in FORMS else "result.csv"]
        parties = {column: "yes|no|" for column in head if column.startswith("party:") and name == "roster.csv"}
        form = form | parties | ({"rehearsal": "yes"} if marked else {})
        need(head == list(form), f"{where}, line 1: expected the columns {', '.join(form)}")
        need(out.getvalue() == text, f"{where}: not canonical; expected line feeds, and quotes only where needed")
        for number, line in enumerate(lines, start=2):
            need(len(line) == len(head), f"{where}, line {number}: expected {len(head)} cells")
            for column, cell in zip(head, line, strict=True):
                fit(cell, form[column], f"{where}, line {number}, {column}")
        return [dict(zip(head, line, strict=True)) for line in lines]

    def seats(self, name="result.csv"):
        """Return the seats of a table with reviewer and instruments, and those that were fixed."""
        table = self.table(name)
        rows = {(r["reviewed"], r["side"], int(r["part"] or 0)): r for r in table}
        need(len(rows) == len(table), f"{self.path}{name}: a seat stands there twice")
        need(list(rows) == sorted(rows), f"{self.path}{name}: expected the seats in order")
        fixed = {seat for seat, row in rows.items() if row["origin"] == "fixed"}
        return {seat: (row["reviewer"], row["instruments"].split()) for seat, row in rows.items()}, fixed

    def read_inputs(self):
        is_root = self.before is None
        need(
            is_root == (self.kind not in ("redraw", "late")),
            f"{self.path}publication.json, kind: {self.kind} is misplaced",
        )
        for name, what in (("roster.csv", "roster"), ("rules.json", "rules"), ("verify.py", "verifier")):
            need(self.digest(name) == self.told[what], f"{self.path}publication.json, {what}: not the digest of {name}")
        self.book = self.read_book() if is_root or "roster.csv" in self.files else self.before.book
        follows = "" if is_root else self.before.digest("record.json")
        need(self.told["follows"] == follows, f"{self.path}publication.json, follows: not the record that it continues")

    def read_book(self):
        rules, rows, where = self.json("rules.json", "rules"), self.table("roster.csv"), f"{self.path}roster.csv"
        fit({name: told["value"] for name, told in rules["parameters"].items()}, "values", f"{self.path}rules.json")
        codes = [row["code"] for row in rows]
        need(
            codes and codes == sorted(set(codes)), f"{where}: expected at least one State, codes in order and each once"
        )
        strange = [f["reviewed"] for f in rules["fixed"] if f["reviewed"] not in codes]
        need(not strange, f"{self.path}rules.json, fixed: {strange[:1]} is not on the roster")
        return Book(rows, rules)

    def check_seed(self):
        if "seed.json" not in self.files:
            self.seed, self.seeds = None, self.before.seeds if self.before else []
            return
        told, where = self.json("seed.json", "seed"), f"{self.path}seed.json"
        self.seed, entered, mark = told["seed"], told["entered"], "rehearsal:" if self.marked else ""
        made = mark + sha(compact([part["value"] for part in told["parts"]])).hex()
        need(not told["parts"] or self.seed == made, f"{where}, seed: not the SHA-256 of the values of its parts")
        self.check_text(self.seed, where)
        need(entered >= self.told["published"], f"{where}, entered: earlier than the publication")
        last = self.told["objections_until"]
        need(entered[:10] > last, f"{where}, entered: not after {last}, the last day for objections or requests")
        earlier = self.before.seeds if self.before else []
        need(self.seed not in [seed for seed, _ in earlier], f"{where}, seed: it was used before")
        need(
            not earlier or self.told["published"] >= earlier[-1][1],
            f"{self.path}publication.json: before the last seed",
        )
        self.seeds = [*earlier, (self.seed, entered)]

    def check_text(self, seed, where):
        is_clean = seed == seed.strip() and seed.isprintable() and len(seed) <= 1000
        need(is_clean, f"{where}, seed: expected one line without blanks around it, of at most 1000 characters")
        is_told = seed.startswith("rehearsal:") == self.marked
        need(is_told, f'{where}, seed: expected "rehearsal:" at its beginning in a rehearsal, and nowhere else')
        need(self.marked or len(seed) >= 20, f"{where}, seed: expected at least 20 characters")

    def check_events(self):
        """Follow the chain: every line is bound to the one before it, and names the files as they are."""
        last, at, seen, where = "0" * 64, "", [], f"{self.path}events.jsonl"
        names = {"roster": "roster.csv", "rules": "rules.json", "verifier": "verify.py"}
        names |= {"publication": "publication.json", "seed": "seed.json"} | {name: name for name in self.files}
        for number, line in enumerate(self.bytes("events.jsonl").split(b"\n")[:-1], start=1):
            event, place = self.json("events.jsonl", "event", line + b"\n"), f"{where}, line {number}"
            need(event.get("previous") == last, f"{place}: not bound to the line before it")
            need(at <= str(event.get("at")), f"{place}, at: earlier than the line before it")
            need(event.get("rehearsal", False) is self.marked, f"{place}: expected the mark of a rehearsal or none")
            last, at, what = sha(line).hex(), str(event["at"]), event.get("what")
            for name in names if what in ("published", "seed_entered", "drawn", "undrawn") else ():
                same = event.get(name) is None or event[name] == self.digest(names[name])
                need(same, f"{place}, {name}: not the digest of {names[name]}")
            seen += [what] if what in ("published", "seed_entered", "drawn", "undrawn") else []
        need(self.bytes("events.jsonl").endswith(b"\n"), f"{where}: expected a line feed at the end")
        ends = {"record.json": "drawn", "no-draw.json": "undrawn", "seed.json": "seed_entered"}
        wanted = ["published", *(ends[name] for name in reversed(ends) if name in self.files)]
        need(seen == wanted, f"{where}: expected {', '.join(wanted)} in this order, each once")

    def read_record(self):
        """Return record.json once its head agrees with all that it names."""
        raw = self.bytes("record.json")
        form = {"redraw": "joint", "late": "joint", "ceremony": "by-bowl"}.get(self.kind, self.kind)
        form = "narrow" if b'"choices"' in raw and form == "joint" else form
        form = "by-hand" if b'"mode":"physical"' in raw and form == "by-bowl" else form
        keyed = {} if self.kind == "ceremony" else {"seed": "text", "key": "hex"}
        FORMS["record"] = FORMS["head"] | FORMS[form] | keyed
        told = self.json("record.json", "record")
        self.form, self.table_name = form, "years.csv" if form == "years" else "result.csv"
        expected = {"kind": self.kind, "purpose": self.purpose, "rehearsal": self.marked}
        expected |= {"publication": self.digest("publication.json"), "roster": self.told["roster"]}
        expected |= {"rules": self.told["rules"], "result": self.digest(self.table_name)}
        if keyed:
            need(self.seed is not None, f"{self.path}seed.json is missing")
            expected |= {"seed": self.seed, "key": self.keyed(self.purpose).hex()}
        for name, value in expected.items():
            need(told[name] == value, f"{self.at}, {name}: expected {value}")
        return told

    def keyed(self, purpose, seed=None):
        return sha(compact(["draw/1", self.told["roster"], self.told["rules"], seed or self.seed, purpose]))

    def compare(self, made, name="result.csv"):
        """Refuse a table that is not what the seed gives."""
        found = self.seats(name)[0]
        for seat in sorted({*made, *found}):
            (who, share), (told, shares) = made.get(seat, ("nobody", [])), found.get(seat, ("nobody", []))
            need(who == told, f"{self.path}{name}: seat {word(seat)} has {told}; the draw gives it {who}")
            need(share == shares, f"{self.path}{name}: seat {word(seat)}, instruments: expected {' '.join(share)}")


# --- every kind of record ---------------------------------------------------------------------------------------------


def plain(seats):
    return {seat: (who, []) for seat, who in seats.items()}


def check_draw(folder, said):
    """Make a whole draw again."""
    book, record, purpose = folder.book, folder.record, folder.purpose
    opened = [seat for seat in book.main_seats() if seat not in book.fixed]
    draw = Draw(book, opened, book.fixed, asking=book.fixed)
    drawn = main_draw(draw, folder.keyed, purpose, record["main"], folder.at)
    additional = additional_draw(draw, drawn, folder.keyed, f"{purpose}/additional", record["additional"], folder.at)
    folder.compare(plain(book.fixed) | plain(drawn) | additional)
    attempts, tries = record["main"]["attempt"], record["additional"]["attempt"]
    said.append(f"The {len(drawn)} main seats follow from the seed, in attempt {attempts} counted from 0.")
    said.append(f"The {len(additional)} additional seats follow from the seed, in try {tries} counted from 0.")
    for name in ("main", "additional"):
        if record[name]["engine"] == "chain":
            said.append(f"The {name} seats come from a walk: near-uniform, without proof.")


def check_after(folder, said):
    """Make lots drawn again, or those of States that joined late, once more, on top of all that stands."""
    book, before, record, purpose, told = folder.book, folder.before, folder.record, folder.purpose, folder.told
    stood, fixed = before.seats()
    requests = [((r["reviewed"], r["side"], 0), r["refused"]) for r in told["requests"]]
    number, asked = 1 + before.counts[folder.kind, folder.form], {seat[0] for seat, _ in requests}
    if folder.form == "narrow":
        number = 1 + max(before.counts[owner] for owner in asked)
    names = {"late": f"late:{number}", "redraw": f"redraw:joint:{number}"}
    wanted = names[folder.kind] if folder.form == "joint" else f"redraw:{min(asked)}:{number}"
    need(purpose == wanted, f"{folder.path}publication.json, purpose: expected {wanted}")
    for seat, refused in requests:
        where = f"{folder.path}publication.json, requests: {word(seat)}"
        need(stood.get(seat, ("",))[0] == refused and seat not in fixed, f"{where}: not drawn for {refused}")
        need(before.counts[seat[0]] < book.rule["redraws"], f"{where}: more repeats than the rules allow")
    folder.bars = {*before.bars, *((refused, seat[0]) for seat, refused in requests)}
    folder.counts = before.counts + Counter([(folder.kind, folder.form), *asked])
    late = set(told["joined"])
    need(not late & set(before.book.codes), f"{folder.path}publication.json, joined: one of them was there before")
    opened = [seat for seat, _ in requests] + [seat for seat in book.main_seats() if seat[0] in late]
    reopen = partial(reopened, book, stood, folder.bars)
    if folder.form == "narrow":
        drawn, choices = narrow(reopen, *requests[0], Words(folder.keyed(purpose)))
        need(record["choices"] == choices, f"{folder.at}, choices: expected {choices}")
        consents = [who for seat, who in drawn.items() if len(drawn) > 1 and seat == opened[0]]
        need(record["consents"] == consents, f"{folder.at}, consents: expected {consents}")
        draw, told = reopen(drawn), None
    else:
        draw, told = reopen(opened, binding=not late), record["additional"]
        if find(*places(draw.lists(), draw.low, draw.high), book.mutual) is None:
            draw = reopen(opened, binding=False)
        drawn = main_draw(draw, folder.keyed, purpose, record["main"], folder.at)
    additional = additional_draw(draw, drawn, folder.keyed, f"{purpose}/additional", told, folder.at)
    made = {seat: stood[seat] for seat in draw.stands} | plain(drawn) | additional
    folder.compare(made)
    mains = Counter(who for seat, (who, _) in made.items() if not seat[2])
    short = {
        c: book.least[c] - mains[c] for c in book.codes if mains[c] < book.least[c] and not (late or book.has_later)
    }
    need(record["shortfall"] == short, f"{folder.at}, shortfall: expected {short}")
    check_changes(folder, stood, made)
    said.append(f"{folder.path}: {len(drawn)} main and {len(additional)} additional seats follow from a new seed.")


def check_changes(folder, stood, made):
    need(
        folder.record["changes"] == folder.digest("changes.csv"), f"{folder.at}, changes: not the digest of changes.csv"
    )
    rows = {(r["reviewed"], r["side"], int(r["part"])): (r["before"], r["after"]) for r in folder.table("changes.csv")}
    pairs = {seat: (stood.get(seat, ("",))[0], made.get(seat, ("",))[0]) for seat in {*stood, *made}}
    need(
        rows == {seat: pair for seat, pair in pairs.items() if pair[0] != pair[1]},
        f"{folder.path}changes.csv: not what changed",
    )


def reopened(book, stood, bars, opened, *, binding=True):
    """Return the draw of some main seats while all others stand, with the additional seats beside them."""
    sides = {seat[:2] for seat in opened}
    stands = {seat: who for seat, (who, _) in stood.items() if seat[:2] not in sides}
    return Draw(
        book, sorted(opened, key=lambda seat: (seat[0], SIDES.index(seat[1]))), stands, bars=bars, binding=binding
    )


def narrow(reopen, seat, refused, words):
    """Return the change that a narrow lot gives, and among how many it fell."""

    def fits(change):
        draw = reopen(change)
        loads = Counter(change.values())
        return (
            all(draw.allows(who, at) for at, who in change.items())
            and all(loads[who] <= draw.high[who] for who in loads)
            and not clashing(change, draw.book.mutual)
            and Extras(draw, change).is_possible()
        )

    draw, fitting = reopen([seat]), []
    if draw.book.rule["shortfall"] == "exchange" and draw.low[refused]:
        others = sorted(
            at for at in draw.stands if not at[2] and at not in draw.book.fixed and draw.stands[at] != refused
        )
        fitting = [change for at in others if fits(change := {seat: draw.stands[at], at: refused})]
    fitting = fitting or [{seat: who} for who in draw.book.codes if fits({seat: who})]
    need(fitting, f"nobody can take {word(seat)}, though the record says so")
    return fitting[words.below(len(fitting))], len(fitting)


def check_years(folder, said):
    """Deal the year groups again: one table for the remainders of all groups, then each group by its tickets."""
    book, words = folder.book, Words(folder.keyed(folder.purpose))
    years, groups = book.rule["year_groups"], {}
    for code in book.codes:
        if book.rows[code]["turn"] != "no":
            groups.setdefault(book.group[code] if book.rule["proportional"] else "", []).append(code)
    choices = [list(combinations(range(years), len(codes) % years)) for _, codes in sorted(groups.items())]
    need(prod(map(len, choices)) < 10**7, f"{folder.path}rules.json, year_groups: more tables than can be listed")
    counts = ((table, [sum(year in extra for extra in table) for year in range(years)]) for table in product(*choices))
    tables = [table for table, count_of in counts if max(count_of) - min(count_of) <= 1]
    table = tables[words.below(len(tables))]
    need(folder.record["years"] == years, f"{folder.at}, years: expected {years}")
    need(folder.record["table"] == [list(extra) for extra in table], f"{folder.at}, table: the seed gives {table}")
    found = {}
    for (_, codes), extra in zip(sorted(groups.items()), table, strict=True):
        order = iter(sorted(codes, key=lambda code: (sha(f"{folder.seed}/{code}".encode()).hex(), code)))
        for year in range(years):
            found |= {next(order): year + 1 for _ in range(len(codes) // years + (year in extra))}
    rows = [
        {"code": c, "name": book.rows[c]["name"], "group": book.group[c], "year": str(found[c])} for c in sorted(found)
    ]
    told = [{name: row[name] for name in FORMS["years.csv"]} for row in folder.table("years.csv")]
    wrong = next((a["code"] for a, b in zip_longest(rows, told, fillvalue={"code": "?"}) if a != b), None)
    need(wrong is None, f"{folder.path}years.csv: {wrong} is not where the seed puts it")
    said.append(
        f"The year groups of {len(found)} States follow from the seed: one of {len(tables)} tables, then tickets."
    )


def check_ceremony(folder, said):
    """Follow a draw made in a room: with a bowl from the randomness of every step, by hand through the rules alone."""
    book, record, fixed = folder.book, folder.record, folder.book.fixed
    steps, drawn, seeds = record["steps"], {}, []
    for number, step in enumerate(steps, start=1):
        place = f"{folder.at}, steps {number}"
        if folder.form == "by-hand":
            seat, new = (step["reviewed"], step["side"], step["part"]), {}
            new[seat] = step["reviewer"]
        else:
            folder.check_text(step["seed"], place)
            seeds.append(step["seed"])
            new = bowl(folder, {**fixed, **drawn}, step, number, place)
        need(not {*new} & {*drawn, *fixed}, f"{place}: a seat drawn before")
        drawn |= new
    result = folder.seats()[0]
    mains = fixed | {seat: who for seat, who in drawn.items() if not seat[2]}
    need(sorted(mains) == sorted(book.main_seats()), f"{folder.at}, steps: not every main seat is drawn once")
    draw, told = Draw(book, [], mains, asking=mains), record["additional"]
    extras = {seat: (who, result.get(seat, ("", []))[1]) for seat, who in drawn.items() if seat[2]}
    if told is not None:
        folder.check_text(told["seed"], f"{folder.at}, additional")
        seeds.append(seed := told.pop("seed"))
        keyed = partial(folder.keyed, seed=seed)
        extras |= additional_draw(draw, {}, keyed, f"{folder.purpose}/additional", told, folder.at)
    need(len(seeds) == len(set(seeds)), f"{folder.at}: a seed was used twice")
    folder.compare(plain(mains) | extras)
    by_hand = "The draw was made by hand: it keeps the rules, but chance itself cannot be checked."
    said.append(
        by_hand if folder.form == "by-hand" else f"All {len(steps)} steps follow from their published randomness."
    )


def bowl(folder, stands, step, number, place):
    """Return what the ball drawn gives, once all balls of the step are made again."""
    book, owner, balls = folder.book, step["reviewed"], []
    draw = Draw(book, [seat for seat in book.main_seats() if seat not in stands], stands, asking=stands)
    sampler = Sampler(draw)
    for ball in range(step["balls"]):
        key = folder.keyed(f"bowl:{owner}:{ball}", step["seed"])
        runs = (
            sampler.attempt(Words(key, attempt)) for attempt in range(book.rule["attempts"] if sampler.ceiling else 0)
        )
        balls.append(next((found for found in runs if not isinstance(found, str)), None))
        need(balls[-1], f"{place}: ball {ball + 1} does not come to a draw")
    need(step["balls"] == book.rule["balls"], f"{place}, balls: expected {book.rule['balls']}")
    listed = [[[word(seat), who] for seat, who in sorted(held.items())] for held in balls]
    need(sha(compact([owner, listed])).hex() == step["digest"], f"{place}, digest: not that of the balls")
    need(1 <= step["ball"] <= len(balls), f"{place}, ball: expected 1 to {len(balls)}")
    won = balls[step["ball"] - 1]
    new = {seat: who for seat, who in won.items() if seat[0] == owner}
    need(step["seats"] == {seat[1]: who for seat, who in new.items()}, f"{place}, seats: not those on the ball")
    whole = {seat: who for seat, who in (stands | won).items() if seat not in book.fixed}
    folder.compare(plain(whole), f"certificates/{number:03}.csv")
    return new


def check_refusal(folder, said):
    """Recount why there is no draw: every cut, and that the branches leave nothing out."""
    told, book, where = folder.json("no-draw.json", "refusal"), folder.book, f"{folder.path}no-draw.json"
    for name, value in {"publication": folder.digest("publication.json"), "rehearsal": folder.marked}.items():
        need(told[name] == value, f"{where}, {name}: expected {value}")
    if not told["cuts"]:
        said.append(f"{where}: it gives no count that fails, so that there is no draw cannot be checked here.")
        return
    draw = Draw(book, [seat for seat in book.main_seats() if seat not in book.fixed], book.fixed)
    lists, leaves = draw.lists(), []
    for number, cut in enumerate(told["cuts"], start=1):
        without = [((p["reviewed"], p["side"], 0), p["reviewer"]) for p in cut["forbidden"]]
        left = {seat: {who for who in who_may if (seat, who) not in without} for seat, who_may in lists.items()}
        states, seats = set(cut["states"]), {(p["reviewed"], p["side"], 0) for p in cut["seats"]}
        if cut["shortage"] == "reviewers":
            counted, room = (
                {seat for seat in left if left[seat] <= states},
                sum(draw.high[c] for c in states & {*draw.high}),
            )
            fails = seats <= counted and (len(seats), room) == (cut["needed"], cut["available"])
        else:
            counted, wanted = (
                {seat for seat in left if left[seat] & states},
                sum(draw.low[c] for c in states & {*draw.low}),
            )
            fails = seats >= counted and (wanted, len(seats)) == (cut["needed"], cut["available"])
        need(fails and cut["needed"] > cut["available"], f"{where}, cuts {number}: the count comes out otherwise")
        leaves.append(without)
    need(covered(leaves, [], book.mutual), f"{where}, cuts: the branches do not cover everything")
    said.append(f"There is no draw: {len(leaves)} counts that fail were made again, and together leave nothing out.")


def covered(leaves, done, mutual):
    """Say whether the branches after `done` are one cut, or forbid one and the other of two pairings that clash."""
    inside = [leaf for leaf in leaves if leaf[: len(done)] == done]
    if done in inside:
        return True
    forks = list(dict.fromkeys(leaf[len(done)] for leaf in inside))
    return len(forks) == 2 and clashing(dict(forks), mutual) and all(covered(inside, [*done, f], mutual) for f in forks)


def check_lists(folder):
    """Compare the lists for people with the result."""
    if "loads.csv" not in folder.files or folder.form == "years":
        return
    result, table = folder.seats()[0], folder.table("loads.csv")
    listed = [row["code"] for row in table] == folder.book.codes
    need(listed, f"{folder.path}loads.csv: expected the States of the roster in order")
    mains, extras = (
        Counter(who for seat, (who, _) in result.items() if bool(seat[2]) == is_extra) for is_extra in (0, 1)
    )
    for row in table:
        told = tuple(int(row[name]) for name in ("main", "additional", "total"))
        code = row["code"]
        need(
            told == (mains[code], extras[code], mains[code] + extras[code]),
            f"{folder.path}loads.csv: {code} is miscounted",
        )
    rows = {
        (r["reviewed"], r["side"], int(r["part"])): (r["reviewer"], r["instruments"].split())
        for r in folder.table("additional.csv")
    }
    need(
        rows == {seat: told for seat, told in result.items() if seat[2]},
        f"{folder.path}additional.csv: not as in result.csv",
    )
    try:
        reviews = json.loads(folder.bytes("result.json"))["reviews"]
        told = {(r["reviewed"], p["side"], p["part"]): p["code"] for r in reviews for p in r["reviewers"]}
    except (ValueError, LookupError, TypeError) as fault:
        raise Refused(f"{folder.path}result.json: expected the reviews as docs/reference/draw.md has them") from fault
    need(told == {seat: who for seat, (who, _) in result.items()}, f"{folder.path}result.json: not as in result.csv")


def check(folder, said):
    if folder.record is None:
        if "no-draw.json" in folder.files:
            check_refusal(folder, said)
        else:
            said.append(f"{folder.path or 'The draw'}: published and not drawn yet.")
        return
    if folder.form == "years":
        check_years(folder, said)
        return
    result, fixed = folder.seats()
    stood = folder.before.seats()[0] if folder.before else {}
    check_rules(folder.book, result, f"{folder.path}result.csv", stood)
    wanted = folder.before.seats()[1] if folder.before else set(folder.book.fixed)
    need(fixed == wanted, f"{folder.path}result.csv, origin: drawn or fixed, not as the rules have it")
    mains = {seat for seat in result if not seat[2]}
    need(
        stood or mains == {*folder.book.main_seats()}, f"{folder.path}result.csv: not the main seats of those reviewed"
    )
    {"draw": check_draw, "ceremony": check_ceremony}.get(folder.kind, check_after)(folder, said)
    check_lists(folder)


def examine(path):
    """Return what is wrong with a folder, nothing if it is right, and what was checked."""
    said = []
    try:
        files = {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}
        folder = Folder(files)
        folder.bars, folder.counts = set(), Counter()
        check(folder, said)
        links = {name.split("/")[1] for name in files if name.startswith("after/")}
        for number in range(1, len(links) + 1):
            need(str(number) in links, f"after/{number} is missing")
            folder = Folder(files, f"after/{number}/", folder)
            check(folder, said)
    except Refused as refusal:
        return [str(refusal)], said
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, OSError) as fault:
        return [
            f"The folder cannot be followed: expected files as docs/reference/draw.md has them ({fault!r:.200})"
        ], said
    return [], said


def verify(path):
    return examine(path)[0]


def main(arguments):
    if len(arguments) != 1:
        sys.stderr.write("usage: python3 verify.py FOLDER\n")
        return 2
    faults, said = examine(Path(arguments[0]))
    sys.stdout.write("".join(f"{line}\n" for line in said))
    sys.stdout.write("".join(f"WRONG: {fault}\n" for fault in faults) or "The record is right.\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
