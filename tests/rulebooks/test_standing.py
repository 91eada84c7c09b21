import datetime as dt

from invented_review import day, event, review
from rapporteur.rulebooks.calendars import NO_HOLIDAYS, Calendar
from rapporteur.rulebooks.clocks import ClockStanding, united
from rapporteur.rulebooks.events import Event
from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.history import Stop
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.standing import Duty, Standing, standing
from rapporteur.rulebooks.terms import Certainty, StepState

ANSWERED = event("acted", "2031-02-20", "answers", "XAR")
VIEWED = (event("acted", "2031-03-01", "views", "XBE"), event("acted", "2031-03-05", "views", "XCO"))


def stood(rulebook: Rulebook, as_of: str, *events: Event, days_off: Calendar = NO_HOLIDAYS) -> Standing:
    return standing(review(rulebook, *events), as_of=day(as_of), days_off=days_off)


def states(found: Standing) -> dict[str, str]:
    return {step.key: step.state.value for step in found.steps}


def clock(found: Standing, step: str) -> ClockStanding:
    running = found.step(step).clock
    assert running is not None
    return running


def test_at_the_beginning_the_first_step_is_open_and_owed_by_the_end_of_february(meteorites: Rulebook) -> None:
    found = stood(meteorites, "2031-02-01")
    assert states(found) == {
        "answers": "open", "views": "waiting", "visit": "waiting", "papers": "waiting", "list": "waiting",
    }  # fmt: skip
    assert found.duties == (Duty("XAR", "answers", day("2031-01-31"), day("2031-02-28")),)
    assert found.duties[0].days_late(day("2031-03-02")) == 2
    assert found.duties[0].days_late(day("2031-02-28")) == 0


def test_an_act_ends_its_step_and_opens_the_next_on_that_day(meteorites: Rulebook) -> None:
    found = stood(meteorites, "2031-02-20", ANSWERED)
    assert found.step("answers").over_on == day("2031-02-20")
    assert found.step("views").opened_on == day("2031-02-20")
    assert [(duty.party, duty.step, duty.due_on) for duty in found.duties] == [
        ("XBE", "views", day("2031-08-20")),
        ("XCO", "views", day("2031-08-20")),
        ("XAR", "papers", None),
        ("XBE", "papers", None),
        ("XCO", "papers", None),
    ]


def test_what_comes_later_is_not_known_yet(meteorites: Rulebook) -> None:
    assert stood(meteorites, "2031-02-19", ANSWERED) == stood(meteorites, "2031-02-19")


def test_one_act_is_enough_where_the_rule_says_so(meteorites: Rulebook) -> None:
    found = stood(meteorites, "2031-02-25", ANSWERED, event("acted", "2031-02-24", "papers", "XBE"))
    assert found.step("papers").over_on == day("2031-02-24")


def test_a_step_that_an_act_opens_is_ready_until_then(meteorites: Rulebook) -> None:
    ready = stood(meteorites, "2031-03-05", ANSWERED, *VIEWED)
    assert (ready.step("visit").state, ready.may_open) == (StepState.READY, ("visit",))
    opened = stood(meteorites, "2031-04-01", ANSWERED, *VIEWED, event("opened", "2031-03-20", "visit", "XAR"))
    assert opened.step("visit").opened_on == day("2031-03-20")
    assert opened.step("visit").owing == ("OFFICE",)


def test_a_step_left_out_lets_the_next_begin(meteorites: Rulebook) -> None:
    events = (ANSWERED, *VIEWED, event("acted", "2031-03-05", "papers", "XAR"), event("skipped", "2031-03-09", "visit"))
    found = stood(meteorites, "2031-03-10", *events)
    assert (found.step("visit").state, found.step("list").opened_on) == (StepState.SKIPPED, day("2031-03-09"))


def test_everything_done_is_over(meteorites: Rulebook) -> None:
    events = (
        ANSWERED, *VIEWED, event("acted", "2031-03-05", "papers", "XAR"), event("skipped", "2031-03-09", "visit"),
        *(event("acted", "2031-03-12", "list", party) for party in ("XAR", "XBE", "XCO")),
    )  # fmt: skip
    found = stood(meteorites, "2031-04-01", *events)
    assert (found.is_over, found.duties) == (True, ())


def test_an_open_matter_blocks_the_end_stops_the_clock_and_is_owed_by_who_must_answer(meteorites: Rulebook) -> None:
    asked = event("raised", "2031-03-01", "views", "XBE", matter="question", about="q-1")
    found = stood(meteorites, "2031-03-11", ANSWERED, asked, *VIEWED)
    assert found.step("views").state is StepState.OPEN
    assert [matter.about for matter in found.step("views").matters] == ["q-1"]
    assert clock(found, "views").stopped_since == day("2031-03-01")
    assert clock(found, "views").stopped_days == 10
    assert [duty for duty in found.duties if duty.about] == [Duty("XAR", "views", day("2031-03-01"), about="q-1")]
    settled = event("settled", "2031-03-21", "views", "XAR", matter="question", about="q-1")
    after = stood(meteorites, "2031-03-22", ANSWERED, asked, *VIEWED, settled)
    assert after.step("views").over_on == day("2031-03-21")
    assert clock(after, "views").ends_on == day("2031-09-09")


def test_a_matter_raised_after_the_end_changes_nothing(meteorites: Rulebook) -> None:
    late = event("raised", "2031-03-09", "views", "XBE", matter="question", about="q-2")
    assert stood(meteorites, "2031-03-10", ANSWERED, *VIEWED, late).step("views").over_on == day("2031-03-05")


def test_an_act_handed_back_is_owed_again(meteorites: Rulebook) -> None:
    events = (ANSWERED, VIEWED[0], event("returned", "2031-03-02", "views", "XBE"))
    assert stood(meteorites, "2031-03-03", *events).step("views").owing == ("XBE", "XCO")


def test_a_step_opened_again_puts_what_needs_it_back_to_waiting(meteorites: Rulebook) -> None:
    again = event("reopened", "2031-03-10", "answers", "XAR")
    found = stood(meteorites, "2031-03-10", ANSWERED, *VIEWED, again)
    assert (states(found)["answers"], states(found)["views"]) == ("open", "waiting")
    done = stood(meteorites, "2031-03-15", ANSWERED, *VIEWED, again, event("acted", "2031-03-12", "answers", "XAR"))
    assert (done.step("answers").over_on, done.step("views").over_on) == (day("2031-03-12"), day("2031-03-12"))


def test_extensions_add_up_in_months_before_days(meteorites: Rulebook) -> None:
    more = event("extended", "2031-02-21", "views", length=Length(days=3))
    month = event("extended", "2031-02-22", "views", length=Length(months=1))
    assert clock(stood(meteorites, "2031-03-01", ANSWERED, more, month), "views").ends_on == day("2031-09-23")


def test_a_suspended_review_stands_still_until_it_goes_on(meteorites: Rulebook) -> None:
    stop = event("suspended", "2031-02-10")
    still = stood(meteorites, "2031-02-20", stop)
    assert clock(still, "answers") == ClockStanding(
        day("2031-01-31"), day("2031-03-10"), day("2031-03-10"), 10, day("2031-02-10"), Certainty.ESTABLISHED
    )
    gone_on = stood(meteorites, "2031-05-01", stop, event("resumed", "2031-02-15"))
    assert (clock(gone_on, "answers").ends_on, clock(gone_on, "answers").stopped_since) == (day("2031-03-05"), None)


def test_days_stopped_twice_over_count_once() -> None:
    stops = [Stop(day("2031-02-10"), day("2031-02-20")), Stop(day("2031-02-15"), day("2031-02-25"))]
    assert united(stops) == [Stop(day("2031-02-10"), day("2031-02-25"))]
    assert united([Stop(day("2031-02-10")), Stop(day("2031-02-15"), day("2031-02-25"))]) == [Stop(day("2031-02-10"))]


def test_a_clock_towards_a_day_moves_with_it_and_never_ends_before_it_was_set(meteorites: Rulebook) -> None:
    set_ = event("set", "2031-02-21", "visit", day=day("2031-06-02"))
    moved = event("set", "2031-02-22", "visit", day=day("2031-06-09"))
    near = event("set", "2031-02-23", "visit", day=day("2031-02-26"))
    due = [
        clock(stood(meteorites, "2031-02-24", ANSWERED, *events), "papers").due_on
        for events in ((set_,), (set_, moved), (set_, moved, near))
    ]
    assert due == [day("2031-05-19"), day("2031-05-26"), day("2031-02-23")]


def test_a_last_day_on_a_holiday_moves_where_the_rule_says_so(meteorites: Rulebook) -> None:
    events = (
        ANSWERED, *VIEWED, event("acted", "2031-03-05", "papers", "XAR"), event("skipped", "2031-03-05", "visit"),
    )  # fmt: skip
    days_off = Calendar(holidays=frozenset({day("2031-03-17")}))
    found = clock(stood(meteorites, "2031-03-06", *events, days_off=days_off), "list")
    assert (found.ends_on, found.due_on) == (day("2031-03-15"), day("2031-03-18"))


def test_nobody_to_act_means_that_the_end_is_declared(meteorites: Rulebook) -> None:
    case = review(meteorites, event("ended", "2031-02-05", "answers", "OFFICE"))
    alone = type(case)(case.rulebook, case.began_on, case.cast[1:], case.events)
    assert standing(alone, as_of=dt.date(2031, 2, 6)).step("answers").over_on == dt.date(2031, 2, 5)
