"""RDMO for one run: its environment, made once from PyPI and kept, and a database of the same kind as ours."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks.registers import KEPT, ROOT

VERSION = "2.5.2"  # a figure is compared with the same one of the next run
Found = dict[str, list[float]] | str  # seconds of every call by what was done, or why there are none


def measured(sections: int, questions: int) -> Found:
    """Return what the same work takes with RDMO, or in words why that is not known."""
    try:
        python = _installed(KEPT / f"rdmo-{VERSION}")
        with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
            return _run(python, _address(Path(folder)), sections, questions)
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip().splitlines()
        return f"not measured, {Path(error.cmd[0]).name} ended with {error.returncode}: {said[-1] if said else ''}"[
            :160
        ]


def figure(found: Found, name: str, of: Callable[[Sequence[float]], float] = median) -> float | None:
    """Return one figure; a median in milliseconds, a sum in seconds."""
    if isinstance(found, str):
        return None
    return of(found[name]) * (1000 if of is median else 1)


def _installed(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        print(f"installing RDMO {VERSION} from PyPI into {folder.relative_to(ROOT)}", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        _quietly([sys.executable, "-m", "venv", str(folder)])
        _quietly([str(python), "-m", "pip", "install", "--quiet", f"rdmo=={VERSION}", "psycopg[binary]"])
        (folder / "complete").touch()
    return python


def _address(folder: Path) -> str:
    """Return the address of an empty database, on the server where ours is if there is one."""
    ours = os.environ["DATABASE_URL"]
    parts = urlsplit(ours)
    if parts.scheme == "sqlite":
        return f"sqlite:///{folder}/rdmo.sqlite3"
    import psycopg  # noqa: PLC0415 - a run on SQLite needs none

    name = f"{parts.path.removeprefix('/')}_rdmo"
    with psycopg.connect(ours, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return parts._replace(path=f"/{name}").geturl()


def _run(python: Path, address: str, sections: int, questions: int) -> dict[str, list[float]]:
    own = {"RDMO_DATABASE": address, "DJANGO_SETTINGS_MODULE": "benchmarks.peer_rdmo_settings", "PYTHONPATH": str(ROOT)}
    command = [str(python), "-m", "benchmarks.peer_rdmo", str(sections), str(questions)]
    print("measuring RDMO", file=sys.stderr, flush=True)
    done = _quietly(command, env=os.environ | own)
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _quietly(command: list[str], env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True)
