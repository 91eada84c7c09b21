"""The register as files: written, checked, loaded into an empty database, and loaded again."""

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
    " entries of the search"
)
SIZED = True
MOST = 10_000


def run(size: int) -> list[Row]:
    """Measure on the register that the environment names; loads go into SQLite. Nothing above MOST, for its time."""
    own = os.environ["DATABASE_URL"]
    if size > MOST:
        return [_row("checked", size, _taken("check", own, ROOT))]
    with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as name:
        folder = Path(name)
        ours, theirs = f"sqlite:///{folder}/ours.sqlite3", f"sqlite:///{folder}/theirs.sqlite3"
        migrate(ours)
        migrate(theirs)
        exported, dumped = _taken("export", own, folder / "files"), _taken("dumpdata", own, folder / "dump")
        checked = _taken("check", own, folder)
        loaded, other = _taken("load", ours, folder / "files"), _taken("loaddata", theirs, folder / "dump")
        again = _taken("again", ours, folder / "files")
    return [
        _row("written to files", size, exported, dumped),
        _row("checked", size, checked),
        _row("loaded into nothing", size, loaded, other),
        _row("loaded again, nothing changed", size, again),
    ]


def _row(case: str, size: int, taken: float, peer: float | None = None) -> Row:
    return Row(case, (Figure("taken", taken, "s"),), size=size, peer=peer, peer_of="taken")


def _taken(step: str, address: str, folder: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.register_steps", step, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment(address), check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout.splitlines()[-1])
