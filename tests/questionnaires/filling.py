"""Filling forms as people do: by the libraries that write such files, at the places that the form names."""

import io

import docx
import openpyxl

from rapporteur.questionnaires.files.sheet import FIRST


def filled_sheet(content: bytes, **cells: object) -> bytes:
    """Return a spreadsheet with these values; `law__1=("Act 1", "art. 2", "")` fills the first row of a table."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    main = book.worksheets[0]
    rows = {str(row[0].value): row[0].row for row in main.iter_rows(max_col=1) if row[0].value}
    for name, value in cells.items():
        row = rows[_place(name)]
        for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
            main.cell(row, FIRST + at).value = one
    return _saved(book)


def filled_paper(content: bytes, **cells: object) -> bytes:
    """Return a text document with these values, in the same places."""
    document = docx.Document(io.BytesIO(content))
    for name, value in cells.items():
        place = _place(name)
        key, _slash, row = place.partition("/")
        for table in document.tables:
            for at, line in enumerate(table.rows):
                if line.cells[0].text.strip() == f"#{key}":
                    target = table.rows[at + int(row or 0)]
                    given = value if isinstance(value, tuple) else (value,)
                    for cell, one in zip(target.cells[-len(given) :], given, strict=True):
                        _write(cell, str(one))
    return _saved(document)


def _place(name: str) -> str:
    return name.replace("__", "/").replace("_o", ".")


def _write(cell: "docx.table._Cell", text: str) -> None:
    runs = cell._tc.xpath(".//w:sdtContent/w:r/w:t")
    if runs:
        runs[0].text = text
    else:
        cell.text = text


def _saved(file: object) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
