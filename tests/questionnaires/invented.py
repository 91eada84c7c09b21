"""A small invented questionnaire with every kind of question, for the tests of this room."""

from rapporteur.languages.terms import Language, Multilingual
from rapporteur.questionnaires.terms import (
    ALWAYS,
    Check,
    Column,
    ColumnKind,
    Comparison,
    Condition,
    Kind,
    Limits,
    Operator,
    Option,
    Question,
    Questionnaire,
    Section,
    Severity,
)


def said(text: str) -> Multilingual:
    return Multilingual.plain(en=text)


def when(question: str, operator: Operator, value: str | int | None = None) -> Condition:
    return Condition(all_of=(Comparison(question, operator, value),))


def question(key: str, kind: Kind, **more: object) -> Question:
    return Question(key=key, number=key, text=said(f"What of {key}?"), kind=kind, **more)  # type: ignore[arg-type]  # any part


YES_NO = (Option("yes", said("Yes")), Option("in_part", said("Yes, in part")), Option("no", said("No")))
NOT_NO = Condition(any_of=(Comparison("offence", Operator.IS, "yes"), Comparison("offence", Operator.IS, "in_part")))

OFFENCE = question("offence", Kind.CHOICE, options=YES_NO, required_if=ALWAYS)
LAW = question("law", Kind.LEGISLATION, shown_if=NOT_NO, required_if=ALWAYS)
PLANS = question("plans", Kind.TEXT, shown_if=when("offence", Operator.IS, "no"), limits=Limits(most=20))
FORMS = question(
    "forms", Kind.CHOICES, options=(Option("a", said("A")), Option("b", said("B")), Option("c", said("C")))
)
PENALTY = question(
    "penalty",
    Kind.NUMBER,
    limits=Limits(least=0, most=60, decimals=1),
    checks=(Check(when("penalty", Operator.BELOW, 4), Severity.WARNS, said("Less than four years.")),),
)
SINCE = question("since", Kind.DATE, required_if=when("penalty", Operator.ANSWERED))
CASES = question(
    "cases", Kind.TABLE, columns=(Column("year", said("Year"), ColumnKind.NUMBER), Column("court", said("Court")))
)
FILES = question("files", Kind.ATTACHMENT, limits=Limits(most=2))

INVENTED = Questionnaire(
    key="invented",
    version=1,
    title=said("Invented questionnaire"),
    notice=said("Invented for tests."),
    languages=(Language.ENGLISH,),
    sections=(
        Section("one", said("The offence"), (OFFENCE, LAW, PLANS, FORMS), instrument="treaty", article="1"),
        Section("two", said("The penalty"), (PENALTY, SINCE, CASES, FILES), instrument="treaty", article="2"),
    ),
)
