"""Names of the months as dates of official documents write them.

Russian names stand in the genitive, as after a day; Arabic ones are double; Chinese ones are figures with their sign.
"""

from collections.abc import Mapping
from typing import Final

from rapporteur.languages.rows import row
from rapporteur.languages.terms import Language

MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    Language.ARABIC: (
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
    Language.CHINESE: tuple(f"{number}月" for number in range(1, 13)),
    Language.ENGLISH: row("January February March April May June July August September October November December"),
    Language.FRENCH: row("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    Language.RUSSIAN: row("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    Language.SPANISH: row("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
}
RUSSIAN_NOMINATIVE: Final = row("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
RUSSIAN_PREPOSITIONAL: Final = row("январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре")
