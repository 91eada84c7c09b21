"""A form as a text document: written by `paper`, read back by `paper_reading`.

Each question is a small table. Its first cell names the place in small print, "#c5-1"; answers stand in the last cell
of a row, for options "#c5-1.2" with a mark, for tables a row an entry. Word processors change much when they save; what
people read, they keep, so reading goes by these names. Content controls with tags help where they are understood:
a list to choose from, a box to tick, a day to pick.
"""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from rapporteur.questionnaires.files.answers import IN_ROWS, asked_offline, columns_of, label_of, rows_of
from rapporteur.questionnaires.files.form import Form, sealed
from rapporteur.questionnaires.files.printing import headings, labels, notes, text_in, word
from rapporteur.questionnaires.terms import Answers, Kind, Question, Questionnaire, Value

if TYPE_CHECKING:
    from docx.package import Package

_STYLES: Final = ("Title", "Heading 1", "Heading 3", "Table Grid")
UNTICKED, TICKED = "☐", "☒"
_GREY: Final = RGBColor(0x70, 0x70, 0x70)
_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SPACES: Final[dict[Any, str]] = {None: _PROPERTIES, "vt": _TYPES}
_FORMAT_OF_PROPERTIES: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that office programs know


def lines_of(asked: Questionnaire, form: Form) -> list[str]:
    """Return the lines that a form has outside the places for answers, the one that names the State left out."""
    writer = _Writer(asked, form, has_places=False)
    writer.write({}, None)
    return [line.text for line in writer.document.paragraphs]


def paper(asked: Questionnaire, form: Form, answers: Answers, *, state: str) -> bytes:
    """Return a form as DOCX, with the answers so far. `state` is the name of the State in the form's language."""
    writer = _Writer(asked, form)
    writer.write(answers, state)
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, asked: Questionnaire, form: Form, *, has_places: bool = True) -> None:
        self.has_places = has_places
        self.asked, self.form, self.language = asked, form, form.language
        self.document = docx.Document()
        self.styles = {name: self.document.styles[name].style_id for name in _STYLES}
        self.controls = 0
        self.is_rtl = self.language.direction == "rtl"
        section = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2)
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        core = self.document.core_properties
        core.title = text_in(asked.title, self.language)
        core.author = core.comments = ""
        core.language = self.language.value

    def write(self, answers: Answers, state: str | None) -> None:
        self._line(text_in(self.asked.title, self.language), "Title")
        self._line(text_in(self.asked.notice, self.language)).runs[0].bold = True
        if state is not None:
            self._line(f"{word('state', self.language)}: {state}")
        self._line(word("how", self.language))
        for section, questions in asked_offline(self.asked, self.form.sections):
            self._line(text_in(section.title, self.language), "Heading 1")
            if section.guidance:
                self._line(text_in(section.guidance, self.language))
            for question in questions:
                self._question(question, answers.get(question.key))
        self._carry()

    # --- questions ---------------------------------------------------------------------------------------------------

    def _question(self, question: Question, value: Value) -> None:
        self._line(f"{question.number}. {text_in(question.text, self.language)}", "Heading 3")
        for note in notes(self.asked, question, self.language):
            line = self._line(note)
            line.runs[0].italic = True
            line.paragraph_format.keep_with_next = True
        if not self.has_places:
            return
        if question.kind is Kind.CHOICES:
            self._marks(question, value)
        elif question.kind in IN_ROWS:
            self._rows(question, value)
        elif question.kind is not Kind.ATTACHMENT:
            self._single(question, value)

    def _single(self, question: Question, value: Value) -> None:
        table = self._table(1, [Cm(2.6), Cm(14.4)])
        self._name(table.cell(0, 0), f"#{question.key}")
        place = table.cell(0, 1)
        if question.kind is Kind.CHOICE:
            shown = label_of(question, value, self.language) or word("choose", self.language)
            self._control(place.paragraphs[0], question.key, shown, self._list(question))
        elif question.kind is Kind.DATE:
            self._control(place.paragraphs[0], question.key, value or "", _day(value))
        else:
            self._text(place, value or "")
            self.controls += 1
            _bookmark(place.paragraphs[0], self.controls, question.key)

    def _marks(self, question: Question, value: Value) -> None:
        table = self._table(len(question.options), [Cm(2.6), Cm(13.2), Cm(1.2)])
        for index, label in enumerate(labels(question, self.language)):
            name = f"{question.key}.{index + 1}"
            self._name(table.cell(index, 0), f"#{name}")
            self._text(table.cell(index, 1), label)
            is_ticked = question.options[index].value in (value or ())
            place = table.cell(index, 2).paragraphs[0]
            self._control(place, name, TICKED if is_ticked else UNTICKED, _box(is_ticked=is_ticked))

    def _rows(self, question: Question, value: Value) -> None:
        keys, rows = columns_of(question), rows_of(question, value)
        table = self._table(len(rows) + 1, [Cm(2.6), *[Cm(14.4 / len(keys))] * len(keys)])
        cells = [list(row.cells) for row in table.rows]
        self._name(cells[0][0], f"#{question.key}")
        for at, heading in enumerate(headings(question, self.language), 1):
            self._text(cells[0][at], heading)
            cells[0][at].paragraphs[0].runs[0].bold = True
        for line, row in zip(cells[1:], rows, strict=True):
            for cell, text in zip(line[1:], row, strict=True):
                self._text(cell, text)

    # --- parts -------------------------------------------------------------------------------------------------------

    def _line(self, text: str, style: str = "") -> Paragraph:
        line = self.document.add_paragraph()
        if style:
            # By its name the library looks a style up among all others each time, and forms have thousands of lines.
            line._p.style = self.styles[style]  # noqa: SLF001 - as said
        self._say(line, text)
        return line

    def _table(self, rows: int, widths: list[Any]) -> Table:
        table: Table = self.document._body.add_table(rows, len(widths), sum(widths))  # noqa: SLF001 - as of the styles
        table._tbl.tblStyle_val = self.styles["Table Grid"]  # noqa: SLF001 - as of the styles
        table.autofit = False
        for column, width in enumerate(widths):
            table.columns[column].width = width
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        if self.is_rtl:
            table._tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001 - the library has no word for it
        return table

    def _name(self, cell: _Cell, name: str) -> None:
        run = cell.paragraphs[0].add_run(name)
        run.font.size, run.font.color.rgb = Pt(7), _GREY

    def _text(self, cell: _Cell, text: str) -> None:
        for at, line in enumerate(text.split("\n")):
            self._say(cell.add_paragraph() if at else cell.paragraphs[0], line)

    def _say(self, paragraph: Paragraph, text: str) -> None:
        self._direct(paragraph, paragraph.add_run(text))

    def _direct(self, paragraph: Paragraph, *runs: Run) -> None:
        if self.is_rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - the library has no word for it
            for run in runs:
                run.font.rtl = True

    def _control(self, paragraph: Paragraph, tag: str, text: str, kind: etree._Element) -> etree._Element:
        """Put a content control with a tag around a text."""
        self.controls += 1
        run = paragraph.add_run(text)
        self._direct(paragraph, run)
        settings, content, control = OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent"), OxmlElement("w:sdt")
        settings.append(_made("w:tag", val=tag))
        settings.append(_made("w:id", val=str(self.controls)))
        settings.append(_made("w:lock", val="sdtLocked"))
        settings.append(kind)
        paragraph._p.remove(run._r)  # noqa: SLF001 - the library has no content controls
        content.append(run._r)  # noqa: SLF001 - the library has no content controls
        control.append(settings)
        control.append(content)
        paragraph._p.append(control)  # noqa: SLF001 - the library has no content controls
        return control

    def _list(self, question: Question) -> etree._Element:
        made = OxmlElement("w:dropDownList")
        first = word("choose", self.language)
        for label, value in [(first, ""), *zip(labels(question, self.language), question.options, strict=True)]:
            plain = getattr(value, "value", value)
            made.append(_made("w:listItem", displayText=label, value=str(plain)))
        return made

    def _carry(self) -> None:
        last = self.document.add_paragraph()
        run = last.add_run(sealed(self.form))
        run.font.hidden, run.font.size = True, Pt(1)
        properties = {"assessment": self.form.assessment, "release": self.form.release, "state": self.form.state}
        package = cast("Package", self.document.part.package)
        part = Part(
            PackURI("/docProps/custom.xml"),
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            _properties(properties),
            package,
        )
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _made(name: str, /, **attributes: str) -> etree._Element:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _day(value: Value) -> etree._Element:
    made = _made("w:date", **({"fullDate": f"{value}T00:00:00Z"} if value else {}))
    made.append(_made("w:dateFormat", val="yyyy-MM-dd"))
    made.append(_made("w:lid", val="en-GB"))
    made.append(_made("w:calendar", val="gregorian"))
    return made


def _box(*, is_ticked: bool) -> etree._Element:
    made = etree.Element(f"{{{_W14}}}checkbox", nsmap={"w14": _W14})
    for name, sign in (("checked", "1" if is_ticked else "0"), ("checkedState", "2612"), ("uncheckedState", "2610")):
        part = etree.SubElement(made, f"{{{_W14}}}{name}")
        part.set(f"{{{_W14}}}val", sign)
    return made


def _bookmark(paragraph: Paragraph, number: int, key: str) -> None:
    name = "a_" + "".join(sign if sign.isalnum() else "_" for sign in key)
    start, end = _made("w:bookmarkStart", id=str(number), name=name[:40]), _made("w:bookmarkEnd", id=str(number))
    paragraph._p.append(start)  # noqa: SLF001 - the library has no bookmarks
    paragraph._p.append(end)  # noqa: SLF001 - the library has no bookmarks


def _properties(values: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap=_SPACES)
    for number, (name, value) in enumerate(values.items(), 2):
        at = {"fmtid": _FORMAT_OF_PROPERTIES, "pid": str(number), "name": f"rapporteur-{name}"}
        etree.SubElement(etree.SubElement(root, f"{{{_PROPERTIES}}}property", at), f"{{{_TYPES}}}lpwstr").text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
