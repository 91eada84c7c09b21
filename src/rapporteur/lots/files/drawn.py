"""What the lot gives: from what was published and the seed to the record and its tables, for every kind of draw.

A pure function, so that whoever has the published files can run it again and compare: the same input gives the same
bytes. `folder` adds what people read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from rapporteur.lots.engines.draw import Draw, Keys, Undrawn, draw
from rapporteur.lots.engines.problem import problem_of, with_barred
from rapporteur.lots.engines.redraw import NotAlone, Redrawn, Refusal, draw_late, redraw, redraw_jointly
from rapporteur.lots.engines.relaxing import relaxations
from rapporteur.lots.engines.streams import Stream
from rapporteur.lots.engines.verdict import Impossible, judge
from rapporteur.lots.engines.years import tables, year_groups
from rapporteur.lots.files import refusal as refusing
from rapporteur.lots.files.ends import ends_of
from rapporteur.lots.files.facts import engine_sentences
from rapporteur.lots.files.publication import Kind, Publication, Request
from rapporteur.lots.files.record import AfterRecord, Record, YearsRecord, write_record
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seats import write_changes, write_result, write_years
from rapporteur.lots.files.seed import Seed
from rapporteur.lots.terms import BarredPair, Pair, Roster, Rules, Turn

RECORD: Final = "record.json"
RESULT: Final = "result.csv"
YEARS: Final = "years.csv"
CHANGES: Final = "changes.csv"
NO_DRAW: Final = "no-draw.json"


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was published: the publication with its digest, and the roster and rules that it names.

    `before` is the draw that this one continues, `refused` the requests that were granted before this one.
    """

    publication: Publication
    digest: str
    roster: Roster
    rules: Rules
    before: Draw | None = None
    refused: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a draw: its texts by the name of the file, and the draw as it then stands, None where there is none.

    `engines` says how each stage was made.
    """

    texts: dict[str, str]
    draw: Draw | None = None
    engines: tuple[str, ...] = ()

    @property
    def is_drawn(self) -> bool:
        return RECORD in self.texts


def drawn_from(frozen: Frozen, seed: Seed) -> Drawn:
    """Return what the seed gives. Raises: UnfitInput where the published files do not go together."""
    keys = Keys(frozen.publication.roster, frozen.publication.rules, seed.seed)
    try:
        return _MADE[frozen.publication.kind](frozen, keys)
    except (Undrawn, NotAlone) as end:
        return Drawn({NO_DRAW: _refused(frozen, end)})


def _whole(frozen: Frozen, keys: Keys) -> Drawn:
    told = frozen.publication
    made = draw(frozen.roster, frozen.rules, keys, purpose=told.purpose)
    record = Record(keys, told.purpose, made, told.rehearsal, frozen.digest)
    texts = {RECORD: write_record(record), RESULT: write_result(made, rehearsal=told.rehearsal)}
    return Drawn(texts, made, engine_sentences(made.main, made.additional))


def _years(frozen: Frozen, keys: Keys) -> Drawn:
    told, rules = frozen.publication, frozen.rules
    groups: dict[str, list[str]] = {}
    for state in frozen.roster.states:
        if state.turn is not Turn.NO:
            groups.setdefault(state.group, []).append(state.code)
    key = keys.of(told.purpose)
    year_of = year_groups(
        groups, years=rules.year_groups, seed=keys.seed, stream=Stream(key), proportional=rules.proportional
    )
    sizes = [len(codes) for _, codes in sorted(groups.items())] if rules.proportional else [len(year_of)]
    listed = list(tables(sizes, years=rules.year_groups))
    table = write_years(frozen.roster, year_of, rehearsal=told.rehearsal)
    record = YearsRecord(
        keys=keys,
        purpose=told.purpose,
        rehearsal=told.rehearsal,
        publication=frozen.digest,
        result=digest(table),
        years=rules.year_groups,
        table=listed[Stream(key).below(len(listed))],
    )
    sentence = f"The remainders of the groups were placed by one of {len(listed)} tables, drawn uniformly."
    return Drawn({RECORD: write_record(record), YEARS: table}, None, (sentence,))


def _repeated(frozen: Frozen, keys: Keys) -> Drawn:
    told, before = frozen.publication, _before(frozen)
    rules = with_barred(frozen.rules, (_bar(request) for request in frozen.refused))
    number = int(told.purpose.rpartition(":")[2])
    refusals = [Refusal(request.seat, request.refused, number) for request in told.requests]
    if told.purpose.startswith("redraw:joint:"):
        redrawn = redraw_jointly(frozen.roster, rules, before, refusals, keys, number=number)
        return _after(frozen, keys, redrawn, is_narrow=False)
    return _after(frozen, keys, redraw(frozen.roster, rules, before, refusals[0], keys), is_narrow=True)


def _late(frozen: Frozen, keys: Keys) -> Drawn:
    told, before = frozen.publication, _before(frozen)
    rules = with_barred(frozen.rules, (_bar(request) for request in frozen.refused))
    number = int(told.purpose.rpartition(":")[2])
    found = draw_late(frozen.roster, rules, before, keys, joined=told.joined, number=number)
    return _after(frozen, keys, found, is_narrow=False)


def _after(frozen: Frozen, keys: Keys, redrawn: Redrawn, *, is_narrow: bool) -> Drawn:
    told, before = frozen.publication, _before(frozen)
    now = redrawn.applied(before)
    changes = write_changes(before.seats, now.seats, rehearsal=told.rehearsal)
    record = AfterRecord(
        kind=told.kind,
        keys=keys,
        purpose=told.purpose,
        draw=now,
        rehearsal=told.rehearsal,
        publication=frozen.digest,
        changes=digest(changes),
        shortfall=redrawn.shortfall,
        choices=redrawn.choices if is_narrow else 0,
        consents=redrawn.consents,
        main=None if is_narrow else redrawn.main,
        additional=None if is_narrow else redrawn.additional,
    )
    texts = {
        RECORD: write_record(record),
        RESULT: write_result(now, rehearsal=told.rehearsal),
        CHANGES: changes,
    }
    if is_narrow:
        said: tuple[str, ...] = (f"The lot fell uniformly among {redrawn.choices} possibilities.",)
    else:
        said = engine_sentences(redrawn.main, redrawn.additional)
    lacking = tuple(f"{code} is left {count} below its minimum." for code, count in sorted(redrawn.shortfall.items()))
    moved = tuple(f"{code} is moved without having asked; its consent is needed." for code in redrawn.consents)
    return Drawn(texts, now, said + lacking + moved)


def _before(frozen: Frozen) -> Draw:
    if frozen.before is None:
        raise AssertionError("a draw that continues another was not given it")
    return frozen.before


def _bar(request: Request) -> BarredPair:
    return BarredPair(Pair(request.refused, request.seat.reviewed), "redraw")


def _refused(frozen: Frozen, end: Undrawn | NotAlone) -> str:
    """Return no-draw.json: with every count that fails where the main draw is proved impossible."""
    told = frozen.publication
    said: tuple[str, ...] = (str(end),)
    cuts: tuple[refusing.CutTold, ...] = ()
    verdict = judge(frozen.roster, frozen.rules) if told.kind is Kind.DRAW else None
    if isinstance(verdict, Impossible):
        said = (*said, *verdict.sentences)
        if verdict.proof:
            cuts = refusing.cuts_of(problem_of(frozen.roster, frozen.rules).lists(), verdict.proof)
    is_closed = isinstance(verdict, Impossible)
    opening = relaxations(frozen.roster, frozen.rules, verdict=verdict) if is_closed else []
    return refusing.write_refusal(
        refusing.Refusal(
            publication=frozen.digest,
            roster=told.roster,
            rules=told.rules,
            rehearsal=told.rehearsal,
            sentences=said,
            cuts=cuts,
            relaxations=tuple(opening),
            ends=ends_of(verdict) if isinstance(verdict, Impossible) else (),
        )
    )


_MADE: Final[Mapping[Kind, Callable[[Frozen, Keys], Drawn]]] = {
    Kind.DRAW: _whole,
    Kind.YEARS: _years,
    Kind.REDRAW: _repeated,
    Kind.LATE: _late,
}
