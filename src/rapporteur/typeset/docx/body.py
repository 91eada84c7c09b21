"""The body of a DOCX file: masthead, headings, numbered paragraphs, lists and tables, in the order of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.typeset.docx.nodes import Node, node, paragraph, run, tab, text
from rapporteur.typeset.docx.numbering import Numbering
from rapporteur.typeset.docx.styles import FIRST_TAB
from rapporteur.typeset.docx.words import Words
from rapporteur.typeset.lines import column_shares, heading_label, lines_before_title, side_lines
from rapporteur.typeset.tree import Block, Document, Heading, Inlines, Item, Items, Paragraph, Table

LINE = 9070  # twentieths of a point between the margins of A4
_MASTHEAD_WIDTHS = (6000, 3070)
_LOWEST_HEADING = 9
_STRONG_PLACES = frozenset({"meeting", "item-title"})


@dataclass
class Body:
    document: Document
    words: Words
    numbering: Numbering

    def parts(self) -> Iterator[Node]:
        yield from self._masthead()
        for block in self.document.blocks:
            yield from self._block(block)

    # --- masthead ---

    def _masthead(self) -> Iterator[Node]:
        head = self.document.masthead
        symbol = [run(text(head.symbol))] if head.symbol else []
        side = [self._line("SideLine", line) for line in side_lines(head)] or [paragraph("SideLine")]
        yield self._table(
            _MASTHEAD_WIDTHS,
            self._ruled([self._line("Organization", head.organization)], [paragraph("Symbol", *symbol)], size=4),
            self._ruled([self._line("Organ", head.organ)], side, size=18),
            style="",
        )
        for place, line in lines_before_title(head):
            yield self._line("MastheadStrong" if place in _STRONG_PLACES else "MastheadLine", line)
        for style, line in (("Title", head.title), ("Byline", head.byline)):
            if line:
                yield self._line(style, line)

    def _line(self, style: str, content: Inlines) -> Node:
        return paragraph(style, *self.words.runs(content))

    @staticmethod
    def _ruled(*cells: list[Node], size: int) -> Node:
        """Return a row of the masthead with a rule below it."""
        made = [
            node(
                "w:tc",
                node(
                    "w:tcPr",
                    node("w:tcW", w=width, type="dxa"),
                    node("w:tcBorders", node("w:bottom", val="single", sz=size, space=0, color="auto")),
                ),
                *cell,
            )
            for cell, width in zip(cells, _MASTHEAD_WIDTHS, strict=True)
        ]
        return node("w:tr", *made)

    # --- blocks ---

    def _block(self, block: Block) -> Iterator[Node]:
        match block:
            case Heading():
                label = heading_label(block)
                number = [run(text(label)), tab()] if label else []
                style = f"Heading{min(block.level, _LOWEST_HEADING)}"
                hanging = (node("w:ind", left=FIRST_TAB, hanging=FIRST_TAB),) if label else ()
                yield paragraph(style, *number, *self.words.runs(block.content), properties=hanging)
            case Paragraph():
                yield self._paragraph(block)
            case Items():
                yield from self._items(block.items)
            case _:
                yield from self._tabular(block)

    def _paragraph(self, block: Paragraph) -> Node:
        if block.number is None:
            return self._line("Normal", block.content)
        listed = _numbered(self.numbering.paragraph_list(block.number), level=0)
        return paragraph("NumberedParagraph", *self.words.runs(block.content), properties=(listed,))

    def _items(self, items: tuple[Item, ...]) -> Iterator[Node]:
        numbers = self.numbering.item_list(items)
        yield from self._level(items, numbers, level=0)

    def _level(self, items: tuple[Item, ...], numbers: int | None, *, level: int) -> Iterator[Node]:
        for item in items:
            words = self.words.runs(item.content)
            if numbers is None:
                stop = FIRST_TAB * (min(level, 7) + 2)
                label = [run(text(item.label)), tab()] if item.label else []
                properties = (node("w:ind", left=stop, hanging=FIRST_TAB if item.label else 0),)
                yield paragraph("ListItem", *label, *words, properties=properties)
            else:
                yield paragraph("ListItem", *words, properties=(_numbered(numbers, level=level),))
            yield from self._level(item.items, numbers, level=level + 1)

    # --- tables ---

    def _tabular(self, table: Table) -> Iterator[Node]:
        if table.caption:
            yield self._line("Caption", table.caption)
        shares = column_shares(table.widths, len(table.header))
        widths = tuple(LINE * share // sum(shares) for share in shares)
        repeated = node("w:trPr", node("w:cantSplit"), node("w:tblHeader"))
        header = self._row(table.header, widths, "TableHeader", repeated)
        rows = [self._row(row, widths, "TableText", node("w:trPr", node("w:cantSplit"))) for row in table.rows]
        yield self._table(widths, header, *rows, style="RuledTable")
        yield paragraph("Normal")

    def _row(self, cells: tuple[Inlines, ...], widths: tuple[int, ...], style: str, properties: Node) -> Node:
        made = [
            node("w:tc", node("w:tcPr", node("w:tcW", w=width, type="dxa")), self._line(style, cell))
            for cell, width in zip(cells, widths, strict=True)
        ]
        return node("w:tr", properties, *made)

    def _table(self, widths: tuple[int, ...], *rows: Node, style: str) -> Node:
        named = [node("w:tblStyle", val=style)] if style else []
        mirrored = [node("w:bidiVisual")] if self.document.language.direction == "rtl" else []
        look = [node("w:tblLook", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)]
        properties = node(
            "w:tblPr",
            *named,
            *mirrored,
            node("w:tblW", w=sum(widths), type="dxa"),
            node("w:tblLayout", type="fixed"),
            *(look if style else [_no_margins()]),
        )
        grid = node("w:tblGrid", *(node("w:gridCol", w=width) for width in widths))
        return node("w:tbl", properties, grid, *rows)


def _no_margins() -> Node:
    return node("w:tblCellMar", *(node(f"w:{edge}", w=0, type="dxa") for edge in ("left", "right")))


def _numbered(numbers: int, *, level: int) -> Node:
    return node("w:numPr", node("w:ilvl", val=level), node("w:numId", val=numbers))
