"""Databases to measure on: an empty one, and an invented register of each size, kept between runs.

A register in SQLite is one file of a folder, named by its size and by a digest of what it was made with, so that a
change of the generator or of the records makes it anew. On PostgreSQL every run makes its own, on a server of its own.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "benchmarks"
_MADE_WITH = ("benchmarks/invented*.py", "src/rapporteur/migrations/*.py", "src/rapporteur/search/**/*.py")


class Databases:
    """Gives out addresses of databases. `kept` is the folder of registers that outlive the run."""

    def __init__(self, kept: Path) -> None:
        self.kept = kept

    @contextmanager
    def empty(self) -> Iterator[str]:
        """Give a fresh database with its tables."""
        with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
            address = f"sqlite:///{folder}/empty.sqlite3"
            migrate(address)
            yield address

    def register(self, size: int) -> str:
        """Return the address of a register of so many meetings, made now if it is not there yet."""
        file = self.kept / f"register-{size}-{_digest()}.sqlite3"
        if not file.exists():
            self.kept.mkdir(parents=True, exist_ok=True)
            for older in self.kept.glob(f"register-{size}-*"):
                older.unlink()
            unfinished = file.with_suffix(".part")
            unfinished.unlink(missing_ok=True)
            _make(f"sqlite:///{unfinished}", size)
            unfinished.rename(file)
        return f"sqlite:///{file}"


class PostgresqlDatabases(Databases):
    """The same on the server at an address; nothing outlives the run."""

    def __init__(self, server: str) -> None:
        super().__init__(KEPT)
        self.server = server
        self.made: dict[int, str] = {}
        self.count = 0

    @contextmanager
    def empty(self) -> Iterator[str]:
        address = self._create()
        migrate(address)
        yield address

    def register(self, size: int) -> str:
        if size not in self.made:
            self.made[size] = self._create()
            _make(self.made[size], size)
        return self.made[size]

    def _create(self) -> str:
        import psycopg  # noqa: PLC0415 - a run on SQLite needs none

        self.count += 1
        name = f"bench_{self.count}"
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        before, query = self.server.split("?", 1)
        return f"{before.rpartition('/')[0]}/{name}?{query}"


@contextmanager
def databases(kind: str, *, kept: Path = KEPT) -> Iterator[Databases]:
    """Give databases of a kind, "sqlite" or "postgresql"; the server of the second is started and stopped here."""
    if kind == "sqlite":
        yield Databases(kept)
        return
    sys.path.insert(0, str(ROOT / "tests"))
    from databases import start_server  # noqa: PLC0415 - the server of the tests, there in a development environment

    with tempfile.TemporaryDirectory(prefix="rapporteur-bench-") as folder:
        address, stop = start_server(Path(folder))
        try:
            yield PostgresqlDatabases(address)
        finally:
            stop()


def environment(address: str, *, settings: str = "rapporteur.site.settings", var: Path | None = None) -> dict[str, str]:
    """Return the environment of a process that measures on the database at an address."""
    return {
        **os.environ,
        "RAPPORTEUR_VAR": str(var or KEPT),
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
    }


def migrate(address: str) -> None:
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=environment(address), check=True, stdout=subprocess.DEVNULL)


def _make(address: str, size: int) -> None:
    migrate(address)
    print(f"making an invented register of {size:,} meetings", file=sys.stderr, flush=True)
    subprocess.run(
        [sys.executable, "-m", "benchmarks", "--make", str(size)], cwd=ROOT, env=environment(address), check=True
    )


def _digest() -> str:
    files = sorted(file for pattern in _MADE_WITH for file in ROOT.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
