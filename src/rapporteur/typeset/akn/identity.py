"""What a document is called at the three levels of Akoma Ntoso, and what a cited document is called.

Source of the forms: AKN4UN Guidelines, part 1, "Naming convention" and "Mapping of UN Document Classes to AKN Document
Types". The only date that the tree carries is the one in the masthead; it stands for all three levels.
"""

import re
from urllib.parse import quote

from rapporteur.languages.terms import Language
from rapporteur.typeset.akn.nodes import Node, node
from rapporteur.typeset.lines import plain
from rapporteur.typeset.tree import Document, Reference, ReferenceKind

LANGUAGES = {
    Language.ARABIC: "ara",
    Language.CHINESE: "zho",
    Language.ENGLISH: "eng",
    Language.FRENCH: "fra",
    Language.RUSSIAN: "rus",
    Language.SPANISH: "spa",
}
# Kind of document -> (element, subtype, name): element and subtype are prescribed, the name is suggested.
_CLASSES = {
    "note": ("doc", "communication", "note"),
    "agenda": ("debateReport", "agenda", "agendaAnnotated"),
}
_OTHER_CLASS = ("doc", "paper")
# Kind of citation -> the part of the address that says what is cited. The type of a cited document is not known here.
_CITED = {
    ReferenceKind.DOCUMENT: "doc",
    ReferenceKind.MANDATE: "statement/deliberation",
    ReferenceKind.INSTRUMENT: "act/provision",
}


class Identity:
    """The names of one document."""

    def __init__(self, document: Document) -> None:
        metadata = document.metadata
        self.document = document
        self.element, self.subtype, self.name = _CLASSES.get(metadata.kind, (*_OTHER_CLASS, _part(metadata.kind)))
        self.actor = _part(metadata.conference or metadata.author)
        self.date = metadata.issued_on.isoformat()
        self.symbol = document.masthead.symbol
        self.number = _part(self.symbol) if self.symbol else _part(f"{metadata.kind}-{metadata.session}")
        self.work = f"/akn/un/{self.element}/{self.subtype}/{self.actor}/{self.date}/{self.number}"
        self.expression = f"{self.work}/{LANGUAGES[document.language]}@{self.date}"

    def address(self, reference: Reference) -> str:
        """Return the address of a cited document: its date, and its type where unknown, are left out."""
        return f"/akn/un/{_CITED[reference.kind]}/{self.actor}/{_part(reference.target)}"

    def meta(self) -> Node:
        number = node("FRBRnumber", value=self.number, showAs=self.symbol)
        work = [
            *self._level(self.work, main="/!main"),
            node("FRBRcountry", value="un"),
            node("FRBRsubtype", value=self.subtype),
            number,
        ]
        language = node("FRBRlanguage", language=LANGUAGES[self.document.language])
        expression = [*self._level(self.expression, main="/!main"), language]
        manifestation = self._level(f"{self.expression}/.xml", this=f"{self.expression}/!main.xml")
        identification = node(
            "identification",
            node("FRBRWork", *work),
            node("FRBRExpression", *expression),
            node("FRBRManifestation", *manifestation, node("FRBRformat", value="xml")),
            source="#author",
        )
        return node("meta", identification, self._references())

    def _level(self, uri: str, *, main: str = "", this: str = "") -> list[Node]:
        return [
            node("FRBRthis", value=this or f"{uri}{main}"),
            node("FRBRuri", value=uri),
            node("FRBRdate", date=self.date, name="publication"),
            node("FRBRauthor", href="#author"),
        ]

    def _references(self) -> Node:
        head = self.document.masthead
        organ = plain(head.organ) or self.actor
        author = node("TLCOrganization", eId="author", href=f"/ontology/akn/un/{self.actor}", showAs=organ)
        publisher = node(
            "TLCOrganization", eId="un", href="/ontology/akn/un/un", showAs=plain(head.organization) or "un"
        )
        return node("references", author, publisher, source="#author")


def _part(value: str) -> str:
    """Return a value as one part of an address: a stroke becomes a dash, a space an underscore; never empty."""
    joined = re.sub(r"\s+", "_", value.strip().replace("/", "-"))
    return quote(joined, safe="-_.~") or "-"
