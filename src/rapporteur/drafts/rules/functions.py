"""The functions that a message of the drafts may call for a value: THE, OF, TO, A, IN, NTH, ORD, WORD.

A value knows the voice that speaks and keeps the nodes which a function makes of it (`voice`). How a name looks in its
place is decided in `names`, how a number reads in `languages.ordinals`.
"""

from typing import Any, Final

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.rules import names
from rapporteur.drafts.rules.inlines import text
from rapporteur.drafts.terms.matter import Gathering
from rapporteur.languages import ordinals
from rapporteur.languages.cases import Case
from rapporteur.typeset.tree import Inlines, Provisional


def numbered(voice: Any, gathering: Gathering, case: Case) -> Inlines:
    """Return a gathering with its number, "tenth session", in the case of its language."""
    if gathering.ordinal is None:
        unnumbered: Inlines = voice.say("gathering-without-number", word=gathering.word.value, case=case.value)
        return unnumbered
    phrase = ordinals.session if gathering.word is GatheringWord.SESSION else ordinals.meeting
    return text(phrase(voice.language, gathering.ordinal, case=case))


def _ordinal(voice: Any, gathering: Gathering, case: Case) -> Inlines:
    if gathering.ordinal is None:
        return ()
    alone = ordinals.session_ordinal if gathering.word is GatheringWord.SESSION else ordinals.meeting_ordinal
    return text(alone(voice.language, gathering.ordinal, case=case))


def _named(place: names.NamePlace) -> Any:
    def form(argument: Any) -> str:
        voice = argument.kept.voice
        content = voice.register_text(argument.value.text)
        return str(argument.kept.keep(names.form(voice.language, argument.value, place=place, content=content)))

    return form


def _in(argument: Any) -> str:
    voice = argument.kept.voice
    inside = names.noted(argument.value.text, voice.language, "in")
    content = voice.register_text(argument.value.text)
    if inside:
        bracketed = not argument.value.text.is_official(voice.language)
        return str(argument.kept.keep((Provisional(text(inside)),) if bracketed else text(inside)))
    return str(argument.kept.keep(voice.say("in-place", place=content)))


def _nth(argument: Any, *, case: str = Case.NOMINATIVE) -> str:
    kept = argument.kept
    return str(kept.keep(numbered(kept.voice, argument.value, Case(str(case)))))


def _ord(argument: Any, *, case: str = Case.NOMINATIVE) -> str:
    kept = argument.kept
    return str(kept.keep(_ordinal(kept.voice, argument.value, Case(str(case)))))


def _word(argument: Any) -> str:
    return str(argument.value.word.value)


FUNCTIONS: Final = {
    "THE": _named(names.NamePlace.THE),
    "OF": _named(names.NamePlace.OF),
    "TO": _named(names.NamePlace.TO),
    "A": _named(names.NamePlace.A),
    "IN": _in,
    "NTH": _nth,
    "ORD": _ord,
    "WORD": _word,
}
