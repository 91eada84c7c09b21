import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pyxform.xls2xform import convert

from questionnaires.invented import INVENTED, question, said, when
from rapporteur.cli.main import run
from rapporteur.datafiles.faults import FileRefused
from rapporteur.datafiles.reading import read, read_text
from rapporteur.languages.terms import Multilingual
from rapporteur.questionnaires.files.expressions import Unreadable, condition_of, expression
from rapporteur.questionnaires.files.xlsform import xlsform
from rapporteur.questionnaires.files.xlsform_reading import questionnaire_from_xlsform
from rapporteur.questionnaires.rules.canonical import canonical
from rapporteur.questionnaires.rules.definitions import questionnaire_of
from rapporteur.questionnaires.rules.writing import written
from rapporteur.questionnaires.terms import (
    ALWAYS,
    Check,
    Comparison,
    Condition,
    Kind,
    Limits,
    Operator,
    Questionnaire,
    Severity,
)

SHIPPED = questionnaire_of(read(Path("data/questionnaires/cluster-1.yaml")))
KINDS = {"a": Kind.CHOICE, "b": Kind.CHOICES, "c": Kind.NUMBER, "rows": Kind.TABLE}
every_questionnaire = pytest.mark.parametrize("asked", [INVENTED, SHIPPED], ids=["invented", "shipped"])


def book(**sheets: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def faults(content: bytes) -> list[str]:
    with pytest.raises(FileRefused) as refusal:
        questionnaire_from_xlsform(content, shown_as="form.xlsx")
    return [str(fault) for fault in refusal.value.faults]


@every_questionnaire
def test_a_questionnaire_comes_back_from_its_xlsform_as_it_was(asked: Questionnaire) -> None:
    assert canonical(questionnaire_from_xlsform(xlsform(asked), shown_as="form.xlsx")) == canonical(asked)


@every_questionnaire
def test_the_written_file_reads_as_the_same_questionnaire(asked: Questionnaire) -> None:
    assert canonical(questionnaire_of(read_text(written(asked), shown_as="form.yaml"))) == canonical(asked)


@every_questionnaire
def test_pyxform_makes_a_form_of_it(asked: Questionnaire, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(xlsform(asked))
    made = convert(str(path))
    assert made.xform.count("<bind ") > len(asked.questions)
    assert [warning for warning in made.warnings if "hint" not in warning] == []


def test_the_command_line_takes_a_questionnaire_there_and_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    assert run(["questionnaire", "export", "data/questionnaires/cluster-1.yaml", "--xlsform", str(there)]) == 0
    assert run(["questionnaire", "import", str(there), "--output", str(back)]) == 0
    assert canonical(questionnaire_of(read(back))) == canonical(SHIPPED)
    assert run(["questionnaire", "import", str(there)]) == 0
    assert capsys.readouterr().out.endswith(back.read_text(encoding="utf-8"))
    there.write_bytes(b"PK")
    assert run(["questionnaire", "import", str(there)]) != 0
    assert "this file is not read (damaged)" in capsys.readouterr().err


def test_a_plain_form_of_others_is_read() -> None:
    content = book(
        survey=[
            ["type", "name", "label", "hint", "required", "relevant", "constraint"],
            ["start", "start", "", "", "", "", ""],
            ["select_one yn", "law", "Is there a law?", "National law.", "yes", "", ""],
            ["text", "which", "Which?", "", "", "${law} = 'yes'", "string-length(.) <= 500"],
            ["integer", "years", "Years?", "", "${law} = 'yes'", "selected(${law}, 'yes')", ". >= 0 and . <= 99"],
            ["date", "since", "Since?", "", "", "${years} > 4", ". >= date('2000-01-01')"],
        ],
        choices=[["list_name", "name", "label"], ["yn", "yes", "Yes"], ["yn", "no", "No"]],
        settings=[["form_title", "form_id", "version"], ["A survey", "a survey", "3"]],
    )
    made = questionnaire_from_xlsform(content, shown_as="form.xlsx")
    assert (made.key, made.version, made.title.first(), [s.key for s in made.sections]) == (
        "a-survey",
        3,
        "A survey",
        ["general"],
    )
    law, which, years, since = made.questions
    assert (law.kind, law.required_if, law.guidance.first(), [o.value for o in law.options]) == (
        Kind.CHOICE,
        ALWAYS,
        "National law.",
        ["yes", "no"],
    )
    assert (which.shown_if, which.limits) == (when("law", Operator.IS, "yes"), Limits(most=500))
    assert (years.shown_if, years.required_if, years.limits) == (
        when("law", Operator.IS, "yes"),
        when("law", Operator.IS, "yes"),
        Limits(least=0, most=99),
    )
    assert (since.shown_if, str(since.limits.earliest)) == (when("years", Operator.ABOVE, 4), "2000-01-01")
    assert made.notice.first() == "Imported from an XLSForm; not an official text."


def test_a_form_of_others_with_groups_repeats_and_languages_is_read() -> None:
    content = book(
        survey=[
            ["type", "name", "label::English (en)", "label :: French", "relevant", "constraint"],
            ["select_multiple what", "what", "What?", "Quoi ?", "", ""],
            ["begin group", "cases", "Cases", "Affaires", "selected(${what}, 'cases')", ""],
            ["note", "n", "Of this year.", "De cette année.", "", ""],
            ["begin repeat", "list", "List them", "Énumérez", "", ""],
            ["text", "court", "Court", "Tribunal", "", ""],
            ["decimal", "fine", "Fine", "Amende", "", ""],
            ["end repeat", "", "", "", "", ""],
            ["text", "more", "More?", "Encore ?", "count(${list}) > 0", "not(. = 'x')"],
            ["end group", "", "", "", "", ""],
        ],
        choices=[
            ["list_name", "name", "label::English (en)", "label::French (fr)"],
            ["what", "cases", "Cases", "Affaires"],
        ],
        settings=[["form_title", "default_language"], ["Cases", "French (fr)"]],
    )
    made = questionnaire_from_xlsform(content, shown_as="form.xlsx")
    assert [(s.key, s.title.first(), [q.key for q in s.questions]) for s in made.sections] == [
        ("general", "Cases", ["what"]),
        ("cases", "Cases", ["list", "more"]),
    ]
    table, more = made.sections[1].questions
    assert [(c.key, c.kind, c.label.first()) for c in table.columns] == [
        ("court", "text", "Court"),
        ("fine", "number", "Fine"),
    ]
    assert table.shown_if == when("what", Operator.INCLUDES, "cases")
    assert more.shown_if == Condition(
        (Comparison("what", Operator.INCLUDES, "cases"), Comparison("list", Operator.ANSWERED))
    )
    assert more.checks == (Check(when("more", Operator.IS, "x"), Severity.BLOCKS, more.text),)
    assert made.sections[1].guidance == Multilingual.plain(en="Of this year.", fr="De cette année.")


def test_what_no_questionnaire_says_is_refused_with_its_place() -> None:
    content = book(
        survey=[
            ["type", "name", "label", "relevant", "constraint", "label::Klingon"],
            ["geopoint", "where", "Where?", "", "", ""],
            ["select_one none", "a", "A?", "", "", ""],
            ["text", "b", "B?", "${a} = 'x' or (${a} = 'y' and ${a} = 'z')", "", ""],
            ["text", "c", "C?", "today() > 4", "regex(., 'x')", "qo"],
        ],
        choices=[["list_name", "name", "label"], ["yn", "yes", "Yes"]],
    )
    told = faults(content)
    assert [fault.partition("; expected")[0] for fault in told] == [
        "form.xlsx:2: survey, type: the type “geopoint” is no kind of question here",
        "form.xlsx:3: survey, type: there is no list “none” in the sheet “choices”",
        "form.xlsx:4: survey, relevant: what “or” joins must be single comparisons",
        "form.xlsx:5: survey, constraint: “regex(., 'x')” is not understood",
        "form.xlsx:5: survey, label::Klingon: “Klingon” is none of the languages here",
        "form.xlsx:5: survey, relevant: “today() > 4” is not understood",
    ]
    assert all("; expected" in fault for fault in told)


def test_a_formula_a_foreign_file_and_an_empty_form_are_refused() -> None:
    assert faults(book(survey=[["type", "name", "label"], ["text", "a", "=1+1"]])) == [
        "form.xlsx:2: survey: a cell holds a formula; expected what it comes to"
    ]
    assert faults(b"nothing") == ["form.xlsx: this is no spreadsheet that can be read; expected XLSX"]
    assert faults(book(survey=[["type", "name", "label"]])) == [
        "form.xlsx: survey: there is no question; expected a sheet “survey” with rows"
    ]
    later = [["type", "name", "label", "relevant"], ["text", "a", "A?", "${b} != ''"], ["text", "b", "B?", ""]]
    assert faults(book(survey=later)) == [
        "form.xlsx: sections[1].questions[1].shown_if.all[1].question: no earlier question has the key 'b'"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "${a} = 'yes'",
        "${a} != 'it''s'".replace("''", ""),
        "selected(${b}, 'x') and ${c} > 4",
        "${a} != '' and (${c} < 4 or ${b} = '' or selected(${b}, \"it's\"))",
        "count(${rows}) > 0",
        "count(${rows}) = 0 and ${c} = 5",
        "${a} = 'yes' or ${a} = 'no'",
    ],
)
def test_an_expression_read_and_written_is_the_same(text: str) -> None:
    assert expression(condition_of(text, KINDS), KINDS) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("${a} = ", "the expression ends where a value was expected"),
        ("${a} >= 4", "the sign “>=” is none of =, !=, >, <"),
        ("${a} = 4.5", "“4.5” stands where a text in quotation marks or a whole number was expected"),
        ("(${a} = 1", "“the end” stands where “)” was expected"),
        ("${a} = 1 ${b} = 2", "“${b}” stands where “and”, “or” or the end was expected"),
        ("count(${rows}) > 3", "rows can be counted only to tell whether there are any"),
        (". = 1", "“.” stands for the question itself, which this expression cannot look at"),
        ("(${a} = 1 or ${b} = 2) and (${a} = 3 or ${b} = 4)", "there are two groups joined by “or”"),
        ("'x' = ${a}", "“'x'” stands where a question as ${name} was expected"),
        ("${a} # 1", "“# 1” is not understood"),
    ],
)
def test_an_expression_that_no_condition_says_is_refused(text: str, why: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        condition_of(text, KINDS)
    assert str(refusal.value) == why


def test_a_value_with_both_quotation_marks_cannot_be_written() -> None:
    with pytest.raises(Unreadable, match="both kinds of quotation marks"):
        expression(when("a", Operator.IS, "'\""), KINDS)


def test_a_key_that_begins_with_a_figure_gets_a_name_that_xml_takes() -> None:
    first = question("1a", Kind.TEXT)
    second = question("b", Kind.TEXT, shown_if=when("1a", Operator.ANSWERED))
    asked = replace(INVENTED, sections=(replace(INVENTED.sections[0], title=said("One"), questions=(first, second)),))
    back = questionnaire_from_xlsform(xlsform(asked), shown_as="form.xlsx")
    assert (back == asked, "_1a" in str(list(openpyxl.load_workbook(io.BytesIO(xlsform(asked)))["survey"].values))) == (
        True,
        True,
    )
