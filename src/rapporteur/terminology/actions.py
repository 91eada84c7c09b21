"""Keeping terms, and replacing one wording in one language wherever a record keeps it."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.journal.actions import Entry, Keeping, RowEntry
from rapporteur.journal.actions.recording import wait_for_the_pen
from rapporteur.journal.models import Act
from rapporteur.journal.rules import digest
from rapporteur.journal.terms import Reason, Refused, Stale
from rapporteur.languages.terms import Language, Multilingual, Wording
from rapporteur.sources.actions import GROUNDS_MESSAGES, grounds_of
from rapporteur.terminology.models import Term
from rapporteur.terminology.rules import plain_from_multilingual


def term_key(term: Term) -> str:
    return f"{term.conference_key or '-'}/{term.key}"


TERM = Keeping(
    kind="term",
    model=Term,
    key=term_key,
    rows=grounds_of("term", term_key),
    messages={"term_once": ("key", gettext_lazy("The conference has a term of this key already.")), **GROUNDS_MESSAGES},
)
establish_term, correct_term, withdraw_term = TERM.establish, TERM.correct, TERM.withdraw


def with_wording(text: Multilingual, language: Language, wording: Wording | None) -> Multilingual:
    """Return the text with one language's wording replaced, or taken away; variants and notes of the former stay."""
    wordings = dict(text.wordings)
    former = wordings.pop(language, None)
    if wording:
        wordings[language] = (
            replace(wording, variants=former.variants, note=wording.note or former.note) if former else wording
        )
    return Multilingual(wordings)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: a field of a record, or of one of its rows (name of the rows, number of the row)."""

    field: str
    language: Language
    row: tuple[str, int] | None = None


def text_at(kept: Keeping[Any], record: models.Model, place: Place) -> Multilingual:
    """Return the text that a place belongs to. Raises: Refused where the row is not there any more."""
    holder: Any = kept.model._default_manager.get(pk=record.pk)
    if place.row:
        name, pk = place.row
        holder = next(rows for rows in kept.rows if rows.name == name).of(record).filter(pk=pk).first()
        if holder is None:
            raise Refused([Reason(_("This row was withdrawn meanwhile by somebody else."))])
    text: Multilingual = getattr(holder, place.field)
    return text


def replace_wording(
    kept: Keeping[Any], record: models.Model, *, place: Place, wording: Wording, shown: str, by: str, at: dt.datetime
) -> Act | None:
    """Replace one wording in one language, wherever a record keeps it; return the journal's row.

    Returns None when nothing changed. Raises: Stale; Refused.
    """
    if not wording.text:
        raise Refused([Reason(_("Write the text."), "text")])
    with transaction.atomic():
        wait_for_the_pen()
        stored = text_at(kept, record, place)
        if shown_wording(stored, place.language) != shown:
            now = stored.text(place.language) or "—"
            text = _("Somebody else changed this wording after you opened it. It reads now: %(now)s") % {"now": now}
            raise Stale([Reason(text)], stored=plain_from_multilingual(stored))
        values = {place.field: with_wording(stored, place.language, wording)}
        entry = Entry({}, {place.row[0]: [RowEntry(values, pk=place.row[1])]}) if place.row else Entry(values)
        return kept.correct(record, entry=entry, shown=kept.shown(record), by=by, at=at)


def shown_wording(text: Multilingual, language: Language) -> str:
    """Return what a form carries, so that `replace_wording` notices a change of this wording made meanwhile."""
    return digest({"wording": plain_from_multilingual(text).get(language.value)})
