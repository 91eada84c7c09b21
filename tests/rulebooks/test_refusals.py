import dataclasses

import pytest

from invented_review import day, event, review
from rapporteur.rulebooks.events import Event
from rapporteur.rulebooks.ground import Length
from rapporteur.rulebooks.refusals import why_not_end, why_not_record
from rapporteur.rulebooks.schema import Rulebook

ANSWERED = event("acted", "2031-02-20", "answers", "XAR")
ASKED = event("raised", "2031-03-01", "views", "XBE", matter="question", about="q-1")
BOTH = (event("acted", "2031-03-01", "views", "XBE"), event("acted", "2031-03-05", "views", "XCO"))
STOPPED = event("suspended", "2031-02-10")
OPENED = event("opened", "2031-03-06", "visit", "XAR")

REFUSED: dict[str, tuple[tuple[Event, ...], Event, list[str]]] = {
    "before the review began": (
        (), event("acted", "2031-01-30", "answers", "XAR"),
        ["The review began on 2031-01-31; 2031-01-30 is before that."],
    ),
    "before what is recorded": (
        (ANSWERED,), event("acted", "2031-02-19", "views", "XBE"),
        ["Something was recorded on 2031-02-20 already; 2031-02-19 is before that."],
    ),
    "in a step that is not there": (
        (), event("acted", "2031-02-01", "answer", "XAR"),
        ["There is no step 'answer' in the rulebook meteorites."],
    ),
    "in a step that waits": (
        (), event("acted", "2031-02-01", "views", "XBE"), ["'answers' comes first."],
    ),
    "in a step that waits for a decision": (
        (ANSWERED, *BOTH, event("acted", "2031-03-06", "papers", "XAR")), event("acted", "2031-03-07", "list", "XAR"),
        ["'visit' comes first: open it or say that it is left out."],
    ),
    "by a stranger": ((), event("acted", "2031-02-01", "answers", "XBE"), ["XBE is no actor of the step 'answers'."]),
    "twice": (
        (ANSWERED, BOTH[0]), event("acted", "2031-03-02", "views", "XBE"), ["XBE acted on 2031-03-01 already."],
    ),
    "in a step that is over": (
        (ANSWERED,), event("acted", "2031-02-21", "answers", "XAR"),
        ["The step 'answers' was over on 2031-02-20.", "XAR acted on 2031-02-20 already."],
    ),
    "an opening of what opens by itself": (
        (), event("opened", "2031-02-01", "answers", "XAR"),
        ["The step 'answers' opens by itself when what it needs is over."],
    ),
    "an opening before its time": ((), event("opened", "2031-02-01", "visit", "XAR"), ["'views' comes first."]),
    "a second opening": (
        (ANSWERED, *BOTH, OPENED), event("opened", "2031-03-07", "visit", "XAR"),
        ["The step 'visit' was opened on 2031-03-06."],
    ),
    "an end that is not declared": (
        (), event("ended", "2031-02-01", "answers", "XAR"),
        ["The step 'answers' ends by itself when its actors have acted.", "XAR has not acted yet."],
    ),
    "an end before the opening": (
        (ANSWERED, *BOTH), event("ended", "2031-03-06", "visit", "OFFICE"), ["The step 'visit' has not been opened."],
    ),
    "an act handed back that was not done": (
        (), event("returned", "2031-02-01", "answers", "XAR"), ["XAR has not acted; there is nothing to hand back."],
    ),
    "a second beginning of what is not over": (
        (), event("reopened", "2031-02-01", "answers", "XAR"),
        ["The step 'answers' is not over; it need not be opened again."],
    ),
    "leaving out what must be": (
        (), event("skipped", "2031-02-01", "answers", "XAR"), ["The step 'answers' cannot be left out."],
    ),
    "a meeting for no day": (
        (), event("set", "2031-02-01", "visit", "XAR"), ["No day is named; say for which day it is set."],
    ),
    "a meeting in the past": (
        (), event("set", "2031-02-02", "visit", "XAR", day=day("2031-02-01")),
        ["2031-02-01 is past on 2031-02-02; name a day that is still to come."],
    ),
    "a second suspension": ((STOPPED,), event("suspended", "2031-02-11"), ["It has been suspended since 2031-02-10."]),
    "going on with what goes on": (
        (), event("resumed", "2031-02-11"), ["It is not suspended; there is nothing to resume."],
    ),
    "a clock moved before its start": (
        (), event("extended", "2031-02-01", "views", length=Length(days=1)),
        ["The clock of 'views' does not run yet."],
    ),
    "a clock that is not there": (
        (), event("extended", "2031-02-01", "visit", length=Length(days=1)), ["The step 'visit' has no clock."],
    ),
    "a clock that has run out": (
        (ANSWERED,), event("suspended", "2031-02-21", "answers"), ["The step 'answers' was over on 2031-02-20."],
    ),
    "no time given": (
        (ANSWERED,), event("extended", "2031-02-21", "views"),
        ["No length is named; say by how much the time is extended."],
    ),
    "more time than may be given": (
        (ANSWERED, event("extended", "2031-02-21", "views", length=Length(months=2))),
        event("extended", "2031-02-22", "views", length=Length(days=1)),
        ["At most 2 months may be given in all; this makes 2 months and 1 day."],
    ),
    "a matter of no kind": (
        (ANSWERED,), event("raised", "2031-02-21", "views", "XBE", matter="doubt", about="d"),
        ["There is no kind of matter 'doubt' in the rulebook meteorites."],
    ),
    "a matter raised by who may not": (
        (ANSWERED,), event("raised", "2031-02-21", "views", "XAR", matter="question", about="d"),
        ["XAR may not raise a question."],
    ),
    "a matter raised twice": (
        (ANSWERED, ASKED), dataclasses.replace(ASKED, on=day("2031-03-02")), ["'q-1' was raised already."],
    ),
    "settling what was never raised": (
        (ANSWERED,), event("settled", "2031-02-21", "views", "XAR", matter="question", about="q-9"),
        ["'q-9' was never raised."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "asked", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_the_rules_do_not_let_happen_is_refused_with_every_reason(
    meteorites: Rulebook, before: tuple[Event, ...], asked: Event, said: list[str]
) -> None:
    assert [reason.text for reason in why_not_record(review(meteorites, *before), asked)] == said


def test_what_the_rules_let_happen_is_not_refused(meteorites: Rulebook) -> None:
    course = [
        event("set", "2031-02-01", "visit", "XAR", day=day("2031-06-01")),
        event("suspended", "2031-02-02", "answers"), event("resumed", "2031-02-03", "answers"),
        ANSWERED, ASKED,
        event("extended", "2031-03-02", "views", length=Length(months=2)),
        event("acted", "2031-03-03", "views", "XBE"), event("returned", "2031-03-03", "views", "XBE"),
        event("settled", "2031-03-04", "views", "XAR", matter="question", about="q-1"),
        event("acted", "2031-03-05", "views", "XBE"), event("acted", "2031-03-05", "views", "XCO"),
        event("acted", "2031-03-06", "papers", "XBE"), OPENED, event("ended", "2031-03-20", "visit", "OFFICE"),
        event("reopened", "2031-03-21", "visit", "OFFICE"), event("skipped", "2031-03-22", "visit", "OFFICE"),
    ]  # fmt: skip
    for length, asked in enumerate(course):
        assert [(asked.kind, why_not_record(review(meteorites, *course[:length]), asked))] == [(asked.kind, [])]


def test_a_step_does_not_end_while_something_is_open(meteorites: Rulebook) -> None:
    case = review(meteorites, ANSWERED, ASKED, *BOTH)
    assert [reason.text for reason in why_not_end(case, "views", as_of=day("2031-03-06"))] == [
        "The question 'q-1' of 2031-03-01 is still open; settle it first."
    ]
