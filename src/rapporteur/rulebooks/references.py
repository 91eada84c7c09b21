"""Every key that a rule names must exist, and each only once: actors, roles, outputs, instruments, steps and so on."""

from collections.abc import Iterable, Iterator
from typing import Any

from rapporteur.rulebooks.places import Misrule, Path, grounded, worded
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.step import Clock, Step

_KINDS = {
    "sources": "source",
    "instruments": "instrument",
    "clusters": "cluster",
    "phases": "phase",
    "year_groups": "year group",
    "participants": "participant",
    "roles": "role",
    "audiences": "audience",
    "matters": "matter",
    "steps": "step",
    "reminders": "reminder",
    "observation_kinds": "observation kind",
    "outputs": "output",
}
# Which list holds the keys that a field names, by the list in which the rule stands.
_CITES = {
    "phases": {"clusters": "clusters"},
    "roles": {"of": "participants"},
    "audiences": {"participants": "participants"},
    "matters": {"raised_by": "participants", "answered_by": "participants"},
    "steps": {
        "actors": "participants",
        "drafted_by": "roles",
        "cleared_by": "roles",
        "needs": "steps",
        "opened_by": "participants",
        "ended_by": "participants",
        "outputs": "outputs",
    },
    "reminders": {"to": "roles", "steps": "steps"},
    "outputs": {"drafted_by": "participants", "agreed_by": "participants"},
}
Cited = tuple[Path, str, str]


def faults_of_references(rulebook: Rulebook) -> Iterator[Misrule]:
    """Yield every key that stands twice in its list, and every key that is named and is not there."""
    known = {name: [entry.key for entry in getattr(rulebook, name)] for name in _KINDS}
    for name, keys in known.items():
        yield from _twice((name,), _KINDS[name], keys)
    for path, name, key in _cited(rulebook):
        if key not in known[name]:
            yield _absent(path, _KINDS[name], key, known[name])
    yield from _articles(rulebook)
    yield from _rights(rulebook, known)


def _twice(path: Path, kind: str, keys: Iterable[str], field: str = "key") -> Iterator[Misrule]:
    seen: dict[str, int] = {}
    for index, key in enumerate(keys):
        if key in seen:
            what = f"the {kind} {key!r} stands here again; it is the one at {seen[key] + 1} already"
            yield Misrule((*path, index, field), what, "each once")
        seen.setdefault(key, index)


def _absent(path: Path, kind: str, key: str, known: Iterable[str]) -> Misrule:
    there = ", ".join(known)
    return Misrule(path, f"there is no {kind} {key!r} in this rulebook", f"one of {there}" if there else f"a {kind}")


def _cited(rulebook: Rulebook) -> Iterator[Cited]:
    for section, fields in _CITES.items():
        for index, entry in enumerate(getattr(rulebook, section)):
            for field, name in fields.items():
                yield from _named((section, index, field), getattr(entry, field), name)
    for index, step in enumerate(rulebook.steps):
        yield from _of_step(step, ("steps", index))
    for index, output in enumerate(rulebook.outputs):
        if output.publication:
            yield ("outputs", index, "publication", "consent_of"), "participants", output.publication.consent_of
        for place, part in enumerate(output.parts):
            yield from _named(("outputs", index, "parts", place, "holds"), part.holds, "observation_kinds")
    yield from _of_sources(rulebook)


def _of_sources(rulebook: Rulebook) -> Iterator[Cited]:
    for path, ground in grounded(rulebook):
        names = tuple(source.partition(":")[0] for source in ground.source)
        yield from _named((*path, "source"), names, "sources")
    for path, text in worded(rulebook):
        for language, wording in text.wordings.items():
            if wording.source:
                yield (*path, language.value, "source"), "sources", wording.source


def _of_step(step: Step, path: Path) -> Iterator[Cited]:
    if step.clock:
        yield from _of_clock(step.clock, (*path, "clock"))
    if step.blocked:
        yield from _named((*path, "blocked", "matters"), step.blocked.matters, "matters")
    if step.blind:
        yield (*path, "blind", "among"), "participants", step.blind.among


def _of_clock(clock: Clock, path: Path) -> Iterator[Cited]:
    for field in ("after", "before"):
        if moment := getattr(clock, field):
            yield (*path, field, "step"), "steps", moment.step
    for field in ("suspendable_by", "extendable_by"):
        yield from _named((*path, field), getattr(clock, field), "roles")
    yield from _named((*path, "paused_while_open"), clock.paused_while_open, "matters")


def _named(path: Path, value: Any, name: str) -> Iterator[Cited]:
    """Yield the key or keys of a field."""
    if isinstance(value, str):
        yield path, name, value
    for index, key in enumerate(value or () if not isinstance(value, str) else ()):
        yield (*path, index), name, key


def _articles(rulebook: Rulebook) -> Iterator[Misrule]:
    articles = {one.key: [article.number for article in one.articles] for one in rulebook.instruments}
    for index, (key, numbers) in enumerate(articles.items()):
        yield from _twice(("instruments", index, "articles"), f"article of {key}", numbers, "number")
    for index, cluster in enumerate(rulebook.clusters):
        for place, part in enumerate(cluster.parts):
            path: Path = ("clusters", index, "parts", place)
            if part.instrument not in articles:
                yield _absent((*path, "instrument"), "instrument", part.instrument, articles)
                continue
            for at, number in enumerate(part.articles):
                if number not in articles[part.instrument]:
                    what = f"{part.instrument} has no article {number!r} in this rulebook"
                    yield Misrule((*path, "articles", at), what, "a number of its articles")


def _rights(rulebook: Rulebook, known: dict[str, list[str]]) -> Iterator[Misrule]:
    things = {*known["steps"], *known["outputs"], *known["matters"]}
    for index, role in enumerate(rulebook.roles):
        for place, right in enumerate(role.rights):
            for at, key in enumerate(right.on):
                if key not in things:
                    path: Path = ("roles", index, "rights", place, "on", at)
                    yield _absent(path, "step, output or matter", key, sorted(things))
    for index, unknown in enumerate(rulebook.unknowns):
        everything = {key for keys in known.values() for key in keys}
        for at, key in enumerate(unknown.bears_on):
            if key not in everything:
                yield Misrule(("unknowns", index, "bears_on", at), f"nothing in this rulebook has the key {key!r}")
