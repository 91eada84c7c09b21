"""`rapporteur demo`: from nothing to a register of real facts and its note in six languages."""

import datetime as dt
import secrets
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.table import Table

from rapporteur.cli.demo_people import Acting
from rapporteur.cli.demo_questionnaires import show_questionnaires
from rapporteur.cli.draft import session_of, write_all
from rapporteur.cli.officer import create_officer
from rapporteur.cli.refusing import actor, now
from rapporteur.cli.setting_up import prepared

_DAY: Final = dt.date(2020, 7, 1)
_SESSION: Final = "cop-10"
_OFFICER: Final = "officer@example.org"
_REHEARSAL: Final = "rehearsal"


def demo(out: Annotated[Path, typer.Option(help="The folder for the note's files.")] = Path("out")) -> None:
    """Make the database, load the shipped register, write the note of its tenth session; rehearse a review."""
    from django.conf import settings

    from rapporteur.bodies.models import Conference
    from rapporteur.register.loading import load

    prepared()
    data = Path(settings.PROJECT_DIR) / "data" / "untoc"
    if Conference.objects.filter(key="untoc-cop").exists():
        typer.echo("register: there already, left as it is")
    else:
        loaded = load(data, by=actor(), at=now())
        typer.echo(f"register: {loaded.entries} entries loaded")
    written = write_all(session_of(_SESSION, "untoc-cop"), _DAY, out)
    _show(written)
    _rehearse(Path(settings.PROJECT_DIR) / "data" / "lots")
    show_questionnaires(Path(settings.PROJECT_DIR) / "data", Path(settings.VAR_DIR), Acting(actor(), now()))
    password = _officer_password(Path(settings.VAR_DIR))
    typer.echo(f"An officer of the demonstration signs in with {_OFFICER} and the password {password}")


def _rehearse(data: Path) -> None:
    """Make one small rehearsal of a draw, of invented States, so that the pages of draws have something to show."""
    from rapporteur.lots.actions import PublicationEntry, SeedEntry, draw, enter_seed, publish
    from rapporteur.lots.queries.drawings import drawing

    if drawing(_REHEARSAL) is not None:
        typer.echo("rehearsal of a draw: there already, left as it is")
        return
    entry = PublicationEntry(
        title="Rehearsal of a draw among invented States",
        roster=(data / "invented-roster.csv").read_text(encoding="utf-8"),
        rules=(data / "invented-rules.yaml").read_text(encoding="utf-8"),
        rehearsal=True,
        key=_REHEARSAL,
    )
    published = publish(entry, by=actor(), at=now())
    seeded = enter_seed(published, SeedEntry("rehearsal:demonstration"), by=actor(), at=now())
    draw(seeded, by=actor(), at=now())
    typer.echo(f"rehearsal of a draw: see /lots/{_REHEARSAL}/")


def _show(written: list[tuple[Path, int, bool]]) -> None:
    table = Table("file", "bytes", "", title=f"The note of the tenth session as of {_DAY.day} July {_DAY.year}")
    for path, size, is_new in written:
        table.add_row(str(path), f"{size:,}", "written" if is_new else "unchanged")
    Console().print(table)


def _officer_password(folder: Path) -> str:
    """Return the password of the demonstration's officer, made with the account and kept beside the database."""
    from rapporteur.people.models import Person

    kept = folder / "demo-officer.txt"
    if Person.objects.filter(email=_OFFICER).exists():
        return kept.read_text(encoding="utf-8").strip() if kept.exists() else "that was set"
    password = secrets.token_urlsafe(12)
    create_officer(_OFFICER, name="Demonstration officer", password=password)
    kept.touch(mode=0o600)
    kept.write_text(password + "\n", encoding="utf-8")
    return password
