"""Folders of published draws, as anybody would find them, made without a database and without the pages for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from rapporteur.lots.engines.additional import Completer
from rapporteur.lots.engines.ceremony import bowl
from rapporteur.lots.engines.draw import Draw, Keys, Stage, additional_stage
from rapporteur.lots.files.drawn import CHANGES, Drawn, Frozen, drawn_from
from rapporteur.lots.files.events import Event, with_event
from rapporteur.lots.files.folder import whole_folder
from rapporteur.lots.files.lists import write_additional, write_loads, write_result_json
from rapporteur.lots.files.publication import Kind, Publication, Request, write_publication
from rapporteur.lots.files.record import BowlStep, CeremonyRecord, HandStep, Record, write_record
from rapporteur.lots.files.roster import digest, write_roster
from rapporteur.lots.files.rules import write_rules
from rapporteur.lots.files.seats import write_certificate, write_result
from rapporteur.lots.files.seed import Seed, write_seed
from rapporteur.lots.files.tables import tables_of
from rapporteur.lots.terms import Roster, Rules, Turn

DICE = "31415926535897932384"
VERIFIER = files("rapporteur.lots").joinpath("verify.py").read_text(encoding="utf-8")


@cache
def _day(number: int) -> str:
    return f"2031-05-{number:02}"


@dataclass
class Office:
    """Publishes and draws one draw and what follows it; `files` are those of its folder, those of after/ included."""

    listed: Roster
    given: Rules
    kind: Kind = Kind.DRAW
    rehearsal: bool = False

    def __post_init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.path = ""
        self.day = 0
        self.refused: tuple[Request, ...] = ()
        self.draw: Draw | None = None
        self.record = ""
        self._publish(self.kind, "years" if self.kind is Kind.YEARS else "main", own=True)

    @property
    def roster_text(self) -> str:
        return write_roster(self.listed)

    def _publish(self, kind: Kind, purpose: str, *, own: bool, requests=(), joined=()) -> None:
        self.day += 4
        self.kind = kind
        self.publication = Publication(
            kind=kind,
            purpose=purpose,
            title="Conference on Tidal Mills",
            rehearsal=self.rehearsal,
            roster=digest(self.roster_text),
            rules=digest(write_rules(self.given)),
            verifier=digest(VERIFIER),
            version="1.0",
            published=f"{_day(self.day)}T10:00:00Z",
            objections_until=_day(self.day + 1),
            seed_sources=("twenty dice thrown by the delegates",),
            installation="test",
            follows=digest(self.record) if self.record else "",
            requests=tuple(requests),
            joined=tuple(joined),
        )
        self.texts = {"publication.json": write_publication(self.publication)}
        if own:
            self.texts |= {"roster.csv": self.roster_text, "rules.json": write_rules(self.given)}
        if not self.path:
            self.texts["verify.py"] = VERIFIER
        told = {"publication": digest(self.texts["publication.json"]), "roster": self.publication.roster}
        self.events = ""
        self.tell("published", told, at=self.publication.published)
        self._keep({})

    def tell(self, what: str, told: Mapping[str, str], *, at: str) -> None:
        mark = {"rehearsal": True} if self.rehearsal else {}
        self.events = with_event(self.events, Event(what, at, tuple({**told, **mark}.items())))
        self.texts["events.jsonl"] = self.events

    def _keep(self, issued: Mapping[str, bytes]) -> None:
        made = whole_folder(self.texts, issued, self.publication)
        self.files |= {self.path + name: content for name, content in made.items()}

    def drawn(self, dice: str = DICE) -> Drawn:
        """Enter a seed and draw."""
        seed = Seed(("rehearsal:" if self.rehearsal else "") + dice, f"{_day(self.day + 2)}T10:00:00Z")
        self.texts["seed.json"] = write_seed(seed)
        self.tell("seed_entered", {"seed": digest(self.texts["seed.json"])}, at=seed.entered)
        frozen = Frozen(
            self.publication,
            digest(self.texts["publication.json"]),
            self.listed,
            self.given,
            self.draw,
            self.refused,
        )
        made = drawn_from(frozen, seed)
        self._end(made, seed.entered)
        self.refused += self.publication.requests
        return made

    def _end(self, made: Drawn, at: str) -> None:
        self.texts |= {name: text for name, text in made.texts.items() if name != CHANGES}
        self.tell(
            "drawn" if made.is_drawn else "undrawn", {name: digest(text) for name, text in made.texts.items()}, at=at
        )
        issued = {name: text.encode() for name, text in made.texts.items() if name == CHANGES}
        if made.draw:
            self.draw = made.draw
            tables = tables_of(self.listed, self.given, made.draw.seats, made.draw.instruments)
            mark = self.rehearsal
            sealed = digest(made.texts["result.csv"])
            lists = {
                "result.json": write_result_json(tables, title=self.publication.title, rehearsal=mark, digest=sealed),
                "additional.csv": write_additional(tables, rehearsal=mark),
                "loads.csv": write_loads(tables, rehearsal=mark),
            }
            issued |= {name: text.encode() for name, text in lists.items()}
        self.record = made.texts.get("record.json", "")
        self._keep(issued)

    def _after(self) -> None:
        self.path = f"after/{int(self.path.split('/')[1]) + 1}/" if self.path else "after/1/"

    def redrawn(self, requests: Sequence[Request], purpose: str, dice: str) -> Drawn:
        self._after()
        self._publish(Kind.REDRAW, purpose, own=False, requests=requests)
        return self.drawn(dice)

    def joined(self, listed: Roster, joined: Sequence[str], purpose: str, dice: str) -> Drawn:
        self._after()
        self.listed = listed
        self._publish(Kind.LATE, purpose, own=True, joined=joined)
        return self.drawn(dice)

    def by_bowl(self, pick=lambda number, balls: number % balls + 1) -> None:
        """Draw State by State from a bowl, and the additional seats by a seed at the end."""
        told, given = self.publication, {}
        steps, certificates = [], {}
        codes = [state.code for state in self.listed.states if state.turn is Turn.NOW]
        for number, code in enumerate(codes, start=1):
            dice = ("rehearsal:" if self.rehearsal else "") + f"{DICE}:{number}"
            found = bowl(self.listed, self.given, given, code, Keys(told.roster, told.rules, dice))
            ball = pick(number, len(found.balls))
            won = found.balls[ball - 1]
            given |= won.seats
            seats = {seat.side: who for seat, who in won.seats.items()}
            steps.append(BowlStep(code, dice, found.digest, len(found.balls), ball, seats))
            whole = {**given, **won.certificate}
            certificates[f"certificates/{number:03}.csv"] = write_certificate(whole, rehearsal=self.rehearsal)
        self._ceremony(tuple(steps), given, certificates)

    def by_hand(self, made: Draw) -> None:
        """Write down the main seats of a draw as if a hand had drawn them; the additional seats by a seed."""
        at = f"{_day(self.day + 2)}T10:00:00Z"
        steps = tuple(HandStep(seat, who, ("Alder", "Birch"), at) for seat, who in made.main.seats.items())
        self._ceremony(steps, dict(made.main.seats), {})

    def _ceremony(self, steps, given, certificates: Mapping[str, str]) -> None:
        told = self.publication
        dice = ("rehearsal:" if self.rehearsal else "") + f"{DICE}:last"
        fixed = {entry.seat: entry.reviewer for entry in self.given.fixed}
        main = dict(sorted({**fixed, **given}.items()))
        stage, completion = additional_stage(
            main,
            self.given,
            Completer(self.listed, self.given),
            Keys(told.roster, told.rules, dice),
            purpose="main/additional",
        )
        instruments = dict(zip(completion.lists.seats, completion.instruments, strict=True))
        made = Draw(fixed, replace(stage, seats=dict(given)), stage, instruments)
        record = CeremonyRecord(
            roster=told.roster,
            rules=told.rules,
            purpose="main",
            draw=made,
            rehearsal=self.rehearsal,
            publication=digest(self.texts["publication.json"]),
            steps=steps,
            additional_seed=dice,
        )
        texts = {"record.json": write_record(record), "result.csv": write_result(made, rehearsal=self.rehearsal)}
        self.texts |= certificates
        self._end(Drawn(texts, made), f"{_day(self.day + 3)}T10:00:00Z")


def publish(folder: Path, listed: Roster, given: Rules, *, seed: str = DICE) -> Draw:
    """Draw, and write the folder of a whole draw."""
    office = Office(listed, given)
    made = office.drawn(seed.rjust(20, "0")).draw
    write(folder, office.files)
    if made is None:
        raise AssertionError("there is no such draw")
    return made


def write(folder: Path, contents: Mapping[str, bytes]) -> None:
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


__all__ = ["DICE", "Office", "Record", "Stage", "publish", "write"]
