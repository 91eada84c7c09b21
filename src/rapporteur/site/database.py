"""The database an address names: SQLite by default, PostgreSQL when outgrown."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class UnknownDatabase(ValueError):
    """The address names no database this software can use."""


def database_from_url(url: str) -> dict[str, Any]:
    """Return Django's description of the database at `url`. Raises: UnknownDatabase."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path).removeprefix("/") if parts.path == "/:memory:" else unquote(parts.path))
    if parts.scheme in {"postgres", "postgresql"}:
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": options,
        }
    raise UnknownDatabase(
        f"DATABASE_URL begins with {parts.scheme + ':' if parts.scheme else 'no scheme'}; "
        "write sqlite:///PATH or postgres://USER:PASSWORD@HOST/NAME",
    )


def _sqlite(path: str) -> dict[str, Any]:
    # An answer that a page calls saved outlives a power cut: a commit waits until the disk has it (decision 0006).
    # IMMEDIATE takes the write lock at BEGIN, so that two writers wait for each other instead of failing half-way.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }
