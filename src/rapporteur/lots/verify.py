"""Verify a published draw: python3 verify.py FOLDER

This one file, with Python 3.11 or later and nothing else, checks a folder that holds roster.csv, rules.json,
result.csv and record.json. It recomputes the digests and the key, checks every rule against the result, makes the
whole draw again from the seed, and compares. It follows docs/reference/draw.md step by step and shares no line with the
program that made it.
"""

import csv
import hashlib
import json
import sys
from collections import Counter
from functools import cache
from itertools import count, product
from math import comb, factorial, isqrt, prod
from pathlib import Path

FILES = ("roster.csv", "rules.json", "result.csv", "record.json")
SIDES = ("own", "other", "any")


class Refused(Exception):
    """The record is not what it says. The message names what, and where."""


def need(holds: object, reason: str) -> None:
    if not holds:
        raise Refused(reason)


# --- chance -----------------------------------------------------------------------------------------------------------


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def compact(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


class Words:
    """Words of 32 bits: SHA-256(key, counter as eight bytes), counter 0 and up."""

    def __init__(self, key: bytes) -> None:
        self.words = self.endless(key)

    @staticmethod
    def endless(key: bytes):
        for counter in count():
            block = sha(key + counter.to_bytes(8, "big"))
            for at in range(0, 32, 4):
                yield int.from_bytes(block[at : at + 4], "big")

    def number(self, words: int) -> int:
        value = 0
        for _ in range(words):
            value = value << 32 | next(self.words)
        return value

    def below(self, n: int) -> int:
        if n == 1:
            return 0
        words = -(-(n - 1).bit_length() // 32)
        whole = 2 ** (32 * words)
        while (value := self.number(words)) >= whole - whole % n:
            pass
        return value % n


def attempt(key: bytes, number: int) -> Words:
    return Words(sha(key + number.to_bytes(8, "big")))


# --- what was published -----------------------------------------------------------------------------------------------


class Published:
    """The four files, read on their own terms. States go by their code, seats by (State, side, part)."""

    def __init__(self, folder: Path) -> None:
        for name in FILES:
            need((folder / name).is_file(), f"{name} is missing")
        self.raw = {name: (folder / name).read_bytes() for name in FILES}
        try:
            self.record = json.loads(self.raw["record.json"])
            rules = json.loads(self.raw["rules.json"])
            rows = list(csv.DictReader(self.raw["roster.csv"].decode().splitlines(), strict=True))
            lines = list(csv.DictReader(self.raw["result.csv"].decode().splitlines(), strict=True))
            self.rule = {name: told["value"] for name, told in rules["parameters"].items()}
            self.settled, self.barred, self.fixings = rules["settled"], rules["barred"], rules["fixed"]
            self.read_states(rows)
            self.read_seats(lines)
        except (ValueError, KeyError, TypeError, AttributeError, csv.Error) as fault:
            raise Refused(f"a file cannot be read: {fault!r}") from fault

    def read_states(self, rows: list[dict[str, str]]) -> None:
        self.instruments = [column[6:] for column in rows[0] if column.startswith("party:")]
        self.codes = [row["code"] for row in rows]
        self.group = {row["code"]: row["group"] for row in rows}
        self.legal = {row["code"]: row["class"] for row in rows}
        self.turn = {row["code"]: row["turn"] for row in rows}
        self.party = {row["code"]: [i for i in self.instruments if row["party:" + i] == "yes"] for row in rows}
        self.least = {row["code"]: int(row["minimum"] or self.rule["minimum"]) for row in rows}
        self.most = {row["code"]: int(row["maximum"] or self.rule["maximum"]) for row in rows}
        self.position = {code: index for index, code in enumerate(self.codes)}
        self.has_later = "later" in self.turn.values()

    def read_seats(self, lines: list[dict[str, str]]) -> None:
        self.result = {(r["reviewed"], r["side"], int(r["part"])): r["reviewer"] for r in lines}
        self.shares = {(r["reviewed"], r["side"], int(r["part"])): tuple(r["instruments"].split()) for r in lines}
        self.origin = {(r["reviewed"], r["side"], int(r["part"])): r["origin"] for r in lines}
        self.fixed = {(f["reviewed"], f["side"], 0): f["reviewer"] for f in self.fixings}
        need(len(lines) == len(self.result), "result.csv: a seat stands there twice")

    def check_digests(self) -> None:
        record = self.record
        for name, file in (("roster", "roster.csv"), ("rules", "rules.json"), ("result", "result.csv")):
            need(sha(self.raw[file]).hex() == record[name], f"{file} is not the file that the record was made for")
        need(self.codes == sorted(set(self.codes)), "roster.csv: codes are not in order, each once")
        need(self.raw["rules.json"] == compact(json.loads(self.raw["rules.json"])) + b"\n", "rules.json: not canonical")
        need(self.raw["record.json"] == compact(record) + b"\n", "record.json: not canonical")
        need(self.key(record["purpose"]).hex() == record["key"], "record.json: the key does not follow from the seed")

    def key(self, purpose: str) -> bytes:
        record = self.record
        return sha(compact(["draw/1", record["roster"], record["rules"], record["seed"], purpose]))

    # What the rules say of any State or pair.

    def reviewed(self) -> list[str]:
        return [code for code in self.codes if self.turn[code] == "now"]

    def main_seats(self, turn: str = "now") -> list[tuple[str, str, int]]:
        sides = [side for side in SIDES if self.rule[f"{side}_group"]]
        return [(code, side, 0) for code in self.codes if self.turn[code] == turn for side in sides]

    def block(self, code: str) -> tuple[str, str]:
        same = [c for c in self.codes if (self.group[c], self.legal[c]) == (self.group[code], self.legal[code])]
        large = self.rule["legal"] == "class" and self.legal[code] and len(same) >= self.rule["class_minimum"]
        return (self.group[code], self.legal[code] if large else "")

    def forbidden(self) -> set[tuple[str, str]]:
        """Return the pairs (reviewer, reviewed) that may not come up, whatever else is drawn."""
        pairs = {(b["reviewer"], b["reviewed"]) for b in self.barred}
        standing = {(reviewer, seat[0]) for seat, reviewer in self.fixed.items()}
        pairs |= standing
        reach = {"off": (), "year": ("year",), "phase": ("year", "phase")}[self.rule["no_mutual"]]
        if reach:
            standing = standing | {(p["reviewer"], p["reviewed"]) for p in self.settled if p["period"] in reach}
            pairs |= {(b, a) for a, b in standing}
        if self.rule["bar_previous"]:
            pairs |= {(p["reviewer"], p["reviewed"]) for p in self.settled if p["period"] == "previous"}
        return pairs

    def may_sit(self, reviewer: str, seat: tuple[str, str, int], *, by_class: bool) -> bool:
        owner, side, _ = seat
        if reviewer == owner or (reviewer, owner) in self.closed:
            return False
        if side == "any":
            return True
        if side == "other":
            return self.group[reviewer] != self.group[owner]
        if by_class and self.blocks[owner][1]:
            return self.blocks[reviewer] == self.blocks[owner]
        return self.group[reviewer] == self.group[owner]

    def prepare(self) -> None:
        self.closed = self.forbidden()
        self.blocks = {code: self.block(code) for code in self.codes}


# --- the rules, word by word ------------------------------------------------------------------------------------------


def check_rules(pub: Published) -> None:
    main = {seat: who for seat, who in pub.result.items() if seat[2] == 0}
    need(
        sorted(main) == sorted(pub.main_seats()), "result.csv: the main seats are not those of the States under review"
    )
    for seat, reviewer in pub.result.items():
        name = f"seat {seat[0]}/{seat[1]}" + (f"+{seat[2]}" if seat[2] else "")
        need(reviewer in pub.position, f"{name}: {reviewer} is not on the roster")
        need((pub.origin[seat] == "fixed") == (seat in pub.fixed), f"{name}: drawn or fixed, not as the rules have it")
        if seat in pub.fixed:
            need(reviewer == pub.fixed[seat], f"{name}: fixed for {pub.fixed[seat]}, given to {reviewer}")
        else:
            need(pub.may_sit(reviewer, seat, by_class=seat[2] == 0), f"{name}: {reviewer} may not take it")
    pairs = [(who, seat[0]) for seat, who in pub.result.items()]
    for pair, times in Counter(pairs).items():
        need(times == 1, f"{pair[0]} reviews {pair[1]} more than once")
        mutual = pub.rule["no_mutual"] != "off" and (pair[1], pair[0]) in pairs
        need(not mutual, f"{pair[0]} and {pair[1]} review each other")
    check_loads(pub, main)
    check_cover(pub, main)


def check_loads(pub: Published, main: dict[tuple[str, str, int], str]) -> None:
    mains, alls = Counter(main.values()), Counter(pub.result.values())
    for code in pub.codes:
        counted = alls[code] if pub.rule["additional_counts"] else mains[code]
        need(counted <= pub.most[code], f"{code} takes {counted} reviews, more than {pub.most[code]}")
        need(
            mains[code] >= pub.least[code] or pub.has_later,
            f"{code} takes {mains[code]} reviews, less than its minimum",
        )
        cap = None if pub.rule["additional_counts"] else pub.rule["additional_maximum"]
        need(cap is None or alls[code] - mains[code] <= cap, f"{code} takes too many additional reviews")


def check_cover(pub: Published, main: dict[tuple[str, str, int], str]) -> None:
    per_review = Counter(seat[0] for seat in pub.result)
    for (owner, side, _), reviewer in main.items():
        lacking = [i for i in pub.party[owner] if i not in pub.party[reviewer]]
        shared: list[str] = []
        for part in count(1):
            extra = pub.result.get((owner, side, part))
            if extra is None:
                break
            share = pub.shares[owner, side, part]
            need(set(share) <= set(pub.party[extra]), f"{extra} is not party to all that it reviews in {owner}")
            shared += share
        wanted = lacking if pub.rule["additional"] == "per_side" else []
        need(
            sorted(shared) == sorted(wanted), f"{owner}/{side}: additional reviewers do not cover what {reviewer} lacks"
        )
        limit = pub.rule["reviewers_at_most"]
        need(
            not limit or per_review[owner] <= limit,
            f"{owner} has {per_review[owner]} reviewing States, more than {limit}",
        )
    extras = sum(1 for seat in pub.result if seat[2])
    reachable = sum(1 for owner, side, _ in main for part in range(1, extras + 1) if (owner, side, part) in pub.result)
    need(extras == reachable, "result.csv: an additional seat belongs to no main seat")


# --- weights ----------------------------------------------------------------------------------------------------------


def series(bounds: tuple[int, int], taken: int) -> list[int]:
    low, high = bounds
    return [factorial(high) // factorial(t - taken) if t >= max(low, taken) else 0 for t in range(taken, high + 1)]


def times(a: list[int], b: list[int]) -> list[int]:
    out = [0] * (len(a) + len(b) - 1) if a and b else []
    for i, x in enumerate(a):
        if x:
            for j, y in enumerate(b):
                out[i + j] += x * y
    return out


def power(p: list[int], n: int) -> list[int]:
    """Return p**n, p[0] not 0: k p0 c(k) = sum of (i n - (k - i)) p(i) c(k - i)."""
    out = [p[0] ** n]
    for k in range(1, n * (len(p) - 1) + 1):
        total = sum((i * n - (k - i)) * p[i] * out[k - i] for i in range(1, min(k, len(p) - 1) + 1))
        out.append(total // (k * p[0]))
    return out


def forced_rows(owners: list[tuple[int, int]], others: list[tuple[int, int]], most: int):
    """Yield E(f), f = 0 .. most: coefficients by load, summed over the choices of f owners that have one seat each."""
    members = owners + others
    if len(set(members)) == 1 and members[0][1]:
        low, high = members[0]
        strip = max(low, 1) - 1
        p, q = series((low, high), 0)[low:], series((low, high), 1)[strip:]
        row = power(p, len(members))
        for f in range(most + 1):
            if f:  # row times q, over p, exactly
                row = times(row, q)
                for k in range(len(row)):
                    row[k] = (row[k] - sum(p[i] * row[k - i] for i in range(1, min(k, len(p) - 1) + 1))) // p[0]
                row = row[: (len(members) - f) * (len(p) - 1) + f * (len(q) - 1) + 1]
            yield [0] * (low * (len(members) - f) + strip * f) + [comb(len(owners), f) * c for c in row]
        return
    rows = [[1]]
    for bounds in others:
        rows = [times(row, series(bounds, 0)) for row in rows]
    for bounds in owners:
        kept = [times(row, series(bounds, 0)) for row in rows] + [[]]
        moved: list[list[int]] = [[]] + [times(row, series(bounds, 1)) for row in rows]
        width = max(map(len, kept))
        rows = [
            [sum(c) for c in zip(pad(a, width), pad(b, width), strict=True)] for a, b in zip(kept, moved, strict=True)
        ]
        rows = rows[: most + 1]
    yield from rows


def pad(row: list[int], width: int) -> list[int]:
    return row + [0] * (width - len(row))


def weights(owners: list[tuple[int, int]], others: list[tuple[int, int]], *, mutual: bool) -> list[int]:
    """Return W(K), K = 0 .. all the members may take."""
    most = min(len(owners), 64)
    total = sum(high for _, high in owners + others)
    sums = [0] * (total + 1)
    sign = before = 0
    rows = list(forced_rows(owners, others, most))
    for f in range(most + 1):
        sign, before = (1, 0) if f == 0 else (-sign - ((f - 1) * before if mutual else 0), sign)
        row = rows[f] if f < len(rows) else []
        for seats in range(f, total + 1):
            term = sign * row[seats - f] if seats - f < len(row) else 0
            sums[seats] = sums[seats] * (seats - f + 1 if f else 1) + term
    scale = prod(factorial(high) for _, high in owners + others)
    return [value * factorial(max(0, seats - most)) // scale for seats, value in enumerate(sums)]


@cache
def ways(members: tuple[tuple[int, int], ...]) -> list[int]:
    """Return, from the lowest sum of loads on, the coefficients of the members' product."""
    low, high = members[0]
    if len(members) == 1 or len(set(members)) == 1:
        return power(series((low, high), 0)[low:], len(members))
    half = len(members) // 2
    return times(ways(members[:half]), ways(members[half:]))


def split(members: tuple[tuple[int, int], ...], seats: int, words: Words) -> list[int]:
    """Return the members' loads: at each halving one number decides, counted down from the even share outwards."""
    if len(members) == 1:
        return [seats]
    half = len(members) // 2
    left, right = members[:half], members[half:]
    lows = [sum(low for low, _ in part) for part in (left, right)]
    highs = [sum(high for _, high in part) for part in (left, right)]
    a, b = ways(left), ways(right)
    rest = words.below(ways(members)[seats - sum(lows)])
    least, most = max(lows[0], seats - highs[1]), min(highs[0], seats - lows[1])
    even = min(max(seats * half // len(members), least), most)
    for distance in count():
        for share in (even + distance, even - distance) if distance else (even,):
            if least <= share <= most:
                rest -= a[share - lows[0]] * b[seats - share - lows[1]]
                if rest < 0:
                    return split(left, share, words) + split(right, seats - share, words)
    raise AssertionError


# --- the main draw ----------------------------------------------------------------------------------------------------


class Main:
    """The main draw made again."""

    def __init__(self, pub: Published) -> None:
        self.pub = pub
        taken = Counter(pub.fixed.values())
        floor = {code: 0 if pub.has_later else pub.least[code] for code in pub.codes}
        self.bounds = {c: (max(0, floor[c] - taken[c]), pub.most[c] - taken[c]) for c in pub.codes}
        self.seats = [seat for seat in pub.main_seats() if seat not in pub.fixed]
        self.labels = sorted(set(pub.blocks.values()))
        self.reach = {(code, side): self.reach_of(code, side) for code in pub.codes for side in SIDES}
        self.mutual = pub.rule["no_mutual"] != "off"
        own = [s for s in self.seats if self.reach[s[0], s[1]] == [self.labels.index(pub.blocks[s[0]])]]
        self.own = [[s for s in own if pub.blocks[s[0]] == label] for label in self.labels]
        fast = set(own)
        self.free = [seat for seat in self.seats if seat not in fast]
        self.members = [[c for c in pub.codes if pub.blocks[c] == label] for label in self.labels]
        self.set_up()

    def reach_of(self, code: str, side: str) -> list[int]:
        group, legal = self.pub.blocks[code]
        if side == "any":
            return list(range(len(self.labels)))
        if side == "own" and legal:
            return [self.labels.index((group, legal))]
        return [i for i, label in enumerate(self.labels) if (label[0] == group) == (side == "own")]

    def set_up(self) -> None:
        free = len(self.free)
        self.weights = []
        for members, own in zip(self.members, self.own, strict=True):
            owners = {seat[0] for seat in own}
            first = sorted(self.bounds[c] for c in members if c in owners)
            second = sorted(self.bounds[c] for c in members if c not in owners)
            self.weights.append(weights(first, second, mutual=self.mutual)[len(own) : len(own) + free + 1])
        self.odds = [2**16] * len(self.labels)
        calls = Counter(tuple(self.reach[seat[0], seat[1]]) for seat in self.free)
        for _ in range(24):
            self.odds = [self.new_odds(block, calls) for block in range(len(self.labels))]
        self.shares = [self.shares_of(w, odds) for w, odds in zip(self.weights, self.odds, strict=True)]
        self.ceiling = self.highest(free) if all(self.reach[s[0], s[1]] for s in self.seats) else 0

    def new_odds(self, block: int, calls: Counter[tuple[int, ...]]) -> int:
        old, w = self.odds[block], self.weights[block]
        terms = [n * (old << 16) // sum(self.odds[b] for b in r) for r, n in calls.items() if block in r]
        mean = sum(terms) >> 16
        both = [m for m in range(len(w) - 1) if w[m] and w[m + 1]]
        if not both:
            return old
        at = min(both, key=lambda m: (abs(m - mean), m))
        return max(1, isqrt(old * ((w[at + 1] << 16) // w[at])))

    @staticmethod
    def shares_of(w: list[int], odds: int) -> dict[int, int]:
        known = [m for m, weight in enumerate(w) if weight]
        if not known:
            return {}
        slope = (odds**4096).bit_length() - 16 * 4096
        height = {m: 4096 * w[m].bit_length() - m * slope for m in known}
        peak = next(m for m in known if height[m] == max(height.values()))
        shares = {}
        for m in known:
            if height[m] > height[peak] - 4096 * 200:
                over, under = (m - peak, 0) if m > peak else (0, peak - m)
                top, bottom = w[m] * odds**under << 192 + 16 * over, w[peak] * odds**over << 16 * under
                if top // bottom:
                    shares[m] = top // bottom
        return shares

    def highest(self, free: int) -> int:
        best = {0: 2**64}
        for shares in self.shares:
            grown: dict[int, int] = {}
            for (done, bound), (m, share) in product(best.items(), shares.items()):
                if done + m <= free:
                    value = (bound * ((share >> 128) + 1) >> 64) + 1
                    grown[done + m] = max(value, grown.get(done + m, 0))
            best = grown
        return best.get(free, 0)

    def attempt(self, words: Words) -> dict[tuple[str, str, int], str] | str:
        """Return the draw of one attempt, or why it came to nothing."""
        received: list[list[tuple[str, str, int]]] = [[] for _ in self.labels]
        for seat in self.free:
            reach = self.reach[seat[0], seat[1]]
            pick = words.below(sum(self.odds[b] for b in reach)) if len(reach) > 1 else 0
            at = 0
            while pick >= self.odds[reach[at]]:
                pick -= self.odds[reach[at]]
                at += 1
            received[reach[at]].append(seat)
        coin = words.number(4)
        share = prod(self.shares[b].get(len(r), 0) for b, r in enumerate(received))
        if coin * self.ceiling << 192 * len(self.labels) - 64 >= share << 128:
            return "share"
        drawn: dict[tuple[str, str, int], str] = {}
        for block, extra in enumerate(received):
            for seat, who in zip(self.own[block] + extra, self.deal(block, len(extra), words), strict=True):
                if not self.pub.may_sit(who, seat, by_class=True):
                    return "barred"
                drawn[seat] = who
        if clashing(drawn, mutual=self.mutual):
            return "mutual"
        return drawn if Completion(self.pub, {**drawn, **self.pub.fixed}).is_possible() else "incompletable"

    def deal(self, block: int, extra: int, words: Words) -> list[str]:
        members, owners = self.members[block], [seat[0] for seat in self.own[block]]
        bounds = tuple(self.bounds[c] for c in members)
        while True:
            loads = split(bounds, len(owners) + extra, words)
            hand = [c for c, load in zip(members, loads, strict=True) for _ in range(load)]
            if self.shuffle(hand, owners, words):
                return hand

    def shuffle(self, hand: list[str], owners: list[str], words: Words) -> bool:
        for at in range(len(hand)):
            if at == len(owners) and self.mutual:
                held = dict(zip(owners, hand[:at], strict=True))
                if any(held.get(who) == owner for owner, who in held.items()):
                    return False
            pick = at + words.below(len(hand) - at)
            hand[at], hand[pick] = hand[pick], hand[at]
            if at < len(owners) and hand[at] == owners[at]:
                return False
        held = dict(zip(owners, hand, strict=False))
        return not self.mutual or not any(held.get(who) == owner for owner, who in held.items())


def clashing(drawn: dict[tuple[str, str, int], str], *, mutual: bool) -> bool:
    pairs = [(who, seat[0]) for seat, who in drawn.items()]
    known = set(pairs)
    return len(known) < len(pairs) or (mutual and any((b, a) in known for a, b in pairs))


# --- the complete search ----------------------------------------------------------------------------------------------


class Puzzle:
    """Seats with lists of candidates, by number: `owner` of each seat, `lists`, and bounds of each State."""

    def __init__(
        self, owner: list[int], lists: list[list[int]], low: list[int], high: list[int], *, mutual: bool
    ) -> None:
        self.owner, self.lists, self.low, self.high, self.mutual = owner, lists, low, high, mutual

    def clash(self, held: list[int]) -> tuple[int, int] | None:
        first: dict[tuple[int, int], int] = {}
        for seat, state in enumerate(held):
            for pair in ((state, self.owner[seat]), (self.owner[seat], state)):
                if pair in first and (self.mutual or pair[0] == state):
                    return first[pair], seat
            first[state, self.owner[seat]] = seat
        return None

    def fill(self, lists: list[list[int]]) -> list[int] | None:
        """Fill the seats in turn, each by who has fewest, then by chains of moves; then raise the lowest loads."""
        held = [-1] * len(lists)
        seats: list[list[int]] = [[] for _ in self.high]

        def place(seat: int, state: int) -> None:
            if held[seat] >= 0:
                seats[held[seat]].remove(seat)
            held[seat] = state
            seats[state].append(seat)

        for seat, choices in enumerate(lists):
            free = [(len(seats[s]), s) for s in choices if len(seats[s]) < self.high[s]]
            if free:
                place(seat, min(free)[1])
        for start in range(len(lists)):
            if held[start] < 0 and not self.extend(start, lists, held, seats, place):
                return None
        for state, low in enumerate(self.low):
            while len(seats[state]) < low:
                if not self.lift(state, lists, held, seats, place):
                    return None
        return held

    def extend(self, start, lists, held, seats, place) -> bool:
        origin: dict[int, int] = {}
        queue = [start]
        for seat in queue:
            for state in lists[seat]:
                if state in origin:
                    continue
                origin[state] = seat
                if len(seats[state]) < self.high[state]:
                    while seat != start:
                        left = held[seat]
                        place(seat, state)
                        seat, state = origin[left], left
                    place(start, state)
                    return True
                queue.extend(seats[state])
        return False

    def lift(self, start, lists, held, seats, place) -> bool:
        origin = {start: (start, -1)}
        queue = [start]
        for state in queue:
            for seat, choices in enumerate(lists):
                holder = held[seat]
                if state not in choices or holder in origin:
                    continue
                origin[holder] = (state, seat)
                if len(seats[holder]) > self.low[holder]:
                    while holder != start:
                        holder, moved = origin[holder]
                        place(moved, holder)
                    return True
                queue.append(holder)
        return False

    def repair(self, held: list[int]) -> list[int] | None:
        held = list(held)
        for _ in range(2 * len(held)):
            pair = self.clash(held)
            if pair is None:
                return held
            better = next((new for seat in pair for new in self.betters(held, seat)), None)
            if better is None:
                return None
            held = better
        return None

    def betters(self, held: list[int], seat: int):
        loads, old = Counter(held), held[seat]
        if loads[old] > self.low[old]:
            for state in self.lists[seat]:
                if loads[state] < self.high[state] and self.fits(held, {seat: state}, old=True):
                    yield [state if at == seat else s for at, s in enumerate(held)]
        for other, state in enumerate(held):
            if state != old and state in self.lists[seat] and old in self.lists[other]:
                if self.fits(held, {seat: state, other: old}, old=False):
                    yield [state if at == seat else old if at == other else s for at, s in enumerate(held)]

    def fits(self, held: list[int], change: dict[int, int], *, old: bool) -> bool:
        """Say whether the changed pairs stand beside all others; a single change keeps its old pair in view (`old`)."""
        pairs = {(s, self.owner[at]) for at, s in enumerate(held)}
        if not old:
            pairs -= {(held[at], self.owner[at]) for at in change}
        for seat, state in change.items():
            pair = (state, self.owner[seat])
            if pair in pairs or (self.mutual and pair[::-1] in pairs):
                return False
            pairs.add(pair)
        return True

    def search(self) -> list[int] | None:
        branches: list[list[tuple[int, int]]] = [[]]
        while branches:
            without = branches.pop()
            found = self.fill([[s for s in c if (seat, s) not in without] for seat, c in enumerate(self.lists)])
            if found is None:
                continue
            repaired = self.repair(found)
            if repaired is not None:
                return repaired
            pair = self.clash(found)
            if pair is None:
                return found
            first, second = pair
            branches += [[*without, (second, found[second])], [*without, (first, found[first])]]
        return None

    def walk(self, start: list[int], steps: int, words: Words) -> list[int]:
        held, m = list(start), len(start)
        loads, allowed = Counter(held), [set(c) for c in self.lists]
        pairs = {(s, self.owner[at]) for at, s in enumerate(held)}
        for _ in range(steps):
            kind = words.below(4)
            if kind < 2:
                seat = words.below(m)
                change = {seat: self.lists[seat][words.below(len(self.lists[seat]))]}
                old, new = held[seat], change[seat]
                if old == new or loads[old] <= self.low[old] or loads[new] >= self.high[new]:
                    continue
            else:
                seats = [words.below(m) for _ in range(kind)]
                change = {a: held[b] for a, b in zip(seats, seats[1:] + seats[:1], strict=True)}
                if len(change) < kind or any(s not in allowed[at] for at, s in change.items()):
                    continue
            gone = {(held[at], self.owner[at]) for at in change}
            new_pairs = [(s, self.owner[at]) for at, s in change.items()]
            # A single change is judged beside the pair that it ends; the two can only be the same pair or strangers.
            rest = pairs - gone
            good = len(set(new_pairs)) == len(new_pairs) and not any(p in rest for p in new_pairs)
            if self.mutual:
                good = good and not any(p[::-1] in rest or p[::-1] in new_pairs for p in new_pairs)
            if good:
                pairs = rest | set(new_pairs)
                for at, state in change.items():
                    loads[held[at]] -= 1
                    loads[state] += 1
                    held[at] = state
        return held


# --- additional reviewers ---------------------------------------------------------------------------------------------


class Completion:
    """The additional seats that a main draw asks for; `seats` is None where they cannot be had."""

    def __init__(self, pub: Published, main: dict[tuple[str, str, int], str]) -> None:
        self.pub, self.main = pub, main
        self.seats: list[tuple[str, str, int]] | None = []
        self.shares: list[tuple[str, ...]] = []
        self.lists: list[list[int]] = []
        self.pairs = {(who, seat[0]) for seat, who in main.items()}
        sizes: Counter[str] = Counter()
        for seat in sorted(main):
            parts = self.parts(seat)
            sizes[seat[0]] += 1 + len(parts or [])
            limit = pub.rule["reviewers_at_most"]
            if parts is None or (limit and sizes[seat[0]] > limit):
                self.seats = None
                return
            for number, (share, choices) in enumerate(parts, start=1):
                self.seats.append((seat[0], seat[1], number))
                self.shares.append(share)
                self.lists.append(choices)
        self.puzzle = self.as_puzzle()

    def parts(self, seat: tuple[str, str, int]) -> list[tuple[tuple[str, ...], list[int]]] | None:
        held = self.pub.party[self.main[seat]]
        lacking = [i for i in self.pub.party[seat[0]] if i not in held]
        if not lacking or self.pub.rule["additional"] == "off":
            return []
        for size in range(1, len(lacking) + 1):
            for marks in product(range(size), repeat=len(lacking)):
                seen = list(dict.fromkeys(marks))
                if seen == list(range(size)):
                    shares = [tuple(i for i, m in zip(lacking, marks, strict=True) if m == part) for part in seen]
                    choices = [self.choices(seat, share) for share in shares]
                    if all(choices):
                        return list(zip(shares, choices, strict=True))
        return None

    def choices(self, seat: tuple[str, str, int], share: tuple[str, ...]) -> list[int]:
        pub, owner = self.pub, seat[0]
        mutual = pub.rule["no_mutual"] != "off"
        return [
            index
            for index, code in enumerate(pub.codes)
            if set(share) <= set(pub.party[code])
            and pub.may_sit(code, seat, by_class=False)
            and (code, owner) not in self.pairs
            and not (mutual and (owner, code) in self.pairs)
        ]

    def as_puzzle(self) -> Puzzle:
        pub, loads = self.pub, Counter(self.main.values())
        cap = pub.rule["additional_maximum"]
        high = [pub.most[code] - loads[code] for code in pub.codes]
        if not pub.rule["additional_counts"]:
            high = [len(self.seats or []) if cap is None else cap] * len(pub.codes)
        owner = [pub.position[seat[0]] for seat in self.seats or []]
        return Puzzle(owner, self.lists, [0] * len(high), high, mutual=pub.rule["no_mutual"] != "off")

    def is_possible(self) -> bool:
        return self.seats is not None and self.puzzle.search() is not None and self.leaves_open([])

    def leaves_open(self, additional: list[int]) -> bool:
        """Say whether the seats of the States whose turn is later can still be filled within the bounds left."""
        pub = self.pub
        if not pub.has_later:
            return True
        later = pub.main_seats("later")
        mains = Counter(self.main.values())
        alls = mains + Counter(pub.codes[s] for s in additional if pub.rule["additional_counts"])
        mutual = pub.rule["no_mutual"] == "phase"
        closed = pub.closed | ({(seat[0], who) for seat, who in self.main.items()} if mutual else set())
        lists = [
            [i for i, c in enumerate(pub.codes) if pub.may_sit(c, seat, by_class=True) and (c, seat[0]) not in closed]
            for seat in later
        ]
        low = [max(0, pub.least[c] - mains[c]) for c in pub.codes]
        high = [pub.most[c] - alls[c] for c in pub.codes]
        owner = [pub.position[seat[0]] for seat in later]
        return Puzzle(owner, lists, low, high, mutual=False).fill(lists) is not None

    def attempt(self, words: Words) -> list[int] | str:
        picked: list[int] = []
        room = list(self.puzzle.high)
        for choices in self.lists:
            state = choices[words.below(len(choices))]
            room[state] -= 1
            if room[state] < 0:
                return "maximum"
            picked.append(state)
        if self.puzzle.clash(picked):
            return "mutual"
        return picked if self.leaves_open(picked) else "incompletable"


# --- replay -----------------------------------------------------------------------------------------------------------


def check_stage(name: str, told: dict[str, object], last: int, run):
    """Make every attempt again up to the last, and return what it came to."""
    discarded: Counter[str] = Counter()
    for number in range(last + 1):
        found = run(number)
        if not isinstance(found, str):
            need(number == last, f"{name}: attempt {number} succeeds already, the record says {last}")
            need(dict(discarded) == told["discarded"], f"{name}: the counts of discarded attempts differ")
            return found
        discarded[found] += 1
    if told["engine"] == "chain":
        return None
    raise Refused(f"{name}: attempt {last} does not succeed")


def replay_main(pub: Published) -> None:
    purpose, told = pub.record["purpose"], pub.record["main"]
    drawn = {seat: who for seat, who in pub.result.items() if not seat[2] and seat not in pub.fixed}
    main = Main(pub)
    if told["engine"] == "exact":
        key = pub.key(purpose)
        need(told["attempt"] < pub.rule["attempts"], "main: more attempts than the rules allow")
        found = check_stage("main", told, told["attempt"], lambda number: main.attempt(attempt(key, number)))
        need(found == drawn, "main: the seed leads to another result")
        return
    need(pub.rule["chain"], "main: drawn by a walk, which the rules do not allow")
    key, last = pub.key(purpose), (pub.rule["attempts"] if main.ceiling else 0) - 1
    early = check_stage("main", told, last, lambda number: main.attempt(attempt(key, number)))
    need(early is None, "main: drawn by a walk although an exact attempt succeeds")
    lists = [[i for i, c in enumerate(pub.codes) if pub.may_sit(c, s, by_class=True)] for s in main.seats]
    low, high = ([main.bounds[c][side] for c in pub.codes] for side in (0, 1))
    puzzle = Puzzle([pub.position[s[0]] for s in main.seats], lists, low, high, mutual=main.mutual)

    def accepts(held: list[int]) -> bool:
        seats = {seat: pub.codes[s] for seat, s in zip(main.seats, held, strict=True)}
        return Completion(pub, {**seats, **pub.fixed}).is_possible()

    end = walked(puzzle, 222, Words(pub.key(purpose + "/chain")), accepts)
    need([pub.codes[s] for s in end] == [drawn[seat] for seat in main.seats], "main: the seed leads to another result")


def replay_additional(pub: Published) -> None:
    purpose, told = pub.record["purpose"] + "/additional", pub.record["additional"]
    completion = Completion(pub, {seat: who for seat, who in pub.result.items() if not seat[2]})
    extras = {seat: who for seat, who in pub.result.items() if seat[2]}
    need(
        completion.seats is not None and sorted(extras) == sorted(completion.seats),
        "additional: not the seats asked for",
    )
    seats = completion.seats or []
    need(
        all(pub.shares[s] == share for s, share in zip(seats, completion.shares, strict=True)),
        "additional: wrong split",
    )
    key = pub.key(purpose)
    is_exact = told["engine"] == "exact"
    need(told["attempt"] < pub.rule["additional_tries"], "additional: more tries than the rules allow")
    last = told["attempt"] if is_exact else pub.rule["additional_tries"] - 1
    found = check_stage("additional", told, last, lambda number: completion.attempt(attempt(key, number)))
    need(is_exact or found is None, "additional: drawn by a walk although an exact try succeeds")
    if not is_exact:
        found = walked(completion.puzzle, 111, Words(pub.key(purpose + "/chain")), completion.leaves_open)
    need(
        [pub.codes[s] for s in found] == [extras[seat] for seat in seats],
        "additional: the seed leads to another result",
    )


def walked(puzzle: Puzzle, pace: int, words: Words, accepts) -> list[int]:
    held = puzzle.search()
    need(held is not None, "a walk from nowhere: no valid draw exists")
    m = len(puzzle.lists)
    for _ in range(20):
        held = puzzle.walk(held or [], pace * m * m.bit_length(), words)
        if accepts(held):
            return held
    raise Refused("the walk reaches nothing that is accepted")


def verify(folder: Path) -> list[str]:
    """Return what is wrong with a record, nothing if it is right."""
    try:
        pub = Published(folder)
        pub.check_digests()
        pub.prepare()
        check_rules(pub)
        replay_main(pub)
        replay_additional(pub)
    except Refused as refusal:
        return [str(refusal)]
    return []


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("usage: python3 verify.py FOLDER\n")
        return 2
    faults = verify(Path(arguments[0]))
    sys.stdout.write(
        "".join(f"WRONG: {fault}\n" for fault in faults) or "The record is right: the seed gives this draw.\n"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
