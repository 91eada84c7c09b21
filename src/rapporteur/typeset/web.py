"""HTML: a page that stands alone, and the same document as an `<article>` within a page of the site.

Both come from one tree walk. The article carries classes only; the page adds the frame and a small style sheet that
knows no left or right. Numbers of paragraphs are fixed text, so that a citation of one holds wherever it is pasted.
"""

from collections.abc import Callable, Iterator
from html import escape

from rapporteur.typeset.directions import foreign_direction
from rapporteur.typeset.lines import (
    column_shares,
    gap_label,
    heading_label,
    lines_before_title,
    numbered,
    side_lines,
)
from rapporteur.typeset.tree import (
    Block,
    Document,
    Emphasis,
    Gap,
    Heading,
    Inline,
    Inlines,
    Item,
    LineBreak,
    NoteCall,
    Paragraph,
    Provisional,
    Reference,
    Strong,
    Table,
    Text,
)

_LOWEST_HEADING = 6

STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #111; line-height: 1.45;
  font-family: "Noto Serif", "Times New Roman", "Amiri", "Noto Serif SC", serif; }
.document { max-inline-size: 44rem; margin-inline: auto; padding: 2rem 1rem; }
.document p { margin-block: 0 .75rem; }
.masthead-first, .masthead-second { display: flex; justify-content: space-between; gap: 1rem 2rem; }
.masthead-first { align-items: end; border-block-end: 1px solid; margin-block-end: .5rem; }
.masthead-first .symbol { font-size: 1.25rem; }
.masthead-second { border-block-end: 3px solid; margin-block-end: 1rem; }
.masthead .organ { font-weight: bold; font-size: 1.15rem; max-inline-size: 24rem; }
.masthead .side p { margin-block: 0; white-space: nowrap; }
.masthead .side { margin-block-end: .75rem; }
.masthead .meeting { font-weight: bold; margin-block-end: 0; }
.masthead .items, .masthead .item-title { margin-block-end: 0; }
.masthead .item-title { font-weight: bold; }
.masthead .title { font-size: 1.3rem; margin-block: 1.75rem 1rem; }
.masthead .byline { font-weight: bold; }
.document .number, .document .label { display: inline-block; min-inline-size: 2.25rem; }
.document .items-list { list-style: none; margin-block: 0 .75rem; padding-inline-start: 2.25rem; }
.document h2 { font-size: 1.1rem; margin-block: 1.5rem .75rem; }
.document h3, .document h4, .document h5, .document h6 { font-size: 1rem; margin-block: 1.25rem .75rem; }
.document table { border-collapse: collapse; inline-size: 100%; margin-block: 0 1rem; }
.document caption { font-weight: bold; text-align: start; padding-block-end: .35rem; }
.document th, .document td { text-align: start; vertical-align: top; padding: .3rem .6rem;
  border-block-end: 1px solid #999; }
.document thead th { border-block: 1px solid #111; }
.provisional, .gap { background: #fff3bf; }
.notes { border-block-start: 1px solid; margin-block-start: 2rem; padding-block-start: .5rem; font-size: .9rem; }
.note-call { line-height: 0; }
.note-call a { text-decoration: none; padding-inline: .1em; }
em:lang(ar), em:lang(zh) { font-style: normal; }
em bdi { font-style: italic; }
.job-number { font-size: .8rem; }
@page { size: A4; margin: 25mm; }
@media print { .document { max-inline-size: none; padding: 0; } a { color: inherit; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } tr, .notes p { break-inside: avoid; }
  .provisional, .gap { background: none; } }
@media (max-width: 34rem) { .masthead-second { flex-direction: column; } }
""" + "".join(f".document .w{share} {{ inline-size: {share / 0.12:.4g}%; }}\n" for share in range(1, 13))


def write(document: Document) -> bytes:
    language = document.language
    title = " · ".join(part for part in (document.masthead.symbol, document.metadata.title) if part)
    page = f"""<!DOCTYPE html>
<html lang="{language.value}" dir="{language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<meta name="dcterms.date" content="{document.metadata.issued_on.isoformat()}">
<style>{STYLE}</style>
</head>
<body>
<main>
{fragment(document)}</main>
</body>
</html>
"""
    return page.encode()


def fragment(document: Document, *, address: Callable[[Reference], str] | None = None) -> str:
    """Return the document as one `<article>`; see `formats.html_fragment`."""
    return _Article(document, address).text()


class _Article:
    """One walk over one document: it counts the calls of each note, which the links back need."""

    def __init__(self, document: Document, address: Callable[[Reference], str] | None) -> None:
        self.document = document
        self.address = address
        self.numbers = {note.mark: number for number, note in enumerate(document.notes, start=1)}
        self.calls = dict.fromkeys(self.numbers, 0)

    def text(self) -> str:
        language = self.document.language
        parts = [
            f'<article class="document" lang="{language.value}" dir="{language.direction}">',
            *self._masthead(),
            *(line for block in self.document.blocks for line in self._block(block)),
            *self._notes(),
            "</article>",
        ]
        return "\n".join(parts) + "\n"

    def _masthead(self) -> Iterator[str]:
        head = self.document.masthead
        yield '<header class="masthead">'
        yield '<div class="masthead-first">'
        yield from self._line("organization", head.organization)
        if head.symbol:
            yield f'<p class="symbol" dir="ltr">{escape(head.symbol)}</p>'
        yield "</div>"
        yield '<div class="masthead-second">'
        yield from self._line("organ", head.organ)
        yield '<div class="side">'
        for line in side_lines(head):
            yield from self._line("side-line", line)
        yield "</div>"
        yield "</div>"
        for place, line in lines_before_title(head):
            yield from self._line(place, line)
        yield from self._line("title", head.title, tag="h1")
        yield from self._line("byline", head.byline)
        yield "</header>"

    def _line(self, place: str, content: Inlines, *, tag: str = "p") -> Iterator[str]:
        if content:
            yield f'<{tag} class="{place}">{self._inlines(content)}</{tag}>'

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                tag = f"h{min(block.level + 1, _LOWEST_HEADING)}"
                label = heading_label(block)
                number = f'<span class="number">{escape(label)}</span> ' if label else ""
                yield f"<{tag}>{number}{self._inlines(block.content)}</{tag}>"
            case Paragraph(number=None):
                yield from self._line("plain", block.content)
            case Paragraph():
                number = f'<span class="number">{numbered(block.number or 0)}</span> '
                yield f'<p class="numbered" id="paragraph-{block.number}">{number}{self._inlines(block.content)}</p>'
            case Table():
                yield from self._table(block)
            case _:
                yield from self._items(block.items)

    def _items(self, items: tuple[Item, ...]) -> Iterator[str]:
        if not items:
            return
        yield '<ul class="items-list" role="list">'
        for item in items:
            label = f'<span class="label">{escape(item.label)}</span> ' if item.label else ""
            yield f"<li>{label}{self._inlines(item.content)}"
            yield from self._items(item.items)
            yield "</li>"
        yield "</ul>"

    def _table(self, table: Table) -> Iterator[str]:
        yield "<table>"
        if table.caption:
            yield f"<caption>{self._inlines(table.caption)}</caption>"
        yield "<colgroup>" + "".join(f'<col class="w{w}">' for w in _twelfths(table)) + "</colgroup>"
        header = "".join(f'<th scope="col">{self._inlines(cell)}</th>' for cell in table.header)
        yield f"<thead><tr>{header}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            yield "<tr>" + "".join(f"<td>{self._inlines(cell)}</td>" for cell in row) + "</tr>"
        yield "</tbody>"
        yield "</table>"

    def _notes(self) -> Iterator[str]:
        job_number = self.document.masthead.job_number
        if self.document.notes:
            yield '<section class="notes" role="doc-endnotes">'
            for note in self.document.notes:
                number = self.numbers[note.mark]
                back = f'<a href="#call-{number}" role="doc-backlink">{escape(note.mark)}</a>'
                yield f'<p id="note-{number}">{back} {self._inlines(note.content)}</p>'
            yield "</section>"
        if job_number:
            yield f'<p class="job-number" dir="ltr">{escape(job_number)}</p>'

    def _inlines(self, content: Inlines) -> str:
        return "".join(self._inline(part) for part in content)

    def _inline(self, part: Inline) -> str:
        match part:
            case Text():
                markup = self._text(part.value)
            case LineBreak():
                markup = "<br>"
            case Emphasis():
                markup = f"<em>{self._inlines(part.content)}</em>"
            case Strong():
                markup = f"<strong>{self._inlines(part.content)}</strong>"
            case Provisional():
                markup = f'<span class="provisional">[{self._inlines(part.content)}]</span>'
            case Gap():
                markup = self._gap(part)
            case NoteCall():
                markup = self._call(part.mark)
            case _:
                markup = self._reference(part)
        return markup

    def _text(self, value: str) -> str:
        direction = foreign_direction(value, self.document.language)
        text = escape(value, quote=False)
        return f'<bdi dir="{direction}">{text}</bdi>' if direction else text

    def _gap(self, gap: Gap) -> str:
        language = f'lang="{gap.language.value}" dir="{gap.language.direction}"'
        original = f"<span {language}>{escape(gap.original, quote=False)}</span>"
        return f'<span class="gap">[{escape(gap_label(gap, self.document.language), quote=False)}{original}]</span>'

    def _call(self, mark: str) -> str:
        number = self.numbers[mark]
        self.calls[mark] += 1
        name = f"call-{number}" if self.calls[mark] == 1 else f"call-{number}-{self.calls[mark]}"
        link = f'<a id="{name}" href="#note-{number}" role="doc-noteref">{escape(mark)}</a>'
        return f'<sup class="note-call">{link}</sup>'

    def _reference(self, reference: Reference) -> str:
        text = self._inlines(reference.content)
        leads_to = self.address(reference) if self.address else ""
        if leads_to and "<a " not in text:
            text = f'<a href="{escape(leads_to)}">{text}</a>'
        return f'<span class="reference reference-{reference.kind.value}" dir="auto">{text}</span>'


def _twelfths(table: Table) -> list[int]:
    """Return each column's share of the line in twelfths, never less than one."""
    shares = column_shares(table.widths, len(table.header))
    return [max(1, round(12 * share / sum(shares))) for share in shares]
