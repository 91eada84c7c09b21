"""The three shipped rulebooks: what they may say, and that one engine runs each from beginning to end."""

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from rapporteur.datafiles.reading import read
from rapporteur.rulebooks.drawing import svg
from rapporteur.rulebooks.events import Case, Event, Participation
from rapporteur.rulebooks.places import grounded, worded
from rapporteur.rulebooks.reading import read_rulebook
from rapporteur.rulebooks.recording import may_record
from rapporteur.rulebooks.refusals import why_not_record
from rapporteur.rulebooks.schema import Rulebook, json_schema
from rapporteur.rulebooks.standing import standing
from rapporteur.rulebooks.terms import Act, Certainty, Ending, EventKind, Opening, StepState, Work

DATA = Path(__file__).resolve().parents[2] / "data"
SHIPPED = sorted((DATA / "rulebooks").glob("*.yaml"))
BEGAN_ON = dt.date(2031, 1, 31)


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Rulebook:
    return read_rulebook(request.param)


def test_three_mechanisms_are_shipped() -> None:
    assert [path.stem for path in SHIPPED] == ["uncac", "untoc", "upr"]


def test_the_published_schema_is_that_of_the_types_and_the_files_fit_it() -> None:
    schema = json.loads((DATA / "schemas" / "rulebook.schema.json").read_text(encoding="utf-8"))
    assert schema == json_schema()
    for path in SHIPPED:
        plain = json.loads(json.dumps(read(path).plain, default=str))
        jsonschema.Draft202012Validator(schema).validate(plain)


def test_what_is_established_names_where_it_was_read_and_what_is_unknown_has_no_length(shipped: Rulebook) -> None:
    for path, ground in grounded(shipped):
        assert ground.status is not Certainty.ESTABLISHED or ground.source, path
    assert [step.key for step in shipped.steps if step.clock and step.clock.length is None] == []
    used = {source.partition(":")[0] for _, ground in grounded(shipped) for source in ground.source}
    said = {wording.source for _, text in worded(shipped) for wording in text.wordings.values() if wording.source}
    assert {source.key for source in shipped.sources} == used | said


def test_the_rules_of_the_drawing_of_lots_are_there(shipped: Rulebook) -> None:
    assert shipped.lots is None or (DATA.parent / shipped.lots.rules).exists()


def test_every_output_comes_of_one_step_and_somebody_may_see_it(shipped: Rulebook) -> None:
    made = [output for step in shipped.steps for output in step.outputs]
    assert sorted(made) == sorted(output.key for output in shipped.outputs)


def course(rulebook: Rulebook) -> Case:
    """Do in turn whatever the rules ask for, each a day after the other; no step is left out."""
    cast = tuple(
        Participation(one.key, f"{one.key}-{number}")
        for one in rulebook.participants
        for number in range(max(1, one.at_least or 1))
    )
    case = Case(rulebook, BEGAN_ON, cast)
    on = BEGAN_ON
    for _ in range(200):
        stood = standing(case, as_of=on)
        if stood.is_over:
            break
        on += dt.timedelta(days=1)
        event = next_event(case, on)
        assert why_not_record(case, event) == []
        case = Case(rulebook, BEGAN_ON, cast, (*case.events, event))
    return case


def next_event(case: Case, on: dt.date) -> Event:
    number = len(case.events) + 1
    stood = standing(case, as_of=on)
    if stood.may_open:
        step = case.rulebook.step(stood.may_open[0])
        return Event(number, EventKind.OPENED, on, step.key, case.parties(step.opened_by)[0])
    duty = stood.duties[0]
    step = case.rulebook.step(duty.step)
    if step.ends is Ending.BY_ACT:
        return Event(number, EventKind.ENDED, on, step.key, duty.party)
    return Event(number, EventKind.ACTED, on, step.key, duty.party)


def test_a_review_runs_to_its_end_without_code_of_its_own(shipped: Rulebook) -> None:
    case = course(shipped)
    stood = standing(case, as_of=BEGAN_ON + dt.timedelta(days=300))
    assert [step.key for step in stood.steps if step.state is not StepState.ENDED] == []
    opened = [event.step for event in case.events if event.kind is EventKind.OPENED]
    assert sorted(opened) == sorted(step.key for step in shipped.steps if step.opens is Opening.BY_ACT)


def who_may(rulebook: Rulebook, kind: EventKind, step: str, matter: str = "") -> list[tuple[str, str]]:
    return [
        (role.key, place)
        for role in rulebook.roles
        for place in role.of
        if may_record(rulebook, kind, role=role.key, participant=place, step=step, matter=matter)
    ]


def test_somebody_may_record_whatever_the_course_of_a_review_asks_for(shipped: Rulebook) -> None:
    places = {one.party: one.participant for one in course(shipped).cast}
    for event in course(shipped).events:
        allowed = {place for _, place in who_may(shipped, event.kind, event.step)}
        assert allowed & {places[event.by], "secretariat"}, event
    for step in shipped.steps:
        if step.optional:
            assert who_may(shipped, EventKind.SKIPPED, step.key), step.key
        if step.work is Work.MEET:
            assert who_may(shipped, EventKind.SET, step.key), step.key
    for matter in shipped.matters:
        for kind in (EventKind.RAISED, EventKind.SETTLED):
            assert who_may(shipped, kind, shipped.steps[0].key, matter.key), matter.key


def test_whoever_may_only_see_records_nothing(shipped: Rulebook) -> None:
    only_see = {role.key for role in shipped.roles if {act for right in role.rights for act in right.acts} == {Act.SEE}}
    for step in ("", *(step.key for step in shipped.steps)):
        for kind in EventKind:
            for matter in ("", *(matter.key for matter in shipped.matters)):
                assert only_see.isdisjoint(role for role, _ in who_may(shipped, kind, step, matter))


def test_a_focal_point_clears_for_its_own_side_alone_and_an_expert_clears_nothing() -> None:
    rulebook = read_rulebook(DATA / "rulebooks" / "untoc.yaml")
    assert who_may(rulebook, EventKind.ACTED, "self-assessment") == [("focal-point", "reviewed")]
    assert who_may(rulebook, EventKind.ACTED, "feedback") == [("focal-point", "reviewing")]
    assert who_may(rulebook, EventKind.EXTENDED, "feedback") == [("officer", "secretariat")]
    assert who_may(rulebook, EventKind.SUSPENDED, "") == [("officer", "secretariat")]
    assert who_may(rulebook, EventKind.RAISED, "feedback", "clarification") == [
        ("focal-point", "reviewing"),
        ("expert", "reviewing"),
    ]
    assert who_may(rulebook, EventKind.EXTENDED, "follow-up") == who_may(rulebook, EventKind.ENDED, "") == []
    assert who_may(rulebook, EventKind.RAISED, "feedback", "nothing") == []


def test_every_shipped_rulebook_can_be_drawn(shipped: Rulebook) -> None:
    assert svg(shipped).count('<g id="step-') == len(shipped.steps)


def test_the_deadlines_of_the_organized_crime_review_follow_from_the_end_of_the_consultations() -> None:
    rulebook = read_rulebook(DATA / "rulebooks" / "untoc.yaml")
    cast = (Participation("reviewed", "XAR"), Participation("reviewing", "XBE"), Participation("reviewing", "XCO"))
    ended = [
        Event(number, EventKind.ACTED, dt.date(2031, 8, 31), "preliminary-consultations", party)
        for number, party in enumerate(("XAR", "XBE", "XCO"), start=1)
    ]
    stood = standing(Case(rulebook, dt.date(2031, 8, 1), cast, tuple(ended)), as_of=dt.date(2031, 9, 1))
    due = {step.key: step.clock.due_on for step in stood.steps if step.clock and step.state is StepState.OPEN}
    assert due == {
        "focal-points": dt.date(2031, 9, 14),
        "experts": dt.date(2031, 9, 28),
        "self-assessment": dt.date(2032, 2, 29),
    }
