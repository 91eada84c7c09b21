"""The register as files: written, checked, loaded into an empty database, and loaded again.

What is measured beside ours, and the second load, take minutes in a large register and add nothing there: both grow as
the register does. They are measured up to PEERS_MOST, so that the whole run stays one that people start.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.registers import ROOT, environment, migrate
from benchmarks.rows import Figure, Row

NAME = "Register"
BUDGET = ""
PEER = (
    "Django's dumpdata and loaddata of the same records as JSON, which check no reference, keep no journal and make no"
    " entries of the search; measured, as the second load is, in small registers alone"
)
SIZED = True
PEERS_MOST, MOST = 1_000, 10_000


def run(size: int) -> list[Row]:
    """Measure on the register that the environment names; loads go into SQLite. Nothing above MOST, for its time."""
    own = os.environ["DATABASE_URL"]
    rows = [_row("checked", size, _taken("check", own, ROOT))]
    if size > MOST:
        return rows
    with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as name:
        folder = Path(name)
        ours, theirs = f"sqlite:///{folder}/ours.sqlite3", f"sqlite:///{folder}/theirs.sqlite3"
        migrate(ours)
        exported, loaded = _taken("export", own, folder / "files"), _taken("load", ours, folder / "files")
        dumped = other = None
        if size <= PEERS_MOST:
            migrate(theirs)
            dumped, other = _taken("dumpdata", own, folder / "dump"), _taken("loaddata", theirs, folder / "dump")
            rows.append(_row("loaded again, nothing changed", size, _taken("again", ours, folder / "files")))
    return [
        _row("written to files", size, exported, dumped),
        _row("loaded into nothing", size, loaded, other),
        *rows,
    ]


def _row(case: str, size: int, taken: float, peer: float | None = None) -> Row:
    return Row(case, (Figure("taken", taken, "s"),), size=size, peer=peer, peer_of="taken")


def _taken(step: str, address: str, folder: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.register_steps", step, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment(address), check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout.splitlines()[-1])
