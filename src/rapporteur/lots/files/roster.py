"""roster.csv: one line a State, and a column for each instrument.

Columns: code, name, group, class, turn, minimum, maximum, reason, and "party:<instrument>" in the fixed order of the
instruments with yes, no or blank. The canonical text has the lines in the order of the codes and ends them with one
line feed; its SHA-256 is the roster's digest.
"""

import csv
import hashlib
import io
from typing import Final

from rapporteur.lots.terms import Roster, State, Turn, UnfitInput

COLUMNS: Final = ("code", "name", "group", "class", "turn", "minimum", "maximum", "reason")
PARTY: Final = "party:"
_STATUS: Final = {"yes", "no", ""}


def read_roster(text: str) -> Roster:
    """Return the roster that a text is; a missing column but code and group is blank. Raises: UnfitInput."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    header = list(reader.fieldnames or ())
    instruments = tuple(column.removeprefix(PARTY) for column in header if column.startswith(PARTY))
    _check_header(header)
    try:
        states = tuple(_state(row, instruments, reader.line_num) for row in reader)
    except csv.Error as fault:
        raise UnfitInput(f"roster, line {reader.line_num}: {fault}.") from fault
    return Roster(instruments, states)


def write_roster(roster: Roster) -> str:
    """Return the canonical text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *(PARTY + instrument for instrument in roster.instruments)])
    for state in roster.states:
        bounds = ("" if bound is None else str(bound) for bound in (state.minimum, state.maximum))
        told = (state.code, state.name, state.group, state.legal_class, state.turn.value, *bounds, state.reason)
        writer.writerow([*told, *(_status(state, instrument) for instrument in roster.instruments)])
    return out.getvalue()


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _status(state: State, instrument: str) -> str:
    if instrument in state.unknown:
        return ""
    return "yes" if instrument in state.party else "no"


def _check_header(header: list[str]) -> None:
    missing = [column for column in ("code", "group") if column not in header]
    strange = [column for column in header if column not in COLUMNS and not column.startswith(PARTY)]
    twice = sorted({column for column in header if header.count(column) > 1})
    for columns, words in ((missing, "is missing"), (strange, "is unknown"), (twice, "stands there twice")):
        if columns:
            known = ", ".join((*COLUMNS, f"{PARTY}<instrument>"))
            raise UnfitInput(f'roster, line 1: column "{columns[0]}" {words}; the columns are {known}.')


def _state(row: dict[str, str], instruments: tuple[str, ...], line: int) -> State:
    where = f"roster, line {line}"
    if None in row or None in row.values():
        raise UnfitInput(f"{where}: {'more' if None in row else 'fewer'} cells than the header has columns.")
    statuses = {instrument: row[PARTY + instrument].strip() for instrument in instruments}
    for instrument, status in statuses.items():
        if status not in _STATUS:
            raise UnfitInput(f'{where}: {PARTY}{instrument} is "{status}"; write yes, no or nothing.')
    code = row["code"].strip()
    if not (code.isascii() and code.isalnum()):
        raise UnfitInput(f'{where}: code "{code}" is not made of ASCII letters and digits.')
    turn = row.get("turn", "").strip() or Turn.NOW.value
    if turn not in set(Turn):
        raise UnfitInput(f'{where}: turn "{turn}" is none of {", ".join(Turn)}.')
    return State(
        code=code,
        name=row.get("name", "").strip(),
        group=row["group"].strip(),
        party=frozenset(i for i, status in statuses.items() if status == "yes"),
        unknown=frozenset(i for i, status in statuses.items() if not status),
        legal_class=row.get("class", "").strip(),
        turn=Turn(turn),
        minimum=_bound(row.get("minimum", ""), f"{where}: minimum"),
        maximum=_bound(row.get("maximum", ""), f"{where}: maximum"),
        reason=row.get("reason", "").strip(),
    )


def _bound(text: str, where: str) -> int | None:
    if not text.strip():
        return None
    if not (text.strip().isascii() and text.strip().isdigit()):
        raise UnfitInput(f'{where} "{text}" is not a whole number; leave it blank for the bound of the rules.')
    return int(text)
