"""In how many ways a block can fill a number of named seats: the exact weights of the uniform draw.

A block of members hands out K named seats, some of them the own seats of its members. W(K) counts the ways in which
every member's load is within its bounds, nobody reviews itself and, where that is barred, no two members hold each
other's own seat. It is an alternating sum over f forced violations. Both forms give the same numbers: `rows`
multiplies polynomials member by member; where all bounds are equal a recurrence finds each coefficient from those
before it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from math import comb, factorial, prod
from typing import Final

TERMS: Final = 64  # of the alternating sum; what is left out is below 2**-128 of the whole

Bounds = tuple[int, int]  # lowest and highest load
Polynomial = list[int]


@lru_cache(maxsize=256)
def weights(owners: tuple[Bounds, ...], others: tuple[Bounds, ...], *, mutual_barred: bool) -> tuple[int, ...]:
    """Return W(K) for K = 0 .. the sum of the highest loads. `owners` are the bounds of members with an own seat."""
    members = owners + others
    if any(low > high for low, high in members):
        return (0,)
    terms = min(len(owners), TERMS)
    is_level = len(set(members)) == 1
    rows = _level_rows(members[0], len(owners), len(members), terms) if is_level else _rows(owners, others, terms)
    signs = _violations(terms, mutual_barred=mutual_barred)
    total = sum(high for _, high in members)
    sums = [0] * (total + 1)
    for f, row in enumerate(rows):
        sign = signs[f]
        for seats in range(f, total + 1):
            term = row[seats - f] if seats - f < len(row) else 0
            sums[seats] = (sums[seats] * (seats - f + 1) if f else 0) + sign * term
    # By now sums[K] lacks the factor (K - f)! of the last f it met, and the scale that made the rows whole.
    scale = prod(factorial(high) for _, high in members)
    return tuple(value * factorial(seats - min(seats, terms)) // scale for seats, value in enumerate(sums))


def _violations(terms: int, *, mutual_barred: bool) -> list[int]:
    """Return a(f): the signed number of ways in which f members are each in a self-review or in a mutual pair."""
    signs = [1, -1]
    for f in range(2, terms + 1):
        signs.append(-signs[f - 1] - (f - 1) * signs[f - 2] if mutual_barred else -signs[f - 1])
    return signs


def _loads(bounds: Bounds, *, forced: bool) -> Polynomial:
    """Return the sum of u**t / t! over a member's loads t, times highest!; `forced`: one review is already taken."""
    low, high = bounds
    first = int(forced)
    return [factorial(high) // factorial(t - first) if t >= low else 0 for t in range(first, high + 1)]


def _rows(owners: Sequence[Bounds], others: Sequence[Bounds], terms: int) -> Iterator[Polynomial]:
    """Return E_f for f = 0 .. terms: coefficients by load, with f owners forced.

    A polynomial is packed into one number, a fixed width for each coefficient, so that one multiplication does all.
    """
    plain = [_loads(bounds, forced=False) for bounds in (*others, *owners)]
    forced = [_loads(bounds, forced=True) for bounds in owners]
    ceiling = prod(sum(p) for p in plain[: len(others)]) * prod(
        sum(p) + sum(q) for p, q in zip(plain[len(others) :], forced, strict=True)
    )
    width = (ceiling.bit_length() + 8) // 8
    rows = [1]
    for polynomial in plain[: len(others)]:
        rows[0] *= _packed(polynomial, width)
    for polynomial, taken in zip(plain[len(others) :], forced, strict=True):
        free, used = _packed(polynomial, width), _packed(taken, width)
        grown = [row * free for row in rows]
        grown.append(0)
        for f, row in enumerate(rows, start=1):
            grown[f] += row * used
        rows = grown[: terms + 1]
    size = sum(high for _, high in (*owners, *others)) + 1
    return (_unpacked(row, width, size) for row in rows)


def _packed(polynomial: Polynomial, width: int) -> int:
    return int.from_bytes(b"".join(c.to_bytes(width, "little") for c in polynomial), "little")


def _unpacked(packed: int, width: int, size: int) -> Polynomial:
    data = packed.to_bytes(width * size, "little")
    return [int.from_bytes(data[at : at + width], "little") for at in range(0, width * size, width)]


def _level_rows(bounds: Bounds, owners: int, members: int, terms: int) -> Iterator[Polynomial]:
    """Return what `_rows` returns, where all bounds are equal: E_f = C(owners, f) Q**f P**(members - f)."""
    low, _high = bounds
    plain = _loads(bounds, forced=False)[low:]
    lead = max(low, 1) - 1
    forced = _loads(bounds, forced=True)[lead:]
    yield [0] * (low * members) + power_product(plain, members, [1], 0)
    for f in range(1, terms + 1):
        if not forced:
            return
        shift = low * (members - f) + lead * f
        ways = comb(owners, f)
        yield [0] * shift + [ways * c for c in power_product(plain, members - f, forced, f)]


def power_product(p: Polynomial, a: int, q: Polynomial, b: int) -> Polynomial:
    """Return the coefficients of T = p**a q**b, each from those before it, since p q T' = (a p'q + b p q') T.

    The first coefficient of p and of q is not 0.
    """
    product = _times(p, q)
    slope = [a * x + b * y for x, y in zip_longest(_times(_slope(p), q), _times(p, _slope(q)), fillvalue=0)]
    degree = a * (len(p) - 1) + b * (len(q) - 1)
    table = [p[0] ** a * q[0] ** b]
    steps = list(zip_longest(slope, product[1:], fillvalue=0))
    for k in range(degree):
        total = 0
        for i, (s, r) in enumerate(steps[: k + 1]):
            total += (s - r * (k - i)) * table[k - i]
        table.append(total // (product[0] * (k + 1)))
    return table


def _times(p: Polynomial, q: Polynomial) -> Polynomial:
    product = [0] * (len(p) + len(q) - 1)
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            product[i + j] += x * y
    return product


def _slope(p: Polynomial) -> Polynomial:
    return [k * c for k, c in enumerate(p)][1:] or [0]
