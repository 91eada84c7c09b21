"""Rows as a table of Markdown, and the page of tables that docs/reference/benchmarks.md is."""

import datetime as dt
import importlib.metadata
import os
import platform
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.rows import Row

_PARTS = ("Django", "typst", "python-docx", "lxml", "psycopg")


def table(rows: Sequence[Row]) -> str:
    """Return a table with one line a row: the case, its figures, the peer's figure, the ratio, the verdict."""
    units = {figure.name: figure.unit for row in rows for figure in row.figures}
    is_sized = any(row.size is not None for row in rows)
    has_peer = any(row.peer is not None for row in rows)
    head = [
        "case",
        *(["meetings"] if is_sized else []),
        *(f"{name}, {unit}" if unit else name for name, unit in units.items()),
    ]
    head += ["peer", "peer / ours"] if has_peer else []
    lines = [[*head, "budget"]]
    for row in rows:
        amounts = {figure.name: number(figure.amount) for figure in row.figures}
        line = [row.case, *([f"{row.size:,}" if row.size is not None else ""] if is_sized else [])]
        line += [amounts.get(name, "") for name in units]
        if has_peer:
            line += [number(row.peer), f"{row.ratio:,.2g}" if row.ratio is not None else ""]
        lines.append([*line, row.verdict])
    return _aligned(lines)


def number(amount: float | None) -> str:
    """Return a figure with no more digits than it deserves: "0.123", "45.6", "1,234"."""
    if amount is None:
        return ""
    return f"{amount:,.0f}" if abs(amount) >= 100 or amount == int(amount) else f"{amount:.3g}"


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    printed = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    return "\n".join([printed[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *printed[1:]])


def section(found: Mapping[str, Any]) -> str:
    """Return the part of one benchmark."""
    budget = f"\n\nBudget: {found['budget']}." if found["budget"] else ""
    peer = f"\n\nPeer: {found['peer']}." if found["peer"] else ""
    return f"## {found['name']}{budget}{peer}\n\n{table(found['rows'])}\n"


def machine(database: str) -> str:
    """Say on what was measured: cores, load, versions, the day."""
    model = next(
        (line.partition(":")[2].strip() for line in _cpu() if line.startswith("model name")), platform.machine()
    )
    parts = ", ".join(f"{part} {importlib.metadata.version(part)}" for part in _PARTS)
    kept = "PostgreSQL" if database == "postgresql" else f"SQLite {sqlite3.sqlite_version}"
    return (
        f"Measured on {dt.datetime.now(dt.UTC).date().isoformat()} on {os.cpu_count()} cores of {model}, "
        f"{platform.system()}, load {os.getloadavg()[0]:.1f} at the end; "
        f"Python {platform.python_version()}, {kept}, {parts}."
    )


def _cpu() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def page(sections: Iterable[str], *, measured: str) -> str:
    head = (
        "# Benchmarks\n\n"
        "Written by `make bench WRITE=1`; the budgets are those the design set. A figure of a peer is taken in the\n"
        "same run, and `peer / ours` says how many times ours it is: above 1, ours is the quicker.\n"
        "Registers are invented (`benchmarks/invented.py`): at 10,000 meetings one has 100,000 documents and more,\n"
        "and so it has at 100,000 meetings.\n"
    )
    return f"{head}\n{measured}\n\n" + "\n".join(sections)
