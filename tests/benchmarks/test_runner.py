"""The benchmarks' figures are what they say, and the table prints them against their budgets."""

from benchmarks.__main__ import names, table
from benchmarks.rows import Row, Times, clock


def test_a_figure_is_held_against_its_budget() -> None:
    rows = [Row("a", 1.0, "s", 1.0), Row("a", 1.1, "s", 1.0), Row("a", 1.0, "s")]
    assert [row.verdict for row in rows] == ["within", "OVER", ""]


def test_the_95th_percentile_is_a_time_that_was_taken() -> None:
    assert Times(tuple(float(n) for n in range(1, 101))).p95 == 95.0
    assert Times((3.0,)).p95 == 3.0
    assert Times((2.0, 1.0)).p95 == 2.0


def test_the_clock_does_the_work_as_often_as_it_is_told() -> None:
    done: list[int] = []
    times = clock(lambda: done.append(1), times=3)
    assert (len(done), len(times.taken)) == (3, 3)


def test_the_table_has_one_line_a_row_under_its_head() -> None:
    assert table([Row("a note, PDF", 0.25, "s", 0.5), Row("all", 1234.5, "ms")]).splitlines() == [
        "| case        | measured | unit | budget | verdict |",
        "|-------------|----------|------|--------|---------|",
        "| a note, PDF | 0.25     | s    | 0.5    | within  |",
        "| all         | 1,234    | ms   |        |         |",
    ]


def test_every_benchmark_is_found_by_its_file() -> None:
    assert "journal" in names()
