"""Who may do what, and see what, by the rules alone; the answer never depends on who asks for it or when.

Whether a person holds a role in a review, and whether a State has consented, is for the caller to know.
"""

from typing import Final

from rapporteur.rulebooks.events import Case
from rapporteur.rulebooks.schema import Audience, Output, Rulebook
from rapporteur.rulebooks.standing import StepStanding
from rapporteur.rulebooks.step import Step
from rapporteur.rulebooks.terms import Act, ParticipantKind, StepState, Visibility

_IN_THE_REVIEW: Final = frozenset(
    {ParticipantKind.STATE_UNDER_REVIEW, ParticipantKind.REVIEWING_STATE, ParticipantKind.SECRETARIAT}
)
_READERS: Final = {
    Visibility.PARTICIPANTS: _IN_THE_REVIEW,
    Visibility.STATES_PARTIES: _IN_THE_REVIEW | {ParticipantKind.OTHER_STATES, ParticipantKind.BODY},
    Visibility.PUBLIC: frozenset(ParticipantKind),
}


def may(rulebook: Rulebook, act: Act, *, role: str, participant: str, on: str = "") -> bool:
    """Return whether a role on behalf of a participant may do an act on a step, output or matter; "" is the review."""
    found = next((one for one in rulebook.roles if one.key == role and participant in one.of), None)
    return found is not None and any(act in right.acts and (not right.on or on in right.on) for right in found.rights)


def may_see_output(rulebook: Rulebook, output: str, *, participant: str, is_published: bool = False) -> bool:
    """Return whether a participant may see a finished output. Parties outside a review hold no place in it."""
    kind = next((one.kind for one in rulebook.participants if one.key == participant), None)
    return kind is not None and (is_published or kind in _READERS[rulebook.output(output).visibility])


def may_decide_publication(rulebook: Rulebook, output: Output, *, role: str, participant: str) -> bool:
    """Return whether a role may consent that an output becomes public; nobody may where no consent is foreseen."""
    publication = output.publication
    if publication is None or publication.consent_of != participant:
        return False
    return may(rulebook, Act.DECIDE_PUBLICATION, role=role, participant=participant, on=output.key)


def is_hidden(case: Case, step: Step, stood: StepStanding, *, reader: str, author: str) -> bool:
    """Return whether what one party drafts in a step is still unseen by another, because both have not spoken."""
    if step.blind is None or reader == author or stood.state in {StepState.ENDED, StepState.SKIPPED}:
        return False
    blind = case.parties([step.blind.among])
    return reader in blind and author in blind and not {reader, author} <= set(dict(stood.acted))


def instruments_of(case: Case, party: str) -> tuple[str, ...]:
    """Return the instruments for which a party takes part, in the order of the rulebook; none for a stranger."""
    everything = tuple(instrument.key for instrument in case.rulebook.instruments)
    own = [one.instruments or everything for one in case.cast if one.party == party]
    return tuple(key for key in everything if any(key in instruments for instruments in own))


def may_move(rulebook: Rulebook, *, wider: Audience, narrower: Audience) -> bool:
    """Return whether a thread may go from one audience to another: always inwards, outwards if the rules say so."""
    if rulebook.threads is not None and rulebook.threads.may_widen:
        return True
    if wider.own_delegation:
        return narrower.key == wider.key
    return set(narrower.participants) <= set(wider.participants)
