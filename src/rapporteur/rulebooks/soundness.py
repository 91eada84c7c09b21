"""Rules that contradict themselves or cannot run: circles of steps, clocks without a start, facts without a source."""

from collections.abc import Iterator

from rapporteur.rulebooks.graph import Needs, before, circles, needs_of
from rapporteur.rulebooks.ground import Ground, Rule
from rapporteur.rulebooks.places import Misrule, Path, grounded
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.step import Clock, Step
from rapporteur.rulebooks.terms import Certainty, Ending, Mark, Opening

_BEFORE_THE_END = {Mark.OPENED, Mark.FIRST_ACTED, Mark.SET_FOR}


def faults_of_rules(rulebook: Rulebook) -> Iterator[Misrule]:
    """Yield what is wrong across rules whose keys exist."""
    needs = needs_of(rulebook.steps)
    round_trips = circles(needs)
    for circle in round_trips:
        index = [step.key for step in rulebook.steps].index(circle[0])
        what = f"the steps wait for each other in a circle: {' → '.join(circle)}"
        yield Misrule(("steps", index, "needs"), what, "one of them to need the other no longer")
    for index, step in enumerate(rulebook.steps):
        yield from _step(step, ("steps", index))
        if step.clock and not round_trips:
            yield from _clock(step, step.clock, needs, ("steps", index, "clock"))
    yield from _bounds(rulebook)
    for index, reminder in enumerate(rulebook.reminders):
        if reminder.days_before and reminder.days_after:
            what = "the reminder is both before and after the day it is measured from"
            yield Misrule(("reminders", index), what, "days_before or days_after")
    for path, ground in grounded(rulebook):
        yield from _ground(path, ground)


def _step(step: Step, path: Path) -> Iterator[Misrule]:
    if not step.actors:
        yield Misrule((*path, "actors"), f"nobody acts in the step {step.key!r}", "at least one participant")
    if step.opens is Opening.BY_ACT and not step.opened_by:
        yield Misrule((*path, "opens"), "the step is opened by an act and nobody may open it", "opened_by")
    if step.ends is Ending.BY_ACT and not step.ended_by:
        yield Misrule((*path, "ends"), "the step is ended by an act and nobody may end it", "ended_by")


def _clock(step: Step, clock: Clock, needs: Needs, path: Path) -> Iterator[Misrule]:
    earlier = before(step.key, needs)
    if (clock.after is None) == (clock.before is None):
        what = "the clock has no start" if clock.after is None else "the clock has two starts"
        yield Misrule(path, what, "after or before, with the step and mark from which it runs")
    if clock.length is None and clock.status is not Certainty.UNKNOWN:
        yield Misrule(path, "the clock has no length", "length, or status: unknown")
    elif clock.length is not None and not clock.length:
        yield Misrule((*path, "length"), "the length is nothing", "months, days or working_days")
    if clock.after and clock.after.step in needs and clock.after.step not in earlier:
        own = clock.after.step == step.key
        if not (own and clock.after.mark in _BEFORE_THE_END):
            what = f"the clock of {step.key!r} runs from a later event: {clock.after.mark} of {clock.after.step!r}"
            yield Misrule((*path, "after"), what, "an event of a step before it, or its own opening")
    if clock.before and (clock.before.mark is not Mark.SET_FOR or clock.before.step in earlier):
        what = "a clock that runs towards a day needs the day for which a step to come is set"
        yield Misrule((*path, "before"), what, "mark: set-for, of this step or one after it")


def _bounds(rulebook: Rulebook) -> Iterator[Misrule]:
    for index, one in enumerate(rulebook.participants):
        if one.at_least is not None and one.at_most is not None and one.at_least > one.at_most:
            what = f"there are at least {one.at_least} and at most {one.at_most}: the bounds cross"
            yield Misrule(("participants", index, "at_most"), what, f"{one.at_least} or more")


def _ground(path: Path, ground: Ground) -> Iterator[Misrule]:
    if ground.status is Certainty.ESTABLISHED and not ground.source:
        yield Misrule((*path, "status"), "the rule is established by no source", "source, or another status")
    if ground.status is Certainty.INFERRED and not (ground.source or ground.note):
        yield Misrule((*path, "status"), "nothing tells from what the rule is inferred", "source or note")
    if isinstance(ground, Rule):
        for index, single in enumerate(ground.grounds):
            for at, field in enumerate(single.of):
                if field not in type(ground).model_fields:
                    fields = ", ".join(name for name in type(ground).model_fields if name not in Rule.model_fields)
                    yield Misrule((*path, "grounds", index, "of", at), f"the rule has no {field!r}", f"one of {fields}")
