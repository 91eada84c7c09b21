import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from registerfiles import BARGES, written

LOAD_SLOWLY = """
import datetime as dt, sys, time
from pathlib import Path
import django
django.setup()
from rapporteur.register.loading import load

def step(what):
    if what == sys.argv[2]:
        print("here", flush=True)
        time.sleep(60)

load(Path(sys.argv[1]), by="somebody", at=dt.datetime.now(dt.UTC), step=step)
"""


@pytest.fixture(scope="module")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with all tables and no rows, for the processes that are killed."""
    path = tmp_path_factory.mktemp("empty") / "register.sqlite3"
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity=0"], env=environment(path), check=True)
    return path


def environment(database: Path) -> dict[str, str]:
    settings = {"DJANGO_SETTINGS_MODULE": "rapporteur.site.settings", "DATABASE_URL": f"sqlite:///{database}"}
    return os.environ | settings


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda one: one.name)
@pytest.mark.parametrize("moment", ["documents", "attributions"])
def test_a_load_that_is_interrupted_changes_nothing(
    tmp_path: Path, empty_database: Path, kill: signal.Signals, moment: str
) -> None:
    folder, before = written(tmp_path / "register", barges=BARGES), rows_of(empty_database)
    process = subprocess.Popen(
        [sys.executable, "-c", LOAD_SLOWLY, str(folder), moment],
        env=environment(empty_database),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    with process, process.stdout as said:
        assert said.readline() == "here\n"
        process.send_signal(kill)
    assert process.returncode != 0
    assert rows_of(empty_database) == before


def rows_of(path: Path) -> dict[str, list[object]]:
    """Return every row of every table of ours."""
    with sqlite3.connect(path) as database:
        named = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'rapporteur%'")
        tables = [table for (table,) in named.fetchall()]
        return {table: database.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608 - its own
