"""`rapporteur search`: make what the search looks through anew from the register."""

import sys

import typer

app = typer.Typer(no_args_is_help=True, help="The search: make its entries anew.", rich_markup_mode=None)


# A group of one command would otherwise be that command.
@app.callback()
def search() -> None:
    """The search: make its entries anew."""


@app.command()
def rebuild() -> None:
    """Make every entry of the search anew; loading does so by itself, and the desk keeps single records in step."""
    from rapporteur.search import actions

    made = actions.rebuild(progress=_told if sys.stderr.isatty() else None)
    typer.echo(f"{made} entries made.")


def _told(made: int) -> None:
    typer.echo(f"\r{made}", nl=False, err=True)
