"""`rapporteur register`: load files, write files, publish their schema, say what is owed and what is wrong."""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rapporteur.cli.refusing import Refused, actor, now

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
def schema(
    output: Annotated[Path | None, typer.Option("--output", help="Write to this file instead.", show_default=False)] = None,
) -> None:
    """Print the JSON Schema of a file of the register."""
    from rapporteur.register.replacing import replace_file
    from rapporteur.register.schema import json_schema

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
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
