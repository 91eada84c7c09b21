"""The words of invented registers: twelve things that an invented conference is about, in six languages, and the
phrases that make names and titles of them. Nothing here is real. The records are made in `invented`.
"""

from functools import cache
from typing import Final

from rapporteur.languages.terms import Language, Multilingual, Wording

_CODES: Final = ("ar", "zh", "en", "fr", "ru", "es")
_THINGS: Final = (
    ("المد والجزر", "潮汐", "tides", "les marées", "приливы", "las mareas"),
    ("المنارات", "灯塔", "lighthouses", "les phares", "маяки", "los faros"),
    ("العبارات", "渡船", "ferries", "les bacs", "паромы", "los transbordadores"),
    ("السدود", "水闸", "sluices", "les écluses", "шлюзы", "las esclusas"),
    ("الملح", "食盐", "salt", "le sel", "соль", "la sal"),
    ("الأجراس", "钟声", "bells", "les cloches", "колокола", "las campanas"),
    ("المطاحن", "磨坊", "mills", "les moulins", "мельницы", "los molinos"),
    ("الجسور", "桥梁", "bridges", "les ponts", "мосты", "los puentes"),
    ("الضباب", "浓雾", "fog", "le brouillard", "туман", "la niebla"),
    ("الخرائط", "地图", "charts", "les cartes", "карты", "los mapas"),
    ("الحبال", "绳索", "ropes", "les cordages", "канаты", "las cuerdas"),
    ("الساعات", "时钟", "clocks", "les horloges", "часы", "los relojes"),
)
_PHRASES: Final = {
    "body": (
        "الفريق العامل المعني بموضوع {thing} {number}",
        "{thing}问题第{number}工作组",
        "Working Group {number} on {thing}",
        "Groupe de travail {number} sur {thing}",
        "Рабочая группа {number} по теме: {thing}",
        "Grupo de Trabajo {number} sobre {thing}",
    ),
    "document": (
        "دراسة عن {thing}، الجزء {number}",
        "关于{thing}的研究，第{number}部分",
        "Study of {thing}, part {number}",
        "Étude sur {thing}, partie {number}",
        "Исследование по теме: {thing}, часть {number}",
        "Estudio sobre {thing}, parte {number}",
    ),
    "report": (
        "تقرير عن {thing} {number}",
        "{thing}报告{number}",
        "Report on {thing} {number}",
        "Rapport sur {thing} {number}",
        "Доклад по теме: {thing} {number}",
        "Informe sobre {thing} {number}",
    ),
    "item": (
        "استعراض {thing} {number}",
        "审查{thing} {number}",
        "Review of {thing} {number}",
        "Examen concernant {thing} {number}",
        "Обзор по теме: {thing} {number}",
        "Examen de {thing} {number}",
    ),
    "mandate": (
        "تعزيز التعاون بشأن {thing} {number}",
        "加强{thing}方面的合作 {number}",
        "Strengthening cooperation on {thing} {number}",
        "Renforcement de la coopération concernant {thing} {number}",
        "Укрепление сотрудничества по теме: {thing} {number}",
        "Fortalecimiento de la cooperación sobre {thing} {number}",
    ),
    "instrument": (
        "اتفاقية {thing} {number}",
        "{thing}公约 {number}",
        "Convention on {thing} {number}",
        "Convention sur {thing} {number}",
        "Конвенция по теме: {thing} {number}",
        "Convención sobre {thing} {number}",
    ),
    "party": (
        "بلد {thing} {number}",
        "{thing}国 {number}",
        "Land of {thing} {number}",
        "Pays {number} : {thing}",
        "Страна {number}: {thing}",
        "País {number}: {thing}",
    ),
    "place": ("ميناء الملح", "盐港", "Salt Harbour", "Port-Salin", "Солт-Харбор", "Puerto Salado"),
    "chair": ("السيد {number}", "{number}先生", "Mr. Chair {number}", "M. {number}", "Г-н {number}", "Sr. {number}"),
    "conference": (
        "مؤتمر الأطراف في اتفاقية {thing}",
        "{thing}公约缔约方会议",
        "Conference of the Parties to the Convention on {thing}",
        "Conférence des Parties à la Convention sur {thing}",
        "Конференция участников Конвенции по теме: {thing}",
        "Conferencia de las Partes en la Convención sobre {thing}",
    ),
    "secretariat": (
        "أمانة {thing}",
        "{thing}秘书处",
        "Secretariat of {thing}",
        "Secrétariat pour {thing}",
        "Секретариат по теме: {thing}",
        "Secretaría de {thing}",
    ),
}


@cache
def words(phrase: str, number: int = 0) -> Multilingual:
    """Return a name or title in six languages; the number says which thing it is about and tells it from others."""
    things = _THINGS[number % len(_THINGS)]
    return Multilingual(
        {
            Language(code): Wording(text.format(thing=thing, number=number))
            for code, text, thing in zip(_CODES, _PHRASES[phrase], things, strict=True)
        }
    )
