"""How each language makes its ordinals: the words, the endings, and where figures take over.

Every function takes a number from 1. `ordinals` chooses among them.
"""

from collections.abc import Mapping
from typing import Final

from rapporteur.languages.cases import Case, Gender
from rapporteur.languages.rows import row

_HUNDRED: Final = 100

_ENGLISH: Final = row(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ENGLISH_UNITS: Final = row("one two three four five six seven eight nine")
_ENGLISH_TENS: Final = row("twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}


def english(number: int) -> str:
    """Return the word up to 999, then figures: "1,000th" is printed "1000th"."""
    hundreds, rest = divmod(number, _HUNDRED)
    if hundreds >= 10:  # noqa: PLR2004 - a thousand
        suffix = "th" if 10 < rest < 20 else _ENGLISH_SUFFIXES.get(number % 10, "th")  # noqa: PLR2004 - 11th to 19th
        return f"{number}{suffix}"
    if hundreds:
        start = f"{_ENGLISH_UNITS[hundreds - 1]} hundred"
        return f"{start} and {english(rest)}" if rest else f"{start}th"
    if number <= len(_ENGLISH):
        return _ENGLISH[number - 1]
    tens, units = divmod(number, 10)
    word = _ENGLISH_TENS[tens - 2]
    return f"{word}-{_ENGLISH[units - 1]}" if units else f"{word[:-1]}ieth"


_FRENCH: Final = row(
    "unième deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième "
    "treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième"
)
_FRENCH_TENS: Final = row("vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")


def french(number: int, gender: Gender) -> str:
    """Return the word up to 99, then figures: "100e"."""
    if number == 1:
        return "première" if gender is Gender.FEMININE else "premier"
    if number >= _HUNDRED:
        return f"{number}e"
    if number <= len(_FRENCH):
        return _FRENCH[number - 1]
    tens = number // 10
    word = _FRENCH_TENS[tens - 2]
    rest = number % 20 if word in {"soixante", "quatre-vingt"} else number % 10
    if not rest:
        return f"{word.removesuffix('e')}ième"
    joint = " et " if rest in {1, 11} and word != "quatre-vingt" else "-"
    return f"{word}{joint}{_FRENCH[rest - 1]}"


_SPANISH: Final = row("primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo")
_SPANISH_FEMININE: Final = row("primera segunda tercera cuarta quinta sexta séptima octava novena décima")


def spanish(number: int, gender: Gender) -> str:
    """Return the word up to 10, first and third shortened before a masculine noun, then figures: "11º", "11ª"."""
    is_feminine = gender is Gender.FEMININE
    if number > len(_SPANISH):
        return f"{number}{'ª' if is_feminine else 'º'}"
    return (_SPANISH_FEMININE if is_feminine else _SPANISH)[number - 1]


_RUSSIAN: Final = row(
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
    "шестнадцат семнадцат восемнадцат девятнадцат"
)
_RUSSIAN_TENS: Final = row("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
_RUSSIAN_TENTH: Final = row("двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност")
_STRESSED: Final = frozenset({"втор", "шест", "седьм", "восьм", "сороков"})  # masculine in -ой
_RUSSIAN_ENDINGS: Final[Mapping[Gender, Mapping[Case, str]]] = {
    Gender.MASCULINE: {
        Case.NOMINATIVE: "ый",
        Case.GENITIVE: "ого",
        Case.DATIVE: "ому",
        Case.ACCUSATIVE: "ый",
        Case.INSTRUMENTAL: "ым",
        Case.PREPOSITIONAL: "ом",
    },
    Gender.FEMININE: {
        Case.NOMINATIVE: "ая",
        Case.GENITIVE: "ой",
        Case.DATIVE: "ой",
        Case.ACCUSATIVE: "ую",
        Case.INSTRUMENTAL: "ой",
        Case.PREPOSITIONAL: "ой",
    },
    Gender.NEUTER: {
        Case.NOMINATIVE: "ое",
        Case.GENITIVE: "ого",
        Case.DATIVE: "ому",
        Case.ACCUSATIVE: "ое",
        Case.INSTRUMENTAL: "ым",
        Case.PREPOSITIONAL: "ом",
    },
}
_SOFT: Final = {  # endings of "третий" by those of the others
    "ый": "ий",
    "ого": "ьего",
    "ому": "ьему",
    "ым": "ьим",
    "ом": "ьем",
    "ая": "ья",
    "ой": "ьей",
    "ую": "ью",
    "ое": "ье",
}
# After figures stands the last letter of the ending, two where the letter before it is a consonant.
_AFTER_FIGURES: Final = {"ого": "го", "ому": "му"}


def russian(number: int, gender: Gender, case: Case) -> str:
    """Return the word up to 99, then figures with the end of the ending: "100-я", "100-го".

    The accusative is that of things, which is the nominative save for the feminine.
    """
    ending = _RUSSIAN_ENDINGS[gender][case]
    if number >= _HUNDRED:
        return f"{number}-{_AFTER_FIGURES.get(ending, ending[-1])}"
    tens, units = divmod(number, 10)
    if number <= len(_RUSSIAN):
        return _inflected(_RUSSIAN[number - 1], ending)
    if not units:
        return _inflected(_RUSSIAN_TENTH[tens - 2], ending)
    return f"{_RUSSIAN_TENS[tens - 2]} {_inflected(_RUSSIAN[units - 1], ending)}"


def _inflected(stem: str, ending: str) -> str:
    if stem == "трет":
        return stem + _SOFT[ending]
    return stem + ("ой" if ending == "ый" and stem in _STRESSED else ending)


_CHINESE: Final = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return 第 and the number in characters up to 999, then figures; the measure word is the noun's."""
    hundreds, rest = divmod(number, _HUNDRED)
    if hundreds >= 10:  # noqa: PLR2004 - a thousand
        return f"第{number}"
    if not hundreds:
        words = _chinese_below_hundred(rest)
        return f"第{words.removeprefix('一') if words.startswith('一十') else words}"  # 十一, but 一百一十一
    zero = "零" if 0 < rest < 10 else ""  # noqa: PLR2004 - the empty place of the tens
    return f"第{_CHINESE[hundreds]}百{zero}{_chinese_below_hundred(rest)}"


def _chinese_below_hundred(number: int) -> str:
    tens, units = divmod(number, 10)
    return (f"{_CHINESE[tens]}十" if tens else "") + (_CHINESE[units] if units else "")


_ARABIC: Final = row("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")
_ARABIC_FEMININE: Final = row("الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة")
_ARABIC_TENS: Final = row("العشر الثلاث الأربع الخمس الست السبع الثمان التسع")


def arabic(number: int, gender: Gender, case: Case) -> str:
    """Return the definite word up to 99, then figures. 11 to 19 are invariable, the tens have one oblique form."""
    is_feminine = gender is Gender.FEMININE
    units_words = _ARABIC_FEMININE if is_feminine else _ARABIC
    tens, units = divmod(number, 10)
    if number >= _HUNDRED:
        return str(number)
    if number <= len(_ARABIC):
        return units_words[number - 1]
    # In compounds "first" takes another word than alone.
    unit = ("الحادية" if is_feminine else "الحادي") if units == 1 else units_words[units - 1]
    if tens == 1:
        return f"{unit} {'عشرة' if is_feminine else 'عشر'}"
    ten = _ARABIC_TENS[tens - 2] + ("ون" if case is Case.NOMINATIVE else "ين")
    return f"{unit} و{ten}" if units else ten
