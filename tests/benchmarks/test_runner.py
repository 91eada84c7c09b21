"""The benchmarks' figures are what they say, and the tables print them against their budgets and their peers."""

from pathlib import Path

import pytest
from benchmarks.__main__ import main, names
from benchmarks.registers import Databases
from benchmarks.rows import Figure, Row, Times, clock
from benchmarks.tables import number, table

SIZE = 20


def row(*amounts: float, limit: float | None = 1.0, **more: object) -> Row:
    return Row("a", tuple(Figure(f"f{place}", amount, "s", limit) for place, amount in enumerate(amounts)), **more)


def test_a_figure_is_held_against_its_budget() -> None:
    rows = [row(1.0), row(1.1), row(2.0, 0.5, 3.0), row(1.0, limit=None)]
    assert [one.verdict for one in rows] == ["met", "not met: f0 1 s", "not met: f0 1 s, f2 1 s", ""]


def test_a_peer_is_told_as_a_ratio_to_the_figure_it_is_for() -> None:
    assert row(4.0, 2.0, peer=10.0, peer_of="f1").ratio == 5.0
    assert row(4.0, peer=None, peer_of="f0").ratio is None
    assert row(0.0, peer=10.0, peer_of="f0").ratio is None


def test_the_95th_percentile_is_a_time_that_was_taken() -> None:
    assert Times(tuple(float(n) for n in range(1, 101))).p95 == 95.0
    assert Times((3.0,)).p95 == 3.0
    assert Times((2.0, 1.0)).p95 == 2.0


def test_the_clock_does_the_work_as_often_as_it_is_told() -> None:
    done: list[int] = []
    times = clock(lambda: done.append(1), times=3)
    assert (len(done), len(times.taken)) == (3, 3)


def test_the_table_has_one_line_a_row_under_its_head() -> None:
    rows = [
        Row("a note", (Figure("p95", 0.25, "s", 0.5),), size=10_000, peer=1.0, peer_of="p95"),
        Row("all", (Figure("queries", 1234.5, ""),), size=100),
    ]
    assert table(rows).splitlines() == [
        "| case   | meetings | p95, s | queries | peer | peer / ours | budget |",
        "|--------|----------|--------|---------|------|-------------|--------|",
        "| a note | 10,000   | 0.25   |         | 1    | 4           | met    |",
        "| all    | 100      |        | 1,234   |      |             |        |",
    ]


def test_a_figure_is_printed_with_the_digits_it_deserves() -> None:
    assert [number(amount) for amount in (None, 0.12345, 12.345, 123.45, 12345.6, 7)] == [
        "", "0.123", "12.3", "123", "12,346", "7",
    ]  # fmt: skip


def test_every_benchmark_is_found_by_its_file() -> None:
    assert names() == ["drafts", "journal", "lots", "pages", "questionnaires", "register"]


def test_a_register_is_made_once_and_kept(tmp_path: Path) -> None:
    given = Databases(tmp_path)
    address = given.register(SIZE)
    (file,) = tmp_path.glob("register-20-*.sqlite3")
    made = file.stat().st_mtime_ns
    assert (given.register(SIZE), address, file.stat().st_mtime_ns) == (address, f"sqlite:///{file}", made)


@pytest.mark.parametrize("name", ["pages", "register"])
def test_a_benchmark_runs_at_a_small_size(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sizes", str(SIZE), "--kept", str(tmp_path), name]) == 0
    lines = [line.split("|") for line in capsys.readouterr().out.splitlines() if line.startswith("|")]
    assert {line[2].strip() for line in lines[2:]} == {"20"}
    assert {len(line) for line in lines} == {len(lines[0])}
