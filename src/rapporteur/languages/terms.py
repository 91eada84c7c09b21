"""The six official languages and texts in several of them.

A text of the register is a `Multilingual`: it says what is written in each language, and a language without a text
stays without one. The story goes on in `ordinals`, `dates` and `lists`, which put words in order for each language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Language(StrEnum):
    """The official languages, in the order of the United Nations (alphabetical by English name)."""

    ARABIC = "ar"
    CHINESE = "zh"
    ENGLISH = "en"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"

    @property
    def direction(self) -> str:
        """Return the writing direction as HTML names it."""
        return "rtl" if self is Language.ARABIC else "ltr"


# Going through an enumeration is slow, and texts are made by the thousand.
_IN_ORDER: Final = tuple(Language)


class Status(StrEnum):
    """How sure we are of an official term in one language. Stored in the database."""

    FOUND = "found"  # seen on a cited page
    KNOWN = "known"  # treaty text or settled usage, not seen on a page
    PROVISIONAL = "provisional"  # a translation of ours; never official
    MISSING = "missing"  # no value


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one language, with how sure we are of it.

    `source` is the key of a source of the register ("" where the record's own source covers it); `check` says that a
    person should compare the text with a document of the conference before it is used as official.
    """

    text: str
    status: Status = Status.FOUND
    check: bool = False
    source: str = ""
    note: str = ""
    variants: tuple[str, ...] = ()

    @property
    def is_official(self) -> bool:
        return self.status in {Status.FOUND, Status.KNOWN} and not self.check


@dataclass(frozen=True, slots=True)
class Multilingual:
    """A text in some of the six languages; a language without a wording is missing."""

    wordings: Mapping[Language, Wording] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kept = {language: self.wordings[language] for language in _IN_ORDER if language in self.wordings}
        object.__setattr__(self, "wordings", MappingProxyType(kept))

    @classmethod
    def plain(cls, **texts: str) -> "Multilingual":
        """Return the texts given by language code as found, official wordings: `Multilingual.plain(en="Vienna")`."""
        return cls({Language(code): Wording(text) for code, text in texts.items()})

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def __contains__(self, language: object) -> bool:
        return language in self.wordings

    def __hash__(self) -> int:
        return hash(tuple(self.wordings.items()))

    def wording(self, language: Language) -> Wording | None:
        return self.wordings.get(language)

    def text(self, language: Language) -> str | None:
        wording = self.wordings.get(language)
        return wording.text if wording else None

    def is_official(self, language: Language) -> bool:
        wording = self.wordings.get(language)
        return wording is not None and wording.is_official

    def first(self) -> str:
        """Return a text for people to recognize the record by: English, else the first language that has one, else "".

        For labels of pages and messages only, never for an official document.
        """
        return next((w.text for w in (self.wordings.get(Language.ENGLISH), *self.wordings.values()) if w), "")
