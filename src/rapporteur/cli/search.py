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
    """Make every entry of the search anew; loading and the desk keep what they change in step by themselves."""
    from rapporteur.search import actions

    is_watched = sys.stderr.isatty()
    made = actions.rebuild(progress=_told if is_watched else None)
    if is_watched:
        typer.echo(err=True)
    typer.echo(f"{made} entries made.")


def _told(made: int) -> None:
    typer.echo(f"\r{made} entries", nl=False, err=True)
