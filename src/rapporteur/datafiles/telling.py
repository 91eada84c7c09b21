"""From plain data to the types of a room, and what those types refuse, told in our words with file, line and key."""

import datetime as dt
import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rapporteur.datafiles.faults import Fault, FileRefused
from rapporteur.datafiles.reading import Keys, Parsed
from rapporteur.languages import clean

Model = TypeVar("Model", bound=BaseModel)


def typed(parsed: Parsed, model: type[Model], *, holds: str) -> Model:
    """Return the data of a file as a type. `holds` says what the file is for. Raises: FileRefused."""
    if unclean := list(_unclean(parsed, parsed.plain, ())):
        raise FileRefused(unclean)
    if parsed.plain is None:
        raise FileRefused([Fault(parsed.file, 0, "", "the file is empty", holds)])
    try:
        return model.model_validate(parsed.plain)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        raise FileRefused([_told(parsed, detail, model) for detail in details]) from None


def _unclean(parsed: Parsed, value: Any, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if isinstance(value, str):
        for found in clean.faults(value):
            what = f"the text has the character {found}"
            yield Fault(parsed.file, parsed.line_of(path), parsed.spelled(path), what, "a text without it")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unclean(parsed, inner, (*path, key))
            if clean.faults(key):
                what = f"the key {clean.visible(key)!r} has a character that does not print"
                yield Fault(parsed.file, parsed.line_of((*path, key)), parsed.spelled(path), what, "a plain word")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _unclean(parsed, inner, (*path, index))


# --- telling what the types refuse ----------------------------------------------------------------------------------

_EXPECTED = {
    "string_type": "a text (in quotation marks where it looks like a number or a date)",
    "date_type": "a day as YYYY-MM-DD",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}
_KINDS = {str: "text", int: "number", bool: "true or false", dt.date: "date", dict: "mapping", list: "list"}


def _told(parsed: Parsed, detail: ErrorDetails, model: type[BaseModel]) -> Fault:
    path = detail["loc"]
    what, expected = _words(detail, path, model)
    return Fault(parsed.file, parsed.line_of(path), parsed.spelled(path), what, expected)


def _words(detail: ErrorDetails, path: Keys, model: type[BaseModel]) -> tuple[str, str]:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return f"the key {path[-1]!r} is unknown", f"one of {', '.join(_keys_at(model, path[:-1]))}"
    if kind == "missing":
        return f"the key {path[-1]!r} is missing", ""
    if kind in {"enum", "literal_error"}:
        return f"{_shown(value)} is not known here", str(context.get("expected", ""))
    if kind == "string_pattern_mismatch":
        return f"{_shown(value)} has the wrong form", f"a text that matches {context['pattern']}"
    if kind in _EXPECTED:
        found = "nothing" if value is None else f"{_shown(value)}, a {_KINDS.get(type(value), 'value')},"
        return f"{found} stands here", _EXPECTED[kind]
    return _counted(kind, value, context) or _in_its_words(value, detail["msg"])


def _counted(kind: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str] | None:
    if kind not in {"too_long", "too_short"}:
        return None
    bound = f"at most {context['max_length']}" if kind == "too_long" else f"at least {context['min_length']}"
    return f"{len(value)} entries stand here", bound


def _in_its_words(value: Any, message: str) -> tuple[str, str]:
    return f"{_shown(value)}: {message[:1].lower()}{message[1:]}", ""


def _shown(value: Any) -> str:
    longest = 60
    text = value.isoformat() if isinstance(value, dt.date) else repr(value)
    return text if len(text) <= longest else f"{text[:longest]}…"


def _keys_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the keys that may stand at a path, found in the types themselves."""
    here: list[Any] = [model]
    for part in path:
        nearer: list[Any] = []
        for kind in here:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                nearer += [kind.model_fields[part].annotation] if part in kind.model_fields else [kind]
            elif get_origin(kind) in {tuple, dict}:
                nearer += [argument for argument in get_args(kind)[-2:] if argument is not Ellipsis]
        here = [bare for kind in nearer for bare in _alternatives(kind)]
    return sorted(
        {key for kind in here if isinstance(kind, type) and issubclass(kind, BaseModel) for key in _keys(kind)}
    )


def _keys(kind: type[BaseModel]) -> list[str]:
    return list(kind.model_fields)


def _alternatives(kind: Any) -> list[Any]:
    if hasattr(kind, "__metadata__"):
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) in {Union, types.UnionType}:
        return [bare for argument in get_args(kind) for bare in _alternatives(argument)]
    return [kind]
