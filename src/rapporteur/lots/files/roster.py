"""roster.csv: one line a State, and a column for each instrument.

Columns: code, name, group, class, turn, minimum, maximum, reason, and "party:<instrument>" in the fixed order of the
instruments with yes, no or blank. The canonical text has the lines in the order of the codes and ends them with one
line feed; its SHA-256 is the roster's digest.
"""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

from rapporteur.datafiles.faults import Fault, FileRefused
from rapporteur.languages import clean
from rapporteur.lots.terms import Roster, State, Turn, UnfitInput

COLUMNS: Final = ("code", "name", "group", "class", "turn", "minimum", "maximum", "reason")
PARTY: Final = "party:"
_STATUS: Final = {"yes", "no", ""}
_LONGEST: Final = {"code": 40, "name": 300, "group": 120, "class": 120, "reason": 600}
_LARGEST: Final = 32_767  # reviews of one State
_KNOWN: Final = ", ".join((*COLUMNS, f"{PARTY}<instrument>"))


def read_roster(text: str, *, shown_as: str = "roster") -> Roster:
    """Return the roster that a text is; a missing column but code and group is blank.

    Raises: UnfitInput with one line a fault, each with its line in the file and its column.
    """
    try:
        return _Reading(shown_as).roster(text.removeprefix("\ufeff"))
    except FileRefused as refused:
        raise UnfitInput(str(refused)) from None


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


class _Reading:
    """The reading of one roster, which gathers everything that is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def roster(self, text: str) -> Roster:
        """Raises: FileRefused."""
        self._require_clean(text)
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = next(reader, [])
            self._require_header(header)
            states = list(self._states(reader, header))
        except csv.Error as fault:
            raise FileRefused([Fault(self.file, reader.line_num, "", str(fault), "a table in CSV")]) from None
        if self.faults:
            raise FileRefused(self.faults)
        instruments = tuple(column.removeprefix(PARTY) for column in header if column.startswith(PARTY))
        return Roster(instruments, tuple(states))

    def _refuse(self, line: int, column: str, what: str, expected: str = "") -> None:
        self.faults.append(Fault(self.file, line, column, what, expected))

    def _require_clean(self, text: str) -> None:
        for found in clean.faults(text):
            line = text.count("\n", 0, found.position) + 1
            self._refuse(line, "", f"the text has the character {found.code_point} {found.name}", "a text without it")
        if self.faults:
            raise FileRefused(self.faults)

    def _require_header(self, header: Sequence[str]) -> None:
        if not header:
            raise FileRefused([Fault(self.file, 0, "", "the file is empty", f"the columns {_KNOWN}")])
        if len(header) == 1 and any(sign in header[0] for sign in ";\t"):
            sign = "semicolons" if ";" in header[0] else "tabs"
            raise FileRefused([Fault(self.file, 1, "", f"{sign} stand between the cells", "commas")])
        for column in header:
            if column not in COLUMNS and (not column.startswith(PARTY) or not column.removeprefix(PARTY).strip()):
                self._refuse(1, "", f'the column "{column}" is unknown', f"one of {_KNOWN}")
            elif column.startswith(PARTY) and len(column.split()) > 1:
                self._refuse(1, "", f'the instrument of the column "{column}" has a blank in it', "one word")
            elif header.count(column) > 1:
                self._refuse(1, "", f'the column "{column}" stands there {header.count(column)} times', "each once")
        for column in ("code", "group"):
            if column not in header:
                self._refuse(1, "", f'the column "{column}" is missing', f"the columns {_KNOWN}")
        if self.faults:
            raise FileRefused(self.faults)

    def _states(self, rows: Any, header: Sequence[str]) -> Iterator[State]:
        """`rows` is the reader of a CSV, which knows in which line it is."""
        lines: dict[str, int] = {}
        begins = 2
        for cells in rows:
            line, begins = begins, rows.line_num + 1
            if not cells:
                continue
            if len(cells) != len(header):
                expected = f"{len(header)}, as the first line has columns"
                self._refuse(line, "", f"{len(cells)} cells stand here", expected)
                continue
            state = self._state(dict(zip(header, map(str.strip, cells), strict=True)), line)
            if state.code in lines:
                self._refuse(
                    line, "code", f"{state.code} stands in line {lines[state.code]} already", "each State once"
                )
            lines.setdefault(state.code, line)
            yield state

    def _state(self, row: dict[str, str], line: int) -> State:
        statuses = {column.removeprefix(PARTY): cell for column, cell in row.items() if column.startswith(PARTY)}
        for instrument, status in statuses.items():
            if status not in _STATUS:
                self._refuse(line, PARTY + instrument, f'"{status}" is no status', "yes, no or nothing")
        if not (row["code"].isascii() and row["code"].isalnum()):
            self._refuse(line, "code", f'"{row["code"]}" is no code', "ASCII letters and digits")
        for column, longest in _LONGEST.items():
            if len(row.get(column, "")) > longest:
                self._refuse(line, column, f"{len(row[column])} characters stand here", f"at most {longest}")
        turn = row.get("turn") or Turn.NOW.value
        if turn not in set(Turn):
            self._refuse(line, "turn", f'"{turn}" is no turn', ", ".join(Turn))
            turn = Turn.NOW.value
        return State(
            code=row["code"],
            name=row.get("name", ""),
            group=row["group"],
            party=frozenset(i for i, status in statuses.items() if status == "yes"),
            unknown=frozenset(i for i, status in statuses.items() if not status),
            legal_class=row.get("class", ""),
            turn=Turn(turn),
            minimum=self._bound(row, "minimum", line),
            maximum=self._bound(row, "maximum", line),
            reason=row.get("reason", ""),
        )

    def _bound(self, row: dict[str, str], column: str, line: int) -> int | None:
        text = row.get(column, "")
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST)) and int(text) <= _LARGEST):
            self._refuse(
                line, column, f'"{text}" is no number of reviews', "a whole number, or nothing for that of the rules"
            )
            return None
        return int(text)
