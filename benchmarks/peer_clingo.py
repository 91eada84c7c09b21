"""The draw as others would write it in Answer Set Programming, solved by clingo: the rules, and one random answer.

The encoding has the same rules as `rapporteur.lots.engines`: one candidate a seat, bounds on loads, no State twice in
a review, no mutual reviews, and for each seat whose reviewer lacks instruments one more State of the same side that is
party to all of them. Randomness is what clingo offers: its seed, random choices at every decision, random signs.
"""

from collections.abc import Iterator

from benchmarks.seats import Question
from rapporteur.lots.engines.problem import Assignment

ENCODING = """
1 { takes(S, R) : candidate(S, R) } 1 :- seat(S, _).
reviews(R, O) :- takes(S, R), seat(S, O).
:- takes(S, R), takes(T, R), seat(S, O), seat(T, O), S < T.
:- mutual, reviews(R, O), reviews(O, R), R < O.
:- bounds(R, Low, _), #count { S : takes(S, R) } < Low.
:- bounds(R, _, High), #sum { 1, S, main : takes(S, R) ; 1, S, more : joins(S, R) } > High.

lacks(S, I) :- takes(S, R), seat(S, O), party(O, I), not party(R, I).
1 { joins(S, R) : aide(S, R) } 1 :- lacks(S, _).
:- joins(S, R), lacks(S, I), not party(R, I).
:- joins(S, R), seat(S, O), takes(T, R), seat(T, O).
:- joins(S, R), joins(T, R), seat(S, O), seat(T, O), S < T.
reviews(R, O) :- joins(S, R), seat(S, O).

#show takes/2.
#defined party/2.
#defined aide/2.
"""


def facts(question: Question) -> Iterator[str]:
    lists = question.lists
    if lists.mutual_barred:
        yield "mutual."
    for state, (low, high) in enumerate(zip(lists.lowest, lists.highest, strict=True)):
        yield f"bounds({state},{low},{high})."
        yield from (f"party({state},{instrument})." for instrument in question.party[state])
    for seat, owner in enumerate(lists.owner):
        yield f"seat({seat},{owner})."
        yield from (f"candidate({seat},{state})." for state in lists.candidates[seat])
        if question.has_instruments:
            yield from (f"aide({seat},{state})." for state in lists.candidates[seat])


def draw(question: Question, seed: int) -> Assignment:
    """Return the main seats of one random answer: a program of its own for each draw."""
    import clingo  # noqa: PLC0415 - a peer, not there without the dependencies of development

    control = clingo.Control(["1", f"--seed={seed}", "--rand-freq=1", "--sign-def=rnd"])
    control.add("base", [], ENCODING + "\n".join(facts(question)))
    control.ground([("base", [])])
    found = [-1] * len(question.lists.seats)

    def keep(model: clingo.Model) -> None:
        for atom in model.symbols(shown=True):
            found[atom.arguments[0].number] = atom.arguments[1].number

    if not control.solve(on_model=keep).satisfiable:
        raise ValueError("clingo finds no draw")
    return tuple(found)
