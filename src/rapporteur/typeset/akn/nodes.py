"""Nodes of Akoma Ntoso: an element from its name, its content in order, and its attributes."""

from lxml import etree

Node = etree._Element  # noqa: SLF001 -- lxml names the type of its nodes nowhere else
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# The stubs of lxml ask for a prefix; the default namespace has none.
DEFAULT: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def node(tag: str, *content: Node | str, lang: str = "", **attributes: str) -> Node:
    """Return an element; strings and elements stand in it in the order given. Attributes that are "" are left out."""
    made = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap=DEFAULT)
    for name, value in attributes.items():
        if value:
            made.set(name.rstrip("_"), value)
    if lang:
        made.set(_LANGUAGE, lang)
    for part in content:
        _append(made, part)
    return made


def _append(made: Node, part: Node | str) -> None:
    if not isinstance(part, str):
        made.append(part)
    elif len(made):
        made[-1].tail = (made[-1].tail or "") + part
    else:
        made.text = (made.text or "") + part
