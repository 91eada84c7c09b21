"""Several things in a row: "a, b and c" in each language.

No comma stands before the conjunction. Arabic repeats its conjunction and attaches it to the word; Spanish changes it
before a like sound.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from rapporteur.languages.terms import Language


class Conjunction(StrEnum):
    AND = "and"
    OR = "or"


_CONJUNCTIONS: Final = {
    Language.ARABIC: (" و", " أو "),
    Language.CHINESE: ("和", "或"),
    Language.ENGLISH: (" and ", " or "),
    Language.FRENCH: (" et ", " ou "),
    Language.RUSSIAN: (" и ", " или "),
    Language.SPANISH: (" y ", " o "),
}
# "e" before the sound i (but not the diphthongs of "hielo" and "iones"), "u" before the sound o; 8 and 11 begin with o.
_SOUNDS_I: Final = re.compile(r"(?:h?[ií])(?![aeoáéó])", re.IGNORECASE)
_SOUNDS_O: Final = re.compile(r"(?:h?[oó])|8|11(?!\d)", re.IGNORECASE)


def join(
    language: Language,
    items: Iterable[str],
    *,
    conjunction: Conjunction = Conjunction.AND,
    separator: str | None = None,
) -> str:
    """Return the items as one enumeration, "" without items.

    `separator` replaces the comma of the language ("; " for items that have commas themselves).
    """
    every = list(items)
    joints = ["", *joints_of(language, every, conjunction=conjunction, separator=separator)]
    return "".join(joint + item for joint, item in zip(joints, every, strict=False))


def joints_of(
    language: Language,
    items: Sequence[str],
    *,
    conjunction: Conjunction = Conjunction.AND,
    separator: str | None = None,
) -> list[str]:
    """Return what stands between each item and the next, for a list of more than plain words: one fewer than items."""
    if len(items) < 2:  # noqa: PLR2004 - nothing stands between fewer
        return []
    inner = _separator(language, conjunction, separator)
    return [*[inner] * (len(items) - 2), _conjunction(language, conjunction, before=items[-1])]


def _separator(language: Language, conjunction: Conjunction, given: str | None) -> str:
    if given is not None:
        return given
    if language is Language.ARABIC:
        return _CONJUNCTIONS[language][conjunction is Conjunction.OR]
    return "、" if language is Language.CHINESE else ", "


def _conjunction(language: Language, conjunction: Conjunction, *, before: str) -> str:
    is_or = conjunction is Conjunction.OR
    if language is Language.SPANISH and not is_or and _SOUNDS_I.match(before):
        return " e "
    if language is Language.SPANISH and is_or and _SOUNDS_O.match(before):
        return " u "
    return _CONJUNCTIONS[language][is_or]
