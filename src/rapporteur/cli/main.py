"""The `rapporteur` command: its groups, and the one place where errors become messages.

Whatever is expected to go wrong (a wrong file, a full disk, a database that is not there) ends in one message on
standard error and exit status 1, an interruption in 130. What nobody expected is written to a log, not to the terminal.
The groups live in the modules beside this one; each command imports its room when it runs, once Django is ready.
"""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import django
import typer
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError, ProgrammingError

from rapporteur.cli import (
    demo,
    draft,
    journal,
    lots,
    officer,
    questionnaire,
    register,
    rulebook,
    search,
    serving,
    setting_up,
)
from rapporteur.cli.refusing import Refused, log_unexpected
from rapporteur.datafiles.faults import FileRefused
from rapporteur.register.faults import RegisterRefused

app = typer.Typer(
    name="rapporteur",
    help="Keep the register of a treaty conference and write its official documents.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(register.app, name="register")
app.add_typer(journal.app, name="journal")
app.add_typer(search.app, name="search")
app.add_typer(draft.app, name="draft")
app.add_typer(lots.app, name="lots")
app.add_typer(officer.app, name="officer")
app.add_typer(rulebook.app, name="rulebook")
app.add_typer(questionnaire.app, name="questionnaire")
app.command("setup")(setting_up.set_up)
app.command("serve")(serving.serve)
app.command("demo")(demo.demo)

_EXPECTED: Final = (
    Refused,
    FileRefused,
    ImproperlyConfigured,
    OperationalError,
    ProgrammingError,
    OSError,
)
_INTERRUPTED: Final = 130


@app.callback()
def ready() -> None:
    """Keep the register of a treaty conference and write its official documents."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapporteur.site.settings")
    try:
        django.setup()
    except ValueError as error:  # an address in the environment that names no database
        raise Refused(str(error)) from None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    try:
        app(args=list(arguments) if arguments is not None else None)
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 1
        if status == _INTERRUPTED:
            _say("Stopped.")
        return status
    except KeyboardInterrupt:
        _say("Stopped.")
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has closed the pipe (`| head`); what is still in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except _EXPECTED as error:
        _say(told(error))
        return 1
    except Exception as error:  # noqa: BLE001 - the last stop: whatever it is, it goes to the log
        _say(log_unexpected(error))
        return 1
    return 0


def told(error: Exception) -> str:
    """Return what to tell a person of an error that was expected: what is wrong, where, what to do."""
    if isinstance(error, RegisterRefused):
        return f"{error}\nThe register was not changed."
    if isinstance(error, DatabaseError):
        return _database(error)
    if isinstance(error, OSError):
        return _file(error)
    return str(error)


def _database(error: DatabaseError) -> str:
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if "no such table" in first or "does not exist" in first or "unable to open" in first:
        return f"The database is not set up ({first}); run `rapporteur setup`."
    if "locked" in first:
        return "The database is being written to by somebody else and did not become free; try again."
    if "full" in first:
        return f"The disk is full ({first}); nothing was changed. Make room and try again."
    if "I/O" in first:
        return f"The disk is full or failing ({first}); nothing was changed. Make room, look at the disk and try again."
    if "readonly" in first:
        return f"The database may not be written to ({first}); check who owns its file and folder."
    return f"The database cannot be used: {first}. Check DATABASE_URL."


def _file(error: OSError) -> str:
    place = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
    what = error.strerror or str(error)
    hint = {
        errno.ENOSPC: " Make room and try again; nothing was left half-written.",
        errno.EFBIG: " The file would grow beyond what is allowed here; nothing was left half-written.",
        errno.EACCES: " Check who may write there.",
        errno.EPERM: " Check who may write there.",
    }.get(error.errno or 0, "")
    return f"{place}: {what}.{hint}" if place else f"{what}.{hint}"


def _say(message: str) -> None:
    print(message, file=sys.stderr)  # noqa: T201 - the one way out for errors
