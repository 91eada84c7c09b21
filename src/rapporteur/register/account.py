"""The account that `rapporteur register check` gives: what is owed and what to look at, as text and as JSON.

The JSON follows data/schemas/check.schema.json, which is made from these types.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter

from rapporteur.bodies.models import Conference
from rapporteur.register.answers import Answer, Owed, State
from rapporteur.register.owed import owed
from rapporteur.register.soundness import Finding, Gravity, Topic, findings

_HEADINGS: Final = {
    Topic.SYMBOL: "Symbols",
    Topic.DATES: "Dates that clash",
    Topic.REFERENCE: "References to what is not there",
    Topic.REPORT_MISSING: "Held, without a report",
    Topic.NOT_TRANSMITTED: "Reports not transmitted",
    Topic.LATE: "Late against the calendar",
    Topic.WORDING: "Wordings that are not official yet",
    Topic.CONFLICT: "Sources that disagree",
}


@dataclass(frozen=True, slots=True)
class Account:
    """What is owed to and by one conference on a day, and what to look at in its records."""

    conference: str
    as_of: dt.date
    owed: tuple[Owed, ...]
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        return any(finding.gravity is Gravity.ERROR for finding in self.findings)

    @property
    def is_clear(self) -> bool:
        """Tell whether there is nothing to look at: no finding but notes, nothing overdue."""
        is_quiet = all(finding.gravity is Gravity.NOTE for finding in self.findings)
        return is_quiet and all(one.state is not State.OVERDUE for one in self.owed)


_ACCOUNTS: Final = TypeAdapter(list[Account])


def account_of(conference: Conference, *, as_of: dt.date, further: Sequence[Finding] = ()) -> Account:
    """Return the account of a day. `further` are findings of rooms that the register does not know."""
    return Account(
        conference=conference.key,
        as_of=as_of,
        owed=tuple(owed(conference, as_of=as_of)),
        findings=(*findings(conference, as_of=as_of), *further),
    )


def as_json(accounts: Sequence[Account]) -> str:
    """Return the accounts as JSON, one object a conference."""
    return _ACCOUNTS.dump_json(list(accounts), indent=2).decode() + "\n"


def account_schema() -> dict[str, Any]:
    """Return the JSON Schema of what `as_json` returns."""
    schema = _ACCOUNTS.json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What `rapporteur register check --json` prints",
    } | schema


def as_text(account: Account) -> Iterator[str]:
    """Yield the account as lines of plain text."""
    yield f"{account.conference} as of {account.as_of}"
    yield ""
    yield f"What is owed ({len(account.owed)})"
    for one in account.owed:
        yield from _owed_lines(one)
    for topic, heading in _HEADINGS.items():
        found = [finding for finding in account.findings if finding.topic is topic]
        if found:
            yield ""
            yield f"{heading} ({len(found)})"
            yield from (_finding_line(account, finding) for finding in found)
    yield ""
    yield _summary(account)


def _owed_lines(one: Owed) -> Iterator[str]:
    request = one.request
    asked = request.effect.value.replace("-", " ")
    whom = ", ".join(request.bodies) or request.addressee or request.to_body
    due = f", due {request.due_session or request.due_on}" if request.due_session or request.due_on else ""
    often = f", {request.recurrence.value.replace('-', ' ')}" if request.recurrence else ""
    what = f": {request.what}" if request.what else ""
    yield f"  {one.state:<10} {request.mandate} ({request.position}) {asked}, {whom}{due}{often}{what}"
    if one.answers:
        yield f"             answered by {'; '.join(map(_answer, one.answers))}"
    if one.without:
        yield f"             nothing known for {', '.join(one.without)}"


def _answer(answer: Answer) -> str:
    day = f", {answer.on}" if answer.on else ""
    still = "" if answer.is_done else ", still to come" if answer.kind == "meeting" else ", not known to be issued"
    return f"{answer.key}{day}{still}"


def _finding_line(account: Account, finding: Finding) -> str:
    key = finding.key.removeprefix(f"{account.conference}/")
    sign = {Gravity.ERROR: "ERROR ", Gravity.WARNING: "", Gravity.NOTE: ""}[finding.gravity]
    return f"  {sign}{finding.kind} {key}: {finding.what}"


def _summary(account: Account) -> str:
    count = {gravity: sum(finding.gravity is gravity for finding in account.findings) for gravity in Gravity}
    overdue = sum(one.state is State.OVERDUE for one in account.owed)
    return (
        f"{overdue} overdue; {count[Gravity.ERROR]} errors, {count[Gravity.WARNING]} warnings, "
        f"{count[Gravity.NOTE]} notes"
    )
