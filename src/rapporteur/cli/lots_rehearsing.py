"""`rapporteur lots check` and `odds`: what can be known of a draw before any seed exists. Neither needs a database."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from rapporteur.cli import folders
from rapporteur.cli.refusing import Refused

if TYPE_CHECKING:
    from rapporteur.lots.engines.odds import Odds
    from rapporteur.lots.terms import Roster, Rules

Roster_ = Annotated[Path, typer.Option("--roster", help="The States, as CSV.", show_default=False)]
Rules_ = Annotated[Path, typer.Option("--rules", help="The rules, as YAML or JSON.", show_default=False)]
State = Annotated[list[str] | None, typer.Option("--state", help="A State under review; else all.", show_default=False)]
Samples = Annotated[int, typer.Option(min=10, max=100_000, help="How many draws to estimate from.")]
Seed = Annotated[str, typer.Option(help='A seed of rehearsals; it begins with "rehearsal:".')]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def check(roster: Roster_, rules: Rules_, json_: Json = False) -> None:
    """Say whether a draw exists, with the counts that block it and what would open it; list blank party statuses."""
    from rapporteur.lots.actions.publishing import why_not_feasible
    from rapporteur.lots.files.fitness import blanks

    listed, given = _read(roster, rules)
    reasons = why_not_feasible(listed, given)
    unknown = blanks(listed)
    if json_:
        told = {"feasible": not reasons, "reasons": reasons, "blanks": [[code, name] for code, name in unknown]}
        typer.echo(json.dumps({**_counts(listed, given), **told}, indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(f"{name}: {value}" for name, value in _counts(listed, given).items()))
        if unknown:
            typer.echo(f"blank party statuses ({given.blank_status}): {len(unknown)}")
            typer.echo("\n".join(f"  {code} {instrument}" for code, instrument in unknown))
    if reasons:
        raise Refused("\n".join([f"{roster}, {rules}: this cannot be drawn.", *reasons]))
    if not json_:
        typer.echo("A valid draw exists.")


def odds(
    roster: Roster_,
    rules: Rules_,
    state: State = None,
    samples: Samples = 400,
    seed: Seed = "rehearsal:odds",
    json_: Json = False,
) -> None:
    """Say how likely each reviewer is: exactly for a small draw, else estimated with its error. For rehearsals only."""
    from rapporteur.lots.engines import odds as engine
    from rapporteur.lots.engines.draw import Keys
    from rapporteur.lots.files.roster import digest, write_roster
    from rapporteur.lots.files.rules import write_rules
    from rapporteur.lots.files.seed import REHEARSAL

    if not seed.startswith(REHEARSAL):
        raise Refused(f'--seed "{seed}" could be a true one; chances are told for seeds that begin "{REHEARSAL}" only.')
    listed, given = _read(roster, rules)
    if strange := sorted(set(state or ()) - {one.code for one in listed.states}):
        raise Refused(f"--state {strange[0]} is not on the roster {roster}.")
    keys = Keys(digest(write_roster(listed)), digest(write_rules(given)), seed)
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("drawing", total=samples)
        try:
            found = engine.odds(
                listed, given, keys, samples=samples, step=lambda done: progress.update(task, completed=done)
            )
        except ValueError as error:
            raise Refused(f"{roster}, {rules}: {error}") from None
    _show(found, set(state or ()), json_=json_)


def _show(found: "Odds", states: set[str], *, json_: bool) -> None:
    chosen = [chance for chance in found.chances if not states or chance.seat.reviewed in states]
    if json_:
        rows = [
            {"seat": str(c.seat), "reviewer": c.reviewer, "per_million": c.per_million, "error": c.error}
            for c in chosen
        ]
        typer.echo(json.dumps({"exact": found.is_exact, "of": found.of, "chances": rows}, indent=2))
        return
    what = f"exact, of all {found.of} draws" if found.is_exact else f"estimated from {found.of} draws"
    table = Table("seat", "reviewer", "chance", "" if found.is_exact else "standard error", title=f"Chances, {what}")
    for chance in chosen:
        error = "" if found.is_exact else f"± {_percent(chance.error)}"
        table.add_row(str(chance.seat), chance.reviewer, _percent(chance.per_million), error)
    Console().print(table)


def _percent(per_million: int) -> str:
    return f"{per_million // 10_000}.{per_million // 100 % 100:02d} %"


def _counts(listed: "Roster", given: "Rules") -> dict[str, int]:
    from rapporteur.lots.engines.problem import seats_of
    from rapporteur.lots.terms import Turn

    reviewed = [state for state in listed.states if state.turn is Turn.NOW]
    return {
        "States": len(listed.states),
        "groups": len({state.group for state in listed.states}),
        "instruments": len(listed.instruments),
        "under review now": len(reviewed),
        "main seats": sum(len(seats_of(state, given)) for state in reviewed),
    }


def _read(roster: Path, rules: Path) -> "tuple[Roster, Rules]":
    from rapporteur.lots.files.roster import read_roster
    from rapporteur.lots.files.rules import read_rules
    from rapporteur.lots.terms import UnfitInput

    try:
        return read_roster(folders.text(roster)), read_rules(folders.text(rules))
    except UnfitInput as unfit:
        raise Refused(f"{roster}, {rules}: {unfit}") from None
