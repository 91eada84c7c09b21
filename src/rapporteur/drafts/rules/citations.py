"""How mandates and documents are cited, and what has been cited already.

The first mention of a mandate gives its title or subject, later ones its number alone; "the same resolution" stands
where the paragraph before has just cited it.
"""

from dataclasses import dataclass, field
from typing import Final

from rapporteur.drafts.rules.inlines import read, text
from rapporteur.drafts.rules.voice import Voice
from rapporteur.drafts.terms.matter import InstrumentMatter, MandateMatter, Name
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.mandates.terms import MandateKind
from rapporteur.typeset.tree import Inlines, Reference, ReferenceKind

_SUBJECT_BY_ARTICLE: Final = ("le ", "la ", "les ", "l’", "l'", "un ", "une ", "des ")


def document_reference(symbol: str) -> Reference:
    return Reference(text(symbol), ReferenceKind.DOCUMENT, symbol)


@dataclass(slots=True)
class Mentions:
    """What a document has named so far, while it is composed from its first line to its last."""

    voice: Voice
    mandates: set[str] = field(default_factory=set)
    instruments: set[str] = field(default_factory=set)
    last_mandate: str = ""
    has_conference: bool = False

    def mandate(self, mandate: MandateMatter, *, message: str = "mandate-its") -> Inlines:
        """Return the citation as the message words it: "its resolution 7/1", or "the same resolution"."""
        if mandate.citation == self.last_mandate and message == "mandate-its":
            message = "mandate-same"
        self.last_mandate = mandate.citation
        return cited(self.voice, mandate.kind, mandate.number, message=message)

    def about(self, mandate: MandateMatter, *, instruments: tuple[InstrumentMatter, ...] = ()) -> Inlines:
        """Return what the first mention of a mandate says beyond its number, nothing for a later one."""
        if mandate.citation in self.mandates:
            return ()
        self.mandates.add(mandate.citation)
        said = _about(self.voice, mandate)
        self._take_instruments(read(said), instruments)
        return said

    def instrument(self, instrument: InstrumentMatter) -> Name:
        """Return the instrument's full name the first time, its short name afterwards if there is one."""
        if instrument.key in self.instruments and instrument.short_name:
            return Name(instrument.short_name, "instrument")
        self.instruments.add(instrument.key)
        return Name(instrument.name, "instrument")

    def _take_instruments(self, said: str, instruments: tuple[InstrumentMatter, ...]) -> None:
        for instrument in instruments:
            name = instrument.name.text(self.voice.language)
            if name and name in said:
                self.instruments.add(instrument.key)


def cited(voice: Voice, kind: MandateKind, number: str, *, message: str) -> Inlines:
    values = {"kind": kind.value} if message == "mandate-same" else {"kind": kind.value, "number": number}
    return (Reference(voice.say(message, **values), ReferenceKind.MANDATE, f"{kind} {number}"),)


def _about(voice: Voice, mandate: MandateMatter) -> Inlines:
    """Return the subject or the title: official before provisional before missing, the subject first."""
    choices = [("about-subject", mandate.subject), ("about-title", mandate.title)]
    if voice.language is Language.RUSSIAN:  # a subject would have to be inflected, a title in quotation marks is not
        choices.reverse()
    known = [choice for choice in choices if choice[1]]
    if not known:
        return ()
    message, words = min(known, key=lambda choice: _rank(choice[1], voice.language))
    if message == "about-title":
        return voice.say(message, kind=mandate.kind.value, title=voice.register_text(words))
    return voice.say(message, kind=mandate.kind.value, form=_form(voice, words), subject=voice.register_text(words))


def _rank(words: Multilingual, language: Language) -> int:
    return 0 if words.is_official(language) else 1 if language in words else 2


def _form(voice: Voice, subject: Multilingual) -> str:
    """Return how a subject can be run in: after a preposition, or only beside the sentence ("aside")."""
    known = subject.text(voice.language)
    if known is None or (voice.language is Language.FRENCH and not known.startswith(_SUBJECT_BY_ARTICLE)):
        return "aside"
    return "run-in"
