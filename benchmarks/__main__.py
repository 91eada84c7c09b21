"""Run the benchmarks and print tables: `python -m benchmarks [--write] [--sizes 100,10000] [NAME...]`.

Each one, at each size, runs in a process of its own, so that none profits or suffers from another. `--write` puts the
tables into docs/reference/benchmarks.md with the machine they were measured on. The budgets are for reading: a figure
over its budget is marked and does not fail the run, since the machine may be busy with other things.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.registers import KEPT, ROOT, Databases, databases, environment
from benchmarks.rows import Figure, Row
from benchmarks.tables import machine, page, section

PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
SIZES = (100, 10_000)  # a register of 100,000 meetings takes many minutes to make, once


def names() -> list[str]:
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def measure(name: str, size: int | None, *, full: bool) -> None:
    """Run one benchmark here, on the database that the environment names, and print what it found as JSON."""
    import django  # noqa: PLC0415 - the process that starts the others needs no Django

    django.setup()
    module = import_module(f"benchmarks.bench_{name}")
    more = {"full": True} if full else {}
    rows = module.run(**more) if size is None else module.run(size)
    json.dump([asdict(row) for row in rows], sys.stdout)


def make(size: int) -> None:
    """Fill the empty database that the environment names with an invented register."""
    import django  # noqa: PLC0415 - as above

    django.setup()
    from benchmarks.invented import build  # noqa: PLC0415 - it needs Django set up

    build(size)


def measured(name: str, sizes: list[int], given: Databases, *, full: bool) -> dict[str, Any]:
    """Return what one benchmark is about and what was found, at every size where it has sizes."""
    module = import_module(f"benchmarks.bench_{name}")
    settings = getattr(module, "SETTINGS", "rapporteur.site.settings")
    rows: list[Row] = []
    if getattr(module, "SIZED", False):
        for size in sizes:
            rows += _in_own_process([name, "--size", str(size)], given.register(size), settings)
        cases = list(dict.fromkeys(row.case for row in rows))
        rows.sort(key=lambda row: cases.index(row.case))
    else:
        with given.empty() as address:
            counted = ["--full"] if full and getattr(module, "COUNTED", False) else []
            rows += _in_own_process([name, *counted], address, settings)
    return {"name": module.NAME, "budget": module.BUDGET, "peer": module.PEER, "rows": rows}


def _in_own_process(arguments: list[str], address: str, settings: str) -> list[Row]:
    command = [sys.executable, "-m", "benchmarks", "--measure", *arguments]
    print(" ".join(["measuring", *arguments]), file=sys.stderr, flush=True)
    run = environment(address, settings=settings)
    done = subprocess.run(command, cwd=ROOT, env=run, check=True, stdout=subprocess.PIPE, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    return [Row(**{**row, "figures": tuple(Figure(**figure) for figure in row["figures"])}) for row in found]


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    if options.measure:
        measure(options.measure, options.size, full=options.full)
        return 0
    if options.make:
        make(options.make)
        return 0
    sizes = [int(size) for size in options.sizes.split(",")]
    sections = []
    with databases(options.database, kept=options.kept) as given:
        for name in options.names or names():
            sections.append(section(measured(name, sizes, given, full=options.full)))
            print(sections[-1], flush=True)
    print(machine(options.database))
    if options.write:
        PAGE.write_text(page(sections, measured=machine(options.database)), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(names())} (default: all)")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="meetings in the registers (%(default)s)")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite", help="(default: %(default)s)")
    parser.add_argument("--full", action="store_true", help="draws of lots: as many seeds as the budgets speak of")
    parser.add_argument("--kept", type=Path, default=KEPT, help="the folder of registers that are kept")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--measure", metavar="NAME", help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--make", type=int, metavar="SIZE", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
