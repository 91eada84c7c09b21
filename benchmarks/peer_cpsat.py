"""The draw as others would write it for CP-SAT, the constraint solver of OR-Tools: the rules, and one random answer.

The model has the same rules as `peer_clingo`. Randomness is what the solver offers: its seed and a randomized search in
one worker; beyond that, seats and candidates enter the model in an order shuffled by the seed.
"""

import random
from collections import defaultdict
from typing import Any

from benchmarks.seats import Question
from rapporteur.lots.engines.problem import Assignment

LONGEST = 60.0  # seconds


def draw(question: Question, seed: int) -> Assignment:
    """Return the main seats of one random answer: a model of its own for each draw."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - a peer, not there without the dependencies of development

    model = cp_model.CpModel()
    takes, joins = _variables(model, question, random.Random(seed))
    _bounds(model, question, takes, joins)
    _reviews(model, question, takes, joins)
    solver = cp_model.CpSolver()
    solver.parameters.random_seed = seed
    solver.parameters.randomize_search = True
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = LONGEST
    if solver.solve(model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        raise TimeoutError(f"CP-SAT finds no draw in {LONGEST:g} seconds")
    chosen = {seat: state for (seat, state), taken in takes.items() if solver.boolean_value(taken)}
    return tuple(chosen[seat] for seat in range(len(question.lists.seats)))


def _variables(model: Any, question: Question, chance: random.Random) -> tuple[dict[Any, Any], dict[Any, Any]]:
    """Return who takes each seat, and who joins there because the reviewer lacks instruments."""
    takes, joins = {}, {}
    seats = list(range(len(question.lists.seats)))
    chance.shuffle(seats)
    for seat in seats:
        states = list(question.lists.candidates[seat])
        chance.shuffle(states)
        takes |= {(seat, state): model.new_bool_var("") for state in states}
        model.add_exactly_one(takes[seat, state] for state in states)
        if question.has_instruments:
            joins |= {(seat, state): model.new_bool_var("") for state in states}
            _join(model, question, seat, states, takes, joins)
    return takes, joins


def _join(model: Any, question: Question, seat: int, states: list[int], takes: Any, joins: Any) -> None:
    """One State more where the reviewer lacks something, party to all that is lacking."""
    wanted = question.party[question.lists.owner[seat]]
    short = [state for state in states if wanted - question.party[state]]
    model.add(sum(joins[seat, state] for state in states) == sum(takes[seat, state] for state in short))
    for instrument in wanted:
        without = [state for state in states if instrument not in question.party[state]]
        lacks = model.new_bool_var("")
        model.add(sum(takes[seat, state] for state in without) == lacks)
        for state in without:
            model.add_implication(lacks, ~joins[seat, state])


def _bounds(model: Any, question: Question, takes: Any, joins: Any) -> None:
    main, all_ = defaultdict(list), defaultdict(list)
    for (_, state), taken in takes.items():
        main[state].append(taken)
        all_[state].append(taken)
    for (_, state), joined in joins.items():
        all_[state].append(joined)
    for state, (low, high) in enumerate(zip(question.lists.lowest, question.lists.highest, strict=True)):
        model.add(sum(main[state]) >= low)
        model.add(sum(all_[state]) <= high)


def _reviews(model: Any, question: Question, takes: Any, joins: Any) -> None:
    """No State twice in a review, and where mutual reviews are barred no two that review each other."""
    pairs = defaultdict(list)
    for variables in (takes, joins):
        for (seat, state), variable in variables.items():
            pairs[state, question.lists.owner[seat]].append(variable)
    for (reviewer, reviewed), variables in pairs.items():
        turned = pairs.get((reviewed, reviewer), []) if question.lists.mutual_barred and reviewer < reviewed else []
        if len(variables) > 1 or turned:
            model.add_at_most_one([*variables, *turned])
        if turned and len(turned) > 1:
            model.add_at_most_one(turned)
