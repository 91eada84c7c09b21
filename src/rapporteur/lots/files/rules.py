"""rules.yaml and its canonical form rules.json: every rule a parameter with its status and source, and settled pairs.

    format: lots-rules/1
    groups: [Northern States, River States]
    parameters:
      maximum: {value: 3, status: unknown, source: "..."}
    settled: [{reviewer: AAA, reviewed: BBB, period: previous}]
    barred: [{reviewer: AAA, reviewed: BBB, reason: "..."}]
    fixed: [{reviewed: BBB, side: own, reviewer: AAA, reason: "..."}]

A parameter that is not named has its default, and the canonical form names them all. Its SHA-256 is the rules' digest.
What each value may be stands in `shapes`.
"""

import dataclasses
import re
from typing import Any, Final

from rapporteur.datafiles.faults import Fault, FileRefused
from rapporteur.datafiles.reading import Parsed, read_text
from rapporteur.datafiles.telling import typed
from rapporteur.lots.engines.streams import canonical
from rapporteur.lots.files.shapes import FORMAT, Parameter, RulesFile
from rapporteur.lots.terms import (
    NO_GROUND,
    BarredPair,
    FixedSeat,
    Ground,
    Pair,
    Rules,
    Seat,
    SettledPair,
    UnfitInput,
)

_VERSION: Final = re.compile(r"lots-rules/([1-9][0-9]{0,8})")
_BESIDE: Final = {"settled", "barred", "fixed", "grounds", "groups"}
NAMES: Final = tuple(f.name for f in dataclasses.fields(Rules) if f.name not in _BESIDE)


def read_rules(text: str, *, shown_as: str = "rules") -> Rules:
    """Return the rules that a YAML or JSON text gives. Raises: UnfitInput with one line a fault."""
    try:
        parsed = read_text(text.removeprefix("\ufeff"), shown_as=shown_as)
        _require_format(parsed)
        file = typed(parsed, RulesFile, holds="the rules of a draw")
    except FileRefused as refused:
        raise UnfitInput(str(refused)) from None
    told = _told(file)
    grounds = {name: Ground(entry.status, entry.source) for name, entry in told.items()}
    values: dict[str, Any] = {name: entry.model_dump()["value"] for name, entry in told.items()}
    return Rules(
        **values,
        groups=file.groups,
        grounds=tuple(sorted((name, ground) for name, ground in grounds.items() if ground != NO_GROUND)),
        settled=tuple(SettledPair(Pair(e.reviewer, e.reviewed), e.period) for e in file.settled),
        barred=tuple(BarredPair(Pair(e.reviewer, e.reviewed), e.reason) for e in file.barred),
        fixed=tuple(FixedSeat(Seat(e.reviewed, e.side), e.reviewer, e.reason) for e in file.fixed),
    )


def write_rules(rules: Rules) -> str:
    """Return the canonical text: JSON with every parameter named, keys in order, and one line feed at the end.

    `groups` stands there only where the rules name them.
    """
    grounds = dict(rules.grounds)
    parameters = {}
    for name in NAMES:
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
    if rules.groups:
        plain["groups"] = list(rules.groups)
    return canonical(plain).decode() + "\n"


def _told(file: RulesFile) -> dict[str, Parameter]:
    """Return the parameters that a file names."""
    named = ((name, getattr(file.parameters, name)) for name in NAMES)
    return {name: entry for name, entry in named if entry is not None}


def _require_format(parsed: Parsed) -> None:
    """Refuse what is no rules file, or one of another version, before its keys are looked at. Raises: FileRefused."""
    found = parsed.plain.get("format") if isinstance(parsed.plain, dict) else None
    if found == FORMAT or parsed.plain is None:
        return
    version = _VERSION.fullmatch(found) if isinstance(found, str) else None
    what = f'the format is "{found}", of a later version of this program' if version else f'the format is "{found}"'
    line = parsed.line_of(["format"]) if isinstance(parsed.plain, dict) and "format" in parsed.plain else 0
    raise FileRefused([Fault(parsed.file, line, "format", what, f'"{FORMAT}"')])
