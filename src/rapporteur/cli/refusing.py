"""How a command says no, and where the traces go that no user should see."""

import datetime as dt
import getpass
import traceback
from pathlib import Path


class Refused(Exception):
    """A command that cannot do what was asked. The message says what is wrong, where, and what to do."""


def log_unexpected(error: Exception) -> str:
    """Write the trace of an error that nobody expected to a file; return the sentence to show."""
    what = f"Something unexpected went wrong ({type(error).__name__})"
    try:
        path = _log_folder() / f"error-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S-%f}.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return f"{what}, and its trace could not be written down: {error}"
    return f"{what}; please report it with the file {path}."


def _log_folder() -> Path:
    from django.conf import settings

    folder = Path(settings.VAR_DIR) if settings.configured else Path.cwd()
    return folder / "log"


def actor() -> str:
    """Return who the journal says has acted: the user of this machine."""
    try:
        return f"command line ({getpass.getuser()})"
    except OSError:
        return "command line"


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
