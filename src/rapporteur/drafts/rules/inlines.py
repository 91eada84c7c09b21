"""Small operations on runs of inline nodes: reading them as text, joining them, giving them a capital."""

import dataclasses
import re
from collections.abc import Callable, Iterable
from itertools import groupby

from rapporteur.languages.capitals import capitalized
from rapporteur.languages.terms import Language
from rapporteur.typeset.tree import Emphasis, Gap, Inline, Inlines, Provisional, Reference, Strong, Text

_SPACES = re.compile(r"[ \t\n]+")
_SPACE_BEFORE_STOP = re.compile(r" +(?=[,.،])")
# What the three patterns can find lies here; most texts have none of it, and are left as they are after one look.
_UNTIDY = re.compile(r"[\t\n]| [ ,.،]|[,，،] *[,，،]")
_OUTSIDE = " ,.،，、"
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
    if not _UNTIDY.search(value):
        return value
    return _TWO_COMMAS.sub(r"\1", _SPACE_BEFORE_STOP.sub("", _SPACES.sub(" ", value)))


def marked(inlines: Inlines) -> Inlines:
    """Return the run as provisional: one pair of brackets around what stands together, and gaps in their own.

    Marks within the run fall away, for the whole is marked; spaces and stops beside a gap stay outside the brackets.
    """
    found: list[Inlines] = []
    bare = joined(node.content if isinstance(node, Provisional) else (node,) for node in inlines)
    for is_gap, nodes in groupby(bare, lambda node: isinstance(node, Gap)):
        run = tuple(nodes)
        found.append(run if is_gap else _bracketed(run))
    return tuple(node for part in found for node in part)


def _bracketed(run: Inlines) -> Inlines:
    before = after = ""
    nodes = list(run)
    if isinstance(nodes[0], Text):
        rest = nodes[0].value.lstrip(_OUTSIDE)
        before, nodes[0] = nodes[0].value.removesuffix(rest), Text(rest)
    if isinstance(nodes[-1], Text):
        rest = nodes[-1].value.rstrip(" ")
        after, nodes[-1] = nodes[-1].value.removeprefix(rest), Text(rest)
    inside = tuple(node for node in nodes if node != Text(""))
    return (*text(before), *((Provisional(inside),) if inside else ()), *text(after))


def each_text(inlines: Inlines, changed: Callable[[str], str]) -> Inlines:
    """Return the run with every text in it changed, but not the originals of gaps."""
    return tuple(_each_text(node, changed) for node in inlines)


def _each_text(node: Inline, changed: Callable[[str], str]) -> Inline:
    match node:
        case Text(value):
            return Text(changed(value))
        case Emphasis(content) | Strong(content) | Provisional(content) | Reference(content):
            return dataclasses.replace(node, content=each_text(content, changed))
        case _:
            return node


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
