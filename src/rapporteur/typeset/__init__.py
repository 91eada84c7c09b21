"""Official documents as files: a content tree goes in, the bytes of a text, page, DOCX, PDF or Akoma Ntoso come out.

`tree` says what a document is made of; `formats` names the five formats and writes any of them; `soundness` refuses a
tree that no writer could set. Behind them stand the writers: `txt`, `web`, `docx`, `pdf` and `akn`.
"""

from rapporteur.typeset.formats import Format, html_fragment, write
from rapporteur.typeset.soundness import BrokenDocument, UnprintableText

__all__ = ["BrokenDocument", "Format", "UnprintableText", "html_fragment", "write"]
