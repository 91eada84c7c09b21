"""What the files and the database together hold, by the keys that entries refer to each other with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rapporteur.bodies.models import Body, Conference
from rapporteur.documents.models import Document, LanguageVersion
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import Meeting, Session
from rapporteur.parties.models import Instrument, Party, RegionalGroup
from rapporteur.register.collecting import Collected
from rapporteur.register.subjects import key_of_document
from rapporteur.sources.models import Source
from rapporteur.symbols.grammars import Grammar, GrammarError

Scoped = dict[str, set[str]]  # conference -> keys


@dataclass(slots=True)
class Known:
    """Keys that can be referred to. Those of a conference's records stand under the conference's key."""

    sources: set[str] = field(default_factory=set)
    regional_groups: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    instruments: set[str] = field(default_factory=set)
    conferences: set[str] = field(default_factory=set)
    bodies: Scoped = field(default_factory=dict)
    mandates: Scoped = field(default_factory=dict)
    sessions: Scoped = field(default_factory=dict)
    meetings: dict[str, dict[str, str]] = field(default_factory=dict)  # conference -> meeting -> body
    stored_meetings: dict[tuple[str, str], str] = field(default_factory=dict)  # of the database: -> body
    documents: Scoped = field(default_factory=dict)
    symbols: dict[tuple[str, str], str] = field(default_factory=dict)  # of the database: symbol -> key
    job_numbers: dict[str, tuple[str, str]] = field(default_factory=dict)  # of the database: -> conference, document
    grammars: dict[str, Grammar] = field(default_factory=dict)
    above: dict[str, dict[tuple[str, str], tuple[str, str]]] = field(default_factory=dict)  # of the database, by kind


def known_with(collected: Collected) -> Known:
    """Return what the database holds, with the entries added. 15 queries."""
    known = _stored()
    for name in ("sources", "regional_groups", "parties", "instruments", "conferences"):
        getattr(known, name).update(placed.entry.key for placed in getattr(collected, name))
    for placed in collected.conferences:
        if (grammar := grammar_of(placed.entry.symbol_root, placed.entry.symbol_grammar)) is not None:
            known.grammars[placed.entry.key] = grammar
    _add(known.bodies, ((body.conference, body.entry.key) for body in collected.bodies))
    _add(known.mandates, ((one.conference, f"{one.entry.kind} {one.entry.number}") for one in collected.mandates))
    _add(known.sessions, ((session.conference, session.entry.key) for session in collected.sessions))
    for meeting in collected.meetings:
        known.meetings.setdefault(meeting.conference, {})[meeting.entry.key] = meeting.entry.body
    _add(known.documents, ((one.conference, key_of_document(one.entry)) for one in collected.documents))
    return known


def grammar_of(root: str, forms: dict[str, object]) -> Grammar | None:
    """Return the grammar of a conference's symbols; None where its description is no grammar (`why_no_grammar`)."""
    return None if why_no_grammar(root, forms) else _grammar(root, forms)


def why_no_grammar(root: str, forms: dict[str, object]) -> str:
    """Return what is wrong with the description of a grammar; "" for a right one."""
    try:
        _grammar(root, forms)
    except (GrammarError, TypeError, ValueError) as error:
        return str(error)
    return ""


def _grammar(root: str, forms: dict[str, object]) -> Grammar:
    if not forms:
        return Grammar.for_root(root)
    lists = ("bodies", "tails", "suffixes")
    if unknown := sorted(set(forms) - {*lists, "extras"}):
        raise GrammarError(f"a grammar has no key {unknown[0]!r}; its keys are bodies, tails, suffixes, extras")
    plain: dict[str, Any] = {name: tuple(map(str, _list(forms[name], name))) for name in lists if name in forms}
    extras = forms.get("extras", {})
    if not isinstance(extras, dict):
        raise GrammarError("extras are written as a body's form with a list of parts")
    pairs = tuple((str(body), tuple(map(str, _list(parts, "extras")))) for body, parts in extras.items())
    return Grammar(root, **plain, extras=pairs) if pairs else Grammar(root, **plain)


def _list(value: object, name: str) -> list[object]:
    if not isinstance(value, list | tuple):
        raise GrammarError(f"{name} is a list of forms")
    return list(value)


def _stored() -> Known:
    known = Known()
    for name, model in (
        ("sources", Source),
        ("regional_groups", RegionalGroup),
        ("parties", Party),
        ("instruments", Instrument),
        ("conferences", Conference),
    ):
        setattr(known, name, set(model._default_manager.values_list("key", flat=True)))
    for key, root, forms in Conference.objects.values_list("key", "symbol_root", "symbol_grammar"):
        if (grammar := grammar_of(root, forms)) is not None:
            known.grammars[key] = grammar
    _add(known.bodies, Body.objects.values_list("conference__key", "key"))
    mandates = Mandate.objects.values_list("conference__key", "kind", "number")
    _add(known.mandates, ((conference, f"{kind} {number}") for conference, kind, number in mandates))
    _add(known.sessions, Session.objects.values_list("conference__key", "key"))
    for conference, key, body in Meeting.objects.values_list("body__conference__key", "key", "body__key").order_by():
        known.meetings.setdefault(conference, {})[key] = body
        known.stored_meetings[conference, key] = body
    for conference, key, symbol in Document.objects.values_list("conference__key", "key", "symbol").order_by():
        known.documents.setdefault(conference, set()).add(key)
        if symbol:
            known.symbols[conference, symbol] = key
    versions = LanguageVersion.objects.exclude(job_number="").order_by()
    for number, conference, key in versions.values_list("job_number", "document__conference__key", "document__key"):
        known.job_numbers[number] = (conference, key)
    known.above = _stored_above()
    return known


def _stored_above() -> dict[str, dict[tuple[str, str], tuple[str, str]]]:
    """Return what each record of the database hangs from: a document that it is of, a parent, an instrument."""
    documents = Document.objects.filter(of__isnull=False).order_by()
    bodies = Body.objects.filter(parent__isnull=False).order_by()
    instruments = Instrument.objects.filter(supplements__isnull=False).order_by()
    return {
        "of": {
            (conference, key): (conference, above)
            for conference, key, above in documents.values_list("conference__key", "key", "of__key")
        },
        "parent": {
            (conference, key): (conference, above)
            for conference, key, above in bodies.values_list("conference__key", "key", "parent__key")
        },
        "supplements": {("", key): ("", above) for key, above in instruments.values_list("key", "supplements__key")},
    }


def _add(scoped: Scoped, pairs: Iterable[tuple[str, str]]) -> None:
    for conference, key in pairs:
        scoped.setdefault(conference, set()).add(key)
