"""What holds for every course a review can take."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from invented_review import BEGAN_ON, CAST, day, event, review
from rapporteur.rulebooks.events import Case, Event
from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.refusals import why_not_record
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.standing import standing
from rapporteur.rulebooks.terms import EventKind

QUICK = settings(max_examples=60, deadline=None)
STEPS = ("answers", "views", "visit", "papers", "list")
PARTIES = tuple(one.party for one in CAST)
days = st.integers(0, 400).map(lambda number: BEGAN_ON + dt.timedelta(days=number))
lengths = st.builds(Length, months=st.integers(0, 3), days=st.integers(0, 40), working_days=st.integers(0, 5))
courses = st.lists(
    st.builds(
        Event,
        number=st.integers(1, 1000),
        kind=st.sampled_from(EventKind),
        on=days,
        step=st.sampled_from((*STEPS, "")),
        by=st.sampled_from((*PARTIES, "")),
        matter=st.just("question"),
        about=st.sampled_from(("q-1", "q-2")),
        length=st.none() | lengths,
        day=st.none() | days,
    ),
    max_size=25,
    unique_by=lambda one: one.number,
)


@QUICK
@given(events=courses, as_of=days, seed=st.integers(0, 2**16))
def test_a_standing_is_a_function_of_the_events_whatever_their_order_in_memory(
    meteorites: Rulebook, events: list[Event], as_of: dt.date, seed: int
) -> None:
    shuffled, cast = list(events), list(CAST)
    chance = random.Random(seed)  # noqa: S311 - an order of events, nothing secret
    chance.shuffle(shuffled)
    chance.shuffle(cast)
    first = standing(Case(meteorites, BEGAN_ON, CAST, tuple(events)), as_of=as_of)
    assert standing(Case(meteorites, BEGAN_ON, tuple(cast), tuple(shuffled)), as_of=as_of) == first


@QUICK
@given(events=courses, as_of=days)
def test_no_clock_ends_before_it_starts_and_no_step_before_it_opens(
    meteorites: Rulebook, events: list[Event], as_of: dt.date
) -> None:
    for step in standing(Case(meteorites, BEGAN_ON, CAST, tuple(events)), as_of=as_of).steps:
        if step.clock:
            assert step.clock.started_on <= step.clock.ends_on <= step.clock.due_on
        if step.over_on and step.opened_on:
            assert BEGAN_ON <= step.opened_on <= step.over_on


@QUICK
@given(events=courses, as_of=days)
def test_what_happened_to_other_steps_on_one_day_may_be_recorded_in_any_order(
    meteorites: Rulebook, events: list[Event], as_of: dt.date
) -> None:
    def renumbered(forwards: bool) -> Case:
        """Number the events of each step in their order, and the steps one way or the other."""
        order = sorted(events, key=lambda one: (((*STEPS, "")).index(one.step) * (1 if forwards else -1), one.number))
        told = [
            Event(number, one.kind, one.on, one.step, one.by, one.matter, one.about, one.length, one.day)
            for number, one in enumerate(order, start=1)
        ]
        return Case(meteorites, BEGAN_ON, CAST, tuple(told))

    assert standing(renumbered(forwards=True), as_of=as_of) == standing(renumbered(forwards=False), as_of=as_of)


@QUICK
@given(begun=st.integers(0, 20), stopped=st.integers(0, 90), more=st.none() | lengths, whole=st.booleans())
def test_a_suspension_of_n_days_moves_the_last_day_by_n_days(
    meteorites: Rulebook, begun: int, stopped: int, more: Length | None, whole: bool
) -> None:
    since = BEGAN_ON + dt.timedelta(days=begun)
    until = since + dt.timedelta(days=stopped)
    given_time = (event("extended", "2031-01-31", "answers", length=more),)
    step = "" if whole else "answers"
    stop = (event("suspended", since.isoformat(), step), event("resumed", until.isoformat(), step))
    as_of = until + dt.timedelta(days=1)
    plain = standing(review(meteorites, *given_time), as_of=as_of).step("answers").clock
    moved = standing(review(meteorites, *given_time, *stop), as_of=as_of).step("answers").clock
    assert plain is not None
    assert moved is not None
    assert (moved.ends_on - plain.ends_on).days == stopped == moved.stopped_days


@QUICK
@given(events=courses)
def test_a_review_of_which_nothing_was_refused_owes_something_until_it_is_over(
    meteorites: Rulebook, events: list[Event]
) -> None:
    case = review(meteorites)
    for number, one in enumerate(sorted(events, key=lambda one: (one.on, one.number)), start=1):
        asked = Event(number, one.kind, one.on, one.step, one.by, one.matter, one.about, one.length, one.day)
        if not why_not_record(case, asked):
            case = Case(meteorites, BEGAN_ON, CAST, (*case.events, asked))
        found = standing(case, as_of=day("2033-01-01"))
        assert found.is_over or bool(found.duties) or bool(found.may_open)
