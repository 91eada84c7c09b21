"""Small operations on runs of inline nodes: reading them as text, joining them, giving them a capital."""

import dataclasses
import re
from collections.abc import Iterable

from rapporteur.languages.capitals import capitalized
from rapporteur.languages.terms import Language
from rapporteur.typeset.tree import Emphasis, Gap, Inline, Inlines, Provisional, Reference, Strong, Text

_SPACES = re.compile(r"[ \t\n]+")
_SPACE_BEFORE_STOP = re.compile(r" +(?=[,.،])")
_TWO_COMMAS = re.compile(r"([,，،])(?: *\1)+")


def text(value: str) -> Inlines:
    return (Text(value),) if value else ()


def read(inlines: Inlines) -> str:
    """Return what the nodes say, without marks; a gap reads as its label and original."""
    return "".join(_read(node) for node in inlines)


def _read(node: Inline) -> str:
    match node:
        case Text(value):
            return value
        case Emphasis(content) | Strong(content) | Provisional(content) | Reference(content):
            return read(content)
        case Gap(label, original):
            return f"{label}: {original}" if original else label
        case _:
            return ""


def joined(parts: Iterable[Inlines]) -> Inlines:
    """Return the parts as one run, tidied where a part was empty.

    Neighbouring texts become one; runs of spaces become one space, none at the ends or before a stop; two commas, one.
    """
    nodes: list[Inline] = []
    for node in (node for part in parts for node in part):
        if isinstance(node, Text) and nodes and isinstance(nodes[-1], Text):
            nodes[-1] = Text(nodes[-1].value + node.value)
        else:
            nodes.append(node)
    squeezed = [Text(_squeezed(node.value)) if isinstance(node, Text) else node for node in nodes]
    return tuple(node for node in _trimmed(squeezed) if node != Text(""))


def _squeezed(value: str) -> str:
    return _TWO_COMMAS.sub(r"\1", _SPACE_BEFORE_STOP.sub("", _SPACES.sub(" ", value)))


def without_marks(inlines: Inlines) -> Inlines:
    """Return the run without the marks of what is provisional in it, for a run that is provisional as a whole."""
    return joined(node.content if isinstance(node, Provisional) else (node,) for node in inlines)


def _trimmed(nodes: list[Inline]) -> list[Inline]:
    if nodes and isinstance(nodes[0], Text):
        nodes[0] = Text(nodes[0].value.lstrip(" "))
    if nodes and isinstance(nodes[-1], Text):
        nodes[-1] = Text(nodes[-1].value.rstrip(" "))
    return nodes


def begun(language: Language, inlines: Inlines) -> Inlines:
    """Return the run with its first letter as a capital, as a sentence or a heading begins."""
    if not inlines:
        return inlines
    first, *rest = inlines
    match first:
        case Text(value):
            first = Text(capitalized(language, value))
        case Emphasis(content) | Strong(content) | Provisional(content) | Reference(content):
            first = dataclasses.replace(first, content=begun(language, content))
        case _:
            pass
    return (first, *rest)
