"""The small grammar in which the parts of a DOCX file are built: nodes of WordprocessingML, texts, tabs and fields."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

Node = etree._Element  # noqa: SLF001 -- lxml names the type of its nodes nowhere else


def node(tag: str, *children: Node, **attributes: str | int) -> Node:
    """Return a node: `node("w:p", ..., val="x")`; tags and attributes are of WordprocessingML."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def text(value: str) -> Node:
    made = OxmlElement("w:t")
    made.text = value
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def run(*children: Node, style: str = "", properties: tuple[Node, ...] = ()) -> Node:
    """Return a run; `properties` come in the order of the schema, after the style."""
    styled = (node("w:rStyle", val=style),) if style else ()
    kept = (node("w:rPr", *styled, *properties),) if styled or properties else ()
    return node("w:r", *kept, *children)


def tab() -> Node:
    return node("w:r", node("w:tab"))


def paragraph(style: str, *children: Node, properties: tuple[Node, ...] = ()) -> Node:
    """Return a paragraph in a style; `properties` come in the order of the schema, after the style."""
    return node("w:p", node("w:pPr", node("w:pStyle", val=style), *properties), *children)


def field(code: str, shown: str) -> tuple[Node, ...]:
    """Return the runs of a field such as PAGE, with what it shows until it is reckoned."""
    instruction = node("w:instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return (
        run(node("w:fldChar", fldCharType="begin")),
        run(instruction),
        run(node("w:fldChar", fldCharType="separate")),
        run(text(shown)),
        run(node("w:fldChar", fldCharType="end")),
    )
