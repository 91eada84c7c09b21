"""A roster taken from the register: what it does not know stays blank, and who cannot take part says why."""

import pytest

import cast
from rapporteur.lots.files.roster import read_roster, write_roster
from rapporteur.lots.queries.roster import roster_from_register
from rapporteur.lots.terms import Turn
from rapporteur.parties.models import GroupMembership, Party, PartyStatus

pytestmark = pytest.mark.django_db


def test_the_register_gives_a_roster_with_a_column_for_each_instrument() -> None:
    shown = cast.conference()
    listed = roster_from_register()
    assert listed.instruments == (shown.convention.key, shown.protocol.key)
    assert len(listed.states) == 12
    assert {state.group for state in listed.states} == {
        membership.group.name.first() for membership in GroupMembership.objects.select_related("group")
    }
    assert read_roster(write_roster(listed)) == listed


def test_a_status_that_is_not_known_is_blank_and_no_party_takes_no_part() -> None:
    shown = cast.conference()
    state = Party.objects.get(key="XAR")
    PartyStatus.objects.filter(party=state, instrument=shown.protocol).delete()
    found = next(one for one in roster_from_register().states if one.code == "XAR")
    assert (found.unknown, found.turn) == (frozenset({shown.protocol.key}), Turn.NOW)
    GroupMembership.objects.filter(party=state).delete()
    alone = next(one for one in roster_from_register().states if one.code == "XAR")
    assert (alone.turn, alone.maximum, alone.reason) == (Turn.NO, 0, "in no regional group of the register")
