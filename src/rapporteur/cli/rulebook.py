"""`rapporteur rulebook`: show a mechanism's rules and what they rest on, check a file, draw its steps."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.cli.refusing import Refused

if TYPE_CHECKING:
    from rapporteur.rulebooks.schema import Rulebook

app = typer.Typer(no_args_is_help=True, help="Rulebooks: the rules of review mechanisms.", rich_markup_mode=None)
Named = Annotated[str, typer.Argument(help="The key of a shipped rulebook, or a .yaml file.", show_default=False)]
Output = Annotated[Path | None, typer.Option(help="Write to this file instead.", show_default=False)]


class DrawingFormat(StrEnum):
    SVG = "svg"
    TEXT = "text"


@app.command("list")
def list_() -> None:
    """List the shipped rulebooks: key, version, title, steps, and how many of their rules are still assumed."""
    from rapporteur.rulebooks.account import account_of
    from rapporteur.rulebooks.reading import read_rulebook
    from rapporteur.rulebooks.terms import Certainty

    for path in sorted(_folder().glob("*.yaml")):
        rulebook = read_rulebook(path, shown_as=_shown(path))
        assumed = sum(one.status is Certainty.ASSUMED for one in account_of(rulebook))
        said = f"{len(rulebook.steps)} steps, {assumed} rules assumed"
        typer.echo(f"{rulebook.key}  version {rulebook.version}  {rulebook.title.first()}: {said}")


@app.command()
def show(
    rulebook: Named,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Print every rule with its source, and apart from them what is assumed, inferred or unknown."""
    from rapporteur.rulebooks.account import as_json, as_text

    found = _rulebook(rulebook)
    typer.echo(as_json(found) if json_ else "\n".join(as_text(found)) + "\n", nl=False)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="The .yaml file of a rulebook.", show_default=False)],
) -> None:
    """Say whether a file is a rulebook that can be run; every fault with its line and what was expected."""
    from rapporteur.rulebooks.editions import edition_of
    from rapporteur.rulebooks.reading import read_rulebook

    edition = edition_of(read_rulebook(file))
    typer.echo(f"{file}: {edition.key}, version {edition.version}, is sound; digest {edition.digest}")


@app.command()
def graph(
    rulebook: Named,
    format_: Annotated[DrawingFormat, typer.Option("--format", help="A drawing, or text.")] = DrawingFormat.SVG,
    output: Output = None,
) -> None:
    """Draw the steps of a rulebook and what each waits for."""
    from rapporteur.rulebooks.drawing import svg
    from rapporteur.rulebooks.sketch import sketch

    found = _rulebook(rulebook)
    _give(svg(found) if format_ is DrawingFormat.SVG else "\n".join(sketch(found)) + "\n", output)


@app.command()
def schema(output: Output = None) -> None:
    """Print the JSON Schema of a rulebook's file."""
    from rapporteur.rulebooks.schema import json_schema

    _give(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", output)


def _give(text: str, output: Path | None) -> None:
    from rapporteur.register.replacing import replace_file

    if output is None:
        typer.echo(text, nl=False)
    else:
        replace_file(output, text.encode())


def _rulebook(named: str) -> "Rulebook":
    """Return a shipped rulebook by its key, or one from a file. Raises: Refused; FileRefused; OSError."""
    from rapporteur.rulebooks.reading import read_rulebook

    shipped = {path.stem: path for path in sorted(_folder().glob("*.yaml"))}
    if path := shipped.get(named):
        return read_rulebook(path, shown_as=_shown(path))
    if Path(named).suffix in {".yaml", ".yml"}:
        return read_rulebook(Path(named))
    raise Refused(f"There is no rulebook {named!r}; name one of {', '.join(shipped)}, or a .yaml file.")


def _folder() -> Path:
    from django.conf import settings

    return Path(settings.PROJECT_DIR) / "data" / "rulebooks"


def _shown(path: Path) -> str:
    return f"data/rulebooks/{path.name}"
