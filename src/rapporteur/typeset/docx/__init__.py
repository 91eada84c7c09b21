"""DOCX: a document that an officer can go on editing, with real styles, numbering and footnotes.

`body` and `words` turn the tree into WordprocessingML by the grammar of `nodes`; `styles` and `numbering` carry all
formatting; `package` puts the parts into one file whose bytes depend on the document alone.
"""

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement

from rapporteur.typeset.docx.body import LINE, Body
from rapporteur.typeset.docx.nodes import Node, field, node, paragraph, run, tab, text
from rapporteur.typeset.docx.numbering import Numbering
from rapporteur.typeset.docx.package import Package, core_properties
from rapporteur.typeset.docx.styles import styles, tag_of
from rapporteur.typeset.docx.words import Words
from rapporteur.typeset.lines import plain
from rapporteur.typeset.tree import Document


def write(document: Document) -> bytes:
    numbering, words = Numbering(document.language), Words(document)
    content = list(Body(document, words, numbering).parts())
    package = Package()
    package.add("styles", styles(document.language))
    package.add("settings", _settings())
    package.add("numbering", numbering.part())
    package.add("footnotes", words.footnotes())
    frame = _frame(document, package)
    metadata, head = document.metadata, document.masthead
    package.add_properties(
        core_properties(
            title=metadata.title,
            author=plain(head.organization),
            subject=head.symbol,
            language=tag_of(document.language),
            issued_on=metadata.issued_on,
        )
    )
    return package.sealed(node("w:document", node("w:body", *content, frame)))


def _frame(document: Document, package: Package) -> Node:
    """Return the section: A4, the symbol in the running head, numbers of pages at the foot, page one apart."""
    head = document.masthead
    symbol = [run(text(head.symbol))] if head.symbol else []
    job_number = [run(text(head.job_number))] if head.job_number else []
    parts = (
        ("header", "default", node("w:hdr", paragraph("Header", *symbol))),
        ("header", "first", node("w:hdr", paragraph("Normal"))),
        ("footer", "default", node("w:ftr", _foot(document))),
        ("footer", "first", node("w:ftr", _foot(document, *job_number))),
    )
    references = [
        _reference(kind, use, package.add(kind, content, name=f"{kind}-{use}")) for kind, use, content in parts
    ]
    margins = {"top": 1418, "right": 1418, "bottom": 1418, "left": 1418, "header": 709, "footer": 709, "gutter": 0}
    mirrored = [node("w:bidi")] if document.language.direction == "rtl" else []
    return node(
        "w:sectPr",
        *references,
        node("w:pgSz", w=11906, h=16838),
        node("w:pgMar", **margins),
        node("w:titlePg"),
        *mirrored,
    )


def _foot(document: Document, *before: Node) -> Node:
    """Return the line at the foot of a page: what stands before, then page x of y at the far side.

    The line holds figures alone and runs from left to right in every language: in a line from right to left a word
    processor takes each field for a word of its own and prints "4/1" for page 1 of 4. The far side is the left then.
    """
    stop = node("w:tabs", node("w:tab", val="right", pos=LINE))
    count = [*field("PAGE", "1"), run(text("/")), *field("NUMPAGES", "1")]
    if document.language.direction == "rtl":
        return paragraph("Footer", *count, tab(), *before, properties=(stop, node("w:bidi", val=0)))
    return paragraph("Footer", *before, tab(), *count, properties=(stop,))


def _reference(kind: str, use: str, key: str) -> Node:
    reference = OxmlElement(f"w:{kind}Reference", nsdecls={prefix: nsmap[prefix] for prefix in ("w", "r")})
    reference.set(qn("w:type"), use)
    reference.set(qn("r:id"), key)
    return reference


def _settings() -> Node:
    separators = [node("w:footnote", id=key) for key in (-1, 0)]
    modern = node("w:compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return node(
        "w:settings",
        node("w:defaultTabStop", val=567),
        node("w:characterSpacingControl", val="doNotCompress"),
        node("w:footnotePr", *separators),
        node("w:compat", modern),
    )
