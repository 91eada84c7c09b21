"""How a review stands on a day: which steps are open, who owes what since when and until when, what blocks a step.

Everything is worked out anew from the rulebook, the cast and the events; nothing is stored, so nothing can be stale.
A step that is opened again puts what needs it back to waiting; acts already recorded there count again once it opens.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rapporteur.rulebooks.calendars import NO_HOLIDAYS, Calendar
from rapporteur.rulebooks.clocks import ClockStanding, Counted, run_on, run_towards
from rapporteur.rulebooks.events import Case
from rapporteur.rulebooks.graph import in_order, needs_of
from rapporteur.rulebooks.history import History, OpenMatter, histories
from rapporteur.rulebooks.step import Moment, Step
from rapporteur.rulebooks.terms import Ending, Mark, Opening, StepState


@dataclass(frozen=True, slots=True)
class StepStanding:
    """How one step stands. `owing` are the parties that have not acted; `matters` are open and block its end."""

    key: str
    state: StepState
    opened_on: dt.date | None = None
    set_for: dt.date | None = None
    acted: tuple[tuple[str, dt.date], ...] = ()
    owing: tuple[str, ...] = ()
    over_on: dt.date | None = None
    clock: ClockStanding | None = None
    waits_for: tuple[str, ...] = ()
    matters: tuple[OpenMatter, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """What a party owes. `about` names the matter it must answer, "" for the step itself."""

    party: str
    step: str
    since: dt.date
    due_on: dt.date | None = None
    about: str = ""

    def days_late(self, as_of: dt.date) -> int:
        return max(0, (as_of - self.due_on).days) if self.due_on else 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a review stands, its steps in the order of the rulebook, its duties by last day, the undated ones last."""

    as_of: dt.date
    steps: tuple[StepStanding, ...]
    duties: tuple[Duty, ...]

    def step(self, key: str) -> StepStanding:
        return next(step for step in self.steps if step.key == key)

    @property
    def may_open(self) -> tuple[str, ...]:
        """Return the steps that wait for nothing but the act that opens them."""
        return tuple(step.key for step in self.steps if step.state is StepState.READY)

    @property
    def is_over(self) -> bool:
        return all(step.state in {StepState.ENDED, StepState.SKIPPED} for step in self.steps)


def standing(case: Case, *, as_of: dt.date, days_off: Calendar = NO_HOLIDAYS) -> Standing:
    """Return how a review stands at the end of a day."""
    steps = {step.key: step for step in case.rulebook.steps}
    told = histories(steps, case.until(as_of))
    work = _Account(case, told, Counted(as_of, days_off, case.rulebook.counting.falls))
    for key in in_order(needs_of(steps.values())):
        work.settle(steps[key])
    found = tuple(work.found[key] for key in steps)
    duties = [duty for one in found for duty in work.duties(steps[one.key], one)]
    duties.sort(key=lambda duty: (duty.due_on or dt.date.max, duty.since, duty.party, duty.step, duty.about))
    return Standing(as_of, found, tuple(duties))


@dataclass
class _Account:
    """Settles one step after another, each after all it needs."""

    case: Case
    told: Mapping[str, History]
    counted: Counted
    found: dict[str, StepStanding] = field(default_factory=dict)

    def settle(self, step: Step) -> None:
        told = self.told[step.key]
        waits_for = tuple(key for key in step.needs if self.found[key].over_on is None)
        if step.optional and told.skipped_on is not None:
            self.found[step.key] = StepStanding(step.key, StepState.SKIPPED, over_on=told.skipped_on)
            return
        opened_on = None if waits_for else self._opened(step, told)
        parties = self.case.parties(step.actors)
        acted = {party: told.acted[party] for party in parties if party in told.acted}
        matters = self._blocking(step, told)
        over_on = self._over(step, opened_on, acted, matters) if opened_on else None
        self.found[step.key] = StepStanding(
            key=step.key,
            state=_state(waits_for, opened_on, over_on),
            opened_on=opened_on,
            set_for=told.set_for,
            acted=tuple(sorted(acted.items())),
            owing=_owing(self.case, step, acted) if opened_on and over_on is None else (),
            over_on=over_on,
            waits_for=waits_for,
            matters=tuple(matter for matter in matters if matter.settled_on is None) if over_on is None else (),
        )
        self.found[step.key] = self._with_clock(step, self.found[step.key])

    def _opened(self, step: Step, told: History) -> dt.date | None:
        free_on = max((self.found[key].over_on or dt.date.min for key in step.needs), default=self.case.began_on)
        free_on = max(free_on, self.case.began_on)
        if step.opens is Opening.WITH_NEEDS:
            return free_on
        return max(free_on, told.opened_on) if told.opened_on else None

    def _blocking(self, step: Step, told: History) -> list[OpenMatter]:
        kinds = step.blocked.matters if step.blocked else ()
        found = (matter for matter in told.matters.values() if matter.kind in kinds)
        return sorted(found, key=lambda matter: (matter.raised_on, matter.kind, matter.about))

    def _over(
        self, step: Step, opened_on: dt.date, acted: Mapping[str, dt.date], matters: list[OpenMatter]
    ) -> dt.date | None:
        """Return the day on which the last act was done and nothing raised by then was open any more."""
        done_on = _done(step, acted, self.case.parties(step.actors), self.told[step.key].declared_on)
        if done_on is None:
            return None
        day = max(done_on, opened_on, self.told[step.key].reopened_on or opened_on)
        for matter in matters:
            if matter.raised_on <= day:
                if matter.settled_on is None:
                    return None
                day = max(day, matter.settled_on)
        return day

    def _with_clock(self, step: Step, found: StepStanding) -> StepStanding:
        clock = step.clock
        if clock is None or clock.length is None:
            return found
        told = self.told[step.key]
        stands_on = min(self.counted.as_of, found.over_on or self.counted.as_of)
        counted = Counted(stands_on, self.counted.days_off, clock.falls or self.counted.falling)
        lengths = (clock.length, *told.extensions)
        if clock.before:
            towards = self.told[clock.before.step]
            if towards.set_for is None or towards.set_on is None:
                return found
            running = run_towards(towards.set_for, towards.set_on, lengths, clock.status, counted)
        elif clock.after and (started_on := self._moment(clock.after)):
            paused = [matter.stop for matter in told.matters.values() if matter.kind in clock.paused_while_open]
            stops = (*self.told[""].stops, *told.stops, *paused)
            running = run_on(started_on, lengths, stops, clock.status, counted)
        else:
            return found
        return replace(found, clock=running)

    def _moment(self, moment: Moment) -> dt.date | None:
        """Return the day of an event of a step, None while it has not come."""
        found = self.found[moment.step]
        acted = [max(on, found.opened_on) for _, on in found.acted if found.opened_on]
        match moment.mark:
            case Mark.OPENED:
                return found.opened_on
            case Mark.FIRST_ACTED:
                return min(acted, default=None)
            case Mark.ALL_ACTED:
                return max(acted) if acted and not found.owing else None
            case Mark.ENDED:
                return found.over_on
            case Mark.SET_FOR:
                return found.set_for
        raise AssertionError(moment.mark)

    def duties(self, step: Step, found: StepStanding) -> list[Duty]:
        """Return what is owed in an open step: acts by those who have not acted, answers to what is open."""
        if found.state is not StepState.OPEN or found.opened_on is None:
            return []
        due_on = found.clock.due_on if found.clock else found.set_for
        owed = [Duty(party, step.key, found.opened_on, due_on) for party in found.owing]
        answerers = {matter.key: matter.answered_by for matter in self.case.rulebook.matters}
        for matter in self.told[step.key].matters.values():
            if matter.settled_on is None:
                parties = self.case.parties(answerers.get(matter.kind, ()))
                since = max(matter.raised_on, found.opened_on)
                owed += [Duty(party, step.key, since, about=matter.about) for party in parties if party != matter.by]
        return owed


def _state(waits_for: tuple[str, ...], opened_on: dt.date | None, over_on: dt.date | None) -> StepState:
    if over_on:
        return StepState.ENDED
    if opened_on:
        return StepState.OPEN
    return StepState.WAITING if waits_for else StepState.READY


def _done(
    step: Step, acted: Mapping[str, dt.date], parties: tuple[str, ...], declared_on: dt.date | None
) -> dt.date | None:
    """Return the day on which a step was done. Where nobody is there to act, it is declared over."""
    if step.ends is Ending.BY_ACT or not parties:
        return declared_on
    if step.ends is Ending.ONE_ACTED:
        return min(acted.values(), default=None)
    return max(acted.values()) if len(acted) == len(parties) else None


def _owing(case: Case, step: Step, acted: Mapping[str, dt.date]) -> tuple[str, ...]:
    if step.ends is Ending.BY_ACT:
        return case.parties(step.ended_by)
    if step.ends is Ending.ONE_ACTED and acted:
        return ()
    return tuple(party for party in case.parties(step.actors) if party not in acted)
