"""`rapporteur journal`: verify the chain of acts and print its head for publication."""

from typing import Annotated

import typer

from rapporteur.cli.refusing import Refused

app = typer.Typer(no_args_is_help=True, help="The journal: verify it, print its head.", rich_markup_mode=None)


@app.command()
def verify(
    published: Annotated[str, typer.Option(help="A head printed earlier: rows cut off since then are found too.")] = "",
) -> None:
    """Check every row of the journal against the one before; status 1 when one was changed, moved or removed."""
    from rapporteur.journal import queries

    number, _space, seal = published.strip().partition(" ")
    if published and not (number.isdecimal() and seal):
        raise Refused(f'"{published}" is no head; write number and seal as "rapporteur journal head" prints them.')
    faults = queries.verify((int(number), seal.strip()) if published else None)
    if faults:
        raise Refused("\n".join(["The journal is not whole:", *(fault.what for fault in faults)]))
    head_ = queries.head()
    if head_ is None:
        typer.echo("The journal is empty.")
    else:
        typer.echo(f"The journal is whole: {head_[0]} rows, head {head_[1]}.")


@app.command()
def head() -> None:
    """Print the number and the seal of the last row: who keeps them can find any later change."""
    from rapporteur.journal import queries

    last = queries.head()
    typer.echo(f"{last[0]} {last[1]}" if last else "0")
