"""What an act changed, told so that a person can read it: labels instead of fields, words instead of data."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.journal.models import Act
from rapporteur.languages.terms import Multilingual
from rapporteur.site.desk.kinds import KIND_OF, Kind
from rapporteur.site.desk.sheets import Sheet
from rapporteur.site.pages.labels import LANGUAGES
from rapporteur.terminology.rules import plain_from_multilingual

_VERBS: Mapping[str, Any] = {
    "established": gettext_lazy("entered"),
    "scheduled": gettext_lazy("entered"),
    "adopted": gettext_lazy("entered"),
    "elected": gettext_lazy("entered"),
    "registered": gettext_lazy("entered"),
    "corrected": gettext_lazy("corrected"),
    "withdrawn": gettext_lazy("withdrawn"),
    "note_recorded": gettext_lazy("recorded"),
    "person_nominated": gettext_lazy("named by a State"),
    "nomination_ended": gettext_lazy("nomination ended"),
    "person_invited": gettext_lazy("link to come in sent"),
    "person_told": gettext_lazy("mail about a nomination sent"),
    "invitation_accepted": gettext_lazy("came in and chose a password"),
    "profile_changed": gettext_lazy("changed the own name or language"),
    "officer_given_case": gettext_lazy("named for a case"),
    "officer_taken_from_case": gettext_lazy("taken out of a case"),
}
# What the desk keeps that is no record of the register.
_OTHERS: Mapping[str, Any] = {
    "person": gettext_lazy("Person"),
    "note_verbale": gettext_lazy("Note verbale"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was. `language` is set for a text in one language."""

    label: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ToldAct:
    """A row of the journal as a page shows it."""

    number: int
    at: dt.datetime
    by: str
    verb: Any
    kind: Any
    key: str
    changes: list[Change]
    because: str


def told(act: Act) -> ToldAct:
    """Return a row of the journal in words."""
    kind = KIND_OF.get(act.subject_kind)
    verb = act.verb.removeprefix(f"{act.subject_kind}_")
    changes = act.content.get("changes", {})
    return ToldAct(
        number=act.number,
        at=act.at,
        by=act.by,
        verb=_VERBS.get(act.verb) or _VERBS.get(verb, verb.replace("_", " ")),
        kind=kind.label if kind else _OTHERS.get(act.subject_kind, act.subject_kind),
        key=act.subject_key,
        changes=[change for path, pair in changes.items() for change in _told_change(kind, path, pair)],
        because=str(act.content.get("because", "")),
    )


def _told_change(kind: Kind | None, path: str, pair: Any) -> Iterator[Change]:
    before, after = pair
    parts = path.split("/")
    language = parts[-1] if parts[-1] in LANGUAGES else ""
    names = parts[:-1] if language else parts
    label = _label(kind, names)
    if language:
        label = f"{label}, {LANGUAGES[language]}"
    if _is_text(before) and _is_text(after) and not language:
        # A text that was not there before, or is there no more, is told language by language.
        for code in {**(before or {}), **(after or {})}:
            yield from _told_change(kind, f"{path}/{code}", [(before or {}).get(code), (after or {}).get(code)])
        return
    yield Change(label, _words(kind, names, before), _words(kind, names, after), language)


def _is_text(value: Any) -> bool:
    return value is None or (isinstance(value, Mapping) and bool(value) and set(value) <= set(LANGUAGES))


def _label(kind: Kind | None, names: list[str]) -> str:
    if kind is None:
        return " / ".join(names)
    rows = next((rows for rows in kind.rows if rows.name == names[0]), None)
    if rows is None:
        return _field_label(kind.form, names[0])
    field = f": {_field_label(rows.form, names[2])}" if len(names) > 2 else ""  # noqa: PLR2004 - rows, number, field
    return f"{rows.label}{field}"


def _field_label(form: Any, name: str) -> str:
    field = form.base_fields.get(name)
    return str(field.label if field is not None and field.label else name.replace("_", " "))


def _words(kind: Kind | None, names: list[str], value: Any) -> str:
    if isinstance(value, Mapping) and "text" not in value:
        return "; ".join(_parts(kind, names, value))
    return words_of(value)


def _parts(kind: Kind | None, names: list[str], value: Mapping[str, Any]) -> Iterator[str]:
    rows = next((rows for rows in kind.rows if rows.name == names[0]), None) if kind else None
    for name, said in value.items():
        if said in (None, "", [], {}, False):
            continue
        label = _field_label(rows.form, name) if rows else name
        text = said if not isinstance(said, Mapping) else ", ".join(map(words_of, said.values()))
        yield f"{label}: {words_of(text)}"


def words_of(value: Any) -> str:
    """Return one value in words: a wording with its status, a list with commas, yes and no."""
    if isinstance(value, Multilingual):
        return "; ".join(words_of(wording) for wording in plain_from_multilingual(value).values())
    if isinstance(value, Mapping):
        text = str(value.get("text", ""))
        is_sure = value.get("status", "found") in {"found", "known"} and not value.get("check")
        said = text if is_sure else f"[{text}]"
        source = value.get("source")
        return f"{said} ({source})" if source else said
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


def told_differences(sheet: Sheet) -> list[Change]:
    """Return where what was typed on a sheet differs from the record as it is stored now: before is what is stored."""
    found: list[Change] = []
    for label, form in [
        ("", sheet.form),
        *((f"{rows.of.label}: ", f) for rows in sheet.rows for f in rows.formset.forms),
    ]:
        for name in form.changed_data:
            field = form.fields[name]
            stored = field.prepare_value(form.get_initial_for_field(field, name))
            typed = form[name].data
            if isinstance(typed, Mapping):
                found += _texts_apart(f"{label}{field.label}", stored, typed)
            else:
                found.append(Change(f"{label}{field.label}", words_of(stored), words_of(typed)))
    return found


def _texts_apart(label: str, stored: Any, typed: Mapping[str, Mapping[str, str]]) -> Iterator[Change]:
    plain = plain_from_multilingual(stored or Multilingual())
    for code, parts in typed.items():
        theirs, mine = words_of(plain.get(code)), words_of({**parts, "text": parts["text"].strip()})
        if theirs != mine and (theirs or parts["text"].strip()):
            yield Change(f"{label}, {LANGUAGES[code]}", theirs, mine, code)
