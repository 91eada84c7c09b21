import itertools

from invented_review import day, event, review
from rapporteur.rulebooks.rights import (
    instruments_of,
    is_hidden,
    may,
    may_decide_publication,
    may_move,
    may_see_output,
)
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.standing import standing
from rapporteur.rulebooks.terms import Act


def test_each_role_may_do_what_its_rights_say_and_nothing_else(meteorites: Rulebook) -> None:
    allowed = {
        (role, participant, act.value)
        for role in ("focal-point", "observer", "officer", "stranger")
        for participant in ("reviewed", "reviewing", "office", "public")
        for act in Act
        if may(meteorites, act, role=role, participant=participant)
    }
    assert allowed == {
        ("focal-point", "reviewed", "see"), ("focal-point", "reviewed", "clear"),
        ("focal-point", "reviewing", "see"), ("focal-point", "reviewing", "clear"),
        ("observer", "reviewed", "see"), ("officer", "office", "see"), ("officer", "office", "extend"),
    }  # fmt: skip


def test_a_right_on_one_thing_holds_for_that_alone(meteorites: Rulebook) -> None:
    on = [
        key
        for key in ("list", "answers", "")
        if may(meteorites, Act.DECIDE_PUBLICATION, role="focal-point", participant="reviewed", on=key)
    ]
    assert on == ["list"]


def test_an_output_is_seen_as_far_as_its_visibility_goes_and_by_all_once_published(meteorites: Rulebook) -> None:
    places = [one.key for one in meteorites.participants]
    seen = {
        (output, published): [
            one for one in places if may_see_output(meteorites, output, participant=one, is_published=published)
        ]
        for output, published in itertools.product(("answers", "list"), (False, True))
    }
    assert seen == {
        ("answers", False): ["reviewed", "reviewing", "office"],
        ("list", False): ["reviewed", "reviewing", "office", "others"],
        ("answers", True): places,
        ("list", True): places,
    }
    assert not may_see_output(meteorites, "list", participant="nobody", is_published=True)


def test_only_the_state_whose_consent_it_takes_decides_on_publication(meteorites: Rulebook) -> None:
    found = [
        (output, place, role)
        for output in ("answers", "list")
        for place in ("reviewed", "reviewing", "office")
        for role in ("focal-point", "observer", "officer")
        if may_decide_publication(meteorites, meteorites.output(output), role=role, participant=place)
    ]
    assert found == [("list", "reviewed", "focal-point")]


def test_views_are_hidden_between_reviewers_until_both_have_spoken(meteorites: Rulebook) -> None:
    answered = event("acted", "2031-02-20", "answers", "XAR")
    first = event("acted", "2031-03-01", "views", "XBE")
    second = event("acted", "2031-03-02", "views", "XCO")
    step = meteorites.step("views")
    hidden = []
    for events in ((answered,), (answered, first), (answered, first, second)):
        case = review(meteorites, *events)
        stood = standing(case, as_of=day("2031-03-05")).step("views")
        pairs = itertools.permutations(("XAR", "XBE", "XCO"), 2)
        hidden.append([pair for pair in pairs if is_hidden(case, step, stood, reader=pair[0], author=pair[1])])
    assert hidden == [[("XBE", "XCO"), ("XCO", "XBE")], [("XBE", "XCO"), ("XCO", "XBE")], []]


def test_a_party_takes_part_for_its_instruments_alone(meteorites: Rulebook) -> None:
    case = review(meteorites)
    assert [instruments_of(case, party) for party in ("XAR", "XCO", "XZZ")] == [("convention",), ("convention",), ()]


def test_a_thread_moves_inwards_only(meteorites: Rulebook) -> None:
    audiences = meteorites.audiences
    moves = {
        (wide.key, near.key)
        for wide in audiences
        for near in audiences
        if may_move(meteorites, wider=wide, narrower=near)
    }
    assert moves == {
        ("own", "own"), ("reviewers", "reviewers"), ("all", "all"), ("all", "reviewers"), ("all", "own"),
    }  # fmt: skip
