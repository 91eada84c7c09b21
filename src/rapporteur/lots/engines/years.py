"""Year groups: which State starts in which year, by lot, each regional group spread evenly.

A group of n States gives every year n // years, and its remainder falls to some years by one table drawn for all
groups together, uniformly among those that keep the years' totals equal to within one. Then each group is dealt in
the order of its tickets.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapporteur.lots.engines.streams import Stream, ticket

Table = tuple[tuple[int, ...], ...]  # for each group the years, counted from 0, that take one State of the remainder


def tables(sizes: Sequence[int], *, years: int) -> Iterator[Table]:
    """Yield, in a fixed order, the ways to place each group's remainder so that the years differ by at most one."""
    total = sum(size % years for size in sizes)
    least, more = divmod(total, years)

    def place(group: int, counts: tuple[int, ...]) -> Iterator[Table]:
        if group == len(sizes):
            if sorted(counts) == [least] * (years - more) + [least + 1] * more:
                yield ()
            return
        for chosen in combinations(range(years), sizes[group] % years):
            grown = tuple(count + (year in chosen) for year, count in enumerate(counts))
            if max(grown) <= least + (more > 0):
                for rest in place(group + 1, grown):
                    yield (chosen, *rest)

    return place(0, (0,) * years)


def year_groups(
    groups: dict[str, list[str]], *, years: int, seed: str, stream: Stream, proportional: bool
) -> dict[str, int]:
    """Return the year of each State, counted from 1. `seed` is the text of the tickets, `stream` draws the table.

    Without proportionality all States are one group.
    """
    pools = (
        dict(sorted(groups.items())) if proportional else {"": [code for codes in groups.values() for code in codes]}
    )
    listed = list(tables([len(codes) for codes in pools.values()], years=years))
    table = listed[stream.below(len(listed))]
    found = {}
    for codes, extra in zip(pools.values(), table, strict=True):
        order = sorted(codes, key=lambda code: (ticket(seed, code), code))
        at = 0
        for year in range(years):
            size = len(codes) // years + (year in extra)
            found.update(dict.fromkeys(order[at : at + size], year + 1))
            at += size
    return dict(sorted(found.items()))
