"""Verify a published draw: python3 verify.py FOLDER

This one file, with Python 3.11 or later and nothing else, checks a folder that was published with a draw: that its
files are those frozen before the seed, that the result keeps every rule, and that the seed gives this result and no
other, by making the draw again with every attempt that came to nothing. It follows docs/reference/draw.md and shares no
line with the program that made the draw. Part one makes a main draw; part two has all else that a record may hold.
States go by their code; seats are (State, side, part), the part of a main seat is 0; pairs are (reviewer, reviewed).
"""

import csv, hashlib, io, json, re, sys
from collections import Counter
from functools import cache, partial
from itertools import combinations, count, islice, product, zip_longest
from math import comb, factorial, isqrt, prod
from pathlib import Path

# === Part one: the main draw ==========================================================================================

class Refused(Exception):
    """The record is not what it says. The message names the file, the place, and what was expected."""

class NoDraw(Refused):
    """The seed gives no draw; the message says why."""

def need(holds, reason, fault=Refused):
    if not holds: raise fault(reason)
def sha(data): return hashlib.sha256(data).digest()

def chance(key):
    """Yield words of 32 bits: SHA-256(key, counter as eight bytes), counter 0 and up, eight words each."""
    for counter in count():
        block = sha(key + counter.to_bytes(8, "big"))
        yield from (block[at : at + 4] for at in range(0, 32, 4))
def number(words, size): return int.from_bytes(b"".join(islice(words, size)), "big")
def below(n, words):
    """Return a number below n; values that would favour some are passed over."""
    size = -(-(n - 1).bit_length() // 32)
    while (value := number(words, size)) >= 2 ** (32 * size) // n * n: pass
    return value % n

class Book:
    """Roster and rules. `mutual` are the States among whom mutual reviews are barred, `closed` pairs never drawn."""
    sides = ("own", "other", "any")
    def __init__(self, rows, rules):
        self.rule = rule = {name: told["value"] for name, told in rules["parameters"].items()}
        self.rows = rows = {row["code"]: row for row in rows}
        self.codes, self.group = list(rows), {code: row["group"] for code, row in rows.items()}
        self.party = {c: [n[6:] for n in row if n[:6] == "party:" and row[n] == "yes"] for c, row in rows.items()}
        self.least, self.most = ({c: int(row[n] or rule[n]) for c, row in rows.items()} for n in ("minimum", "maximum"))
        self.has_later = bool(self.main_seats("later"))
        self.fixed = {(f["reviewed"], f["side"], 0): f["reviewer"] for f in rules["fixed"]}
        homes = {code: (row["group"], row["class"]) for code, row in rows.items()}
        sizes = Counter(home for home in homes.values() if home[1] and rule["legal"] == "class")
        large = {home for home in sizes if sizes[home] >= rule["class_minimum"]}
        self.block = {code: home if home in large else (home[0], "") for code, home in homes.items()}
        scopes = {"off": ("", ""), "year": ("now", "year"), "phase": ("now later no", "year phase")}
        turns, periods = scopes[rule["no_mutual"]]
        self.mutual = {code for code, row in rows.items() if row["turn"] in turns.split()}
        settled = [(p["reviewer"], p["reviewed"], p["period"]) for p in rules["settled"]]
        self.closed = {(b["reviewer"], b["reviewed"]) for b in rules["barred"]}
        self.closed |= {(b, a) for a, b, period in settled if period in periods.split()}
        self.closed |= {(a, b) for a, b, period in settled if period == "previous" and rule["bar_previous"]}
    def main_seats(self, turn="now"):
        sides = [side for side in self.sides if self.rule[f"{side}_group"]]
        return [(code, side, 0) for code in self.codes if self.rows[code]["turn"] == turn for side in sides]
    def is_of_side(self, who, seat, by_class=True):
        home = self.block[seat[0]]
        if seat[1] == "own" and by_class and home[1]: return self.block[who] == home
        return seat[1] == "any" or (self.group[who] == home[0]) == (seat[1] == "own")

class Draw:
    """What is to be drawn: main seats that are `open` beside all that `stands`; `asking` of these ask for additional
    reviewers as the open ones do. `bars` are pairs refused before; without `binding` no minimum binds."""
    def __init__(self, book, opened=(), stands=(), asking=(), bars=(), binding=True):
        self.book, self.stands, self.asking, binds = book, dict(stands), set(asking), binding and not book.has_later
        self.open = sorted(opened, key=lambda seat: (seat[0], book.sides.index(seat[1])))
        self.pairs = {(who, seat[0]) for seat, who in self.stands.items()}
        self.closed = book.closed | set(bars) | self.pairs | {(b, a) for a, b in self.pairs if book.mutual}
        self.mains, self.extras = (Counter(w for s, w in self.stands.items() if bool(s[2]) == x) for x in (False, True))
        counted = self.mains + self.extras if book.rule["additional_counts"] else self.mains
        self.low = {c: max(0, book.least[c] - self.mains[c]) * binds for c in book.codes}
        self.high = {c: max(0, book.most[c] - counted[c]) for c in book.codes}
    def allows(self, who, seat, by_class=True):
        return who != seat[0] and (who, seat[0]) not in self.closed and self.book.is_of_side(who, seat, by_class)
    def ground(self):
        return {s: [c for c in self.book.codes if self.allows(c, s)] for s in self.open}, self.low, self.high

def clashing(seats, mutual):
    """Return the first two seats that cannot both stand: a State twice in one review, or two that review each other."""
    first = {}
    for seat, who in seats.items():
        for pair in ((who, seat[0]), (seat[0], who)) if {who, seat[0]} <= mutual else ((who, seat[0]),):
            if pair in first: return first[pair], seat
        first[who, seat[0]] = seat
    return None

def series(bounds, taken):
    """Return the sum of u^(t - taken)/(t - taken)! over the loads t, times highest!, as a list of coefficients."""
    low, high = bounds
    return [factorial(high) // factorial(t - taken) if t >= low else 0 for t in range(taken, high + 1)]

def times(a, b):
    out = [0] * (len(a) + len(b) - 1)
    for (i, x), (j, y) in product(enumerate(a), enumerate(b)): out[i + j] += x * y
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
        low, strip = members[0][0], max(members[0][0], 1) - 1
        p, q = series(members[0], 0)[low:], series(members[0], 1)[strip:]
        for f in range(most + 1):
            found = power(p, len(members) - f, q, f)
            yield [0] * (low * (len(members) - f) + strip * f) + [comb(len(owners), f) * c for c in found]
        return
    # Where bounds differ, a polynomial is one number, its coefficients so many bytes apart that none runs over.
    size, step = 1 + sum(m[1] for m in members), 1 + sum((3 * sum(series(m, 0))).bit_length() for m in members) // 8
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
    most, total, sign, before = min(len(owners), 64), sum(high for _, high in owners + others), 1, 0
    sums, scale = [0] * (total + 1), prod(factorial(high) for _, high in owners + others)
    for f, row in enumerate(rows_of(owners, others, most)):
        for seats in range(f, total + 1):
            term = sign * row[seats - f] if seats - f < len(row) else 0
            sums[seats] = sums[seats] * (seats - f + 1 if f else 1) + term
        sign, before = -sign - (f * before if mutual else 0), sign
    return [value * factorial(max(0, seats - most)) // scale for seats, value in enumerate(sums)]

@cache
def ways(members):
    """Return, from the lowest sum of loads on, the coefficients of the members' product."""
    if len(set(members)) == 1: return power(series(members[0], 0)[members[0][0] :], len(members))
    return times(ways(members[: len(members) // 2]), ways(members[len(members) // 2 :]))

def split(members, seats, words):
    """Return the members' loads: at each halving one number decides, counted down from the even share outwards."""
    if len(members) < 2: return [seats] * len(members)
    left, right = members[: len(members) // 2], members[len(members) // 2 :]
    (low, top), (right_low, right_top) = ([sum(bound) for bound in zip(*half, strict=True)] for half in (left, right))
    a, b, rest = ways(left), ways(right), below(ways(members)[seats - low - right_low], words)
    least, most = max(low, seats - right_top), min(top, seats - right_low)
    even = min(max(seats * len(left) // len(members), least), most)
    for share in sorted(range(least, most + 1), key=lambda share: (abs(share - even), -share)):
        rest -= a[share - low] * b[seats - share - right_low]
        if rest < 0: return split(left, share, words) + split(right, seats - share, words)
    raise AssertionError

class Sampler:
    """The exact draw of the open seats, attempt by attempt. A block has its own seats and supplies some of the free."""
    def __init__(self, draw):
        self.draw, self.ground, book = draw, draw.ground, draw.book
        labels = sorted(set(book.block.values()))
        blocks, home = range(len(labels)), {seat: labels.index(book.block[seat[0]]) for seat in draw.open}
        self.members = [[c for c in book.codes if book.block[c] == label] for label in labels]
        self.reach = {s: [b for b in blocks if book.is_of_side(self.members[b][0], s)] for s in draw.open}
        self.own = [[seat for seat in draw.open if self.reach[seat] == [home[seat]] == [b]] for b in blocks]
        self.free = [seat for seat in draw.open if self.reach[seat] != [home[seat]]]
        self.bounds = [tuple((draw.low[c], draw.high[c]) for c in members) for members in self.members]
        self.weights, self.odds = [self.weights_of(b) for b in blocks], [2**16 for _ in blocks]
        calls = Counter(tuple(self.reach[seat]) for seat in self.free)
        for _ in range(24): self.odds = [self.new_odds(b, calls) for b in blocks]
        self.shares = list(map(self.shares_of, self.weights, self.odds))
        self.ceiling = self.highest(len(self.free)) if all(self.reach.values()) else 0
    def weights_of(self, block):
        owners, low, high = {seat[0] for seat in self.own[block]}, self.draw.low, self.draw.high
        first, second = (tuple(sorted((low[c], high[c]) for c in self.members[block] if (c in owners) == is_owner))
                         for is_owner in (True, False))
        found = weights(first, second, self.draw.book.rule["no_mutual"] != "off")
        return found[len(owners) : len(owners) + len(self.free) + 1]
    def new_odds(self, block, calls):
        old, w = self.odds[block], self.weights[block]
        mean = sum(n * (old << 16) // sum(self.odds[b] for b in reach) for reach, n in calls.items() if block in reach)
        mean, both = mean >> 16, [m for m in range(len(w) - 1) if w[m] and w[m + 1]]
        if not both:
            only = next((m for m in range(len(w)) if w[m]), mean)
            return old if only == mean else 2 * old if only > mean else max(1, old // 2)
        at = min(both, key=lambda m: (abs(m - mean), m))
        return max(1, isqrt(old * ((w[at + 1] << 16) // w[at])))
    @staticmethod
    def shares_of(w, odds):
        slope = (odds**4096).bit_length() - 16 * 4096
        height = {m: 4096 * w[m].bit_length() - m * slope for m in range(len(w)) if w[m]}
        peak, shares = max(height, key=lambda m: (height[m], -m), default=0), {}
        for m in (m for m in height if height[m] > height[peak] - 4096 * 200):  # what lies lower rounds to 0
            over, under = max(0, m - peak), max(0, peak - m)
            shares[m] = (w[m] * odds**under << 192 + 16 * over) // (w[peak] * odds**over << 16 * under)
        return {m: share for m, share in shares.items() if share}
    def highest(self, free):
        best = {0: 2**64}
        for shares in self.shares:
            grown = Counter()
            for (done, bound), (m, share) in product(best.items(), shares.items()):
                grown[done + m] = max(grown[done + m], (bound * ((share >> 128) + 1) >> 64) + 1)
            best = {done: bound for done, bound in grown.items() if done <= free}
        return best.get(free, 0)
    def attempt(self, words):
        """Return the draw of one attempt, or the word for why it came to nothing."""
        received, drawn = [[] for _ in self.members], {}
        for seat in self.free:
            reach, at = self.reach[seat], 0
            rest = below(sum(self.odds[b] for b in reach), words) if len(reach) > 1 else 0
            while rest >= self.odds[reach[at]]: rest, at = rest - self.odds[reach[at]], at + 1
            received[reach[at]].append(seat)
        coin, share = number(words, 4), prod(self.shares[b].get(len(r), 0) for b, r in enumerate(received))
        if coin * self.ceiling << 192 * len(received) - 64 >= share << 128: return "share"
        for block, extra in enumerate(received):
            seats, hand = self.own[block] + extra, None
            while hand is None: hand = self.deal(block, len(seats), words)
            drawn.update(zip(seats, hand, strict=True))
            if not all(self.draw.allows(drawn[seat], seat) for seat in seats): return "barred"
        if clashing(drawn, self.draw.book.mutual): return "mutual"
        return drawn if self.is_possible(drawn) else "incompletable"
    def deal(self, block, size, words):
        """Return the hand of a block, its own seats first; None if two of these clash or one is its holder's."""
        owners, loads = [seat[0] for seat in self.own[block]], split(self.bounds[block], size, words)
        hand = [c for c, load in zip(self.members[block], loads, strict=True) for _ in range(load)]
        for at in range(size):
            pick = at + below(size - at, words)
            hand[at], hand[pick] = hand[pick], hand[at]
            held = dict(zip(owners, hand, strict=False)) if at + 1 == len(owners) and self.draw.book.mutual else {}
            is_mutual = any(held.get(who) == owner for owner, who in held.items())
            if is_mutual or owners[at : at + 1] == [hand[at]]: return None
        return hand
    def is_possible(self, drawn): return Extras(self.draw, drawn).is_possible()

# === Part two: everything else. First the additional reviewers ========================================================

class Extras:
    """The additional seats that a main draw asks for, and who may take each; `lists` is None where that is nobody."""
    def __init__(self, draw, drawn):
        self.draw, self.book, self.shares, self.lists = draw, draw.book, {}, {}
        self.main = {seat: who for seat, who in draw.stands.items() if not seat[2]} | drawn
        self.pairs, self.mains = draw.pairs | {(w, seat[0]) for seat, w in drawn.items()}, Counter(self.main.values())
        sizes, limit = Counter(seat[0] for seat in (*draw.stands, *drawn)), self.book.rule["reviewers_at_most"]
        for seat in sorted({*drawn, *draw.asking}):
            parts = self.parts(seat)
            sizes[seat[0]] += len(parts or ())
            if parts is None or 0 < limit < sizes[seat[0]]:
                self.lists = None
                return
            for part, choice in enumerate(parts, 1): self.shares[*seat[:2], part], self.lists[*seat[:2], part] = choice
        cap, self.counts = self.book.rule["additional_maximum"], self.book.rule["additional_counts"]
        self.free = {c: max(0, m - self.mains[c] - self.counts * draw.extras[c]) for c, m in self.book.most.items()}
        beside = {c: len(self.lists) if cap is None else max(0, cap - draw.extras[c]) for c in self.book.codes}
        self.high = self.free if self.counts else beside
    def parts(self, seat):
        """Return the fewest parts of what the reviewer lacks that States can take, each with these States."""
        party, wanted = self.book.party, self.book.rule["additional"] != "off"
        lacking = [i for i in party[seat[0]] if wanted and i not in party[self.main[seat]]]
        for size in range(1, len(lacking) + 1):
            for marks in product(range(size), repeat=len(lacking)):
                shares = [[i for i, m in zip(lacking, marks, strict=True) if m == part] for part in range(size)]
                choices = [self.choices(seat, share) for share in shares if [*dict.fromkeys(marks)] == [*range(size)]]
                if choices and all(choices): return list(zip(shares, choices, strict=True))
        return None if lacking else []
    def choices(self, seat, share):
        against = {a for a, b in self.pairs if b == seat[0]}
        against |= {b for a, b in self.pairs if a == seat[0] and self.book.mutual}
        return [code for code in self.book.codes if code not in against and {*share} <= {*self.book.party[code]}
                and self.draw.allows(code, seat, by_class=False)]
    def is_possible(self, held=None):
        """Say whether the additional seats, or such as are `held`, leave a way to fill the later seats of the phase."""
        book = self.book
        if self.lists is None or not (book.has_later or held is None): return self.lists is not None
        pairs = [pair[::-1] for pair in self.pairs if book.rule["no_mutual"] == "phase"]
        later = Draw(book, book.main_seats("later"), bars=pairs)
        low = {c: max(0, book.least[c] - self.mains[c]) * book.has_later for c in book.codes}
        lists, room = places(later.ground()[0], low, self.free)
        room |= {} if self.counts else {(c, 2): self.high[c] for c in book.codes}
        for seat, choices in self.lists.items():
            lists[seat] = [(c, 2 - self.counts) for c in (choices if held is None else [held[seat]])]
        return find(lists, room, book.mutual) is not None
    def attempt(self, words):
        held, loads = {}, Counter()
        for seat, choices in self.lists.items():
            held[seat] = who = choices[below(len(choices), words)]
            loads[who] += 1
            if loads[who] > self.high[who]: return "maximum"
        if clashing(held, self.book.mutual): return "mutual"
        return held if self.is_possible(held) else "incompletable"
    def ground(self): return self.lists, dict.fromkeys(self.book.codes, 0), self.high

# --- filling lists of seats: whether that is possible at all, and the walk --------------------------------------------

def places(lists, low, high):
    """Return lists of places, and the room at each: (State, 0) must be taken, (State, 1) may, (State, 2) is beside."""
    room = {(c, 0): low[c] for c in high} | {(c, 1): high[c] - low[c] for c in high}
    return {seat: [(c, part) for part in (0, 1) for c in lists[seat] if room[c, part]] for seat in lists}, room

def fill(lists, room):
    """Give each seat a place of its list, as often as there is room, clashes aside; None if that cannot be."""
    held, taken = {}, {place: {} for place in room}
    if min(room.values(), default=0) < 0: return None
    if any(size for (_, part), size in room.items() if not part):  # idle seats leave room nowhere but at what must be
        idle = sum(size for (_, part), size in room.items() if part < 2)
        idle -= sum(choices[:1] != [] and choices[0][1] < 2 for choices in lists.values())
        lists = lists | {("", "", n): [place for place in room if place[1] == 1] for n in range(idle)}
    def reached(queue, came):
        for seat in queue:
            for place in (place for place in lists[seat] if place not in came):
                came[place] = seat
                queue += taken[place]
                yield place
    for start in lists:
        came = {}
        end = next((place for place in reached([start], came) if len(taken[place]) < room[place]), None)
        if end is None: return None
        while end:  # every seat on the way moves along
            seat, place, end = came[end], end, held.get(came[end])
            taken.get(end, {}).pop(seat, None)
            held[seat], taken[place][seat] = place, True
    return {seat: place for seat, place in held.items() if seat[0]}

def find(lists, room, mutual):
    """Return a way to fill the seats without a clash, None if there is none: of two that clash one must do without."""
    branches = [()]
    for _ in range(10_000):
        if not branches: return None
        without = branches.pop()
        placed = fill({s: [p for p in places if (s, p[0]) not in without] for s, places in lists.items()}, room)
        held = {seat: place[0] for seat, place in (placed or {}).items()}
        pair = clashing(held, mutual)
        if placed is not None and pair is None: return held
        branches += [(*without, (seat, held[seat])) for seat in pair or ()]
    return None

def walked(ground, mutual, pace, words, accepts):
    """Return where the walk ends. It begins at the first way to fill the seats, in the order of their candidates."""
    (lists, low, high), (left, room) = ground, places(*ground)
    need((held := find(left, room, mutual)) is not None, "no attempt succeeds, and no way to fill the seats", NoDraw)
    for seat, choices in lists.items():
        for who in choices:
            trial = {**left, seat: [place for place in left[seat] if place[0] == who]}
            if found := held if held[seat] == who else find(trial, room, mutual): break
        held, left = found, trial
    held, seats, pairs = dict(held), list(lists), {(who, seat[0]) for seat, who in held.items()}
    loads, allowed = Counter(held.values()), {seat: set(lists[seat]) for seat in lists}
    size = len(seats) * len(seats).bit_length()
    for step in range(20 * pace * size + 1):
        if step % (pace * size or 1) == 0 and (step or not seats) and accepts(held): return held
        kind = below(4, words) if seats else 0
        ring = [seats[below(len(seats), words)] for _ in range(max(1, kind)) if seats]
        if kind > 1:  # two or three seats each take the State of the next
            change = {seat: held[after] for seat, after in zip(ring, ring[1:] + ring[:1], strict=True)}
        else:  # another State for a seat
            change = {seat: lists[seat][below(len(lists[seat]), words)] for seat in ring}
            if any(loads[held[s]] <= low[held[s]] or loads[who] >= high[who] for s, who in change.items()): continue
        gone, come = {(held[seat], seat[0]) for seat in change}, {(who, seat[0]) for seat, who in change.items()}
        back = {(b, a) for a, b in come if {a, b} <= mutual}
        fits = len(come) == len(ring) and all(who in allowed[seat] for seat, who in change.items())
        if fits and not come & back and not any(pair in pairs and pair not in gone for pair in come | back):
            pairs.difference_update(gone)
            pairs.update(come)
            loads.subtract(held[seat] for seat in change)
            loads.update(change.values())
            held |= change
    raise NoDraw("the walk reaches nothing that can be completed")

def stage(maker, tries, keyed, purpose, pace):
    """Return what the first attempt that succeeds comes to, else a walk, and what the record says of it."""
    discarded, key = Counter(), keyed(purpose)
    for attempt in range(tries):
        found = maker.attempt(chance(sha(key + attempt.to_bytes(8, "big"))))
        if isinstance(found, dict): return found, {"engine": "exact", "attempt": attempt, "discarded": dict(discarded)}
        discarded[found] += 1
    need(pace, f"no draw in {tries} attempts, and the rules allow no walk", NoDraw)
    found = walked(maker.ground(), maker.draw.book.mutual, pace, chance(keyed(f"{purpose}/chain")), maker.is_possible)
    return found, {"engine": "chain", "attempt": 0, "discarded": {}}

def both_stages(draw, keyed, purpose, drawn=None):
    """Return the main seats, unless they are given, additional ones with instruments, and what the record says."""
    rule, told = draw.book.rule, {}
    if drawn is None:
        sampler = Sampler(draw)
        tries = rule["attempts"] if sampler.ceiling else 0
        drawn, told["main"] = stage(sampler, tries, keyed, purpose, 222 * rule["chain"])
    extras = Extras(draw, drawn)
    need(extras.lists is not None, "some instrument has nobody to review it, or a review is too large", NoDraw)
    found, told["additional"] = stage(extras, rule["additional_tries"], keyed, f"{purpose}/additional", 111)
    return drawn, {seat: (who, extras.shares[seat]) for seat, who in found.items()}, told

# --- the rules, word by word ------------------------------------------------------------------------------------------

def word(seat): return f"{seat[0]}/{seat[1]}" + (f"+{seat[2]}" if seat[2] else "")
def check_rules(book, result, place, before):
    """Check a result, seats with (reviewer, instruments); what stood so `before` was checked then."""
    rule, plain, helped, pairs = book.rule, Draw(book), {}, Counter((who, seat[0]) for seat, (who, _) in result.items())
    for seat, (who, share) in result.items():
        need({who, seat[0]} <= {*book.rows}, f"{place}: {who} or {seat[0]} is not on the roster")
        helped[seat[:2]] = helped.get(seat[:2], []) + share
    for seat, (who, share) in ((seat, told) for seat, told in result.items() if before.get(seat) != told):
        owner, fits = seat[0], book.fixed.get(seat) == who or plain.allows(who, seat, by_class=not seat[2])
        lacks = [i for i in book.party[owner] if i not in book.party[who] and rule["additional"] != "off"]
        for holds, reason in (
            (fits, f"{who} may not take it: it is its own, of another group or class, barred or settled"),
            ({*share} <= {*book.party[who]}, f"{who} is not party to {' '.join(share)}"),
            (seat[2] or sorted(helped[seat[:2]]) == sorted(lacks), f"additional ones do not cover what {who} lacks"),
            (pairs[who, owner] == 1, f"{who} reviews {owner} more than once"),
            (not ({who, owner} <= book.mutual and pairs[owner, who]), f"{who} and {owner} review each other"),
        ): need(holds, f"{place}: seat {word(seat)}: {reason}")
    limit, cap, sizes = rule["reviewers_at_most"], rule["additional_maximum"], Counter(seat[0] for seat in result)
    mains, more = (Counter(w for s, (w, _) in result.items() if bool(s[2]) == extra) for extra in (False, True))
    counts, old = rule["additional_counts"], Counter(who for who, _ in before.values())
    for c in book.codes:
        taken, most = mains[c] + more[c] * counts, max(book.most[c], old[c])
        need(taken <= most, f"{place}: {c} takes {taken} reviews, more than {most}")
        need(before or book.has_later or mains[c] >= book.least[c], f"{place}: {c} takes only {mains[c]} reviews")
        need(counts or cap is None or more[c] <= cap, f"{place}: {c} takes {more[c]} additional reviews")
        need(not 0 < limit < sizes[c], f"{place}: {c} has more than {limit} reviewing States")

# --- the files --------------------------------------------------------------------------------------------------------

NAMES = {"roster": "roster.csv", "rules": "rules.json", "verifier": "verify.py", "publication": "publication.json"}
ENDS = {"seed.json": "seed_entered", "no-draw.json": "undrawn", "record.json": "drawn"}
RESULT = ("reviewed", "side", "part", "reviewer", "instruments", "origin")
TIME, DAY = r"\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z", r"(\d{4}(-\d\d){2})?"
ROW = r"[A-Za-z0-9]+,(now|later|no),\d{0,3},\d{0,3}(,(yes|no|))*"  # code, turn, bounds, parties
PARAMETERS = {  # what each parameter may be, as JSON writes it
    "[01]": "own_group other_group any_group", r"\d{1,3}": "minimum maximum year_groups balls",
    r"\d{1,9}": "reviewers_at_most class_minimum redraws attempts additional_tries",
    "true|false": "additional_counts bar_previous proportional chain", r"null|\d{1,3}": "additional_maximum",
    '"(off|per_side)"': "additional", '"(refuse|not_party)"': "blank_status", '"(off|year|phase)"': "no_mutual",
    '"(ignore|class)"': "legal", '"(carry|exchange)"': "shortfall"}
ALLOWED = {name: pattern for pattern, names in PARAMETERS.items() for name in names.split()}

def compact(value): return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
def agree(where, told, expected, whole=False):
    """Refuse names whose values are not the expected ones; `whole` tables have no other names."""
    for name in (*expected, *(name for name in told if whole and name not in expected)):
        found, wanted = (compact(v[name]).decode() if name in v else "nothing" for v in (told, expected))
        need(found == wanted, f"{where}, {name}: {found:.200}; expected {wanted:.200}")

class Folder:
    """The files of one folder, and what they say of themselves. `before` is the folder that it continues."""
    now = ""  # the file that is being read: it is named where something in it is not what it should be at all
    def __init__(self, files, path, before):
        self.record, self.result, self.seed, self.bars, self.counts = {}, {}, None, set(), Counter()
        inside = {name[len(path) :]: data for name, data in files.items() if name.startswith(path)}
        self.files = {name: data for name, data in inside.items() if not name.startswith("after/")}
        self.path, self.before, self.seeds = path, before, before.seeds if before else ()
        listed = dict(line.split("  ", 1)[::-1] for line in self.raw("SHA256SUMS").decode().splitlines())
        found = {name: sha(data).hex() for name, data in self.files.items() if name != "SHA256SUMS"}
        agree(f"{path}SHA256SUMS", listed, found, whole=True)
        told = self.told = {"follows": "", **self.json("publication.json", "lots-publication/1")}
        self.kind, self.marked, self.purpose, where = told["kind"], told["rehearsal"], told["purpose"], Folder.now
        is_known = self.kind in MAKERS and (before is None) == (self.kind not in ("redraw", "late"))
        times = re.fullmatch(TIME, told["published"]) and re.fullmatch(DAY, told["objections_until"])
        need(is_known and times, f"{where}: the kind is unknown or misplaced, or the times are not times")
        agree(where, {NAMES.get(name, name): value for name, value in told.items()}, {
            "rehearsal": self.marked is True, "follows": before.digest("record.json") if before else ""} | {
            name: self.digest(name) for name in ("roster.csv", "rules.json", "verify.py")})
        self.book = self.read_book() if before is None or "roster.csv" in self.files else before.book
        self.fixed = before.fixed if before else {*self.book.fixed}
        if "seed.json" in self.files: self.check_seed(self.json("seed.json", "lots-seed/1"))
        self.check_events()
    def raw(self, name):
        Folder.now = self.path + name
        need(name in self.files, f"{Folder.now} is missing")
        return self.files[name]
    def digest(self, name):
        is_here = name in self.files or self.before is None
        return sha(self.raw(name)).hex() if is_here else self.before.digest(name)
    def json(self, name, form, raw=None):
        raw = raw or self.raw(name)
        found = (told := json.loads(raw.decode())).get("format")
        need(found == form, f"{self.path}{name}: the format is {found!r:.60}; this program reads {form}")
        need(raw == compact(told) + b"\n", f"{self.path}{name}: not canonical; expected keys in order, a line feed")
        return told
    def rows(self, name):
        rows = list(csv.DictReader(io.StringIO(self.raw(name).decode(), newline=""), strict=True))
        need(not any(None in row or None in row.values() for row in rows), f"{self.path}{name}: lines are uneven")
        return rows
    def same(self, name, columns, lines):
        """Refuse a table that is not the one made again."""
        made, marked = io.StringIO(), self.marked
        table = [[*columns, *["rehearsal"] * marked], *([*line, *["yes"] * marked] for line in lines)]
        csv.writer(made, lineterminator="\n").writerows(table)
        both = zip_longest(self.raw(name).decode().split("\n"), made.getvalue().split("\n"), fillvalue="nothing")
        for line, (found, wanted) in enumerate(both, start=1):
            need(found == wanted, f'{self.path}{name}, line {line}: "{found:.200}"; the draw gives "{wanted:.200}"')
    def read_book(self):
        rows, rules, where = self.rows("roster.csv"), self.json("rules.json", "lots-rules/1"), f"{self.path}roster.csv"
        told = {name: json.dumps(parameter["value"]) for name, parameter in rules["parameters"].items()}
        for name in sorted({*told, *ALLOWED}):
            form, found = ALLOWED.get(name, "no such parameter"), told.get(name, "nothing")
            need(re.fullmatch(form, found), f"{Folder.now}, {name}: {found:.60}; expected {form}")
        codes, Folder.now = [row["code"] for row in rows], f"{where} or {Folder.now}"
        need(codes and codes == sorted(set(codes)), f"{where}: expected States, codes in order and each once")
        for row in rows:
            names = ["code", "turn", "minimum", "maximum", *(name for name in row if name[:6] == "party:")]
            cells = ",".join(row[name] for name in names)
            need(re.fullmatch(ROW, cells), f"{where}: {cells:.100}; expected {ROW}")
        need({f["reviewed"] for f in rules["fixed"]} <= {*codes}, f"{self.path}rules.json, fixed: not on the roster")
        return Book(rows, rules)
    def check_seed(self, told):
        where, seed, entered, published = Folder.now, told["seed"], told["entered"], self.told["published"]
        made = "rehearsal:" * self.marked + sha(compact([part["value"] for part in told["parts"]])).hex()
        last, self.seed = self.told["objections_until"], self.text(seed, where)
        for holds, reason in (
            (not told["parts"] or seed == made, "seed: not the SHA-256 of the values of its parts"),
            (re.fullmatch(TIME, entered) and entered >= published, "entered: earlier than the publication"),
            (entered[:10] > last, f"entered: not after {last}, the last day for objections or requests"),
            (seed not in dict(self.seeds), "seed: it was used before"),
            (not self.seeds or published >= self.seeds[-1][1], "entered: the publication is before the last seed"),
        ): need(holds, f"{where}, {reason}")
        self.seeds = (*self.seeds, (seed, entered))
    def text(self, seed, where):
        is_marked, least = seed.startswith("rehearsal:"), 0 if self.marked else 20
        is_clean = seed == seed.strip() and seed.isprintable() and least <= len(seed) <= 1000
        need(is_clean, f"{where}, seed: expected one line of at least 20 characters, at most 1000, no blanks around")
        need(is_marked == self.marked, f'{where}, seed: expected "rehearsal:" before it in a rehearsal alone')
        return seed
    def check_events(self):
        """Follow the chain: every line is bound to the one before it, and names the files as they are."""
        last, at, seen, where = "0" * 64, "", [], f"{self.path}events.jsonl"
        names = NAMES | {"seed": "seed.json"} | {name: name for name in self.files}
        *lines, end = self.raw("events.jsonl").split(b"\n")
        for number, line in enumerate(lines, start=1):
            event = {"rehearsal": False, **self.json("events.jsonl", None, line + b"\n")}
            step = [event["what"]] if event["what"] in ("published", *ENDS.values()) else []
            digests = {name: self.digest(names[name]) for name in names if step and event.get(name) is not None}
            agree(f"{where}, line {number}", event, {"previous": last, "rehearsal": self.marked} | digests)
            need(at <= event["at"], f"{where}, line {number}, at: earlier than the line before it")
            last, at, seen = sha(line).hex(), event["at"], seen + step
        wanted = ["published", *(ENDS[name] for name in ENDS if name in self.files)]
        need(not end and seen == wanted, f"{where}: expected {', '.join(wanted)} in this order, each once, a line feed")
    def keyed(self, purpose, seed=None):
        need(seed or self.seed, f"{self.path}seed.json is missing")
        return sha(compact(["draw/1", self.told["roster"], self.told["rules"], seed or self.seed, purpose]))

# --- every kind of record: what it must say, and its seats with (reviewer, instruments) -------------------------------

def bare(seats): return {seat: (who, []) for seat, who in seats.items()}
def opened(folder):
    """Return what is to be drawn, the requests that are granted, and, for a narrow lot, how to open other seats."""
    book, before, where, seats = folder.book, folder.before, f"{folder.path}publication.json", folder.book.main_seats()
    if before is None: return Draw(book, {*seats} - {*book.fixed}, book.fixed, asking=book.fixed), {}, None
    requests = {(r["reviewed"], r["side"], 0): r["refused"] for r in folder.told.get("requests", ())}
    late, asked = {*folder.told.get("joined", ())}, {f"redraw:{seat[0]}:" for seat in requests}
    is_joint = folder.kind == "late" or folder.purpose.startswith("redraw:joint:")
    start = "late:" if folder.kind == "late" else "redraw:joint:" if is_joint else min(asked)
    wanted = f"{start}{1 + before.counts[start]}"
    need(folder.purpose == wanted and (is_joint or len(requests) == 1), f"{where}, purpose: expected {wanted}")
    need(not late & {*before.book.codes} and (not late or folder.kind == "late"), f"{where}, joined: not new ones")
    for seat, who in requests.items():
        is_drawn = before.result.get(seat, ("",))[0] == who and seat not in before.fixed
        need(is_drawn, f"{where}, requests: {word(seat)} was not drawn for {who}")
        is_few = before.counts[f"redraw:{seat[0]}:"] < book.rule["redraws"]
        need(is_few, f"{where}, requests: {word(seat)} asks for more repeats than the rules allow")
    folder.bars = before.bars | {(who, seat[0]) for seat, who in requests.items()}
    folder.counts = before.counts + Counter({start, *asked})
    def reopen(seats, binding=True):
        sides = {seat[:2] for seat in seats}
        stands = {seat: who for seat, (who, _) in before.result.items() if seat[:2] not in sides}
        return Draw(book, seats, stands, bars=folder.bars, binding=binding)
    seats = [*requests, *(seat for seat in seats if seat[0] in late)]
    draw = reopen(seats, not late)
    if is_joint and find(*places(*draw.ground()), book.mutual) is None: draw = reopen(seats, binding=False)
    return draw, requests, None if is_joint else reopen

def make_draw(folder, said):
    """Make a whole draw again, or lots drawn again, or those of States that joined late, on top of all that stands."""
    (draw, requests, reopen), book, before, drawn, record = opened(folder), folder.book, folder.before, None, {}
    if reopen:
        ((seat, refused),) = requests.items()
        drawn, choices = narrow(reopen, seat, refused, chance(folder.keyed(folder.purpose)))
        draw, record = reopen(drawn), {"choices": choices, "consents": [drawn[seat]] if len(drawn) > 1 else []}
    drawn, additional, stages = both_stages(draw, folder.keyed, folder.purpose, drawn)
    for name, seats in {"main": drawn, "additional": additional}.items():
        told = stages.get(name, {"engine": "exact", "attempt": 0})
        how = f"in attempt {told['attempt']} counted from 0" if told["engine"] == "exact" else "by a walk, near-uniform"
        said.append(f"{folder.path}The {len(seats)} {name} seats follow from the seed, {how}.".replace("/The", ": the"))
    stood = before.result if before else bare(book.fixed)
    made, record = {seat: stood[seat] for seat in draw.stands} | bare(drawn) | additional, record or stages
    if before:
        mains, binds = Counter(told[0] for seat, told in made.items() if not seat[2]), folder.kind != "late"
        lack = {c: book.least[c] - mains[c] for c in book.codes if binds and not book.has_later}
        pairs = [(seat, stood.get(seat, ("",))[0], made.get(seat, ("",))[0]) for seat in sorted({*stood, *made})]
        folder.same("changes.csv", (*RESULT[:3], "before", "after"), [(*seat, a, b) for seat, a, b in pairs if a != b])
        record |= {"changes": folder.digest("changes.csv"), "shortfall": {c: n for c, n in lack.items() if n > 0}}
    return record, made

def narrow(reopen, seat, refused, words):
    """Return the change that a narrow lot gives, and among how many it fell."""
    def fits(change):
        draw, loads = reopen(change), Counter(change.values())
        fit = all(draw.allows(who, at) for at, who in change.items()) and not clashing(change, draw.book.mutual)
        return fit and all(loads[c] <= draw.high[c] for c in loads) and Extras(draw, change).is_possible()
    draw, fitting = reopen([seat]), []
    if draw.book.rule["shortfall"] == "exchange" and draw.low[refused]:
        others = sorted(s for s, who in draw.stands.items() if not s[2] and s not in draw.book.fixed and who != refused)
        fitting = [change for at in others if fits(change := {seat: draw.stands[at], at: refused})]
    fitting = fitting or [{seat: who} for who in draw.book.codes if fits({seat: who})]
    need(fitting, f"nobody can take {word(seat)} while all else stands", NoDraw)
    return fitting[below(len(fitting), words)], len(fitting)

def make_years(folder, said):
    """Deal the year groups again: one table for the remainders of all groups, then each group by its tickets."""
    book, years, groups, found = folder.book, folder.book.rule["year_groups"], {}, {}
    for code in (code for code in book.codes if book.rows[code]["turn"] != "no"):
        groups.setdefault(book.group[code] if book.rule["proportional"] else "", []).append(code)
    choices = [list(combinations(range(years), len(codes) % years)) for _, codes in sorted(groups.items())]
    need(prod(map(len, choices)) < 10**7, f"{folder.path}rules.json, year_groups: more tables than can be listed")
    counted = ((table, [sum(year in extra for extra in table) for year in range(years)]) for table in product(*choices))
    tables = [table for table, counts in counted if max(counts) - min(counts) <= 1]
    table = tables[below(len(tables), chance(folder.keyed(folder.purpose)))]
    for (_, codes), extra in zip(sorted(groups.items()), table, strict=True):
        order = iter(sorted(codes, key=lambda code: (sha(f"{folder.seed}/{code}".encode()), code)))
        for year in range(years):
            found |= dict.fromkeys(islice(order, len(codes) // years + (year in extra)), year + 1)
    rows = [(code, book.rows[code]["name"], book.group[code], found[code]) for code in sorted(found)]
    folder.same("years.csv", ("code", "name", "group", "year"), rows)
    said.append(f"The years of {len(found)} States follow from the seed: one of {len(tables)} tables, then tickets.")
    return {"years": years, "table": table}, {}

def make_ceremony(folder, said):
    """Follow a draw made in a room: with a bowl from the randomness of every step, by hand through the rules alone."""
    book, told, drawn, seeds, at = folder.book, folder.record, {}, [], f"{folder.path}record.json"
    by_hand = told["mode"] == "physical"
    for number, step in enumerate(told["steps"], start=1):
        Folder.now = place = f"{at}, steps {number}"
        seeds += [] if by_hand else [folder.text(step["seed"], place)]
        lot = {(step["reviewed"], step["side"], step["part"]): step["reviewer"]} if by_hand else {}
        new = lot or bowl(folder, drawn, step, number, place)
        need(not {*new} & {*drawn, *book.fixed}, f"{place}: a seat drawn before")
        drawn |= new
    mains, Folder.now = book.fixed | {seat: who for seat, who in drawn.items() if not seat[2]}, at
    need(sorted(mains) == sorted(book.main_seats()), f"{at}, steps: not every main seat is drawn once")
    made = bare(mains) | {seat: (who, folder.result.get(seat, ("", []))[1]) for seat, who in drawn.items() if seat[2]}
    if last := told["additional"]:
        seeds.append(seed := folder.text(last["seed"], f"{at}, additional"))
        draw, keyed = Draw(book, (), mains, asking=mains), partial(folder.keyed, seed=seed)
        _, extras, stages = both_stages(draw, keyed, folder.purpose, {})
        made, last = made | extras, {**stages["additional"], "seed": seed}
    need(len(seeds) == len(set(seeds)), f"{at}: a seed was used twice")
    said.append("The draw was made by hand: it keeps the rules, but chance itself cannot be checked." if by_hand
                else f"All {len(told['steps'])} steps follow from their published randomness.")
    return {"mode": "physical" if by_hand else "bowl", "steps": told["steps"], "additional": last}, made

def bowl(folder, drawn, step, number, place):
    """Return what the ball drawn gives, once all balls of the step are made again."""
    book, owner, stands = folder.book, step["reviewed"], folder.book.fixed | drawn
    sampler = Sampler(Draw(book, {*book.main_seats()} - {*stands}, stands, asking=stands))
    tries, keyed = book.rule["attempts"] if sampler.ceiling else 0, partial(folder.keyed, seed=step["seed"])
    balls = [stage(sampler, tries, keyed, f"bowl:{owner}:{ball}", 0)[0] for ball in range(book.rule["balls"])]
    listed = [[[word(seat), who] for seat, who in sorted(held.items())] for held in balls]
    need(step["ball"] in range(1, len(balls) + 1), f"{place}, ball: expected 1 to {len(balls)}")
    won = balls[step["ball"] - 1]
    new = {seat: who for seat, who in won.items() if seat[0] == owner}
    made = {"digest": sha(compact([owner, listed])).hex(), "seats": {seat[1]: who for seat, who in new.items()}}
    agree(place, step, made | {"balls": len(balls)} | {n: step[n] for n in ("reviewed", "seed", "ball")}, whole=True)
    whole = sorted((drawn | won).items())
    folder.same(f"certificates/{number:03}.csv", RESULT, [(*seat, who, "", "drawn") for seat, who in whole])
    return new

def check_refusal(folder, said):
    """Recount why there is no draw: every cut, and that the branches leave nothing out; else draw in vain again."""
    draw, leaves, told, where = opened(folder)[0], [], folder.json("no-draw.json", "lots-refusal/1"), Folder.now
    (lists, low, high), head = draw.ground(), {name: folder.told[name] for name in ("roster", "rules", "rehearsal")}
    agree(where, told, head | {"publication": folder.digest("publication.json")})
    for number, cut in enumerate(told["cuts"], start=1):
        without = [((p["reviewed"], p["side"], 0), p["reviewer"]) for p in cut["forbidden"]]
        left = {seat: {who for who in choices if (seat, who) not in without} for seat, choices in lists.items()}
        states, seats = set(cut["states"]), {(p["reviewed"], p["side"], 0) for p in cut["seats"]}
        if cut["shortage"] == "reviewers":  # these seats have candidates among these States alone, who may take fewer
            fails, counts = all(left[s] <= states for s in seats), [len(seats), sum(high[c] for c in states)]
        else:  # these States must take more than there are seats open to any of them
            fails, counts = seats >= {s for s in left if left[s] & states}, [sum(low[c] for c in states), len(seats)]
        fails = fails and counts == [cut["needed"], cut["available"]] and counts[0] > counts[1]
        need(fails, f"{where}, cuts {number}: the count comes out otherwise")
        leaves.append(without)
    if leaves:
        need(covered(leaves, [], draw.book.mutual), f"{where}, cuts: the branches do not cover everything")
        said.append(f"There is no draw: {len(leaves)} failing counts were made again, and together leave nothing out.")
    elif len(lists) * draw.book.rule["attempts"] > 2_000_000:
        said.append(f"{where}: not checked here: it gives no count of main seats alone, and allows too many attempts.")
    else:
        try: MAKERS[folder.kind](folder, [])
        except NoDraw as why: said.append(f"{where}: there is no draw, made again: {why}.")
        else: raise Refused(f"{where}: the seed gives a draw")

def covered(leaves, done, mutual):
    """Say whether the branches after `done` are one cut, or forbid one and the other of two pairings that clash."""
    inside = [leaf for leaf in leaves if leaf[: len(done)] == done]
    if done in inside: return True
    forks = list(dict.fromkeys(leaf[len(done)] for leaf in inside))
    return len(forks) == 2 and clashing(dict(forks), mutual) and all(covered(inside, [*done, f], mutual) for f in forks)

MAKERS = {"draw": make_draw, "redraw": make_draw, "late": make_draw, "years": make_years, "ceremony": make_ceremony}

def check(folder, said):
    """Check what became of a publication: nothing yet, no draw, or a record with its tables."""
    is_years, at = folder.kind == "years", f"{folder.path}record.json"
    if "no-draw.json" in folder.files: return check_refusal(folder, said)
    if "record.json" not in folder.files: return said.append(f"{folder.path}publication.json: not drawn yet.")
    head = {name: folder.told[name] for name in ("kind", "purpose", "rehearsal", "roster", "rules")} | {
        "format": "lots-record/1", "publication": folder.digest("publication.json"),
        "result": folder.digest("years.csv" if is_years else "result.csv")}
    if folder.kind != "ceremony": head |= {"seed": folder.seed, "key": folder.keyed(folder.purpose).hex()}
    if not is_years:
        folder.result = {(r["reviewed"], r["side"], int(r["part"])): (r["reviewer"], r["instruments"].split())
                         for r in folder.rows("result.csv")}
        stood = folder.before.result if folder.before else {}
        check_rules(folder.book, folder.result, f"{folder.path}result.csv", stood)
    folder.record = folder.json("record.json", "lots-record/1")
    agree(at, folder.record, head)
    told, made = MAKERS[folder.kind](folder, said)
    if made: check_tables(folder, sorted(made.items()))
    return agree(at, folder.record, head | told, whole=True)

def check_tables(folder, made):
    """Write the tables and lists of a result again, and compare."""
    book, reviews = folder.book, {}
    rows = [(*seat, who, " ".join(share), "fixed" if seat in folder.fixed else "drawn") for seat, (who, share) in made]
    folder.same("result.csv", RESULT, rows)
    if "loads.csv" not in folder.files: return
    folder.same("additional.csv", RESULT[:5], [row[:5] for row in rows if row[2]])
    mains, more = (Counter(row[3] for row in rows if bool(row[2]) == extra) for extra in (False, True))
    named = {c: {name: row[name] for name in ("name", "group")} for c, row in book.rows.items()}
    bounds = {c: (book.least[c] * (not book.has_later), book.most[c]) for c in book.codes}
    folder.same("loads.csv", ("code", "name", "group", "main", "additional", "total", "minimum", "maximum"), [
        (c, *named[c].values(), mains[c], more[c], mains[c] + more[c], *bounds[c]) for c in book.codes])
    for code, side, part, who, share, origin in rows:
        both = share.split() if part else [i for i in book.party[code] if i in book.party[who]]
        reviewer = {"code": who, "side": side, "part": part, "instruments": both, "origin": origin} | named[who]
        reviews.setdefault(code, {"reviewed": code, "reviewers": []} | named[code])["reviewers"].append(reviewer)
    agree(f"{folder.path}result.json", folder.json("result.json", "lots-result/1"), {
        "format": "lots-result/1", "title": folder.told["title"], "rehearsal": folder.marked,
        "result": folder.digest("result.csv"), "reviews": list(reviews.values())}, whole=True)

def examine(path):
    """Return what is wrong with a folder, nothing if it is right, and what was checked."""
    said, folder, Folder.now = [], None, str(path)
    try:
        files = {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}
        links = sorted({int(name.split("/")[1]) for name in files if name.startswith("after/")})
        need(links == [*range(1, len(links) + 1)], f"after: expected the folders 1 to {len(links)}")
        for inner in ("", *(f"after/{number}/" for number in links)):
            folder = Folder(files, inner, folder)
            check(folder, said)
    except Refused as refusal: return [str(refusal)], said
    except Exception as fault:  # noqa: BLE001 - whatever stands in a file, it is the file that is named
        return [f"{Folder.now}: malformed, not as docs/reference/draw.md has it ({fault!r:.200})"], said
    return [], said
def verify(path): return examine(path)[0]

def main(arguments):
    if len(arguments) != 1:
        sys.stderr.write("usage: python3 verify.py FOLDER\n")
        return 2
    faults, said = examine(Path(arguments[0]))
    sys.stdout.reconfigure(errors="backslashreplace")
    said += [f"WRONG: {fault}" for fault in faults] or ["The record is right."]
    sys.stdout.write("".join(f"{line}\n" for line in said))
    return len(faults)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
