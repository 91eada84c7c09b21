"""What a form that is filled offline carries with it, so that it comes back to where it belongs and nowhere else.

The carried text stands hidden in the file: JSON, compressed, with the SHA-256 of itself before it. It keeps nobody from
forging a form, and need not: whoever brings one in may write what it holds anyway. It finds damage and mistakes.
"""

import base64
import binascii
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final

from rapporteur.languages.terms import Language
from rapporteur.questionnaires.terms import Value

FORMAT: Final = "offline-form/1"
MARK: Final = "rapporteur-form"  # what the hidden text begins with
_LONGEST: Final = 1_000_000  # characters of the carried text, many times what a form of 10,000 questions needs
_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Form:
    """Whose form it is. `versions` has, for each question in it, the version its answer is based on; 0 for none."""

    assessment: str
    release: str
    state: str
    language: Language
    sections: tuple[str, ...]
    versions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it came back. What was found for each question fits it or not; `unread` stands outside the places."""

    form: Form
    values: Mapping[str, Value]
    unread: tuple[str, ...] = ()


class Flaw(StrEnum):
    """Why a form is not read. The words for people are the page's."""

    NO_FORM = "no form"
    LATER_FORMAT = "later format"
    DAMAGED = "damaged"
    OTHER_STATE = "other state"
    OTHER_VERSION = "other version"
    OTHER_ASSESSMENT = "other assessment"
    FORMULA = "formula"


class FormRefused(ValueError):
    """A form that is not read. `detail` is where, or what was found."""

    def __init__(self, flaw: Flaw, detail: str = "") -> None:
        super().__init__(f"{flaw.value}: {detail}" if detail else flaw.value)
        self.flaw, self.detail = flaw, detail


def sealed(form: Form) -> str:
    """Return the hidden text of a form."""
    plain = {"format": FORMAT, **asdict(form)}
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    packed = base64.b64encode(zlib.compress(text, 9)).decode()
    return f"{MARK}:{hashlib.sha256(text).hexdigest()}:{packed}"


def unsealed(text: str) -> Form:
    """Return the form that a hidden text is of. Raises: FormRefused."""
    parts = "".join(text.split()).split(":")
    if len(parts) != _PARTS or parts[0] != MARK:
        raise FormRefused(Flaw.NO_FORM)
    plain = _unpacked(parts[2])
    if hashlib.sha256(plain).hexdigest() != parts[1]:
        raise FormRefused(Flaw.DAMAGED, MARK)
    try:
        return _form(json.loads(plain))
    except (KeyError, TypeError, ValueError) as fault:
        if isinstance(fault, FormRefused):
            raise
        raise FormRefused(Flaw.DAMAGED, MARK) from fault


def why_not_for(form: Form, *, assessment: str, release: str, state: str) -> FormRefused | None:
    """Return why a form does not belong to an assessment, the State first."""
    if form.state != state:
        return FormRefused(Flaw.OTHER_STATE, form.state)
    if form.release != release:
        return FormRefused(Flaw.OTHER_VERSION)
    return FormRefused(Flaw.OTHER_ASSESSMENT) if form.assessment != assessment else None


def _unpacked(packed: str) -> bytes:
    try:
        opened = zlib.decompressobj()
        plain = opened.decompress(base64.b64decode(packed, validate=True), _LONGEST)
    except (binascii.Error, zlib.error) as fault:
        raise FormRefused(Flaw.DAMAGED, MARK) from fault
    if opened.unconsumed_tail:
        raise FormRefused(Flaw.DAMAGED, MARK)
    return plain


def _form(plain: Mapping[str, Any]) -> Form:
    if plain["format"] != FORMAT:
        raise FormRefused(Flaw.LATER_FORMAT, str(plain["format"])[:40])
    return Form(
        assessment=str(plain["assessment"]),
        release=str(plain["release"]),
        state=str(plain["state"]),
        language=Language(plain["language"]),
        sections=tuple(map(str, plain["sections"])),
        versions={str(question): int(number) for question, number in plain["versions"].items()},
    )
