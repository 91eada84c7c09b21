"""PDF: tagged, accessible (PDF/UA-1) and archival (PDF/A-2a) at once, its fonts embedded, set by typst.

`content` turns the tree into plain data, `official.typ` beside this file lays it out, `fonts` names the faces of each
language. Words reach the layout only as data, so that no text can act as markup.
"""

import datetime as dt
import json
from importlib.resources import files

import typst

from rapporteur.typeset.pdf.content import content
from rapporteur.typeset.pdf.fonts import faces
from rapporteur.typeset.soundness import BrokenDocument
from rapporteur.typeset.tree import Document

_LAYOUT = files(__name__).joinpath("official.typ").read_bytes()


def write(document: Document) -> bytes:
    issued_on = document.metadata.issued_on
    try:
        data = typst.compile(
            _LAYOUT,
            format="pdf",
            font_paths=faces(),
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(content(document), ensure_ascii=False)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=dt.datetime.combine(issued_on, dt.time(), tzinfo=dt.UTC),
        )
    except typst.TypstError as error:
        raise BrokenDocument("document", f"no PDF can be made of it: {error.message}") from error
    return bytes(data)
