"""The steps of a review: who acts, what each needs, what ends it, its clock, and who is reminded of it.

`schema` puts them beside the other rules of a rulebook; `standing` runs them.
"""

from rapporteur.datafiles.entries import Count, Entry, Flag, Key, Words
from rapporteur.rulebooks.ground import Keys, Length, Rule
from rapporteur.rulebooks.terms import Ending, Falling, Mark, MeasuredFrom, Opening, Work


class Moment(Entry):
    """An event of a step."""

    step: Key
    mark: Mark


class Clock(Rule):
    """How long a step may take: `length` after an earlier event, or before the day of a meeting.

    Roles in `suspendable_by` and `extendable_by` may stop it and give more time; it stands still while a matter of
    `paused_while_open` is open. `length` is missing only where it is unknown.
    """

    length: Length | None = None
    after: Moment | None = None
    before: Moment | None = None
    falls: Falling | None = None
    suspendable_by: Keys = ()
    extendable_by: Keys = ()
    extension_at_most: Length | None = None
    paused_while_open: Keys = ()


class Blocked(Rule):
    """A step does not end while one of these matters is open."""

    matters: Keys


class Blind(Rule):
    """The participants of one side do not see each other's drafts of a step until all have acted."""

    among: Key


class Matter(Rule):
    """A kind of thing that is raised, and open until it is settled: a request for clarification, an objection."""

    key: Key
    name: Words
    raised_by: Keys
    answered_by: Keys


class Step(Rule):
    """A step of a review. `needs` are the steps that must be over before it."""

    key: Key
    name: Words
    work: Work
    actors: Keys
    drafted_by: Keys = ()
    cleared_by: Key | None = None
    needs: Keys = ()
    opens: Opening = Opening.WITH_NEEDS
    opened_by: Keys = ()
    ends: Ending = Ending.ALL_ACTED
    ended_by: Keys = ()
    optional: Flag = False
    outputs: Keys = ()
    clock: Clock | None = None
    blocked: Blocked | None = None
    blind: Blind | None = None


class Counting(Rule):
    """How days are counted: the day of the event never counts. `calendar` names the holidays to be used."""

    falls: Falling = Falling.STANDS
    calendar: Key | None = None


class Reminder(Rule):
    """When the roles of `to` are told of a step: days before or after its last day, or after it was opened.

    `every_days` repeats it; `escalates` marks one that goes beyond those who owe; no `steps` means all.
    """

    key: Key
    measured_from: MeasuredFrom = MeasuredFrom.DUE
    days_before: Count = 0
    days_after: Count = 0
    every_days: Count = 0
    to: Keys
    escalates: Flag = False
    steps: Keys = ()
