"""Which role may have an event recorded: the rights of `rights`, put together with what each step says.

Whether the event may happen at all is asked of `refusals`; both must agree. A secretariat with the right records what
a State told it by note, on that State's behalf.
"""

from typing import Final

from rapporteur.rulebooks.rights import may
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.step import Step
from rapporteur.rulebooks.terms import Act, EventKind, ParticipantKind, Work

# What somebody must be allowed to do so that his act counts as his side's part in a step.
ACT_OF_WORK: Final = {
    Work.CONSULT: Act.AGREE,
    Work.NOMINATE: Act.NOMINATE,
    Work.ANSWER: Act.ANSWER,
    Work.COMMENT: Act.COMMENT,
    Work.ASK: Act.ASK,
    Work.DISCUSS: Act.COMMENT,
    Work.MEET: Act.END,
    Work.DRAFT: Act.DRAFT,
    Work.AGREE: Act.AGREE,
    Work.TRANSMIT: Act.END,
    Work.FOLLOW_UP: Act.ANSWER,
}


def may_record(
    rulebook: Rulebook, kind: EventKind, *, role: str, participant: str, step: str = "", matter: str = ""
) -> bool:
    """Return whether a role on behalf of a participant may have an event recorded. "" is the whole review."""
    if not step:
        whole = kind in {EventKind.SUSPENDED, EventKind.RESUMED}
        return whole and may(rulebook, Act.SUSPEND, role=role, participant=participant)
    found = rulebook.step(step)
    if kind in {EventKind.RAISED, EventKind.SETTLED}:
        return _of_matter(rulebook, kind, found, matter, role=role, participant=participant)
    if kind in {EventKind.SUSPENDED, EventKind.RESUMED, EventKind.EXTENDED}:
        return _of_clock(rulebook, kind, found, role=role, participant=participant)
    if kind is EventKind.ACTED:
        return _acts(rulebook, found, role=role, participant=participant)
    act, places = {
        EventKind.OPENED: (Act.OPEN, found.opened_by),
        EventKind.SKIPPED: (Act.OPEN, (*found.opened_by, *found.ended_by, *_secretariats(rulebook))),
        EventKind.SET: (Act.SCHEDULE, (*found.actors, *found.opened_by, *found.ended_by, *_secretariats(rulebook))),
        EventKind.ENDED: (Act.END, (*found.ended_by, *_secretariats(rulebook))),
        EventKind.RETURNED: (Act.END, (*found.actors, *found.ended_by, *_secretariats(rulebook))),
        EventKind.REOPENED: (Act.END, (*found.ended_by, *_secretariats(rulebook))),
    }[kind]
    return participant in places and may(rulebook, act, role=role, participant=participant, on=step)


def _acts(rulebook: Rulebook, step: Step, *, role: str, participant: str) -> bool:
    if step.cleared_by:
        may_clear = may(rulebook, Act.CLEAR, role=role, participant=participant, on=step.key)
        return role == step.cleared_by and participant in step.actors and may_clear
    places = (*step.actors, *_secretariats(rulebook))
    return participant in places and may(
        rulebook, ACT_OF_WORK[step.work], role=role, participant=participant, on=step.key
    )


def _of_clock(rulebook: Rulebook, kind: EventKind, step: Step, *, role: str, participant: str) -> bool:
    if step.clock is None:
        return False
    roles = step.clock.extendable_by if kind is EventKind.EXTENDED else step.clock.suspendable_by
    act = Act.EXTEND if kind is EventKind.EXTENDED else Act.SUSPEND
    return role in roles and may(rulebook, act, role=role, participant=participant, on=step.key)


def _of_matter(rulebook: Rulebook, kind: EventKind, step: Step, matter: str, *, role: str, participant: str) -> bool:
    found = next((one for one in rulebook.matters if one.key == matter), None)
    if found is None:
        return False
    if kind is EventKind.RAISED:
        asks = may(rulebook, Act.ASK, role=role, participant=participant, on=step.key)
        return participant in found.raised_by and (asks or _agrees(rulebook, step, role, participant))
    comments = may(rulebook, Act.COMMENT, role=role, participant=participant, on=step.key)
    return participant in {*found.raised_by, *found.answered_by} and comments


def _agrees(rulebook: Rulebook, step: Step, role: str, participant: str) -> bool:
    return may(rulebook, Act.AGREE, role=role, participant=participant, on=step.key)


def _secretariats(rulebook: Rulebook) -> tuple[str, ...]:
    return tuple(one.key for one in rulebook.participants if one.kind is ParticipantKind.SECRETARIAT)
