"""The frozen copy of the answers that is submitted, and its receipt: pure text, so that anybody can check a digest.

The copy holds the questionnaire's digest and, for each question that is answered, what was said, in which language, by
whom, when, and in which version. Its canonical text is JSON with keys in order and no blanks.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Final

from rapporteur.questionnaires.terms import Value

FORMAT: Final = "submission/1"


@dataclass(frozen=True, slots=True)
class FrozenAnswer:
    """An answer as it stood. `at` is an instant in ISO form; `is_shown` is false where a condition hid the question."""

    question: str
    value: Value
    language: str
    number: int
    by: str
    at: str
    origin: str
    is_shown: bool
    files: tuple[tuple[str, str], ...] = ()  # name and digest of each file


@dataclass(frozen=True, slots=True)
class Head:
    """What a submission is of, and who made it when."""

    process: str
    state: str
    questionnaire: str
    version: int
    definition: str
    number: int
    by: str
    at: dt.datetime


def frozen(head: Head, answers: Iterable[FrozenAnswer]) -> str:
    """Return the canonical text of a submission."""
    plain = {
        "format": FORMAT,
        **asdict(head),
        "at": head.at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "answers": [asdict(answer) for answer in sorted(answers, key=lambda answer: answer.question)],
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def receipt(text: str) -> str:
    """Return what a receipt names a submission by: the SHA-256 of its text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def checked(content: bytes, receipt: str) -> Head | str:
    """Return the head of a frozen copy whose digest a receipt names, or why it is not what the receipt names."""
    found = hashlib.sha256(content).hexdigest()
    if found != receipt.strip().lower():
        return f"its digest is {found}; it is not the copy that the receipt names, or it was changed"
    try:
        plain = json.loads(content)
        told = {part.name: plain[part.name] for part in fields(Head)}
        if plain["format"] != FORMAT:
            return f"its format is {plain['format']!r}; this version reads {FORMAT!r}"
        return Head(**{**told, "at": dt.datetime.fromisoformat(told["at"])})
    except (ValueError, KeyError, TypeError):
        return "the digest agrees, but this is no frozen copy of a submission"
