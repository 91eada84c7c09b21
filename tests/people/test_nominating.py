import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from rapporteur.journal.terms import Refused
from rapporteur.people.actions.nominating import (
    ask_to_contribute,
    end_nomination,
    give_case,
    nominate,
    take_case,
)
from rapporteur.people.actions.noting import record_note
from rapporteur.people.models import Nomination, NoteVerbale, Person
from rapporteur.people.queries import asker, delegation
from rapporteur.people.terms import NOBODY, Direction, Nominee, NoteEntry, Part

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC)
OFFICER = "officer@secretariat.example"
PROCESS = "invented/1"


def note(reference: str = "NV/12", state: str = "AAA") -> NoteVerbale:
    entry = NoteEntry(Direction.IN, reference, state, AT.date(), AT.date(), "Nomination of a focal point")
    return record_note(entry, by=OFFICER, at=AT)


def nominee(email: str = "ana@justice.example", part: Part = Part.FOCAL_POINT) -> Nominee:
    return Nominee(email, email.split("@", maxsplit=1)[0].title(), part, language="fr")


def named(who: Nominee, by_note: NoteVerbale, *, replacing: bool = False) -> Nomination:
    return nominate(who, note=by_note, process=PROCESS, replacing=replacing, by=OFFICER, at=AT)


def test_a_note_verbale_names_a_person_who_then_stands_for_his_state() -> None:
    made = named(nominee(), note())
    person = Person.objects.get()
    assert (person.email, person.language, person.has_usable_password()) == ("ana@justice.example", "fr", False)
    standing = asker(person, process=PROCESS).standings
    assert [(s.part, s.state, s.process) for s in standing] == [(Part.FOCAL_POINT, "AAA", PROCESS)]
    assert asker(person, process="invented/2").standings == ()
    assert delegation(PROCESS, "AAA") == [made]


def test_a_state_has_one_focal_point_and_a_replacement_leaves_a_history() -> None:
    named(nominee(), note())
    with pytest.raises(Refused, match="Ana is the focal point"):
        named(nominee("ben@interior.example"), note("NV/13"))
    second = note("NV/14")
    named(nominee("ben@interior.example"), second, replacing=True)
    found = [(n.person.email, n.until, n.ended_by) for n in delegation(PROCESS, "AAA")]
    assert found == [("ana@justice.example", AT.date(), second), ("ben@interior.example", None, None)]
    assert asker(Person.objects.get(email="ana@justice.example"), process=PROCESS).standings == ()


def test_the_database_itself_knows_one_focal_point_at_a_time() -> None:
    first = named(nominee(), note())
    other = Person.objects.create_user("eve@nowhere.example", None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Nomination.objects.create(
            person=other, note=first.note, part=Part.FOCAL_POINT, state="AAA", process=PROCESS, since=AT.date()
        )


def test_experts_and_observers_are_many_and_each_is_named_once() -> None:
    by_note = note()
    named(nominee("eva@police.example", Part.EXPERT), by_note)
    named(nominee("ida@police.example", Part.EXPERT), by_note)
    with pytest.raises(Refused, match="named for this already"):
        named(nominee("EVA@police.example", Part.EXPERT), by_note)
    assert Nomination.objects.count() == 2


@pytest.mark.parametrize(("email", "told"), [("ana", "no e-mail address"), ("", "no e-mail address")])
def test_nobody_is_named_without_an_address(email: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        named(Nominee(email, "Ana", Part.EXPERT), note())
    assert Person.objects.count() == 0


def test_a_contributor_is_asked_by_his_own_state_and_nobody_else_is() -> None:
    who = nominee("cy@finance.example", Part.CONTRIBUTOR)
    made = ask_to_contribute(who, state="AAA", process=PROCESS, by="ana@justice.example", at=AT)
    assert made.note is None
    with pytest.raises(Refused, match="Only contributors"):
        ask_to_contribute(nominee(part=Part.EXPERT), state="AAA", process=PROCESS, by="ana@justice.example", at=AT)
    sections = asker(made.person, process=PROCESS, sections=["one"]).standings[0].sections
    assert sections == frozenset({"one"})


def test_a_nomination_ends_by_a_note_of_its_state_or_for_a_reason() -> None:
    made = named(nominee(), note())
    with pytest.raises(Refused, match="Name the note verbale"):
        end_nomination(made, note=None, because=" ", by=OFFICER, at=AT)
    with pytest.raises(Refused, match="of another State"):
        end_nomination(made, note=note("NV/1", "BBB"), because="", by=OFFICER, at=AT)
    end_nomination(made, note=None, because="Left the service.", by=OFFICER, at=AT)
    with pytest.raises(Refused, match="ended on 2026-05-04 already"):
        end_nomination(made, note=None, because="Again.", by=OFFICER, at=AT)


def test_an_officer_sees_the_cases_he_is_named_for_while_he_is() -> None:
    officer = Person.objects.create_user(OFFICER, None, is_officer=True)
    assert asker(officer, process=PROCESS).cases == frozenset()
    case = give_case(officer, process=PROCESS, state="AAA", by=OFFICER, at=AT)
    assert asker(officer, process=PROCESS).cases == {(PROCESS, "AAA")}
    take_case(case, by=OFFICER, at=AT)
    assert asker(officer, process=PROCESS).cases == frozenset()
    with pytest.raises(Refused, match="Only an officer"):
        give_case(Person.objects.create_user("a@b.example", None), process=PROCESS, state="AAA", by=OFFICER, at=AT)


def test_whoever_is_not_known_or_no_longer_active_is_nobody() -> None:
    person = named(nominee(), note()).person
    person.is_active = False
    assert asker(person, process=PROCESS) == asker(None, process=PROCESS) == NOBODY


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        ({"reference": " "}, "reference", "cannot be left blank"),
        ({"subject": "a\u202eb"}, "subject", r"U\+202E"),
        ({"handled_on": dt.date(2026, 5, 3)}, "handled_on", "not received or sent before its date"),
    ],
)
def test_a_note_with_a_fault_is_refused_at_its_field(change: dict[str, object], field: str, told: str) -> None:
    said = {"reference": "NV/1", "state": "AAA", "subject": "Nomination", "handled_on": AT.date(), **change}
    with pytest.raises(Refused, match=told) as refused:
        record_note(NoteEntry(Direction.IN, dated=AT.date(), **said), by=OFFICER, at=AT)  # type: ignore[arg-type]  # as a form gives them
    assert [reason.field for reason in refused.value.reasons] == [field]


def test_a_note_is_recorded_once() -> None:
    note()
    with pytest.raises(Refused, match="recorded already"):
        note()
