"""The file itself: parts put into one archive, with nothing in it that changes from one run to the next."""

import datetime as dt
import io
import zipfile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package as OpcPackage
from lxml import etree

from rapporteur.typeset.docx.nodes import Node

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that an archive can name
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"

KINDS = {
    "styles": (CT.WML_STYLES, RT.STYLES),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES),
    "header": (CT.WML_HEADER, RT.HEADER),
    "footer": (CT.WML_FOOTER, RT.FOOTER),
}


class Package:
    """A file in the making. Parts are added in a fixed order, which fixes their relationship keys."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        self._document = Part(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, b"", self._package)
        self._package.relate_to(self._document, RT.OFFICE_DOCUMENT)

    def add(self, kind: str, content: Node, *, name: str = "") -> str:
        """Add a part and return the key by which the document calls it."""
        content_type, relation = KINDS[kind]
        part = Part(PackURI(f"/word/{name or kind}.xml"), content_type, _serialized(content), self._package)
        return self._document.relate_to(part, relation)

    def add_properties(self, content: Node) -> None:
        part = Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, _serialized(content), self._package)
        self._package.relate_to(part, RT.CORE_PROPERTIES)

    def sealed(self, document: Node) -> bytes:
        """Return the bytes of the file, with the document as its main part."""
        self._document._blob = _serialized(document)  # noqa: SLF001 -- the part's content; it has no setter
        loose = io.BytesIO()
        self._package.save(loose)
        return _fixed(loose)


def core_properties(*, title: str, author: str, subject: str, language: str, issued_on: dt.date) -> Node:
    """Return the properties of the document; its only date is the one in the masthead."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name, value in (("title", title), ("creator", author), ("subject", subject), ("language", language)):
        if value:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = value
    for name in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        moment.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        moment.text = f"{issued_on.isoformat()}T00:00:00Z"
    return root


def _serialized(content: Node) -> bytes:
    return etree.tostring(content, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fixed(loose: io.BytesIO) -> bytes:
    """Return the archive with every member at one moment, in one order: the list of types first, then by name."""
    sealed = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(sealed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, date_time=_MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return sealed.getvalue()
