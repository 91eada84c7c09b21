"""The steps of a rulebook as text, layer by layer, for terminals and for whoever reads with a screen reader."""

from collections.abc import Iterator

from rapporteur.rulebooks.graph import needs_of
from rapporteur.rulebooks.layers import layout
from rapporteur.rulebooks.saying import clock_line
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.step import Step
from rapporteur.rulebooks.terms import Certainty


def sketch(rulebook: Rulebook) -> Iterator[str]:
    """Yield the lines of the steps in layers: those of one layer wait for nothing in it."""
    steps = {step.key: step for step in rulebook.steps}
    followers: dict[str, list[str]] = {key: [] for key in steps}
    for step in rulebook.steps:
        for needed in step.needs:
            followers[needed].append(step.key)
    yield f"Steps: {rulebook.title.first()}, version {rulebook.version}"
    for number, layer in enumerate(layout(needs_of(rulebook.steps)).layers, start=1):
        yield ""
        yield f"{number}"
        for place in sorted((one for one in layer if not one.via), key=lambda one: list(steps).index(one.name)):
            yield from _lines(steps[place.name], followers[place.name])


def _lines(step: Step, followers: list[str]) -> Iterator[str]:
    doubts = [str(step.status)] if step.status is not Certainty.ESTABLISHED else []
    marks = [*(["optional"] if step.optional else []), *doubts]
    marked = f" ({', '.join(marks)})" if marks else ""
    yield f"  {step.key}: {step.name.first()}{marked}"
    yield f"      by {', '.join(step.actors)}"
    if step.needs:
        yield f"      after {', '.join(step.needs)}"
    if step.clock:
        yield f"      within {clock_line(step.clock)}" if step.clock.after else f"      {clock_line(step.clock)}"
    if step.blocked:
        yield f"      does not end while a matter is open: {', '.join(step.blocked.matters)}"
    if followers:
        yield f"      → {', '.join(followers)}"
