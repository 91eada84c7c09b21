"""Walking through a rulebook: every rule and text in it with its path, and a fault at such a path."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from rapporteur.languages.terms import Multilingual
from rapporteur.rulebooks.ground import Ground

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Misrule:
    """Something wrong in a rulebook; `path` leads to it from the top of the file."""

    path: Path
    what: str
    expected: str = ""


def worded(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Multilingual]]:
    """Yield every text in six languages of a rulebook, with its path."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Multilingual):
            yield (*path, name), value
        elif isinstance(value, BaseModel):
            yield from worded(value, (*path, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from worded(item, (*path, name, index))


def grounded(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Ground]]:
    """Yield everything in a rulebook that has a ground, with its path, in the order of the file."""
    if isinstance(part, Ground):
        yield path, part
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from grounded(value, (*path, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from grounded(item, (*path, name, index))
