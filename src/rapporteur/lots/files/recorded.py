"""record.json read back: the type of its kind, together with the table that stands beside it."""

from dataclasses import replace
from typing import Final

from rapporteur.lots.engines.draw import Draw, Engine, Keys, Stage
from rapporteur.lots.files.plain import Fields, read_plain
from rapporteur.lots.files.publication import Kind
from rapporteur.lots.files.record import (
    FORMAT,
    AfterRecord,
    AnyRecord,
    BowlStep,
    CeremonyRecord,
    HandStep,
    Record,
    YearsRecord,
)
from rapporteur.lots.files.roster import digest
from rapporteur.lots.files.seats import read_result
from rapporteur.lots.terms import Seat, Side, UnfitInput

_HEAD: Final = ("format", "kind", "purpose", "rehearsal", "publication", "roster", "rules", "result")
_KEYED: Final = (*_HEAD, "seed", "key")
_STAGE: Final = ("engine", "attempt", "discarded")


def read_record(record: str, table: str) -> AnyRecord:
    """Return what record.json and its table, result.csv or years.csv, say together. Raises: UnfitInput."""
    fields = read_plain(record, name="record.json", form=FORMAT)
    kind = Kind(fields.word("kind", list(Kind)))
    if fields.digest("result") != digest(table):
        name = "years.csv" if kind is Kind.YEARS else "result.csv"
        raise UnfitInput(f"record.json: result is not the digest of {name}.")
    if kind is Kind.YEARS:
        return _years(fields)
    draw = read_result(table, rehearsal=fields.flag("rehearsal"))
    match kind:
        case Kind.DRAW:
            found: AnyRecord = _draw(fields, draw)
        case Kind.CEREMONY:
            found = _ceremony(fields, draw)
        case _:
            found = _after(fields, kind, draw)
    return found


def read_draw(record: str, table: str) -> Record:
    """Return the record of a whole draw. Raises: UnfitInput, also where it is of another kind."""
    found = read_record(record, table)
    if not isinstance(found, Record):
        raise UnfitInput('record.json: this is no whole draw; expected the kind "draw".')
    return found


def _keys(fields: Fields, purpose: str) -> Keys:
    keys = Keys(fields.digest("roster"), fields.digest("rules"), fields.text("seed"))
    if fields.digest("key") != keys.of(purpose).hex():
        raise UnfitInput("record.json: key does not follow from roster, rules, seed and purpose.")
    return keys


def _published(fields: Fields) -> str:
    return fields.digest("publication", may_be_empty=True)


def _draw(fields: Fields, draw: Draw) -> Record:
    fields.only(*_KEYED, "main", "additional")
    purpose = fields.text("purpose")
    main = _stage(fields.part("main"), draw.main.seats)
    additional = _stage(fields.part("additional"), draw.additional.seats)
    made = replace(draw, main=main, additional=additional)
    return Record(_keys(fields, purpose), purpose, made, fields.flag("rehearsal"), _published(fields))


def _after(fields: Fields, kind: Kind, draw: Draw) -> AfterRecord:
    narrow = "choices" in fields.plain
    fields.only(*_KEYED, "changes", "shortfall", *(("choices", "consents") if narrow else ("main", "additional")))
    purpose = fields.text("purpose")
    return AfterRecord(
        kind=kind,
        keys=_keys(fields, purpose),
        purpose=purpose,
        draw=draw,
        rehearsal=fields.flag("rehearsal"),
        publication=_published(fields),
        changes=fields.digest("changes"),
        shortfall=fields.counts("shortfall"),
        choices=fields.whole("choices") if narrow else 0,
        consents=fields.texts("consents") if narrow else (),
        main=None if narrow else _stage(fields.part("main"), {}),
        additional=None if narrow else _stage(fields.part("additional"), {}),
    )


def _years(fields: Fields) -> YearsRecord:
    fields.only(*_KEYED, "years", "table")
    purpose = fields.text("purpose")
    table = fields.plain["table"]
    if not isinstance(table, list) or not all(
        isinstance(row, list) and all(type(year) is int for year in row) for row in table
    ):
        raise fields.wrong("table", "a list of years for each group")
    return YearsRecord(
        keys=_keys(fields, purpose),
        purpose=purpose,
        rehearsal=fields.flag("rehearsal"),
        publication=_published(fields),
        result=fields.digest("result"),
        years=fields.whole("years"),
        table=tuple(tuple(row) for row in table),
    )


def _ceremony(fields: Fields, draw: Draw) -> CeremonyRecord:
    fields.only(*_HEAD, "mode", "steps", "additional")
    physical = fields.word("mode", ["bowl", "physical"]) == "physical"
    rows = fields.rows("steps")
    seed = ""
    if fields.plain["additional"] is not None:
        stage = fields.part("additional")
        seed = stage.text("seed")
        draw = replace(draw, additional=_stage(stage, draw.additional.seats, "seed"))
    return CeremonyRecord(
        roster=fields.digest("roster"),
        rules=fields.digest("rules"),
        purpose=fields.text("purpose"),
        draw=draw,
        rehearsal=fields.flag("rehearsal"),
        publication=_published(fields),
        steps=tuple(map(_hand, rows)) if physical else tuple(map(_bowl, rows)),
        additional_seed=seed,
    )


def _stage(fields: Fields, seats: dict[Seat, str], *more: str) -> Stage:
    fields.only(*_STAGE, *more)
    engine = Engine(fields.word("engine", list(Engine)))
    return Stage(engine, seats, fields.whole("attempt"), fields.counts("discarded"))


def _bowl(fields: Fields) -> BowlStep:
    fields.only("reviewed", "seed", "digest", "balls", "ball", "seats")
    seats = fields.words("seats")
    if strange := [side for side in seats if side not in set(Side)]:
        raise UnfitInput(f'{fields.where}: side "{strange[0]}" is unknown; expected {", ".join(Side)}.')
    return BowlStep(
        reviewed=fields.text("reviewed"),
        seed=fields.text("seed"),
        digest=fields.digest("digest"),
        balls=fields.whole("balls"),
        ball=fields.whole("ball"),
        seats={Side(side): who for side, who in seats.items()},
    )


def _hand(fields: Fields) -> HandStep:
    fields.only("reviewed", "side", "part", "reviewer", "witnesses", "at")
    seat = Seat(fields.text("reviewed"), Side(fields.word("side", list(Side))), fields.whole("part"))
    return HandStep(seat, fields.text("reviewer"), fields.texts("witnesses"), fields.instant("at"))
