"""How a name stands in a sentence: "of the Working Group", "du Groupe de travail", "органа «…»".

A name is never inflected by guess. Its article and its cases come from a note in its wording ("feminine", "genitive:
Рабочей группы по …") or from the head noun it begins with, if that noun is in the list below. Otherwise the name keeps
its form and stands in apposition to a noun of ours: "de l’organe …", "органа «…»".
"""

import dataclasses
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from rapporteur.drafts.rules.inlines import text
from rapporteur.drafts.terms.matter import Name
from rapporteur.languages.cases import Gender
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.typeset.tree import Gap, Inlines, Provisional, Text


class NamePlace(StrEnum):
    """The place of a name in a sentence: "the X", "of the X", "to the X", "an X".

    In Russian TO is the accusative: whom something is asked.
    """

    THE = "the"
    OF = "of"
    TO = "to"
    A = "a"


_UNKNOWN_GENDER: Final = "unknown"

# Nouns that names begin with. A name is lower or upper case; the whole first words must be the same.
_HEADS: Final[Mapping[Language, Mapping[str, Gender]]] = {
    Language.FRENCH: {
        "accord": Gender.MASCULINE,
        "bureau": Gender.MASCULINE,
        "comité": Gender.MASCULINE,
        "commission": Gender.FEMININE,
        "conférence": Gender.FEMININE,
        "conseil": Gender.MASCULINE,
        "convention": Gender.FEMININE,
        "groupe": Gender.MASCULINE,
        "mécanisme": Gender.MASCULINE,
        "office": Gender.MASCULINE,
        "phase": Gender.FEMININE,
        "protocole": Gender.MASCULINE,
        "secrétariat": Gender.MASCULINE,
        "sous-comité": Gender.MASCULINE,
        "traité": Gender.MASCULINE,
    },
    Language.SPANISH: {
        "acuerdo": Gender.MASCULINE,
        "comisión": Gender.FEMININE,
        "comité": Gender.MASCULINE,
        "conferencia": Gender.FEMININE,
        "consejo": Gender.MASCULINE,
        "convención": Gender.FEMININE,
        "convenio": Gender.MASCULINE,
        "fase": Gender.FEMININE,
        "grupo": Gender.MASCULINE,
        "mecanismo": Gender.MASCULINE,
        "mesa": Gender.FEMININE,
        "oficina": Gender.FEMININE,
        "protocolo": Gender.MASCULINE,
        "secretaría": Gender.FEMININE,
        "subcomité": Gender.MASCULINE,
        "tratado": Gender.MASCULINE,
    },
}
# Russian: what follows these words keeps its form in every case, so the head alone is declined.
_RUSSIAN_HEADS: Final[Mapping[str, str]] = {  # nominative -> genitive
    "Рабочая группа по ": "Рабочей группы по ",
    "Группа экспертов по ": "Группы экспертов по ",
    "Комитет по ": "Комитета по ",
    "Подкомитет по ": "Подкомитета по ",
    "Комиссия по ": "Комиссии по ",
    "Конференция участников ": "Конференции участников ",
    "Конференция Сторон ": "Конференции Сторон ",
}
_RUSSIAN_SAME_IN_ACCUSATIVE: Final = ("Бюро ", "Секретариат", "Управление ")
_ARTICLES: Final[Mapping[Language, re.Pattern[str]]] = {
    Language.ENGLISH: re.compile(r"(?:the|an?) ", re.IGNORECASE),
    Language.FRENCH: re.compile(r"(?:les?|la|une?|des) |l[’']", re.IGNORECASE),
    Language.SPANISH: re.compile(r"(?:el|la|los|las|una?) ", re.IGNORECASE),
}
_VOWEL: Final = re.compile(r"[aeiouyàâéèêëîïôûœæ]", re.IGNORECASE)
_ENGLISH_AN: Final = re.compile(r"[aeio]|un(?!i|a\b)|u[bmpr]", re.IGNORECASE)
_FRENCH_CONTRACTIONS: Final = {
    "de le ": "du ",
    "de Le ": "du ",
    "de les ": "des ",
    "à le ": "au ",
    "à Le ": "au ",
    "à les ": "aux ",
}
_SPANISH_CONTRACTIONS: Final = {"de el ": "del ", "a el ": "al "}


class _Apposition(NamedTuple):
    """Nouns of ours, with article and preposition: for a body, an instrument, any other organ."""

    the: str
    of: str
    to: str
    a: str


_APPOSITIONS: Final[Mapping[Language, Mapping[str, _Apposition]]] = {
    Language.FRENCH: {
        "body": _Apposition("l’organe ", "de l’organe ", "à l’organe ", "un organe "),
        "organ": _Apposition("l’entité ", "de l’entité ", "à l’entité ", "une entité "),
        "conference": _Apposition("la Conférence ", "de la Conférence ", "à la Conférence ", "une conférence "),
        "instrument": _Apposition("l’instrument ", "de l’instrument ", "à l’instrument ", "un instrument "),
        "mechanism": _Apposition("le mécanisme ", "du mécanisme ", "au mécanisme ", "un mécanisme "),
        "text": _Apposition("le texte ", "du texte ", "au texte ", "un texte "),
        "activity": _Apposition("l’activité ", "de l’activité ", "à l’activité ", "une activité "),
        "purpose": _Apposition("l’objectif ", "de l’objectif ", "à l’objectif ", "un objectif "),
    },
    Language.SPANISH: {
        "body": _Apposition("el órgano ", "del órgano ", "al órgano ", "un órgano "),
        "organ": _Apposition("la entidad ", "de la entidad ", "a la entidad ", "una entidad "),
        "conference": _Apposition("la Conferencia ", "de la Conferencia ", "a la Conferencia ", "una conferencia "),
        "instrument": _Apposition("el instrumento ", "del instrumento ", "al instrumento ", "un instrumento "),
        "mechanism": _Apposition("el mecanismo ", "del mecanismo ", "al mecanismo ", "un mecanismo "),
        "text": _Apposition("el texto ", "del texto ", "al texto ", "un texto "),
        "activity": _Apposition("la actividad ", "de la actividad ", "a la actividad ", "una actividad "),
        "purpose": _Apposition("el objetivo ", "del objetivo ", "al objetivo ", "un objetivo "),
    },
    Language.ARABIC: {
        "body": _Apposition("الهيئة ", "للهيئة ", "إلى الهيئة ", "هيئة "),
        "organ": _Apposition("الكيان ", "للكيان ", "إلى الكيان ", "كيان "),
        "conference": _Apposition("المؤتمر ", "للمؤتمر ", "إلى المؤتمر ", "مؤتمر "),
        "instrument": _Apposition("الصك ", "للصك ", "إلى الصك ", "صك "),
        "mechanism": _Apposition("الآلية ", "للآلية ", "إلى الآلية ", "آلية "),
        "text": _Apposition("النص ", "للنص ", "إلى النص ", "نص "),
        "activity": _Apposition("النشاط ", "للنشاط ", "إلى النشاط ", "نشاط "),
        "purpose": _Apposition("الغرض ", "للغرض ", "إلى الغرض ", "غرض "),
    },
    Language.RUSSIAN: {
        "body": _Apposition("орган ", "органа ", "орган ", "орган "),
        "organ": _Apposition("учреждение ", "учреждения ", "учреждение ", "учреждение "),
        "conference": _Apposition("Конференция ", "Конференции ", "Конференцию ", "конференция "),
        "instrument": _Apposition("документ ", "документа ", "документ ", "документ "),
        "mechanism": _Apposition("механизм ", "механизма ", "механизм ", "механизм "),
        "text": _Apposition("текст ", "текста ", "текст ", "текст "),
        "activity": _Apposition("деятельность ", "деятельности ", "деятельность ", "деятельность "),
        "purpose": _Apposition("цель ", "цели ", "достижение цели ", "цель "),
    },
}


def form(language: Language, name: Name, *, place: NamePlace, content: Inlines) -> Inlines:
    """Return a name as it stands in its place. `content` is the name as nodes, marked where it must be."""
    known = name.text.text(language)
    match language:
        case Language.ENGLISH:
            return _english(place, content, known or "")
        case Language.FRENCH | Language.SPANISH:
            return _romance(language, name, place, content)
        case Language.RUSSIAN:
            return _russian(name, place, content)
        case Language.ARABIC:
            return _arabic(name, place, content)
        case Language.CHINESE:
            return content


def _gender(language: Language, name: Name) -> str:
    """Return the gender of a name's head noun, "unknown" where neither a note nor the list of nouns says it."""
    wording = name.text.wording(language)
    if wording is None:
        return _UNKNOWN_GENDER
    for told in Gender:
        if re.search(rf"\b{told}\b", wording.note):
            return told.value
    head = _HEADS[language].get(re.split(r"[ ,]", wording.text.casefold())[0])
    return head.value if head else _UNKNOWN_GENDER


def noted(multilingual: Multilingual, language: Language, key: str) -> str:
    """Return the form that a wording's note gives under a key: "in: в Вене" -> "в Вене"; "" if it gives none."""
    wording = multilingual.wording(language)
    found = re.search(rf"(?:^|[;,] ?){re.escape(key)}: *([^;]+)", wording.note) if wording else None
    return found[1].strip(" '\"") if found else ""


def in_form(multilingual: Multilingual, language: Language, key: str) -> Multilingual:
    """Return the text with its wording in a form that its note gives; as it is if the note does not give it."""
    wording, formed = multilingual.wording(language), noted(multilingual, language, key) if key else ""
    if wording is None or not formed:
        return multilingual
    return Multilingual({**multilingual.wordings, language: dataclasses.replace(wording, text=formed)})


def _as_official(of: Multilingual, language: Language, content: Inlines) -> Inlines:
    """Return a form of a text, marked unless the text is official."""
    return content if of.is_official(language) or not content else (Provisional(content),)


def _english(place: NamePlace, content: Inlines, known: str) -> Inlines:
    has_article = _ARTICLES[Language.ENGLISH].match(known) is not None
    article = "" if has_article else ("an " if _ENGLISH_AN.match(known) else "a ") if place is NamePlace.A else "the "
    preposition = {NamePlace.OF: "of ", NamePlace.TO: "to "}.get(place, "")
    return (Text(preposition + article), *content) if preposition + article else content


def _romance(language: Language, name: Name, place: NamePlace, content: Inlines) -> Inlines:
    known = name.text.text(language) or ""
    own = _ARTICLES[language].match(known)
    if place is NamePlace.A:
        return _indefinite(language, name, content)
    if own is not None:
        rest = _as_official(name.text, language, text(known[own.end() :]))
        return (Text(_contracted(language, place, own[0])), *rest)
    kind = _gender(language, name)
    if not known or kind == _UNKNOWN_GENDER:
        return (Text(_apposition(language, name, place)), *content)
    return (Text(_contracted(language, place, _definite(language, kind, known))), *content)


def _definite(language: Language, kind: str, known: str) -> str:
    if language is Language.SPANISH:
        return "la " if kind == Gender.FEMININE else "el "
    if _VOWEL.match(known):
        return "l’"
    return "la " if kind == Gender.FEMININE else "le "


def _indefinite(language: Language, name: Name, content: Inlines) -> Inlines:
    kind = _gender(language, name)
    if kind == _UNKNOWN_GENDER:
        return (Text(_apposition(language, name, NamePlace.A)), *content)
    feminine = {Language.FRENCH: "une ", Language.SPANISH: "una "}[language]
    return (Text(feminine if kind == Gender.FEMININE else "un "), *content)


def _contracted(language: Language, place: NamePlace, article: str) -> str:
    to = "à " if language is Language.FRENCH else "a "
    whole = {NamePlace.OF: "de ", NamePlace.TO: to}.get(place, "") + article
    contractions = _FRENCH_CONTRACTIONS if language is Language.FRENCH else _SPANISH_CONTRACTIONS
    return contractions.get(whole, whole)


def _russian(name: Name, place: NamePlace, content: Inlines) -> Inlines:
    known = name.text.text(Language.RUSSIAN) or ""
    if place in {NamePlace.THE, NamePlace.A}:
        return content
    if place is NamePlace.OF:
        genitive = noted(name.text, Language.RUSSIAN, "genitive") or _russian_genitive(known)
        if genitive:
            return _as_official(name.text, Language.RUSSIAN, (Text(genitive),))
    if place is NamePlace.TO:
        accusative = noted(name.text, Language.RUSSIAN, "accusative")
        if accusative:
            return _as_official(name.text, Language.RUSSIAN, (Text(accusative),))
        if known.startswith(_RUSSIAN_SAME_IN_ACCUSATIVE):
            return content
    noun = Text(_apposition(Language.RUSSIAN, name, place))
    return (noun, *content) if _is_gap(content) else (Text(noun.value + "«"), *content, Text("»"))


def _russian_genitive(known: str) -> str:
    for nominative, genitive in _RUSSIAN_HEADS.items():
        if known.startswith(nominative) and "," not in known:
            return genitive + known.removeprefix(nominative)
    return ""


def _arabic(name: Name, place: NamePlace, content: Inlines) -> Inlines:
    known = name.text.text(Language.ARABIC) or ""
    if not known:
        return (Text(_apposition(Language.ARABIC, name, place)), *content)
    if place is NamePlace.A:
        return content
    known = noted(name.text, Language.ARABIC, "definite") or known
    said = _as_official(name.text, Language.ARABIC, (Text(_arabic_to(known) if place is NamePlace.OF else known),))
    return (Text("إلى "), *said) if place is NamePlace.TO else said


def _arabic_to(known: str) -> str:
    """Return the name with its preposition written into it: three lams in a row become two."""
    if known.startswith("الل"):
        return f"لل{known[3:]}"
    return f"لل{known[2:]}" if known.startswith("ال") else f"ل{known}"


def _apposition(language: Language, name: Name, place: NamePlace) -> str:
    forms = _APPOSITIONS[language][name.noun]
    return {NamePlace.THE: forms.the, NamePlace.OF: forms.of, NamePlace.TO: forms.to, NamePlace.A: forms.a}[place]


def _is_gap(content: Inlines) -> bool:
    return any(isinstance(node, Gap) for node in content)
