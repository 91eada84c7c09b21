"""What changed from one text to the next, word by word; in texts of great length, line by line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from rapporteur.languages.terms import Language
from rapporteur.questionnaires.rules.values import is_blank
from rapporteur.questionnaires.terms import Kind, Question, Value

# Chinese writes without spaces between words: each of its signs is compared on its own.
_WORDS: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\W\u3400-\u4dbf\u4e00-\u9fff]+|\s+|.", re.DOTALL)
MOST_WORDS: Final = 3_000  # beyond, comparing word by word takes longer than a reader waits


class Change(StrEnum):
    """What became of a part of a text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    change: Change
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Return the pieces of both texts in reading order; those that are not NEW make up the first text again."""
    first, second = _parts(before), _parts(after)
    if max(len(first), len(second)) > MOST_WORDS:
        first, second = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces = []
    for tag, *at in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        gone, new = "".join(first[at[0] : at[1]]), "".join(second[at[2] : at[3]])
        if tag == "equal":
            pieces.append(Piece(Change.SAME, gone))
            continue
        pieces += [Piece(change, text) for change, text in ((Change.GONE, gone), (Change.NEW, new)) if text]
    return pieces


def _parts(text: str) -> list[str]:
    return _WORDS.findall(text)


def as_text(question: Question, value: Value, language: Language) -> str:
    """Return an answer as plain lines, options and columns in a language where it has them."""
    return "" if is_blank(value) else "\n".join(_lines(question, value, language))


def _lines(question: Question, value: Value, language: Language) -> Iterator[str]:
    match question.kind:
        case Kind.CHOICE | Kind.CHOICES:
            for one in value if isinstance(value, list) else [value]:
                option = question.option(one)
                yield (option.label.text(language) or option.label.first()) if option else str(one)
        case Kind.LEGISLATION:
            for row in value:
                yield "; ".join(part for part in (row["law"], row["provisions"], row["link"]) if part)
        case Kind.TABLE:
            for row in value:
                yield _row(question, row, language)
        case Kind.ATTACHMENT:
            yield from map(str, value)
        case _:
            yield str(value)


def _row(question: Question, row: Mapping[str, str], language: Language) -> str:
    told = ((column.label.text(language) or column.label.first(), row.get(column.key)) for column in question.columns)
    return "; ".join(f"{label}: {cell}" for label, cell in told if cell)
