"""`rapporteur register`: load files, write files, publish their schema, say what is owed and what is wrong."""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rapporteur.cli.refusing import Refused, actor, now

if TYPE_CHECKING:
    from rapporteur.bodies.models import Conference
    from rapporteur.register.soundness import Finding

app = typer.Typer(no_args_is_help=True, help="The register: load, export, check.", rich_markup_mode=None)


@app.command()
def load(path: Annotated[Path, typer.Argument(help="A .yaml file, or a folder of them.", show_default=False)]) -> None:
    """Load files into the register: all of them or, when anything is wrong, nothing."""
    from rapporteur.register.loading import load as load_files

    with _progress() as step:
        loaded = load_files(path, by=actor(), at=now(), step=step)
    typer.echo(f"{path}: {loaded.entries} entries read.")
    for word, counts in (("created", loaded.created), ("changed", loaded.changed)):
        if counts:
            typer.echo(f"{word}: {', '.join(f'{number} {kind}' for kind, number in counts.items())}")
    if not loaded.has_changed:
        typer.echo("The register holds all of it already; nothing was changed.")


@app.command()
def export(
    output: Annotated[Path, typer.Option("--output", help="The folder to write to; made when it is not there.")] = Path(
        "register"
    ),
) -> None:
    """Write the whole register to files that `register load` reads."""
    from rapporteur.register.exporting import export as export_files

    if output.exists() and not output.is_dir():
        raise Refused(f"{output} is a file; name a folder with --output.")
    for file in export_files(output):
        typer.echo(str(file))


@app.command()
def check(
    as_of: Annotated[str | None, typer.Option(help="The day to judge by (2020-07-01); today when not given.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    conference: Annotated[str | None, typer.Option(help="One conference only, by its key.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave with status 1 for warnings and overdue too.")] = False,
) -> None:
    """Say what is owed, what answered it, and what in the register needs looking at; status 1 when there are errors."""
    from rapporteur.register.account import account_of, as_json, as_text

    day = day_of(as_of)
    accounts = [account_of(one, as_of=day, further=stand_ins_of(one)) for one in _conferences(conference)]
    if json_:
        typer.echo(as_json(accounts), nl=False)
    else:
        for account in accounts:
            typer.echo("\n".join(as_text(account)))
    if any(account.has_errors or (strict and not account.is_clear) for account in accounts):
        raise typer.Exit(1)


def stand_ins_of(conference: "Conference") -> "list[Finding]":
    """Return what the wording of the drafts says without an official wording."""
    from rapporteur.drafts.queries.wordings import stand_ins
    from rapporteur.register.soundness import Finding, Gravity, Topic

    found = stand_ins(conference)
    return [Finding(Gravity.NOTE, Topic.WORDING, "message", one.key, one.what) for one in found]


def _conferences(key: str | None) -> "list[Conference]":
    from rapporteur.bodies.models import Conference

    found = list(Conference.objects.filter(**({"key": key} if key else {})).order_by("pk"))
    if key and not found:
        known = ", ".join(Conference.objects.values_list("key", flat=True)) or "none: load the register first"
        raise Refused(f"There is no conference {key!r}; the register has {known}.")
    return found


@app.command()
def schema(
    check_: Annotated[bool, typer.Option("--check", help="That of `register check --json` instead.")] = False,
    output: Annotated[Path | None, typer.Option(help="Write to this file instead.", show_default=False)] = None,
) -> None:
    """Print the JSON Schema of a file of the register."""
    from rapporteur.register.account import account_schema
    from rapporteur.register.replacing import replace_file
    from rapporteur.register.schema import json_schema

    text = json.dumps(account_schema() if check_ else json_schema(), indent=2, ensure_ascii=False) + "\n"
    if output is None:
        typer.echo(text, nl=False)
    else:
        replace_file(output, text.encode())


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Give a function that shows what is being done on a terminal, and does nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("beginning", total=None)
        yield lambda what: progress.update(task, description=what)


def day_of(text: str | None) -> dt.date:
    """Return the day that an option gives, today where it gives none. Raises: Refused."""
    if text is None:
        return now().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--as-of {text!r} is no day; write it as 2020-07-01.") from None
