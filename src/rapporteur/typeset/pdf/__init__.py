"""PDF: tagged, accessible (PDF/UA-1) and archival (PDF/A-2a) at once, its fonts embedded, set by typst.

`content` turns the tree into plain data, `official.typ` beside this file lays it out, `fonts` names the faces of each
language. Words reach the layout only as data, so that no text can act as markup.
"""

import datetime as dt
import json
import re
from importlib.resources import files

import typst

from rapporteur.typeset.pdf.content import content
from rapporteur.typeset.pdf.fonts import faces
from rapporteur.typeset.soundness import BrokenDocument, UnprintableText, strings
from rapporteur.typeset.tree import Document

# How the typesetter says that a letter has no face, and how it writes letters that are not for print.
_WITHOUT_FACE = re.compile(r'the text `"(.+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
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
        raise _refusal(document, error.message) from error
    return bytes(data)


def _refusal(document: Document, message: str) -> BrokenDocument:
    """Return what to tell the author; only a letter without a face has a place in the text."""
    missing = _WITHOUT_FACE.search(message)
    if missing is None:
        return BrokenDocument("document", f"no PDF can be made of it: {message}")
    letters = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), missing[1])
    place = next((place for place, text in strings(document) if letters in text), "document")
    return UnprintableText(place, f"no embedded font has {letters!r}, so no PDF can be made; write it in another way")
