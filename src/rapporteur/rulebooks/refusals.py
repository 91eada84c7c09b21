"""Why an event cannot be recorded in a review: a list of reasons, empty where nothing speaks against it.

Who may do it is asked of `rights`; here it is only whether the rules let it happen then.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from rapporteur.rulebooks.calendars import NO_HOLIDAYS, Calendar, later, together
from rapporteur.rulebooks.events import Case, Event
from rapporteur.rulebooks.history import History, histories
from rapporteur.rulebooks.standing import Standing, StepStanding, standing
from rapporteur.rulebooks.step import Step
from rapporteur.rulebooks.terms import Ending, EventKind, Opening, ReasonKind, StepState


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason against an event. `keys` are the steps, parties or matters that it speaks of."""

    kind: ReasonKind
    text: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """An event, and how its review stood before it."""

    case: Case
    event: Event
    before: Standing
    told: dict[str, History]
    days_off: Calendar

    @property
    def step(self) -> Step:
        return self.case.rulebook.step(self.event.step)

    @property
    def stood(self) -> StepStanding:
        return self.before.step(self.event.step)


def why_not_record(case: Case, event: Event, *, days_off: Calendar = NO_HOLIDAYS) -> list[Reason]:
    """Return every reason against recording an event after those of the case."""
    if event.on < case.began_on:
        text = f"The review began on {case.began_on}; {event.on} is before that."
        return [Reason(ReasonKind.TOO_EARLY, text)]
    if (latest := max((one.on for one in case.events), default=None)) and event.on < latest:
        text = f"Something was recorded on {latest} already; {event.on} is before that."
        return [Reason(ReasonKind.TOO_EARLY, text)]
    steps = [step.key for step in case.rulebook.steps]
    whole = event.kind in {EventKind.SUSPENDED, EventKind.RESUMED} and not event.step
    if event.step not in steps and not whole:
        text = f"There is no step {event.step!r} in the rulebook {case.rulebook.key}."
        return [Reason(ReasonKind.UNKNOWN_KEY, text, (event.step,))]
    told = histories(steps, case.until(event.on))
    question = _Question(case, event, standing(case, as_of=event.on, days_off=days_off), told, days_off)
    return list(_ASKED[event.kind](question))


def why_not_end(case: Case, step: str, *, as_of: dt.date, days_off: Calendar = NO_HOLIDAYS) -> list[Reason]:
    """Return what still keeps a step from its end: steps before it, acts that are owed, matters that are open."""
    return list(_unfinished(standing(case, as_of=as_of, days_off=days_off), case, step))


def _unfinished(before: Standing, case: Case, key: str) -> Iterator[Reason]:
    stood = before.step(key)
    yield from _closed(before, case, key)
    if stood.owing and case.rulebook.step(key).ends is not Ending.BY_ACT:
        text = f"{', '.join(stood.owing)} {'has' if len(stood.owing) == 1 else 'have'} not acted yet."
        yield Reason(ReasonKind.STILL_OWED, text, stood.owing)
    yield from _open_matters(stood)


def _open_matters(stood: StepStanding) -> Iterator[Reason]:
    for matter in stood.matters:
        text = f"The {matter.kind} {matter.about!r} of {matter.raised_on} is still open; settle it first."
        yield Reason(ReasonKind.STILL_OPEN, text, (matter.about,))


def _closed(before: Standing, case: Case, key: str) -> Iterator[Reason]:
    """Yield why a step is not open."""
    stood = before.step(key)
    if stood.state is StepState.READY:
        yield Reason(ReasonKind.NOT_YET, f"The step {key!r} has not been opened.", (key,))
    elif stood.state is StepState.WAITING:
        for needed in stood.waits_for:
            undecided = case.rulebook.step(needed).optional and before.step(needed).state is StepState.READY
            kind = ReasonKind.UNDECIDED if undecided else ReasonKind.NOT_YET
            text = (
                f"{needed!r} comes first: open it or say that it is left out."
                if undecided
                else f"{needed!r} comes first."
            )
            yield Reason(kind, text, (needed,))
    elif stood.state is not StepState.OPEN:
        yield Reason(ReasonKind.OVER, f"The step {key!r} was over on {stood.over_on}.", (key,))


def _opened(asked: _Question) -> Iterator[Reason]:
    if asked.step.opens is not Opening.BY_ACT:
        text = f"The step {asked.event.step!r} opens by itself when what it needs is over."
        yield Reason(ReasonKind.NOT_FORESEEN, text, (asked.event.step,))
    elif asked.stood.state is StepState.OPEN:
        yield Reason(ReasonKind.OVER, f"The step {asked.event.step!r} was opened on {asked.stood.opened_on}.")
    elif asked.stood.state is not StepState.READY:
        yield from _closed(asked.before, asked.case, asked.event.step)


def _acted(asked: _Question) -> Iterator[Reason]:
    yield from _closed(asked.before, asked.case, asked.event.step)
    if asked.event.by not in asked.case.parties(asked.step.actors):
        yield _stranger(asked.event)
    elif asked.event.by in dict(asked.stood.acted):
        yield Reason(ReasonKind.OVER, f"{asked.event.by} acted on {dict(asked.stood.acted)[asked.event.by]} already.")


def _stranger(event: Event) -> Reason:
    return Reason(
        ReasonKind.NOT_TAKING_PART, f"{event.by or 'Nobody'} is no actor of the step {event.step!r}.", (event.by,)
    )


def _returned(asked: _Question) -> Iterator[Reason]:
    if asked.stood.state is not StepState.OPEN:
        yield from _closed(asked.before, asked.case, asked.event.step)
    elif asked.event.by not in dict(asked.stood.acted):
        yield Reason(ReasonKind.NOT_YET, f"{asked.event.by} has not acted; there is nothing to hand back.")


def _ended(asked: _Question) -> Iterator[Reason]:
    parties = asked.case.parties(asked.step.actors)
    if asked.step.ends is not Ending.BY_ACT and parties:
        text = f"The step {asked.event.step!r} ends by itself when its actors have acted."
        yield Reason(ReasonKind.NOT_FORESEEN, text, (asked.event.step,))
    yield from _unfinished(asked.before, asked.case, asked.event.step)


def _reopened(asked: _Question) -> Iterator[Reason]:
    if asked.stood.over_on is None:
        yield Reason(ReasonKind.NOT_YET, f"The step {asked.event.step!r} is not over; it need not be opened again.")


def _skipped(asked: _Question) -> Iterator[Reason]:
    if not asked.step.optional:
        yield Reason(ReasonKind.NOT_FORESEEN, f"The step {asked.event.step!r} cannot be left out.", (asked.event.step,))
    if asked.stood.over_on is not None:
        yield Reason(ReasonKind.OVER, f"The step {asked.event.step!r} was over on {asked.stood.over_on}.")


def _set(asked: _Question) -> Iterator[Reason]:
    if asked.stood.over_on is not None:
        yield Reason(ReasonKind.OVER, f"The step {asked.event.step!r} was over on {asked.stood.over_on}.")
    if asked.event.day is None:
        yield Reason(ReasonKind.INCOMPLETE, "No day is named; say for which day it is set.")
    elif asked.event.day < asked.event.on:
        text = f"{asked.event.day} is past on {asked.event.on}; name a day that is still to come."
        yield Reason(ReasonKind.TOO_EARLY, text)


def _suspended(asked: _Question) -> Iterator[Reason]:
    told = asked.told[asked.event.step]
    if told.stops and told.stops[-1].until is None:
        yield Reason(ReasonKind.OVER, f"It has been suspended since {told.stops[-1].since}.")
    yield from _without_clock(asked)


def _resumed(asked: _Question) -> Iterator[Reason]:
    told = asked.told[asked.event.step]
    if not told.stops or told.stops[-1].until is not None:
        yield Reason(ReasonKind.NOT_YET, "It is not suspended; there is nothing to resume.")


def _extended(asked: _Question) -> Iterator[Reason]:
    if not asked.event.length:
        yield Reason(ReasonKind.INCOMPLETE, "No length is named; say by how much the time is extended.")
        return
    yield from _without_clock(asked)
    clock = asked.step.clock
    if clock and clock.extension_at_most:
        given = together((*asked.told[asked.event.step].extensions, asked.event.length))
        on = asked.event.on
        if later(on, given, asked.days_off) > later(on, clock.extension_at_most, asked.days_off):
            text = f"At most {clock.extension_at_most} may be given in all; this makes {given}."
            yield Reason(ReasonKind.NOT_FORESEEN, text)


def _without_clock(asked: _Question) -> Iterator[Reason]:
    """Yield why the clock of a step cannot be moved: there is none, it does not run yet, or the step is over."""
    if not asked.event.step:
        return
    key = asked.event.step
    if asked.step.clock is None or asked.step.clock.length is None:
        yield Reason(ReasonKind.NOT_FORESEEN, f"The step {key!r} has no clock.", (key,))
    elif asked.stood.over_on is not None:
        yield Reason(ReasonKind.OVER, f"The step {key!r} was over on {asked.stood.over_on}.", (key,))
    elif asked.stood.clock is None:
        yield Reason(ReasonKind.NOT_YET, f"The clock of {key!r} does not run yet.", (key,))


def _raised(asked: _Question) -> Iterator[Reason]:
    kinds = {matter.key: matter for matter in asked.case.rulebook.matters}
    if asked.event.matter not in kinds:
        text = f"There is no kind of matter {asked.event.matter!r} in the rulebook {asked.case.rulebook.key}."
        yield Reason(ReasonKind.UNKNOWN_KEY, text, (asked.event.matter,))
        return
    yield from _closed(asked.before, asked.case, asked.event.step)
    if asked.event.by not in asked.case.parties(kinds[asked.event.matter].raised_by):
        text = f"{asked.event.by or 'Nobody'} may not raise a {asked.event.matter}."
        yield Reason(ReasonKind.NOT_TAKING_PART, text, (asked.event.by,))
    if (asked.event.matter, asked.event.about) in asked.told[asked.event.step].matters:
        yield Reason(ReasonKind.OVER, f"{asked.event.about!r} was raised already.", (asked.event.about,))


def _settled(asked: _Question) -> Iterator[Reason]:
    matter = asked.told[asked.event.step].matters.get((asked.event.matter, asked.event.about))
    if matter is None:
        yield Reason(ReasonKind.UNKNOWN_KEY, f"{asked.event.about!r} was never raised.", (asked.event.about,))
    elif matter.settled_on is not None:
        yield Reason(
            ReasonKind.OVER, f"{asked.event.about!r} was settled on {matter.settled_on}.", (asked.event.about,)
        )


_ASKED: Final[dict[EventKind, Callable[[_Question], Iterator[Reason]]]] = {
    EventKind.OPENED: _opened,
    EventKind.SET: _set,
    EventKind.ACTED: _acted,
    EventKind.RETURNED: _returned,
    EventKind.ENDED: _ended,
    EventKind.REOPENED: _reopened,
    EventKind.SKIPPED: _skipped,
    EventKind.SUSPENDED: _suspended,
    EventKind.RESUMED: _resumed,
    EventKind.EXTENDED: _extended,
    EventKind.RAISED: _raised,
    EventKind.SETTLED: _settled,
}
