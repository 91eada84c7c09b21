"""The words that stand around questions and answers in a form, in the six languages, and conditions told in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rapporteur.languages.clean import isolated
from rapporteur.languages.terms import Language, Multilingual
from rapporteur.questionnaires.terms import Comparison, Condition, Kind, Operator, Question, Questionnaire

_AR, _ZH, _EN, _FR, _RU, _ES = Language

WORDS: Final[Mapping[str, Mapping[Language, str]]] = MappingProxyType(
    {
        "missing": {
            _AR: "[لا يوجد نص بالعربية: {}]",
            _ZH: "[无中文文本：{}]",
            _EN: "[no text in English: {}]",
            _FR: "[pas de texte en français : {}]",
            _RU: "[нет текста на русском языке: {}]",
            _ES: "[sin texto en español: {}]",
        },
        "state": {_AR: "الدولة", _ZH: "国家", _EN: "State", _FR: "État", _RU: "Государство", _ES: "Estado"},
        "number": {_AR: "الرقم", _ZH: "编号", _EN: "No.", _FR: "Nº", _RU: "№", _ES: "Núm."},
        "question": {_AR: "السؤال", _ZH: "问题", _EN: "Question", _FR: "Question", _RU: "Вопрос", _ES: "Pregunta"},
        "answer": {_AR: "الإجابة", _ZH: "答复", _EN: "Answer", _FR: "Réponse", _RU: "Ответ", _ES: "Respuesta"},
        "law": {_AR: "القانون", _ZH: "法律", _EN: "Law", _FR: "Loi", _RU: "Закон", _ES: "Ley"},
        "provisions": {
            _AR: "الأحكام",
            _ZH: "条款",
            _EN: "Provisions",
            _FR: "Dispositions",
            _RU: "Положения",
            _ES: "Disposiciones",
        },
        "link": {_AR: "الرابط", _ZH: "链接", _EN: "Link", _FR: "Lien", _RU: "Ссылка", _ES: "Enlace"},
        "choose": {
            _AR: "اختر إجابة",
            _ZH: "请选择",
            _EN: "Choose an answer",
            _FR: "Choisir une réponse",
            _RU: "Выберите ответ",
            _ES: "Elija una respuesta",
        },
        "mark": {
            _AR: "ضع علامة x في الخانة المقابلة لكل إجابة تنطبق.",
            _ZH: "请在每项适用答复旁标注 x。",
            _EN: "Put an x beside each answer that applies.",
            _FR: "Mettez un x en regard de chaque réponse qui s’applique.",
            _RU: "Поставьте x напротив каждого подходящего ответа.",
            _ES: "Ponga una x junto a cada respuesta que corresponda.",
        },
        "date": {
            _AR: "تاريخ، مثال: \u20662026-05-04\u2069",
            _ZH: "日期，例如 2026-05-04",
            _EN: "A date such as 2026-05-04",
            _FR: "Une date, par exemple 2026-05-04",
            _RU: "Дата, например 2026-05-04",
            _ES: "Una fecha, por ejemplo 2026-05-04",
        },
        "rows": {
            _AR: "صف واحد لكل مدخل.",
            _ZH: "每项占一行。",
            _EN: "One row for each entry.",
            _FR: "Une ligne par entrée.",
            _RU: "Одна строка на каждую запись.",
            _ES: "Una fila por cada entrada.",
        },
        "files": {
            _AR: "تُقدَّم الملفات على الموقع، لا في هذه الاستمارة.",
            _ZH: "文件请在网站上提交，不在本表中提交。",
            _EN: "Files are given on the site, not in this form.",
            _FR: "Les fichiers se remettent sur le site, et non dans ce formulaire.",
            _RU: "Файлы передаются на сайте, а не в этой форме.",
            _ES: "Los archivos se entregan en el sitio, no en este formulario.",
        },
        "needed": {
            _AR: "إجابة مطلوبة",
            _ZH: "必答",
            _EN: "An answer is needed",
            _FR: "Une réponse est nécessaire",
            _RU: "Требуется ответ",
            _ES: "Se requiere una respuesta",
        },
        "how": {
            _AR: "اكتب إجاباتك في الخانات المخصصة لها فقط؛ فما يُكتب خارجها لا يُقرأ. ثم أعِد الملف على صفحة الاستبيان.",
            _ZH: "请仅在答复栏内填写；栏外内容不会被读取。填写后请在问卷页面上传本文件。",
            _EN: "Write in the places for answers only; what stands elsewhere is not read. Then give the file back on "
            "the page of the questionnaire, where every change is shown before anything is saved.",
            _FR: "N’écrivez que dans les emplacements prévus pour les réponses ; le reste n’est pas lu. Remettez "
            "ensuite le fichier sur la page du questionnaire, où chaque changement est montré avant d’être enregistré.",
            _RU: "Пишите только в местах для ответов; остальное не читается. Затем загрузите файл на странице "
            "вопросника, где каждое изменение будет показано до сохранения.",
            _ES: "Escriba solo en los espacios para respuestas; lo demás no se lee. Después devuelva el archivo en la "
            "página del cuestionario, donde cada cambio se muestra antes de guardarse.",
        },
        "imported": {
            _AR: "استُورد من ملف XLSForm؛ وليس نصاً رسمياً.",
            _ZH: "由 XLSForm 导入；非正式文本。",
            _EN: "Imported from an XLSForm; not an official text.",
            _FR: "Importé d’un XLSForm ; ce n’est pas un texte officiel.",
            _RU: "Импортировано из XLSForm; не является официальным текстом.",
            _ES: "Importado de un XLSForm; no es un texto oficial.",
        },
        "if": {
            _AR: "إذا كان: {}",
            _ZH: "如果：{}",
            _EN: "Only if: {}",
            _FR: "Seulement si : {}",
            _RU: "Только если: {}",
            _ES: "Solo si: {}",
        },
        "and": {_AR: " و", _ZH: "，并且", _EN: " and ", _FR: " et ", _RU: " и ", _ES: " y "},
        "or": {_AR: " أو ", _ZH: "，或者", _EN: " or ", _FR: " ou ", _RU: " или ", _ES: " o "},
        "answered": {
            _AR: "أُجيب عنه",
            _ZH: "已答复",
            _EN: "is answered",
            _FR: "a une réponse",
            _RU: "имеет ответ",
            _ES: "tiene respuesta",
        },
        "not_answered": {
            _AR: "لم يُجب عنه",
            _ZH: "未答复",
            _EN: "is not answered",
            _FR: "n’a pas de réponse",
            _RU: "не имеет ответа",
            _ES: "no tiene respuesta",
        },
    }
)
_SIGNS: Final = {
    Operator.IS: "=",
    Operator.IS_NOT: "≠",
    Operator.INCLUDES: "∋",
    Operator.ABOVE: ">",
    Operator.BELOW: "<",
}


def word(key: str, language: Language) -> str:
    return WORDS[key][language]


def text_in(text: Multilingual, language: Language) -> str:
    """Return a text as the form shows it: in its language, else said to be missing, with the original; "" for none."""
    found = text.text(language)
    if found is not None or not text:
        return found or ""
    original = text.first() if language.direction == "ltr" else isolated(text.first())
    return word("missing", language).format(original)


def labels(question: Question, language: Language) -> list[str]:
    """Return what stands for each option of a question; each differs from the others."""
    plain = [text_in(option.label, language) for option in question.options]
    return [
        f"{label} ({option.value})" if plain.count(label) > 1 else label
        for label, option in zip(plain, question.options, strict=True)
    ]


def headings(question: Question, language: Language) -> list[str]:
    """Return the headings of the columns of a question that is answered in rows."""
    if question.kind is Kind.LEGISLATION:
        return [word(part, language) for part in ("law", "provisions", "link")]
    return [text_in(column.label, language) for column in question.columns]


def notes(asked: Questionnaire, question: Question, language: Language) -> list[str]:
    """Return what stands under a question: its guidance, when it is asked, how it is answered."""
    said = [text_in(question.guidance, language)]
    if question.shown_if:
        said.append(word("if", language).format(condition(asked, question.shown_if, language)))
    if question.required_if is not None:
        said.append(word("needed", language))
    how = {Kind.CHOICES: "mark", Kind.DATE: "date", Kind.ATTACHMENT: "files"}.get(question.kind)
    how = "rows" if question.kind in {Kind.TABLE, Kind.LEGISLATION} else how
    return [line for line in (*said, word(how, language) if how else "") if line]


def condition(asked: Questionnaire, told: Condition, language: Language) -> str:
    """Return a condition in words: “4 = “Yes” or 5 is answered”."""
    every = word("and", language).join(_comparison(asked, one, language) for one in told.all_of)
    some = word("or", language).join(_comparison(asked, one, language) for one in told.any_of)
    return f"{every}{word('and', language)}({some})" if every and some else every or some


def _comparison(asked: Questionnaire, one: Comparison, language: Language) -> str:
    question = asked.question(one.question)
    number = question.number if question else one.question
    if one.operator not in _SIGNS:
        return f"{number} {word(one.operator, language)}"
    option = question.option(str(one.value)) if question else None
    value = text_in(option.label, language) if option else str(one.value)
    return f"{number} {_SIGNS[one.operator]} “{value}”"
