"""Run the benchmarks and print a table: `python -m benchmarks [--write] [NAME...]`.

Each one runs in a process of its own, on a fresh database, so that none profits or suffers from another. `--write` puts
the table into docs/reference/benchmarks.md with the machine it was measured on. The budgets are for reading: a figure
over its budget is marked and does not fail the run, since the machine may be busy with other things.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.rows import Row

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
HEADER = ("case", "measured", "unit", "budget", "verdict")


def names() -> list[str]:
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def measure(name: str) -> None:
    """Run one benchmark here, on the database that the environment names, and print what it found as JSON."""
    import django  # noqa: PLC0415 - the process that starts the others needs no Django
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    module = import_module(f"benchmarks.bench_{name}")
    rows = [asdict(row) for row in module.run()]
    json.dump({"name": module.NAME, "budget": module.BUDGET, "peer": module.PEER, "rows": rows}, sys.stdout)


def measured(name: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
        environment = {
            **os.environ,
            "RAPPORTEUR_VAR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/benchmark.sqlite3",
            "DJANGO_SETTINGS_MODULE": "rapporteur.site.settings",
        }
        command = [sys.executable, "-m", "benchmarks", "--measure", name]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return {**found, "rows": [Row(**row) for row in found["rows"]]}


def cells(row: Row) -> tuple[str, ...]:
    limit = "" if row.limit is None else f"{row.limit:,g}"
    return (row.case, f"{row.figure:,.4g}", row.unit, limit, row.verdict)


def table(rows: list[Row]) -> str:
    lines = [HEADER, *(cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    printed = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    return "\n".join([printed[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *printed[1:]])


def section(found: dict[str, Any]) -> str:
    peer = f"\n\nTo compare: {found['peer']}" if found["peer"] else ""
    return f"## {found['name']}\n\nBudget: {found['budget']}{peer}\n\n{table(found['rows'])}\n"


def machine() -> str:
    import sqlite3  # noqa: PLC0415 - for its version alone

    model = next(
        (line.partition(":")[2].strip() for line in _cpu() if line.startswith("model name")), platform.machine()
    )
    return (
        f"Measured on {os.cpu_count()} cores of {model}, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}."
    )


def _cpu() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def page(sections: list[str]) -> str:
    head = "# Benchmarks\n\nWritten by `make bench WRITE=1`; the budgets are those of the architecture.\n\n"
    return f"{head}{machine()}\n\n" + "\n".join(sections)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(names())} (default: all)")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--measure", metavar="NAME", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        measure(options.measure)
        return 0
    sections = []
    for name in options.names or names():
        sections.append(section(measured(name)))
        print(sections[-1], flush=True)
    print(machine())
    if options.write:
        PAGE.write_text(page(sections), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
