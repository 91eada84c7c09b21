"""Characters that have no place in a text: finding them, refusing them, showing them; and keeping directions apart.

Control characters break files, and overrides of direction make a text read otherwise than it is stored. Loaders and
forms call `require_clean`; `isolate_foreign` keeps Latin runs whole inside Arabic plain text.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from rapporteur.languages.terms import Language

# Controls, halves of surrogate pairs, the space of zero width, separators of lines and paragraphs, embeddings,
# overrides and isolates of direction, noncharacters, the no-break space of zero width, what stands for characters
# annotated or lost, the invisible letters of tags, and characters of private use, which mean nothing outside the house
# that uses them. Joiners and marks of direction stay: Arabic needs them.
_LAST_OF_PLANES: Final = "".join(chr(plane * 0x10000 + last) for plane in range(1, 15) for last in (0xFFFE, 0xFFFF))
_REFUSED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\uf8ff\u200b\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffd-\uffff"
    f"\U000e0000-\U000e007f\U000f0000-\U0010ffff{_LAST_OF_PLANES}]"
)
_UNNAMED: Final = {"Cc": "CONTROL CHARACTER", "Cs": "SURROGATE", "Co": "PRIVATE USE CHARACTER"}
_FSI, _LRI, _PDI = "\u2068", "\u2066", "\u2069"
# A run of Latin letters with the figures and signs between them; it ends in a letter, a figure or a closing bracket
# that it opened itself. "CTOC/COP/WG.4/2020/4", "V.17-06236 (E) 140917", "United Nations".
_LATIN_RUN: Final = re.compile(
    r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ0-9]|[./_:@#&'’+-]+(?=[A-Za-zÀ-ɏ0-9])|[ ]\(?[A-Za-zÀ-ɏ0-9]+\)|[ ](?=[A-Za-zÀ-ɏ0-9]))*"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A character that has no place in a text. `position` counts characters from 0."""

    position: int
    code_point: str
    name: str

    def __str__(self) -> str:
        return f"{self.code_point} {self.name} at position {self.position}"


class UncleanText(ValueError):
    """A text with characters that have no place in it. The message names the first; `faults` has all."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        more = f" There are {len(faults) - 1} more." if len(faults) > 1 else ""
        super().__init__(f"The text has the character {faults[0]}, which has no place in a text; delete it.{more}")
        self.text = text
        self.faults = faults


def faults(text: str, *, multiline: bool = True) -> list[Fault]:
    """Return every character without a place in a text, in order. Line feeds and tabs have one if `multiline`."""
    return [
        Fault(found.start(), f"U+{ord(found[0]):04X}", _name(found[0]))
        for found in _REFUSED.finditer(text)
        if not (multiline and _ends_or_indents_line(text, found.start()))
    ]


def require_clean(text: str, *, multiline: bool = True) -> str:
    """Return the text as it is. Raises: UncleanText."""
    if found := faults(text, multiline=multiline):
        raise UncleanText(text, found)
    return text


def visible(text: str) -> str:
    """Return the text with every such character, line feeds and tabs too, as an escape, for a message."""
    return _REFUSED.sub(lambda found: _escaped(found[0]), text)


def isolated(text: str) -> str:
    """Return a text of another direction set apart, so that neither disturbs the order of the other (plain text)."""
    return f"{_FSI}{text}{_PDI}"


def isolate_foreign(language: Language, text: str) -> str:
    """Return a plain text with every Latin run set apart where the language runs from right to left."""
    if language.direction == "ltr":
        return text
    return _LATIN_RUN.sub(lambda run: f"{_LRI}{run[0]}{_PDI}", text)


def _ends_or_indents_line(text: str, position: int) -> bool:
    """Say whether a control is a line feed, a tab, or the carriage return that forms of the web send before a feed."""
    return text[position] in "\n\t" or text[position : position + 2] == "\r\n"


def _name(character: str) -> str:
    if name := unicodedata.name(character, ""):
        return name
    return _UNNAMED.get(unicodedata.category(character), "NONCHARACTER")


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last code point of four digits
