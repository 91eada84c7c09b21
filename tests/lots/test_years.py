"""Year groups: spread evenly, every balanced table as likely as any other, each State by its own ticket."""

from collections import Counter
from itertools import combinations, product

from lots.small import chi_square_z, seed
from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.engines.years import tables, year_groups

SIZES = (54, 54, 23, 33, 26)
GROUPS = {name: [f"{name}{i}" for i in range(size)] for name, size in zip("ABCDE", SIZES, strict=True)}


def balanced(sizes: tuple[int, ...]) -> list[tuple[tuple[int, ...], ...]]:
    """Return the balanced tables by trying all of them."""
    everything = product(*(combinations(range(3), size % 3) for size in sizes))
    counts = ((table, Counter(year for chosen in table for year in chosen)) for table in everything)
    return [table for table, count in counts if max(count[y] for y in range(3)) - min(count[y] for y in range(3)) <= 1]


def test_the_tables_are_all_balanced_ones_each_once() -> None:
    for sizes in (SIZES, (1, 1, 1), (2, 2, 2), (3, 6), (4, 5, 7, 8), (1, 2, 1, 2, 2)):
        assert list(tables(sizes, years=3)) == balanced(sizes)


def test_a_conference_of_190_has_so_many_tables() -> None:
    assert len(list(tables(SIZES, years=3))) == len(balanced(SIZES))


def test_every_group_is_spread_evenly_and_so_are_the_years() -> None:
    found = year_groups(GROUPS, years=3, seed="1234", stream=Stream(seed("years")), proportional=True)
    assert sorted(Counter(found.values()).values()) == [63, 63, 64]
    for codes in GROUPS.values():
        counts = Counter(found[code] for code in codes)
        assert max(counts.values()) - min(counts.values()) <= 1
    assert sorted(found) == sorted(code for codes in GROUPS.values() for code in codes)


def test_every_table_is_as_likely_as_any_other() -> None:
    groups = {name: [f"{name}{i}" for i in range(size)] for name, size in (("A", 4), ("B", 5))}
    found: Counter[tuple[int, ...]] = Counter()
    for number in range(1200):
        years = year_groups(groups, years=3, seed="1", stream=Stream(seed(f"table {number}")), proportional=True)
        found[
            tuple(sorted(years.values()))[:0] + tuple(Counter(years[c] for c in groups["B"])[y] for y in (1, 2, 3))
        ] += 1
    assert len(found) == 3
    assert abs(chi_square_z(list(found.values()))) < 4.5


def test_without_proportionality_only_the_totals_are_even() -> None:
    found = year_groups(GROUPS, years=3, seed="1234", stream=Stream(seed("years")), proportional=False)
    assert sorted(Counter(found.values()).values()) == [63, 63, 64]
