import base64
import datetime as dt
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from archive.made import changed
from questionnaires.filling import filled_paper, filled_sheet
from questionnaires.invented import INVENTED, said
from rapporteur.languages.terms import Language
from rapporteur.questionnaires.files.comparing import Standing, compared
from rapporteur.questionnaires.files.form import Filled, Flaw, Form, FormRefused, sealed, unsealed, why_not_for
from rapporteur.questionnaires.files.paper import paper
from rapporteur.questionnaires.files.paper_reading import Document
from rapporteur.questionnaires.files.printing import WORDS, labels, notes, text_in
from rapporteur.questionnaires.files.sheet import sheet
from rapporteur.questionnaires.files.sheet_reading import Book
from rapporteur.questionnaires.rules.values import Misfit, Unfit
from rapporteur.questionnaires.terms import Fate, Kind, Option, Value

KEYS = [question.key for question in INVENTED.questions if question.kind is not Kind.ATTACHMENT]
FORM = Form("a1b2", "d" * 64, "AAA", Language.ENGLISH, ("one", "two"), dict.fromkeys(KEYS, 1))
ANSWERS: dict[str, Value] = {
    "offence": "in_part",
    "law": [{"law": "=Penal Code", "provisions": "art. 1\nart. 2", "link": "https://law.example/1"}],
    "plans": "=1+1, «قانون»\n\tsecond line",
    "forms": ["a", "c"],
    "penalty": "12.5",
    "since": "2026-05-04",
    "cases": [{"year": "1999", "court": "Supreme"}, {"year": "", "court": "Lower"}],
}
WRITERS = {"docx": (paper, Document, filled_paper), "xlsx": (sheet, Book, filled_sheet)}
every_format = pytest.mark.parametrize("suffix", WRITERS)
every_language = pytest.mark.parametrize("language", Language)


def made(suffix: str, answers: dict[str, Value] = ANSWERS, form: Form = FORM) -> bytes:
    return WRITERS[suffix][0](INVENTED, form, answers, state="Alandia")


def read(suffix: str, content: bytes) -> Filled:
    return WRITERS[suffix][1](content).filled(INVENTED)


def refused(suffix: str, content: bytes) -> tuple[Flaw, str]:
    with pytest.raises(FormRefused) as refusal:
        read(suffix, content)
    return refusal.value.flaw, refusal.value.detail


@every_format
@every_language
def test_a_form_that_nobody_touched_says_what_it_said_and_knows_whose_it_is(suffix: str, language: Language) -> None:
    form = replace(FORM, language=language)
    back = read(suffix, made(suffix, form=form))
    assert (back.form, dict(back.values), back.unread) == (form, ANSWERS, ())


@every_format
def test_a_blank_form_says_nothing(suffix: str) -> None:
    assert dict(read(suffix, made(suffix, {})).values) == dict.fromkeys(KEYS)


@every_format
def test_what_is_filled_in_is_read(suffix: str) -> None:
    content = WRITERS[suffix][2](
        made(suffix, {}),
        offence="No",
        plans="A bill.\nSoon.",
        forms_o2="x",
        penalty="7",
        since="2025-01-31",
        law__1=("Act 1", "s. 2", ""),
        cases__2=("2001", "Supreme"),
    )
    assert dict(read(suffix, content).values) == {
        "offence": "no",
        "law": [{"law": "Act 1", "provisions": "s. 2", "link": ""}],
        "plans": "A bill.\nSoon.",
        "forms": ["b"],
        "penalty": "7",
        "since": "2025-01-31",
        "cases": [{"year": "2001", "court": "Supreme"}],
    }


def test_numbers_and_days_that_a_spreadsheet_keeps_as_such_are_read() -> None:
    content = filled_sheet(
        made("xlsx", {}), penalty=12.5, since=dt.date(2025, 1, 31), cases__1=(2001, 5), plans=dt.date(2025, 1, 2)
    )
    values = read("xlsx", content).values
    assert [values[key] for key in ("penalty", "since", "cases", "plans")] == [
        "12.5",
        "2025-01-31",
        [{"year": "2001", "court": "5"}],
        "2025-01-02",
    ]


def test_a_number_that_no_spreadsheet_keeps_exactly_and_a_text_longer_than_a_cell_come_back_whole() -> None:
    answers = {"cases": [{"year": "123456789012345.123456", "court": "c" * 31_000}], "plans": "p" * 45_000}
    values = read("xlsx", made("xlsx", answers)).values
    assert (values["cases"], values["plans"]) == (answers["cases"], answers["plans"])


@every_format
def test_an_option_that_is_not_offered_is_told_and_the_rest_is_read(suffix: str) -> None:
    content = WRITERS[suffix][2](made(suffix), offence="Perhaps", forms_o2="?")
    values = read(suffix, content).values
    assert [(values[key].misfit, values[key].detail) for key in ("offence", "forms")] == [
        (Misfit.NO_SUCH_OPTION, "Perhaps"),
        (Misfit.NOT_OF_THIS_KIND, "?"),
    ]
    assert values["plans"] == ANSWERS["plans"]


def test_a_formula_in_any_cell_is_refused_by_its_place() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx")))
    book.worksheets[0]["H3"] = "=1+1"
    out = io.BytesIO()
    book.save(out)
    assert refused("xlsx", out.getvalue()) == (Flaw.FORMULA, "H3")


def test_text_outside_the_places_is_listed() -> None:
    document = docx.Document(io.BytesIO(made("docx")))
    document.paragraphs[3].insert_paragraph_before("We need more time.")
    out = io.BytesIO()
    document.save(out)
    back = read("docx", out.getvalue())
    assert (back.unread, dict(back.values)) == (("We need more time.",), ANSWERS)


def test_tracked_changes_count_as_they_would_be_accepted() -> None:
    content = filled_paper(made("docx", {}), plans="OLD")
    xml = _part(content, "word/document.xml").replace(
        b"<w:r><w:t>OLD</w:t></w:r>",
        b"<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>",
    )
    assert read("docx", changed(content, {"word/document.xml": xml})).values["plans"] == "new"


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


@every_format
def test_a_file_of_others_is_no_form(suffix: str) -> None:
    out = io.BytesIO()
    (docx.Document() if suffix == "docx" else openpyxl.Workbook()).save(out)
    assert refused(suffix, out.getvalue()) == (Flaw.NO_FORM, "")


@every_format
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no package", b"\x00" * 500])
def test_what_is_no_package_is_damaged(suffix: str, content: bytes) -> None:
    assert refused(suffix, content)[0] is Flaw.DAMAGED


def test_a_place_that_is_missing_or_there_twice_is_damage() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx")))
    main = book.worksheets[0]
    row = next(row[0].row for row in main.iter_rows(max_col=1) if row[0].value == "plans")
    for name, expected in (("penalty", "penalty"), (None, "plans")):
        main.cell(row, 1).value = name
        out = io.BytesIO()
        book.save(out)
        assert refused("xlsx", out.getvalue()) == (Flaw.DAMAGED, expected)
    content = made("docx")
    for old, new, expected in ((b"#plans<", b"#penalty<", "penalty"), (b"#plans<", b"plans<", "plans")):
        xml = _part(content, "word/document.xml").replace(old, new)
        assert refused("docx", changed(content, {"word/document.xml": xml})) == (Flaw.DAMAGED, expected)


def test_a_table_with_a_column_less_is_damage_and_one_with_a_row_more_is_read() -> None:
    document = docx.Document(io.BytesIO(made("docx")))
    table = next(table for table in document.tables if table.rows[0].cells[0].text == "#cases")
    row = table.add_row()
    row.cells[2].text = "One more"
    out = io.BytesIO()
    document.save(out)
    assert read("docx", out.getvalue()).values["cases"][-1] == {"year": "", "court": "One more"}
    row._tr.remove(row.cells[2]._tc)
    out = io.BytesIO()
    document.save(out)
    assert refused("docx", out.getvalue()) == (Flaw.DAMAGED, "cases")


def test_the_hidden_text_of_a_form_is_checked() -> None:
    text = sealed(FORM)
    assert unsealed(text) == unsealed("\n".join(text[at : at + 7] for at in range(0, len(text), 7))) == FORM
    mark, digest, packed = text.split(":")
    cases = {
        "something else": Flaw.NO_FORM,
        f"{mark}:{'0' * 64}:{packed}": Flaw.DAMAGED,
        f"{mark}:{digest}:{packed[:-40]}": Flaw.DAMAGED,
        f"{mark}:{digest}:{base64.b64encode(zlib.compress(bytes(50_000_000))).decode()}": Flaw.DAMAGED,
    }
    for told, flaw in cases.items():
        with pytest.raises(FormRefused) as refusal:
            unsealed(told)
        assert refusal.value.flaw is flaw


def test_a_form_of_a_later_format_or_without_its_parts_is_refused() -> None:
    for plain, expected in (
        ({"format": "offline-form/9"}, (Flaw.LATER_FORMAT, "offline-form/9")),
        ({}, (Flaw.DAMAGED, "rapporteur-form")),
    ):
        text = json.dumps(plain).encode()
        told = f"rapporteur-form:{hashlib.sha256(text).hexdigest()}:{base64.b64encode(zlib.compress(text)).decode()}"
        with pytest.raises(FormRefused) as refusal:
            unsealed(told)
        assert (refusal.value.flaw, refusal.value.detail) == expected


def test_a_form_belongs_to_one_state_one_version_one_assessment() -> None:
    own = {"assessment": "a1b2", "release": "d" * 64, "state": "AAA"}
    assert why_not_for(FORM, **own) is None
    found = [why_not_for(FORM, **{**own, name: "other"}) for name in ("state", "release", "assessment")]
    assert [other and other.flaw for other in found] == [Flaw.OTHER_STATE, Flaw.OTHER_VERSION, Flaw.OTHER_ASSESSMENT]


def test_what_a_form_would_do_is_told_question_by_question() -> None:
    before = {"offence": "yes", "plans": "old", "penalty": "12.50", "since": "2026-01-01", "forms": ["a"]}
    now = {key: Standing(1, value) for key, value in before.items()} | {
        "since": Standing(2, "2026-02-02"),
        "forms": Standing(3, ["b"]),
    }
    values = {
        "offence": "no",
        "law": [{"law": "Act 1"}],
        "plans": None,
        "forms": ["a"],
        "penalty": "12.5",
        "since": "2026-03-03",
        "cases": [{"year": "x"}],
    }
    form = replace(FORM, versions={**dict.fromkeys(KEYS, 1), "law": 0, "cases": 0})
    found = compared(INVENTED, Filled(form, values), before=before, now=now, sections=("one", "two"))
    assert {change.question.key: change.fate for change in found} == {
        "offence": Fate.CHANGED,
        "law": Fate.NEW,
        "plans": Fate.EMPTIED,
        "forms": Fate.UNCHANGED,
        "penalty": Fate.UNCHANGED,
        "since": Fate.CONFLICT,
        "cases": Fate.UNFIT,
    }
    assert [change.question.key for change in found if change.is_applied] == ["offence", "law", "plans", "since"]
    alone = compared(INVENTED, Filled(form, values), before=before, now=now, sections=("two",))
    assert [change.question.key for change in alone] == ["penalty", "since", "cases"]


def test_a_value_that_could_not_be_read_does_not_fit() -> None:
    filled = Filled(FORM, {"offence": Unfit(Misfit.NO_SUCH_OPTION, "Perhaps")})
    [change] = compared(INVENTED, filled, before={}, now={}, sections=("one",))
    assert (change.fate, change.unfit and change.unfit.detail) == (Fate.UNFIT, "Perhaps")


def test_a_text_that_is_missing_is_shown_as_missing_and_options_stay_apart() -> None:
    assert text_in(said("Yes"), Language.FRENCH) == "[pas de texte en français : Yes]"
    question = replace(INVENTED.questions[0], options=(Option("a", said("Same")), Option("b", said("Same"))))
    assert labels(question, Language.ENGLISH) == ["Same (a)", "Same (b)"]


def test_a_condition_is_told_in_words() -> None:
    law = INVENTED.question("law")
    assert notes(INVENTED, law, Language.ENGLISH) == [
        "Only if: offence = “Yes” or offence = “Yes, in part”",
        "An answer is needed",
        "One row for each entry.",
    ]


def test_every_word_of_a_form_is_there_in_six_languages() -> None:
    assert {key: list(texts) for key, texts in WORDS.items()} == {key: list(Language) for key in WORDS}


def test_a_form_in_arabic_runs_from_right_to_left() -> None:
    form = replace(FORM, language=Language.ARABIC)
    assert openpyxl.load_workbook(io.BytesIO(made("xlsx", form=form))).worksheets[0].sheet_view.rightToLeft is True
    xml = _part(made("docx", form=form), "word/document.xml")
    paragraphs = docx.Document(io.BytesIO(made("docx", form=form))).paragraphs
    told = [line for line in paragraphs if line.text and not line.text.startswith("rapporteur-form")]
    assert [
        line.text for line in told if line._p.pPr is None or line._p.pPr.find(docx.oxml.ns.qn("w:bidi")) is None
    ] == []
    assert xml.count(b"<w:bidiVisual/>") == len(KEYS)


def test_the_places_of_a_spreadsheet_are_open_and_the_rest_is_locked() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx")))
    main = book.worksheets[0]
    assert (main.protection.sheet, main.column_dimensions["A"].hidden) == (True, True)
    assert [sheet.sheet_state for sheet in book.worksheets[1:]] == ["hidden", "veryHidden"]
    open_ = {cell.row for row in main.iter_rows() for cell in row if not cell.protection.locked}
    named = {row[0].row for row in main.iter_rows(max_col=1) if row[0].value}
    assert open_ == named
    rules = {rule.formula1: str(rule.sqref) for rule in main.data_validations.dataValidation}
    assert len(rules) == 2
    offered = [cell.value for cell in book["lists"]["A"]]
    assert offered == ["Yes", "Yes, in part", "No"]


@pytest.mark.office
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC])
@every_format
def test_a_form_survives_a_word_processor(
    suffix: str, language: Language, tmp_path: Path, convert: Callable[[Path, str], Path]
) -> None:
    form = replace(FORM, language=language)
    source = tmp_path / f"form.{suffix}"
    source.write_bytes(made(suffix, form=form))
    back = read(suffix, convert(source, suffix).read_bytes())
    assert (back.form, dict(back.values), back.unread) == (form, ANSWERS, ())
