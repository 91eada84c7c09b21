"""JSON of a published form, read strictly: one canonical text, no key too many or too few, every value of its type.

Every fault is an UnfitInput that names the file, the place in it and what was expected there.
"""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from rapporteur.lots.engines.streams import canonical
from rapporteur.lots.terms import UnfitInput

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Fields:
    """The values of one JSON object. `where` names the file and the place in it."""

    def __init__(self, plain: object, *, where: str) -> None:
        if not isinstance(plain, dict):
            raise UnfitInput(f"{where}: a table of names and values was expected.")
        self.plain: dict[str, object] = plain
        self.where = where

    def only(self, *keys: str) -> None:
        """Refuse a key that is missing or strange."""
        for key in keys:
            if key not in self.plain:
                raise UnfitInput(f'{self.where}: "{key}" is missing.')
        for key in self.plain:
            if key not in keys:
                raise UnfitInput(f'{self.where}: "{key}" is unknown.')

    def text(self, key: str) -> str:
        value = self.plain.get(key)
        if not isinstance(value, str):
            raise self.wrong(key, "text")
        return value

    def word(self, key: str, words: Sequence[str]) -> str:
        value = self.text(key)
        if value not in words:
            raise self.wrong(key, f"one of {', '.join(words)}")
        return value

    def flag(self, key: str) -> bool:
        value = self.plain.get(key)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def whole(self, key: str) -> int:
        value = self.plain.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(key, "a whole number")
        return value

    def digest(self, key: str, *, may_be_empty: bool = False) -> str:
        value = self.text(key)
        if not _DIGEST.fullmatch(value) and not (may_be_empty and not value):
            raise self.wrong(key, "a SHA-256 in hexadecimal")
        return value

    def instant(self, key: str) -> str:
        value = self.text(key)
        try:
            fits = _INSTANT.fullmatch(value) is not None and datetime.fromisoformat(value) is not None
        except ValueError:
            fits = False
        if not fits:
            raise self.wrong(key, "an instant in UTC such as 2026-01-02T10:00:00Z")
        return value

    def day(self, key: str) -> str:
        """Return a date, or "" where none is set."""
        value = self.text(key)
        try:
            fits = not value or date.fromisoformat(value).isoformat() == value
        except ValueError:
            fits = False
        if not fits:
            raise self.wrong(key, "a date such as 2026-01-05, or nothing")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key, "a list of texts")
        return tuple(map(str, values))

    def rows(self, key: str) -> list["Fields"]:
        return [Fields(row, where=f"{self.where}, {key} {at}") for at, row in enumerate(self._list(key), start=1)]

    def part(self, key: str) -> "Fields":
        return Fields(self.plain.get(key), where=f"{self.where}, {key}")

    def counts(self, key: str) -> dict[str, int]:
        """Return names with a whole number each."""
        fields = self.part(key)
        return {name: fields.whole(name) for name in fields.plain}

    def words(self, key: str) -> dict[str, str]:
        """Return names with a text each."""
        fields = self.part(key)
        return {name: fields.text(name) for name in fields.plain}

    def wrong(self, key: str, expected: str) -> UnfitInput:
        found = json.dumps(self.plain.get(key), ensure_ascii=False)[:60] if key in self.plain else "missing"
        return UnfitInput(f"{self.where}: {key} is {found}; expected {expected}.")

    def _list(self, key: str) -> list[object]:
        value = self.plain.get(key)
        if not isinstance(value, list):
            raise self.wrong(key, "a list")
        return value


def read_plain(text: str, *, name: str, form: str = "") -> Fields:
    """Return what a canonical text of a format says. Raises: UnfitInput."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UnfitInput(f"{name}: this is no JSON: {fault}.") from fault
    fields = Fields(plain, where=name)
    if form and fields.plain.get("format") != form:
        raise UnfitInput(f'{name}: format is "{fields.plain.get("format")}"; this version reads "{form}".')
    if text != write_plain(fields.plain):
        raise UnfitInput(f"{name}: not canonical; expected keys in order, no blanks, one line feed at the end.")
    return fields


def write_plain(plain: dict[str, object]) -> str:
    return canonical(plain).decode() + "\n"
