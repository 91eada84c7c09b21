"""A draw as the peers are given it: the seats with their candidates, the bounds, and who is party to what."""

from dataclasses import dataclass

from rapporteur.lots.engines.problem import Lists, problem_of
from rapporteur.lots.terms import Roster, Rules


@dataclass(frozen=True, slots=True)
class Question:
    """`party` has the instruments of each State; without any, no additional reviewers are asked for."""

    lists: Lists
    party: tuple[frozenset[int], ...]

    @property
    def has_instruments(self) -> bool:
        return any(self.party)


def question_of(roster: Roster, rules: Rules) -> Question:
    party = tuple(
        frozenset(place for place, instrument in enumerate(roster.instruments) if instrument in state.party)
        for state in roster.states
    )
    return Question(problem_of(roster, rules).lists(), party)
