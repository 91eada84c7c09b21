"""rules.yaml and its canonical form rules.json: every rule a parameter with its status and source, and settled pairs.

    format: lots-rules/1
    parameters:
      maximum: {value: 3, status: unknown, source: "..."}
    settled: [{reviewer: AAA, reviewed: BBB, period: previous}]
    barred: [{reviewer: AAA, reviewed: BBB, reason: "..."}]
    fixed: [{reviewed: BBB, side: own, reviewer: AAA, reason: "..."}]

A parameter that is not named has its default, and the canonical form names them all. Its SHA-256 is the rules' digest.
"""

import dataclasses
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

import yaml

from rapporteur.lots.engines.streams import canonical
from rapporteur.lots.terms import (
    NO_GROUND,
    AdditionalRule,
    BarredPair,
    BlankRule,
    FixedSeat,
    Ground,
    LegalRule,
    MutualScope,
    Pair,
    Period,
    Rules,
    Seat,
    SettledPair,
    ShortfallRule,
    Side,
    UnfitInput,
)

W = TypeVar("W", bound=StrEnum)

FORMAT: Final = "lots-rules/1"
_LISTS: Final = {
    "settled": ("reviewer", "reviewed", "period"),
    "barred": ("reviewer", "reviewed", "reason"),
    "fixed": ("reviewed", "side", "reviewer", "reason"),
}
_WORDS: Final[Mapping[str, type[StrEnum]]] = {
    "additional": AdditionalRule,
    "blank_status": BlankRule,
    "no_mutual": MutualScope,
    "legal": LegalRule,
    "shortfall": ShortfallRule,
}
_FLAGS: Final = {"additional_counts", "bar_previous", "proportional", "chain"}
_LEAST: Final = {"class_minimum": 1, "year_groups": 1, "attempts": 1, "balls": 1}
_MOST: Final = {"own_group": 1, "other_group": 1, "any_group": 1}
_NAMES: Final = tuple(f.name for f in dataclasses.fields(Rules) if f.name not in {*_LISTS, "grounds"})


def read_rules(text: str) -> Rules:
    """Return the rules that a YAML or JSON text gives. Raises: UnfitInput."""
    try:
        plain = yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise UnfitInput(f"rules: this is no YAML: {' '.join(str(fault).split())}.") from fault
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        found = plain.get("format") if isinstance(plain, dict) else None
        raise UnfitInput(f'rules: format is "{found}"; this version reads "{FORMAT}".')
    if strange := sorted(set(map(str, plain)) - {"format", "parameters", *_LISTS}):
        raise UnfitInput(f'rules: "{strange[0]}" is unknown; there are parameters, {", ".join(_LISTS)}.')
    values, grounds = _parameters(plain.get("parameters") or {})
    lists = {name: _rows(plain.get(name) or [], name, keys) for name, keys in _LISTS.items()}
    return Rules(
        **values,
        grounds=grounds,
        settled=tuple(
            SettledPair(Pair(r["reviewer"], r["reviewed"]), _word(r["period"], Period, "period"))
            for r in lists["settled"]
        ),
        barred=tuple(BarredPair(Pair(r["reviewer"], r["reviewed"]), r["reason"]) for r in lists["barred"]),
        fixed=tuple(
            FixedSeat(Seat(r["reviewed"], _word(r["side"], Side, "side")), r["reviewer"], r["reason"])
            for r in lists["fixed"]
        ),
    )


def write_rules(rules: Rules) -> str:
    """Return the canonical text: JSON with every parameter named, keys in order, and one line feed at the end."""
    grounds = dict(rules.grounds)
    parameters = {}
    for name in _NAMES:
        ground = grounds.get(name, NO_GROUND)
        parameters[name] = {"value": getattr(rules, name), "status": ground.status, "source": ground.source}
    plain = {
        "format": FORMAT,
        "parameters": parameters,
        "settled": [{**dataclasses.asdict(e.pair), "period": e.period} for e in rules.settled],
        "barred": [{**dataclasses.asdict(e.pair), "reason": e.reason} for e in rules.barred],
        "fixed": [
            {"reviewed": e.seat.reviewed, "side": e.seat.side, "reviewer": e.reviewer, "reason": e.reason}
            for e in rules.fixed
        ],
    }
    return canonical(plain).decode() + "\n"


def _parameters(plain: object) -> tuple[dict[str, Any], tuple[tuple[str, Ground], ...]]:
    if not isinstance(plain, dict):
        raise UnfitInput("rules: parameters is not a table of names and values.")
    values: dict[str, Any] = {}
    grounds = {}
    for name, told in plain.items():
        if name not in _NAMES:
            raise UnfitInput(f'rules: parameter "{name}" is unknown; there are {", ".join(_NAMES)}.')
        if not isinstance(told, dict) or "value" not in told or set(told) - {"value", "status", "source"}:
            raise UnfitInput(f"rules: {name} is not a table of value, status and source.")
        values[name] = _value(name, told["value"])
        grounds[name] = Ground(str(told.get("status", "unknown")), str(told.get("source", "")))
    return values, tuple(
        sorted(((name, ground) for name, ground in grounds.items() if ground != NO_GROUND), key=lambda told: told[0])
    )


def _value(name: str, value: object) -> object:
    if name in _WORDS:
        # YAML reads a bare off as false.
        return _word("off" if value is False else value, _WORDS[name], name)
    if name in _FLAGS:
        if not isinstance(value, bool):
            raise UnfitInput(f'rules: {name} is "{value}"; write true or false.')
        return value
    if name == "additional_maximum" and value is None:
        return None
    least, most = _LEAST.get(name, 0), _MOST.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < least or (most is not None and value > most):
        span = f"from {least} to {most}" if most is not None else f"of {least} or more"
        raise UnfitInput(f'rules: {name} is "{value}"; write a whole number {span}.')
    return value


def _word(value: object, words: type[W], name: str) -> W:
    if value not in set(words):
        raise UnfitInput(f'rules: {name} is "{value}"; write one of {", ".join(words)}.')
    return words(str(value))


def _rows(plain: object, name: str, keys: tuple[str, ...]) -> list[dict[str, str]]:
    if not isinstance(plain, list):
        raise UnfitInput(f"rules: {name} is not a list.")
    for row in plain:
        if not isinstance(row, dict) or set(row) != set(keys):
            raise UnfitInput(f"rules: an entry of {name} has not exactly {', '.join(keys)}: {row}.")
    return [{key: str(value) for key, value in row.items()} for row in plain]
