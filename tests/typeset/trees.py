"""An invented document in six languages: the Conference of the Parties to a Convention on Tidal Mills."""

import datetime as dt
from dataclasses import dataclass

from rapporteur.languages.terms import Language
from rapporteur.typeset.tree import (
    Document,
    Emphasis,
    Gap,
    Heading,
    Item,
    Items,
    LineBreak,
    Masthead,
    Metadata,
    Note,
    NoteCall,
    Paragraph,
    Provisional,
    Reference,
    ReferenceKind,
    Strong,
    Table,
    Text,
)

SYMBOL = "CTM/COP/2031/4"
REPORT = "CTM/COP/WG.2/2030/3"
AGENDA = "CTM/COP/2031/1"


@dataclass(frozen=True)
class Words:
    organization: str
    organ: str
    distribution: str
    date: str
    languages: tuple[str, ...]
    meeting: str
    place_and_dates: str
    items: str
    item_titles: tuple[str, str]
    title: str
    byline: str
    headings: tuple[str, str]
    first: tuple[str, str, str]
    second: str
    third: str
    third_end: str
    labels: tuple[str, str, str]
    points: tuple[str, str, str]
    missing: str
    provisional: str
    columns: tuple[str, str, str]
    caption: str
    cells: tuple[str, str, str]


WORDS = {
    Language.ENGLISH: Words(
        organization="United Nations",
        organ="Conference of the Parties to the Convention on Tidal Mills",
        distribution="Distr.: General",
        date="3 March 2031",
        languages=("Original: English",),
        meeting="Fourth session",
        place_and_dates="Lisbon, 12–16 May 2031",
        items="Items 2 and 4 of the provisional agenda",
        item_titles=("Review of the implementation of the Convention on Tidal Mills", "Technical assistance"),
        title="Reports on the meetings of the subsidiary bodies of the Conference of the Parties",
        byline="Note by the Secretariat",
        headings=("Reports on the meetings of the Working Group on Sluices held in Lisbon", "Dates of the meetings"),
        first=("In its ", "resolution 2/1", ", the Conference, "),
        second="established the Working Group on Sluices, which would:",
        third="The report on that meeting (",
        third_end=") will be made available to the Conference at its fourth session.",
        labels=("(a)", "(i)", "(b)"),
        points=("Advise the Conference;", "On sluices “of every kind” & <wheels>;", "Report to it."),
        missing="no English term",
        provisional="Group of Friends of the Tide",
        columns=("Meeting", "Dates", "Report"),
        caption="Meetings of the Working Group",
        cells=("Second", "7 and 8 October 2030", "Third"),
    ),
    Language.FRENCH: Words(
        organization="Nations Unies",
        organ="Conférence des Parties à la Convention sur les moulins à marée",
        distribution="Distr. générale",
        date="3 mars 2031",
        languages=("Français", "Original : anglais"),
        meeting="Quatrième session",
        place_and_dates="Lisbonne, 12-16 mai 2031",
        items="Points 2 et 4 de l’ordre du jour provisoire",
        item_titles=("Examen de l’application de la Convention sur les moulins à marée", "Assistance technique"),
        title="Rapports sur les réunions des organes subsidiaires de la Conférence des Parties",
        byline="Note du Secrétariat",
        headings=("Rapports sur les réunions du Groupe de travail sur les écluses", "Dates des réunions"),
        first=("Dans sa ", "résolution 2/1", ", la Conférence, "),
        second="a créé le Groupe de travail sur les écluses, chargé :",
        third="Le rapport sur cette réunion (",
        third_end=") sera présenté à la Conférence à sa quatrième session.",
        labels=("a)", "i)", "b)"),
        points=("De conseiller la Conférence ;", "Sur les écluses « de toute sorte » ;", "De lui faire rapport."),
        missing="terme français manquant",
        provisional="Groupe des amis de la marée",
        columns=("Réunion", "Dates", "Rapport"),
        caption="Réunions du Groupe de travail",
        cells=("Deuxième", "7 et 8 octobre 2030", "Troisième"),
    ),
    Language.SPANISH: Words(
        organization="Naciones Unidas",
        organ="Conferencia de las Partes en la Convención sobre los Molinos de Marea",
        distribution="Distr. general",
        date="3 de marzo de 2031",
        languages=("Español", "Original: inglés"),
        meeting="Cuarto período de sesiones",
        place_and_dates="Lisboa, 12 a 16 de mayo de 2031",
        items="Temas 2 y 4 del programa provisional",
        item_titles=("Examen de la aplicación de la Convención sobre los Molinos de Marea", "Asistencia técnica"),
        title="Informes sobre las reuniones de los órganos subsidiarios de la Conferencia de las Partes",
        byline="Nota de la Secretaría",
        headings=("Informes sobre las reuniones del Grupo de Trabajo sobre Esclusas", "Fechas de las reuniones"),
        first=("En su ", "resolución 2/1", ", la Conferencia, "),
        second="estableció el Grupo de Trabajo sobre Esclusas, encargado de:",
        third="El informe sobre esa reunión (",
        third_end=") se pondrá a disposición de la Conferencia en su cuarto período de sesiones.",
        labels=("a)", "i)", "b)"),
        points=("Asesorar a la Conferencia;", "Sobre esclusas “de todo tipo”;", "Informarle."),
        missing="falta el término español",
        provisional="Grupo de Amigos de la Marea",
        columns=("Reunión", "Fechas", "Informe"),
        caption="Reuniones del Grupo de Trabajo",
        cells=("Segunda", "7 y 8 de octubre de 2030", "Tercera"),
    ),
    Language.RUSSIAN: Words(
        organization="Организация Объединенных Наций",
        organ="Конференция участников Конвенции о приливных мельницах",
        distribution="Distr.: General",
        date="3 March 2031",
        languages=("Russian", "Original: English"),
        meeting="Четвертая сессия",
        place_and_dates="Лиссабон, 12–16 мая 2031 года",
        items="Пункты 2 и 4 предварительной повестки дня",
        item_titles=("Обзор осуществления Конвенции о приливных мельницах", "Техническая помощь"),
        title="Доклады о совещаниях вспомогательных органов Конференции участников",
        byline="Записка Секретариата",
        headings=("Доклады о совещаниях Рабочей группы по шлюзам", "Сроки совещаний"),
        first=("В своей ", "резолюции 2/1", " Конференция, "),
        second="учредила Рабочую группу по шлюзам, которой поручено:",
        third="Доклад об этом совещании (",
        third_end=") будет представлен Конференции на ее четвертой сессии.",
        labels=("a)", "i)", "b)"),
        points=("консультировать Конференцию;", "по шлюзам «всякого рода»;", "представлять ей доклады."),
        missing="русский термин отсутствует",
        provisional="Группа друзей прилива",
        columns=("Совещание", "Сроки", "Доклад"),
        caption="Совещания Рабочей группы",
        cells=("Второе", "7 и 8 октября 2030 года", "Третье"),
    ),
    Language.ARABIC: Words(
        organization="الأمم المتحدة",
        organ="مؤتمر الأطراف في اتفاقية طواحين المد والجزر",
        distribution="Distr.: General",
        date="3 March 2031",
        languages=("Arabic", "Original: English"),
        meeting="الدورة الرابعة",
        place_and_dates="لشبونة، 12-16 أيار/مايو 2031",
        items="البندان 2 و4 من جدول الأعمال المؤقت",
        item_titles=("استعراض تنفيذ اتفاقية طواحين المد والجزر", "المساعدة التقنية"),
        title="التقارير عن اجتماعات الهيئات الفرعية لمؤتمر الأطراف",
        byline="مذكرة من الأمانة",
        headings=("التقارير عن اجتماعات الفريق العامل المعني بالبوابات", "مواعيد الاجتماعات"),
        first=("أنشأ المؤتمر، في ", "قراره 2/1", "، "),
        second="الفريقَ العاملَ المعنيَّ بالبوابات وكلَّفه بما يلي:",
        third="وسيتاح التقرير عن ذلك الاجتماع (",
        third_end=") للمؤتمر في دورته الرابعة.",
        labels=("(أ)", "(1)", "(ب)"),
        points=("إسداء المشورة إلى المؤتمر؛", "بشأن البوابات “على أنواعها”؛", "تقديم التقارير إليه."),
        missing="لا يوجد مصطلح عربي",
        provisional="فريق أصدقاء المد",
        columns=("الاجتماع", "المواعيد", "التقرير"),
        caption="اجتماعات الفريق العامل",
        cells=("الثاني", "7 و8 تشرين الأول/أكتوبر 2030", "الثالث"),
    ),
    Language.CHINESE: Words(
        organization="联合国",
        organ="潮汐磨坊公约缔约方会议",
        distribution="Distr.: General",
        date="3 March 2031",
        languages=("Chinese", "Original: English"),
        meeting="第四届会议",
        place_and_dates="2031年5月12日至16日，里斯本",
        items="临时议程项目2和4",
        item_titles=("审查《潮汐磨坊公约》的实施情况", "技术援助"),
        title="缔约方会议各附属机构会议报告",
        byline="秘书处的说明",
        headings=("水闸问题工作组会议报告", "会议日期"),
        first=("缔约方会议在", "第2/1号决议", "中，"),
        second="设立了水闸问题工作组，其任务是：",
        third="该次会议的报告（",
        third_end="）将提供给缔约方会议第四届会议。",
        labels=("(a)", "(一)", "(b)"),
        points=("向缔约方会议提供咨询；", "涉及“各类”水闸；", "向其提出报告。"),
        missing="没有中文术语",
        provisional="潮汐之友小组",
        columns=("会议", "日期", "报告"),
        caption="工作组会议",
        cells=("第二次", "2030年10月7日和8日", "第三次"),
    ),
}


def sample(language: Language) -> Document:
    words = WORDS[language]
    return Document(
        language=language,
        masthead=_masthead(words),
        blocks=(
            Heading((Text(words.headings[0]),), number="I"),
            *_paragraphs(words),
            Heading((Text(words.headings[1]),), level=2, number="A"),
            _table(words),
            Paragraph((Strong((Text(words.byline),)), Text("."), LineBreak(), Text(words.place_and_dates))),
        ),
        metadata=Metadata(
            kind="note",
            title=words.title,
            author="ctm-secretariat",
            issued_on=dt.date(2031, 3, 3),
            conference="ctm-cop",
            session="cop-4",
        ),
        notes=(Note("*", (_symbol(AGENDA), Text("."))), Note("1", (Text(words.item_titles[1]), Text(".")))),
    )


def _symbol(symbol: str) -> Reference:
    return Reference((Text(symbol),), ReferenceKind.DOCUMENT, symbol)


def _masthead(words: Words) -> Masthead:
    return Masthead(
        organization=(Text(words.organization),),
        symbol=SYMBOL,
        organ=(Text(words.organ),),
        distribution=(Text(words.distribution),),
        date=(Text(words.date),),
        languages=tuple((Text(line),) for line in words.languages),
        meeting=(Text(words.meeting),),
        place_and_dates=(Text(words.place_and_dates),),
        items=(Text(words.items), NoteCall("*")),
        item_titles=tuple((Text(title),) for title in words.item_titles),
        title=(Text(words.title),),
        byline=(Text(words.byline),),
        job_number="V.31-01234",
    )


def _paragraphs(words: Words) -> tuple[Paragraph | Items, ...]:
    mandate = Reference((Text(words.first[1]),), ReferenceKind.MANDATE, "resolution 2/1")
    foreign = Language.ARABIC if words.organ.isascii() else Language.ENGLISH
    original = WORDS[foreign].provisional
    return (
        Paragraph(
            (
                Text(words.first[0]),
                mandate,
                Text(words.first[2]),
                Emphasis((Text("inter alia"),)),
                Text("، " if words.organ[0] == "م" else ", "),
                Text(words.second),
            ),
            number=1,
        ),
        Items(
            (
                Item(words.labels[0], (Text(words.points[0]),), (Item(words.labels[1], (Text(words.points[1]),)),)),
                Item(words.labels[2], (Text(words.points[2]), NoteCall("1"))),
            )
        ),
        Paragraph((Text(words.third), _symbol(REPORT), Text(words.third_end)), number=2),
        Paragraph(
            (Provisional((Text(words.provisional),)), Text(" – "), Gap(words.missing, original, foreign), Text(".")),
            number=3,
        ),
    )


def _table(words: Words) -> Table:
    return Table(
        header=tuple((Text(column),) for column in words.columns),
        rows=(
            ((Text(words.cells[0]),), (Text(words.cells[1]),), (_symbol(REPORT),)),
            ((Text(words.cells[2]),), (Provisional((Text(words.date),)),), (Gap(words.missing, "", Language.FRENCH),)),
        ),
        caption=(Text(words.caption),),
        widths=(2, 3, 3),
    )


SAMPLES = {language: sample(language) for language in Language}
