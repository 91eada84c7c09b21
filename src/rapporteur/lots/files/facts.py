"""What a published folder says of itself beside its tables: when, by which seed and engine, with which digests.

`page` and `printing` set these sentences; all of them follow from the files of the folder.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.draw import Engine, Stage
from rapporteur.lots.files.fitness import blanks
from rapporteur.lots.files.publication import Publication
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seed import Seed
from rapporteur.lots.files.tables import Tables
from rapporteur.lots.terms import Roster, Rules

REHEARSAL: Final = "REHEARSAL: this draw decides nothing."
CHECK: Final = (
    "Keep this folder as it is. In a terminal, run: python3 verify.py FOLDER (Python 3.11 or later, nothing else). It "
    "recomputes every digest, checks every rule, makes the draw again from the seed, and says whether all is right."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """A draw for people: its publication, its seed, its tables, and what else a reader may ask.

    `years` are the lines of year groups: code, name, group, year.
    """

    publication: Publication
    seed: Seed | None
    tables: Tables
    digests: tuple[tuple[str, str], ...]
    engines: tuple[str, ...]
    notes: tuple[str, ...]
    years: tuple[tuple[str, ...], ...] = ()

    @property
    def events(self) -> list[tuple[str, str]]:
        """Return what happened, in order: (instant or day, what)."""
        told = [(_read(self.publication.published), "Roster, rules and verifier published with their digests")]
        if self.publication.objections_until:
            told.append((self.publication.objections_until, "Last day for objections"))
        if self.seed:
            told.append((_read(self.seed.entered), f"Seed entered: {self.seed.seed}"))
            told += [
                ("", f"{part.source}: {part.value}" + (f" ({part.evidence})" if part.evidence else ""))
                for part in self.seed.parts
            ]
        return told


def facts_of(
    publication: Publication,
    seed: Seed | None,
    tables: Tables,
    files: Mapping[str, str],
    *,
    inputs: tuple[Roster, Rules],
    engines: tuple[str, ...],
) -> Facts:
    """Return the facts of a draw. `files` are the texts whose digests are shown."""
    digests = tuple((name, digest(text)) for name, text in files.items())
    return Facts(publication, seed, tables, digests, engines, tuple(_notes(*inputs)))


def counted(facts: Facts) -> str:
    """Return how large the draw is."""
    if facts.years:
        return f"{len(facts.years)} reviews, begun in {len({line[-1] for line in facts.years})} years."
    tables = facts.tables
    additional = len(tables.additional)
    return f"{len(tables.reviews)} reviews, {tables.matrix.total} seats, {additional} of them additional."


def engine_sentences(main: Stage, additional: Stage) -> tuple[str, ...]:
    """Return how each stage of a draw was made, and what is known of its fairness."""
    return (_stage("Main seats", main), _stage("Additional seats", additional))


def _stage(name: str, stage: Stage) -> str:
    if not stage.seats:
        return f"{name}: none to be drawn."
    if stage.engine is Engine.CHAIN:
        return f"{name}: drawn by the walk, which is near-uniform without proof."
    discarded = sum(stage.discarded.values())
    why = ", ".join(f"{reason} {count}" for reason, count in sorted(stage.discarded.items()))
    before = f" after {discarded} discarded ({why})" if discarded else ""
    return f"{name}: drawn exactly uniformly; attempt {stage.attempt + 1} was the first that kept all rules{before}."


def _notes(roster: Roster, rules: Rules) -> list[str]:
    found = blanks(roster)
    notes = []
    for instrument in roster.instruments:
        codes = ", ".join(code for code, blank in found if blank == instrument)
        if codes:
            notes.append(f"Party status to {instrument} not known, counted as not party under the rules: {codes}.")
    notes += [f"{state.code} has bounds of its own: {state.reason}" for state in roster.states if state.reason]
    notes += [f"{entry.reviewer} in seat {entry.seat} was fixed, not drawn: {entry.reason}" for entry in rules.fixed]
    return notes


def _read(instant: str) -> str:
    return instant.replace("T", " ").removesuffix("Z") + " UTC"
