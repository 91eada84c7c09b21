"""Rules in English, one line each, for the command line and the drawing of the steps."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from rapporteur.languages.terms import Multilingual
from rapporteur.rulebooks.ground import Ground
from rapporteur.rulebooks.schema import Article, Response, Rulebook
from rapporteur.rulebooks.step import Clock, Moment
from rapporteur.rulebooks.terms import Certainty

_MARKS: Final = {
    "opened": "the opening of {}",
    "first-acted": "the first act in {}",
    "all-acted": "the last act in {}",
    "ended": "the end of {}",
    "set-for": "the day set for {}",
}
_OWN: Final = {*Ground.model_fields, "grounds", "key"}


def clock_line(clock: Clock, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return how long a step may take: "6 months after the end of self-assessment (assumed)".

    Steps are called by `names` where these have them, else by their keys.
    """
    length = str(clock.length) if clock.length else "an unknown time"
    moment = clock.after or clock.before
    which = "after" if clock.after else "before"
    doubt = f" ({clock.status})" if clock.status is not Certainty.ESTABLISHED else ""
    return f"{length} {which} {_moment(moment, names) if moment else 'nothing'}{doubt}"


def names_of_steps(rulebook: Rulebook) -> dict[str, str]:
    return {step.key: step.name.first() for step in rulebook.steps}


def says(rule: Ground) -> str:
    """Return what a rule says, without its ground: its fields that are not empty, in their order."""
    if isinstance(rule, Clock):
        return "; ".join(
            (clock_line(rule).removesuffix(f" ({rule.status})"), *_fields(rule, {"length", "after", "before"}))
        )
    return "; ".join(_fields(rule, set()))


def _fields(rule: Ground, but: set[str]) -> Iterator[str]:
    for name, field in type(rule).model_fields.items():
        value = getattr(rule, name)
        if name in _OWN or name in but or isinstance(value, Ground) or _is_plain(value, field.default):
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], Ground):
            continue
        said = _value(value)
        if said:
            yield said if name in {"name", "heading", "length"} else f"{name.replace('_', ' ')}: {said}"


def _is_plain(value: Any, default: Any) -> bool:
    """Return whether a value says nothing: it is empty, or what would hold anyway and is no choice between words."""
    return value is None or value == () or value is False or (value == default and not isinstance(value, StrEnum))


def _value(value: Any) -> str:
    if isinstance(value, Multilingual):
        return value.first()
    if isinstance(value, tuple):
        if value and isinstance(value[0], Article):
            return f"{value[0].number} to {value[-1].number}"
        return ", ".join(_value(item) for item in value)
    if isinstance(value, Response):
        return value.name.first()
    return "yes" if value is True else str(value)


def _moment(moment: Moment, names: Mapping[str, str]) -> str:
    return _MARKS[moment.mark].format(names.get(moment.step, moment.step))
