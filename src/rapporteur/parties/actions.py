"""Keeping regional groups, parties with their memberships and statuses, and instruments with their articles."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.journal.actions import Entry, Keeping, Rows
from rapporteur.journal.terms import Reason
from rapporteur.parties.models import Article, GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.sources.actions import GROUNDS_MESSAGES, grounds_of

BACKWARDS = gettext_lazy("The last day is before the first one.")


def own_key(record: Any) -> str:
    return str(record.key)


def since(key: str, day: dt.date | None) -> str:
    """Return how a row is cited that is told apart by a key and, where it is known, a day."""
    return f"{key} {day}" if day else key


def why_not_keep_instrument(instrument: Instrument, _entry: Entry) -> list[Reason]:
    """Return the reasons against an instrument as it stands: it cannot supplement itself, even by way of another."""
    return why_not_above_itself(instrument, relation="supplements", text=_("The instrument would supplement itself."))


def why_not_above_itself(record: Any, *, relation: str, text: str) -> list[Reason]:
    """Return a reason at `relation` if following it from a record leads back to the record."""
    seen = {record.pk}
    above = getattr(record, relation)
    while above is not None:
        if record.pk is not None and above.pk in seen:
            return [Reason(text, relation)]
        seen.add(above.pk)
        above = getattr(above, relation)
    return []


GROUP = Keeping(
    kind="regional-group",
    model=RegionalGroup,
    key=own_key,
    rows=grounds_of("regional-group", own_key),
    messages=GROUNDS_MESSAGES,
)
PARTY = Keeping(
    kind="party",
    model=Party,
    key=own_key,
    rows=(
        Rows.tied_by("party", GroupMembership, name="memberships", named=lambda row: since(row.group.key, row.since)),
        Rows.tied_by("party", PartyStatus, name="statuses", named=lambda row: since(row.instrument.key, row.since)),
        *grounds_of("party", own_key),
    ),
    messages={
        "membership_runs_forward": ("until", BACKWARDS),
        "membership_one_open": (
            "until",
            gettext_lazy("Another membership of this party has no last day; give it one first."),
        ),
        "party_status_runs_forward": ("until", BACKWARDS),
        "party_status_one_open": (
            "until",
            gettext_lazy("Another status under this instrument has no last day; give it one first."),
        ),
        **GROUNDS_MESSAGES,
    },
)
INSTRUMENT = Keeping(
    kind="instrument",
    model=Instrument,
    key=own_key,
    rows=(
        Rows.tied_by("instrument", Article, name="articles", named=lambda row: str(row.number)),
        *grounds_of("instrument", own_key),
    ),
    why_not=why_not_keep_instrument,
    messages={
        "article_once": ("number", gettext_lazy("The instrument has an article of this number already.")),
        **GROUNDS_MESSAGES,
    },
)
establish_group, correct_group, withdraw_group = GROUP.establish, GROUP.correct, GROUP.withdraw
establish_party, correct_party, withdraw_party = PARTY.establish, PARTY.correct, PARTY.withdraw
establish_instrument = INSTRUMENT.establish
correct_instrument = INSTRUMENT.correct
withdraw_instrument = INSTRUMENT.withdraw
