"""What is printed, marked up: the masthead as cover page and preface, headings as sections, paragraphs with addresses.

Identifiers follow the naming convention ("para_3", "sec_I__subsec_A", "para_3__list_1__item_a"). A part without a
number has no identifier, and of two parts that would share one only the first has it.
"""

import re

from rapporteur.typeset.akn.identity import Identity
from rapporteur.typeset.akn.nodes import Node, node
from rapporteur.typeset.lines import gap_label, heading_label, lines_before_title, numbered
from rapporteur.typeset.tree import (
    Document,
    Emphasis,
    Gap,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    LineBreak,
    NoteCall,
    Paragraph,
    Provisional,
    Strong,
    Table,
    Text,
)

_LEVELS = {1: ("section", "sec"), 2: ("subsection", "subsec")}
_DEEPER = ("hcontainer", "hcontainer")
_PLACES = {"place-and-dates": "placeAndDates", "items": "agendaItem", "item-title": "agendaItemTitle"}


class Content:
    """One walk over one document: it counts notes, hands out identifiers and knows which section is open."""

    def __init__(self, document: Document, identity: Identity) -> None:
        self.document = document
        self.identity = identity
        self.notes = {note.mark: note for note in document.notes}
        self.called: dict[str, str] = {}
        self.given: set[str] = {"author", "un"}

    # --- masthead ---

    def cover_page(self) -> Node:
        head, date = self.document.masthead, self.identity.date
        publisher = [node("docAuthority", *self.inlines(head.organization), refersTo="#un")]
        lines: list[list[Node]] = [publisher if head.organization else []]
        lines.append([node("docNumber", head.symbol)] if head.symbol else [])
        lines.append([node("docAuthority", *self.inlines(head.organ), refersTo="#author")] if head.organ else [])
        lines.append(self._named("distribution", head.distribution))
        lines.append([node("docDate", *self.inlines(head.date), date=date)] if head.date else [])
        lines += [self._named("language", line) for line in head.languages]
        lines.append([node("inline", head.job_number, name="jobNumber")] if head.job_number else [])
        return node("coverPage", *(node("p", *line) for line in lines if line))

    def preface(self) -> Node:
        head = self.document.masthead
        lines: list[list[Node]] = []
        for place, line in lines_before_title(head):
            if place == "meeting":
                lines.append([node("session", *self.inlines(line))])
            else:
                lines.append(self._named(_PLACES[place], line))
        lines.append([node("docTitle", *self.inlines(head.title))] if head.title else [])
        lines.append(self._named("byline", head.byline))
        return node("preface", *(node("p", *line) for line in lines if line))

    def _named(self, name: str, content: Inlines) -> list[Node]:
        return [node("inline", *self.inlines(content), name=name)] if content else []

    # --- body ---

    def main_body(self) -> Node:
        body = node("mainBody")
        opened: list[Node] = [body]  # the body, then the open section of each level
        last: Node | None = None  # the content of the paragraph that a list may continue
        for block in self.document.blocks:
            if isinstance(block, Heading):
                del opened[block.level :]
                opened.append(self._section(block, parent=opened[-1]))
                last = None
            elif isinstance(block, Items) and last is not None:
                last.extend(self._lists(block.items, parent=last.getparent()))
            else:
                last = self._leaf(block, parent=opened[-1])
        if not len(body):
            body.append(node("p"))
        return body

    def _section(self, heading: Heading, *, parent: Node) -> Node:
        tag, prefix = _LEVELS.get(heading.level, _DEEPER)
        label = heading_label(heading)
        made = node(tag, eId=self._identifier(parent, prefix, label), name="section" if tag == "hcontainer" else "")
        if label:
            made.append(node("num", label))
        made.append(node("heading", *self.inlines(heading.content)))
        parent.append(made)
        return made

    def _leaf(self, block: Paragraph | Items | Table, *, parent: Node) -> Node:
        """Add a block as a paragraph and return its content, where a list that follows belongs."""
        number = numbered(block.number or "") if isinstance(block, Paragraph) else ""
        content = node("content")
        # numbers run through the document, so an identifier names the paragraph alone
        made = node("paragraph", eId=self._identifier(None, "para", number))
        if number:
            made.append(node("num", number))
        made.append(content)
        parent.append(made)
        match block:
            case Paragraph():
                content.append(node("p", *self.inlines(block.content)))
            case Items():
                content.extend(self._lists(block.items, parent=made))
            case _:
                content.append(self._table(block))
        if not len(content):
            content.append(node("p"))
        return content

    def _lists(self, items: tuple[Item, ...], *, parent: Node | None) -> list[Node]:
        if not items:
            return []
        count = 1
        while parent is not None and f"{parent.get('eId')}__list_{count}" in self.given:
            count += 1
        made = node("blockList", eId=self._identifier(parent, "list", str(count)) if parent is not None else "")
        for item in items:
            each = node("item", eId=self._identifier(made, "item", item.label))
            if item.label:
                each.append(node("num", item.label))
            each.append(node("p", *self.inlines(item.content)))
            each.extend(self._lists(item.items, parent=each))
            made.append(each)
        return [made]

    def _table(self, table: Table) -> Node:
        made = node("table")
        if table.caption:
            made.append(node("caption", *self.inlines(table.caption)))
        made.append(node("tr", *(node("th", node("p", *self.inlines(cell))) for cell in table.header)))
        for row in table.rows:
            made.append(node("tr", *(node("td", node("p", *self.inlines(cell))) for cell in row)))
        return made

    def _identifier(self, parent: Node | None, prefix: str, label: str) -> str:
        """Return an identifier for a part with a number, below parts that have theirs; "" if none or given before."""
        number = re.sub(r"[^\w-]+", "", label)
        above = "" if parent is None else str(parent.get("eId") or "")
        is_top = parent is None or parent.tag.endswith("mainBody")
        if not number or not (above or is_top):
            return ""
        identifier = f"{above}__{prefix}_{number}" if above else f"{prefix}_{number}"
        if identifier in self.given:
            return ""
        self.given.add(identifier)
        return identifier

    # --- words ---

    def inlines(self, content: Inlines) -> list[Node | str]:
        return [self._inline(part) for part in content]

    def _inline(self, part: Inline) -> Node | str:
        made: Node | str
        match part:
            case Text():
                made = part.value
            case LineBreak():
                made = node("eol")
            case Emphasis():
                made = node("i", *self.inlines(part.content))
            case Strong():
                made = node("b", *self.inlines(part.content))
            case Provisional():
                made = node("inline", "[", *self.inlines(part.content), "]", name="provisional")
            case Gap():
                original = node("span", part.original, lang=part.language.value)
                made = node("inline", "[" + gap_label(part, self.document.language), original, "]", name="missingTerm")
            case NoteCall():
                made = self._call(part.mark)
            case _:
                made = node("ref", *self.inlines(part.content), href=self.identity.address(part))
        return made

    def _call(self, mark: str) -> Node:
        if mark in self.called:
            return node("sup", node("noteRef", href=f"#{self.called[mark]}", marker=mark, placement="bottom"))
        self.called[mark] = f"ftn{len(self.called)}"
        words = node("p", *self.inlines(self.notes[mark].content))
        note = node("authorialNote", words, eId=self.called[mark], marker=mark, placement="bottom")
        return node("sup", note, class_="footnote")
