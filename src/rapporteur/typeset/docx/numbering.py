"""Automatic numbering: paragraphs "1." straight through the document, lists "(a)" and "(i)" level by level.

The tree says what each number reads. Where a numbering scheme of the word processor counts the same way, the scheme is
used, so that an officer can insert a paragraph and the rest follows; where none does, the label stands as text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from rapporteur.languages.terms import Language
from rapporteur.typeset.docx.nodes import Node, node
from rapporteur.typeset.docx.styles import FIRST_TAB
from rapporteur.typeset.tree import Item

_LEVELS = 9
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_CHINESE = "一二三四五六七八九十"

# Format of the word processor -> how it writes n, "" where it is not certain. Programs differ on Arabic letters
# (alif with or without hamza), so those labels stay text.
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": lambda n: _LETTERS[n - 1 : n],
    "lowerRoman": lambda n: "".join(_ROMANS[n - 1 : n]),
    "upperLetter": lambda n: _LETTERS[n - 1 : n].upper(),
    "upperRoman": lambda n: "".join(_ROMANS[n - 1 : n]).upper(),
    "chineseCounting": lambda n: _CHINESE[n - 1 : n],
}


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one level of a list counts: "lowerLetter" between "(" and ")"."""

    format: str
    before: str
    after: str

    def label(self, number: int) -> str:
        return f"{self.before}{_FORMATS[self.format](number)}{self.after}"


_SCHEMES = tuple(
    Scheme(name, before, after) for name in _FORMATS for before, after in (("(", ")"), ("", ")"), ("", "."), ("", ""))
)


@dataclass
class Numbering:
    """The numbering part as it grows: each list asks for its number, the document's paragraphs share one."""

    language: Language
    _abstracts: dict[tuple[Scheme, ...], int] = field(default_factory=dict)
    _lists: list[tuple[int, int, int]] = field(default_factory=list)  # (abstract list, its levels, first number)
    _paragraphs: int = 0
    _next_paragraph: int = 0

    def paragraph_list(self, number: int) -> int:
        """Return the list that gives a paragraph this number: the running one, or a new one where the count jumps."""
        if number != self._next_paragraph:
            self._paragraphs = self._list((Scheme("decimal", "", "."),), first=number)
        self._next_paragraph = number + 1
        return self._paragraphs

    def item_list(self, items: tuple[Item, ...]) -> int | None:
        """Return a list that writes the labels of these items and of the items inside them; None if none can."""
        found = schemes(items)
        return self._list(found, first=1) if found else None

    def part(self) -> Node:
        abstracts = [self._abstract(key, found) for found, key in self._abstracts.items()]
        lists = [self._concrete(key, *use) for key, use in enumerate(self._lists, start=1)]
        return node("w:numbering", *abstracts, *lists)

    def _list(self, found: tuple[Scheme, ...], *, first: int) -> int:
        abstract = self._abstracts.setdefault(found, len(self._abstracts))
        self._lists.append((abstract, len(found), first))
        return len(self._lists)

    def _abstract(self, key: int, found: tuple[Scheme, ...]) -> Node:
        is_paragraph = found == (Scheme("decimal", "", "."),)
        levels = [self._level(level, found[level], flush=is_paragraph) for level in range(len(found))]
        kind = "singleLevel" if len(found) == 1 else "multilevel"
        return node("w:abstractNum", node("w:multiLevelType", val=kind), *levels, abstractNumId=key)

    def _level(self, level: int, scheme: Scheme, *, flush: bool) -> Node:
        indent = (
            node("w:ind", left=0, firstLine=0)
            if flush
            else node("w:ind", left=FIRST_TAB * (level + 2), hanging=FIRST_TAB)
        )
        stop = FIRST_TAB if flush else FIRST_TAB * (level + 2)
        tabs = node("w:tabs", node("w:tab", val="num", pos=stop))
        letters = (node("w:rPr", node("w:rtl")),) if self.language.direction == "rtl" else ()
        return node(
            "w:lvl",
            node("w:start", val=1),
            node("w:numFmt", val=scheme.format),
            node("w:suff", val="tab"),
            node("w:lvlText", val=f"{scheme.before}%{level + 1}{scheme.after}"),
            node("w:lvlJc", val="left"),
            node("w:pPr", tabs, indent),
            *letters,
            ilvl=level,
        )

    @staticmethod
    def _concrete(key: int, abstract: int, levels: int, first: int) -> Node:
        starts = [
            node("w:lvlOverride", node("w:startOverride", val=first if level == 0 else 1), ilvl=level)
            for level in range(levels)
        ]
        return node("w:num", node("w:abstractNumId", val=abstract), *starts, numId=key)


def schemes(items: tuple[Item, ...]) -> tuple[Scheme, ...] | None:
    """Return the scheme of each level that writes exactly these labels, or None."""
    by_level: dict[int, list[tuple[str, ...]]] = {}
    _gather(items, 0, by_level)
    found = []
    for level in range(len(by_level)):
        scheme = next((each for each in _SCHEMES if all(_writes(each, labels) for labels in by_level[level])), None)
        if scheme is None or level >= _LEVELS:
            return None
        found.append(scheme)
    return tuple(found) or None


def _gather(items: tuple[Item, ...], level: int, by_level: dict[int, list[tuple[str, ...]]]) -> None:
    if items:
        by_level.setdefault(level, []).append(tuple(item.label for item in items))
    for item in items:
        _gather(item.items, level + 1, by_level)


def _writes(scheme: Scheme, labels: tuple[str, ...]) -> bool:
    bare = len(scheme.before) + len(scheme.after)
    return all(scheme.label(n) == label and len(label) > bare for n, label in enumerate(labels, start=1))
