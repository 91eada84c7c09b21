from invented_review import day, event, review
from rapporteur.rulebooks.reminding import Reminded, reminders
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.standing import standing


def told(rulebook: Rulebook, after: str, until: str, *events) -> list[Reminded]:
    case = review(rulebook, *events)
    return reminders(case, standing(case, as_of=day(until)), after=day(after), until=day(until))


def test_who_owes_is_reminded_a_week_before(meteorites: Rulebook) -> None:
    assert told(meteorites, "2031-02-20", "2031-02-21") == [
        Reminded(day("2031-02-21"), "answers", "soon", "focal-point", "XAR", escalates=False)
    ]
    assert told(meteorites, "2031-02-21", "2031-03-05") == []


def test_what_is_late_goes_to_all_its_roles_and_comes_again(meteorites: Rulebook) -> None:
    found = told(meteorites, "2031-03-09", "2031-03-25")
    assert [(one.on, one.role, one.party) for one in found] == [
        (on, role, party)
        for on in (day("2031-03-10"), day("2031-03-20"))
        for role, party in (
            ("focal-point", "XAR"),
            ("focal-point", "XBE"),
            ("focal-point", "XCO"),
            ("officer", "OFFICE"),
        )
    ]
    assert told(meteorites, "2031-03-10", "2031-03-19") == []
    assert {one.on for one in told(meteorites, "2034-01-01", "2034-01-20")} == {day("2034-01-03"), day("2034-01-13")}


def test_nobody_is_reminded_of_what_is_done_or_stands_still(meteorites: Rulebook) -> None:
    assert told(meteorites, "2031-02-20", "2031-02-22", event("acted", "2031-02-20", "answers", "XAR")) == []
    assert told(meteorites, "2031-02-20", "2031-03-30", event("suspended", "2031-02-01")) == []
