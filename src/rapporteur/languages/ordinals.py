"""Ordinals in words, as the numbers of sessions and meetings are printed: "tenth session", "第十届会议".

`session` and `meeting` give the whole phrase, `session_ordinal` and `meeting_ordinal` the ordinal alone, agreeing with
the noun of the language: a session is feminine in French and masculine in Spanish, a meeting is neuter in Russian.
`ordinal` serves any other noun. How each language makes its words stands in `ordinal_words`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from rapporteur.languages import ordinal_words
from rapporteur.languages.cases import Case, Gender
from rapporteur.languages.terms import Language

_SESSION_GENDERS: Final[Mapping[Language, Gender]] = {
    Language.ARABIC: Gender.FEMININE,
    Language.FRENCH: Gender.FEMININE,
    Language.RUSSIAN: Gender.FEMININE,
    Language.SPANISH: Gender.MASCULINE,
}
_MEETING_GENDERS: Final[Mapping[Language, Gender]] = {
    Language.ARABIC: Gender.MASCULINE,
    Language.FRENCH: Gender.FEMININE,
    Language.RUSSIAN: Gender.NEUTER,
    Language.SPANISH: Gender.FEMININE,
}
_SESSIONS: Final[Mapping[Language, str]] = {
    Language.ARABIC: "الدورة {}",
    Language.CHINESE: "{}会议",
    Language.ENGLISH: "{} session",
    Language.FRENCH: "{} session",
    Language.SPANISH: "{} período de sesiones",
}
_MEETINGS: Final[Mapping[Language, str]] = {
    Language.ARABIC: "الاجتماع {}",
    Language.CHINESE: "{}会议",
    Language.ENGLISH: "{} meeting",
    Language.FRENCH: "{} réunion",
    Language.SPANISH: "{} reunión",
}
_RUSSIAN_SESSION: Final[Mapping[Case, str]] = {
    Case.NOMINATIVE: "{} сессия",
    Case.GENITIVE: "{} сессии",
    Case.DATIVE: "{} сессии",
    Case.ACCUSATIVE: "{} сессию",
    Case.INSTRUMENTAL: "{} сессией",
    Case.PREPOSITIONAL: "{} сессии",
}
_RUSSIAN_MEETING: Final[Mapping[Case, str]] = {
    Case.NOMINATIVE: "{} совещание",
    Case.GENITIVE: "{} совещания",
    Case.DATIVE: "{} совещанию",
    Case.ACCUSATIVE: "{} совещание",
    Case.INSTRUMENTAL: "{} совещанием",
    Case.PREPOSITIONAL: "{} совещании",
}
_WORDS: Final[Mapping[Language, Callable[[int, Gender, Case], str]]] = {
    Language.ARABIC: ordinal_words.arabic,
    Language.CHINESE: lambda number, _gender, _case: ordinal_words.chinese(number),
    Language.ENGLISH: lambda number, _gender, _case: ordinal_words.english(number),
    Language.FRENCH: lambda number, gender, _case: ordinal_words.french(number, gender),
    Language.RUSSIAN: ordinal_words.russian,
    Language.SPANISH: lambda number, gender, _case: ordinal_words.spanish(number, gender),
}


def session(language: Language, number: int, *, case: Case = Case.NOMINATIVE) -> str:
    """Return the number and noun of a session: "tenth session", "десятой сессии". Raises: ValueError below 1."""
    form = _RUSSIAN_SESSION[case] if language is Language.RUSSIAN else _SESSIONS[language]
    return form.format(session_ordinal(language, number, case=case))


def meeting(language: Language, number: int, *, case: Case = Case.NOMINATIVE) -> str:
    """Return the number and noun of a body's meeting: "ninth meeting". Raises: ValueError below 1."""
    form = _RUSSIAN_MEETING[case] if language is Language.RUSSIAN else _MEETINGS[language]
    return form.format(meeting_ordinal(language, number, case=case))


def session_ordinal(language: Language, number: int, *, case: Case = Case.NOMINATIVE) -> str:
    """Return the ordinal that agrees with "session"; in Chinese with its measure word, 第十届.

    Raises: ValueError below 1.
    """
    gender = _SESSION_GENDERS.get(language, Gender.NEUTER)
    return ordinal(language, number, gender=gender, case=case) + ("届" if language is Language.CHINESE else "")


def meeting_ordinal(language: Language, number: int, *, case: Case = Case.NOMINATIVE) -> str:
    """Return the ordinal that agrees with "meeting"; in Chinese with its measure word, 第十次.

    Raises: ValueError below 1.
    """
    gender = _MEETING_GENDERS.get(language, Gender.NEUTER)
    return ordinal(language, number, gender=gender, case=case) + ("次" if language is Language.CHINESE else "")


def ordinal(language: Language, number: int, *, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE) -> str:
    """Return an ordinal before (in Arabic after) a noun of that gender, definite in Arabic.

    Words up to 99, in English and Chinese up to 999; figures from there on, in Spanish from 11. Gender and case count
    only where the language has them. Raises: ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"Sessions and meetings are numbered from 1; {number} has no ordinal.")
    return _WORDS[language](number, gender, case)
