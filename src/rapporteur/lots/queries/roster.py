"""A roster from the register: who is in which regional group, and party to what, as the register knows it now."""

from rapporteur.languages.terms import Language
from rapporteur.lots.terms import Roster, State, Turn
from rapporteur.parties.models import Instrument, Party
from rapporteur.parties.queries import parties, read_standing, status_now
from rapporteur.parties.terms import PartyKind, Standing


def roster_from_register() -> Roster:
    """Return the States of the register with a column for each instrument.

    A status that the register does not know stays blank. A State that is not party to the first instrument, or in no
    group, takes no part; the roster says why.
    """
    instruments = list(Instrument.objects.all())
    states = [party for party in parties() if party.kind == PartyKind.STATE]
    read_standing(states)
    return Roster(tuple(instrument.key for instrument in instruments), tuple(_state(p, instruments) for p in states))


def _state(party: Party, instruments: list[Instrument]) -> State:
    known = {instrument.key: status_now(party, instrument) for instrument in instruments}
    party_to = frozenset(key for key, status in known.items() if status and status.standing == Standing.PARTY)
    group = next((m.group for m in party.memberships.all() if m.until is None), None)
    reason = ""
    if group is None:
        reason = "in no regional group of the register"
    elif instruments and instruments[0].key not in party_to:
        reason = f"not party to {instruments[0].key}"
    return State(
        code=party.key,
        name=party.name.text(Language.ENGLISH) or party.name.first(),
        group=(group.name.text(Language.ENGLISH) or group.key) if group else "",
        party=party_to,
        unknown=frozenset(key for key, status in known.items() if status is None),
        turn=Turn.NO if reason else Turn.NOW,
        minimum=0 if reason else None,
        maximum=0 if reason else None,
        reason=reason,
    )
