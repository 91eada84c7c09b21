"""What a rulebook rests on: every rule with its source, and apart from them what is assumed, inferred or unknown."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from rapporteur.rulebooks.editions import edition_of
from rapporteur.rulebooks.ground import Rule
from rapporteur.rulebooks.places import Path, grounded
from rapporteur.rulebooks.saying import says
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.terms import Certainty


@dataclass(frozen=True, slots=True)
class Told:
    """A rule, or single fields of one, with its ground. `place` is "steps/feedback/clock"."""

    place: str
    says: str
    status: Certainty
    source: tuple[str, ...]
    note: str
    fields: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        return f"{self.place} ({', '.join(self.fields).replace('_', ' ')})" if self.fields else self.place


def account_of(rulebook: Rulebook) -> list[Told]:
    """Return every rule in the order of the file, each followed by those of its fields whose ground differs."""
    return [
        told
        for path, ground in grounded(rulebook)
        if isinstance(ground, Rule)
        for told in _told(rulebook, path, ground)
    ]


def _told(rulebook: Rulebook, path: Path, rule: Rule) -> Iterator[Told]:
    place = _place(rulebook, path)
    yield Told(place, says(rule), rule.status, rule.source, rule.note or "")
    for single in rule.grounds:
        yield Told(place, "", single.status, single.source, single.note or "", single.of)


def _place(rulebook: Rulebook, path: Path) -> str:
    """Return a path with keys in the place of positions."""
    here: Any = rulebook
    spelled = []
    for part in path:
        here = here[part] if isinstance(part, int) else getattr(here, part)
        if isinstance(part, int):
            spelled.append(getattr(here, "key", None) or getattr(here, "instrument", None) or str(part + 1))
        else:
            spelled.append(part)
    return "/".join(spelled)


def as_text(rulebook: Rulebook) -> Iterator[str]:
    """Yield the lines of an account: the rules, what is assumed, what is inferred, what is unknown."""
    told = account_of(rulebook)
    edition = edition_of(rulebook)
    yield f"{rulebook.title.first()} ({rulebook.key}), version {rulebook.version}"
    yield f"digest {edition.digest}"
    counts = Counter(one.status for one in told)
    yield f"{len(told)} rules: " + ", ".join(f"{counts[status]} {status}" for status in Certainty)
    yield ""
    yield "RULES"
    for one in told:
        if one.status is not Certainty.UNKNOWN:
            yield from _lines(one)
    for status in (Certainty.ASSUMED, Certainty.INFERRED):
        yield ""
        yield f"STILL {status.upper()} ({counts[status]})"
        yield from (_doubt(one) for one in told if one.status is status)
    yield ""
    yield f"UNKNOWN ({counts[Certainty.UNKNOWN] + len(rulebook.unknowns)})"
    yield from (_doubt(one) for one in told if one.status is Certainty.UNKNOWN)
    for unknown in rulebook.unknowns:
        yield f"  {unknown.what}" + (f" Settled by: {unknown.settled_by}." if unknown.settled_by else "")
    yield ""
    yield "SOURCES"
    for source in rulebook.sources:
        yield f"  {source.key}: {source.what}" + (f" <{source.url}>" if source.url else "")


def _doubt(told: Told) -> str:
    return f"  {told.where}" + (f": {told.note}" if told.note else "")


def _lines(told: Told) -> Iterator[str]:
    source = f"; {', '.join(told.source)}" if told.source else ""
    said = f": {told.says}" if told.says else ""
    yield f"  {told.where}{said} [{told.status}{source}]"
    if told.note:
        yield f"      {told.note}"


def as_json(rulebook: Rulebook) -> str:
    """Return the account as JSON: rulebook, version, digest, rules, and the places that are assumed or unknown."""
    told = account_of(rulebook)
    edition = edition_of(rulebook)
    plain = {
        "rulebook": rulebook.key,
        "version": rulebook.version,
        "digest": edition.digest,
        "rules": [asdict(one) for one in told],
        "assumed": [one.where for one in told if one.status is Certainty.ASSUMED],
        "inferred": [one.where for one in told if one.status is Certainty.INFERRED],
        "unknown": [
            *(one.where for one in told if one.status is Certainty.UNKNOWN),
            *(unknown.what for unknown in rulebook.unknowns),
        ],
        "sources": [source.model_dump(mode="json") for source in rulebook.sources],
    }
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"
