"""Akoma Ntoso 3.0 in the profile of the United Nations system (AKN4UN), as far as the register knows what it asks for.

`identity` names the document at its three levels (work, expression, manifestation), `content` marks up what is printed.
What the profile wants and the register does not hold is left out: docs/reference/akoma-ntoso.md lists it.
"""

from lxml import etree

from rapporteur.typeset.akn.content import Content
from rapporteur.typeset.akn.identity import Identity
from rapporteur.typeset.akn.nodes import Node, node
from rapporteur.typeset.tree import Document

_OPENED = frozenset(
    {
        "akomaNtoso", "doc", "debateReport", "meta", "identification", "FRBRWork", "FRBRExpression",
        "FRBRManifestation", "references", "coverPage", "preface", "mainBody", "section", "subsection", "hcontainer",
        "paragraph", "content", "blockList", "item", "table", "tr", "td", "th",
    }
)  # fmt: skip


def write(document: Document) -> bytes:
    identity = Identity(document)
    content = Content(document, identity)
    root = node("akomaNtoso")
    parts = [identity.meta(), content.cover_page(), content.preface(), content.main_body()]
    root.append(node(identity.element, *(part for part in parts if len(part)), name=identity.name))
    _open(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _open(root: Node) -> None:
    """Put each structural part on a line of its own; where words stand, no space may come in."""
    for each in root.iter():
        if etree.QName(each).localname in _OPENED and len(each):
            each.text = "\n"
            for child in each:
                child.tail = "\n"
