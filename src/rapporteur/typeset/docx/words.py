"""Words as runs: inline parts of the tree become runs with their language and direction, calls become real footnotes.

Inside a run that is marked as right to left a word processor does not follow the directions of Unicode, so each run
holds one direction only.
"""

from dataclasses import dataclass, field, replace

from rapporteur.languages.terms import Language
from rapporteur.typeset.directions import reading_direction, runs, strong_direction
from rapporteur.typeset.docx.nodes import Node, node, paragraph, run, text
from rapporteur.typeset.docx.styles import language_node
from rapporteur.typeset.lines import gap_label, is_set_in_italics
from rapporteur.typeset.tree import (
    Document,
    Emphasis,
    Gap,
    Inline,
    Inlines,
    LineBreak,
    Note,
    NoteCall,
    Provisional,
    Strong,
    Text,
)

_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
_FIRST_NOTE = 1  # -1 and 0 are the separators


@dataclass(frozen=True, slots=True)
class _Face:
    """What the runs of a stretch of text have in common."""

    language: Language
    around: Language  # the document's
    style: str = ""
    italic: bool = False
    bold: bool = False


@dataclass
class Words:
    """The runs of one document, and its footnotes as the calls bring them in."""

    document: Document
    _notes: dict[str, Note] = field(init=False)
    _called: list[str] = field(default_factory=list)
    _counted: set[str] = field(default_factory=set)  # marks that the word processor's own count gives

    def __post_init__(self) -> None:
        self._notes = {note.mark: note for note in self.document.notes}

    def runs(self, content: Inlines) -> list[Node]:
        return self._inlines(content, _Face(self.document.language, self.document.language))

    def footnotes(self) -> Node:
        """Return the footnotes part: the two separators, then each note that was called, in the order of the calls."""
        separators = [_separator(-1, "separator"), _separator(0, "continuationSeparator")]
        notes = [self._footnote(number, mark) for number, mark in enumerate(self._called, start=_FIRST_NOTE)]
        return node("w:footnotes", *separators, *notes)

    def _inlines(self, content: Inlines, face: _Face) -> list[Node]:
        return [made for part in content for made in self._inline(part, face)]

    def _inline(self, part: Inline, face: _Face) -> list[Node]:
        match part:
            case Text():
                made = _text_runs(part.value, face)
            case LineBreak():
                made = [run(node("w:br"))]
            case Emphasis():
                italic = is_set_in_italics(part, self.document.language)
                made = self._inlines(part.content, replace(face, italic=italic or face.italic))
            case Strong():
                made = self._inlines(part.content, replace(face, bold=True))
            case Provisional():
                inner: Inlines = (Text("["), *part.content, Text("]"))
                made = self._inlines(inner, replace(face, style="Provisional"))
            case Gap():
                made = _gap(part, replace(face, style="MissingTerm"))
            case NoteCall():
                made = [self._call(part.mark)]
            case _:
                made = self._inlines(part.content, face)
        return made

    def _call(self, mark: str) -> Node:
        if mark in self._called:
            return run(text(mark), style="FootnoteReference")
        self._called.append(mark)
        number = str(len(self._called) - 1 + _FIRST_NOTE)
        if self._is_next(mark):
            self._counted.add(mark)
            return run(node("w:footnoteReference", id=number), style="FootnoteReference")
        call = node("w:footnoteReference", customMarkFollows=1, id=number)
        return run(call, text(mark), style="FootnoteReference")

    def _is_next(self, mark: str) -> bool:
        """Return whether the word processor, counting the notes that it numbers itself, would give this mark."""
        return mark == str(len(self._counted) + 1)

    def _footnote(self, number: int, mark: str) -> Node:
        call = node("w:footnoteRef") if mark in self._counted else text(mark)
        label = run(call, style="FootnoteReference")
        words = self.runs((Text(" "), *self._notes[mark].content))
        return node("w:footnote", paragraph("FootnoteText", label, *words), id=number)


def _separator(number: int, kind: str) -> Node:
    return node("w:footnote", node("w:p", run(node(f"w:{kind}"))), type=kind, id=number)


def _gap(gap: Gap, face: _Face) -> list[Node]:
    original = replace(face, language=gap.language)
    return [
        *_text_runs("[" + gap_label(gap, face.language), face),
        *(_text_runs(gap.original, original) if gap.original else []),
        *_text_runs("]", face),
    ]


def _text_runs(value: str, face: _Face) -> list[Node]:
    return [
        run(text(_held(piece, direction, face)), style=face.style, properties=_properties(face, direction))
        for piece, direction in runs(value, face.language)
    ]


def _held(piece: str, direction: str, face: _Face) -> str:
    """Return a piece which begins or ends without a letter between marks of its direction, if it runs against the line.

    "3 March" in an Arabic line would else lose its figure to the other side.
    """
    mark = _MARKS[direction]
    if direction == face.around.direction or reading_direction(piece) != direction:
        return piece
    before = mark if not strong_direction(piece[0]) else ""
    after = mark if not strong_direction(piece[-1]) and not piece[-1].isdecimal() else ""
    return f"{before}{piece}{after}"


def _properties(face: _Face, direction: str) -> tuple[Node, ...]:
    """Return the properties of a run, in the order of the schema."""
    bold = (node("w:rFonts", eastAsia="SimHei"), node("w:b"), node("w:bCs")) if face.bold else ()
    italic = (node("w:i"), node("w:iCs")) if face.italic else ()
    right_to_left = (node("w:rtl"),) if direction == "rtl" else ()
    language = (language_node(face.language),) if face.language is not face.around else ()
    return (*bold, *italic, *right_to_left, *language)
