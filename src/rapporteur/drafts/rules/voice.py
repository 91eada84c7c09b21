"""How words and nodes are put together in one language: the messages of the drafts, spoken with values.

A `Voice` knows the messages (Project Fluent) of its language and the official terms of a conference. What is not a
plain word travels through a message as one character of a private range and comes back as nodes, so that a missing
term can stand in the middle of a sentence. Messages call functions for what a name, a place or a meeting looks like
in their sentence, as THE or IN (`functions`).

Nothing is forgiven: a message or a value that is not there raises BrokenWording, and so does one that nobody uses.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Self

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone
from fluent.syntax import ast

from rapporteur.drafts.rules import names
from rapporteur.drafts.rules.functions import FUNCTIONS, numbered
from rapporteur.drafts.rules.inlines import each_text, joined, marked, read, text
from rapporteur.drafts.terms.matter import Gathering, Name, Place
from rapporteur.languages import lists
from rapporteur.languages.cases import Case
from rapporteur.languages.lists import Conjunction
from rapporteur.languages.spacing import spaced
from rapporteur.languages.terms import Language, Multilingual, Status
from rapporteur.typeset.tree import Gap, Inline, Inlines, Provisional, Text

Value = str | int | Inlines | Name | Place | Gathering

_FIRST_MARK: Final = 0xE000
_LAST_MARK: Final = 0xF8FF
_MARK: Final = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}]")
# What a language's grammar may need and another language's may not: the only values a message can leave aside.
GRAMMATICAL: Final = frozenset({"case", "count", "dated", "form", "kind", "number", "own", "protocols", "word"})


class BrokenWording(RuntimeError):
    """A message that is missing, or does not fit what it is spoken with. Names the language and the message."""


class Messages:
    """The messages of one language, parsed once and shared by every voice. Raises: BrokenWording for broken sources."""

    def __init__(self, language: Language, sources: Iterable[str]) -> None:
        self.language = language
        self.entries: dict[str, ast.Message] = {}
        self._variables: dict[str, frozenset[str]] = {}
        self._statuses: dict[str, Status] = {}
        self.bundle = FluentBundle([language.value], functions=FUNCTIONS, use_isolating=False)
        for source in sources:
            resource = FluentResource(source)
            for entry in resource.body:
                self._take(entry)
            self.bundle.add_resource(resource)

    def _take(self, entry: ast.EntryType) -> None:
        if isinstance(entry, ast.Junk):
            raise BrokenWording(f"{self.language}: the wording cannot be read at {(entry.content or '')[:60]!r}")
        if isinstance(entry, ast.Message):
            if entry.id.name in self.entries:
                raise BrokenWording(f"{self.language}: the message {entry.id.name} is written twice")
            self.entries[entry.id.name] = entry

    def variables(self, key: str) -> frozenset[str]:
        """Return the names of the values that a message takes, those of the messages it calls among them."""
        if key not in self._variables:
            nodes = list(_nodes(self.entries[key].value))
            own = {node.id.name for node in nodes if isinstance(node, ast.VariableReference)}
            called = [self.variables(node.id.name) for node in nodes if isinstance(node, ast.MessageReference)]
            self._variables[key] = frozenset(own).union(*called)
        return self._variables[key]

    def status(self, key: str) -> Status:
        """Return what a message's `.status` says: a wording of ours, or English in place of a formula that is missing.

        Without it, the wording of a message is as sure as the language itself.
        """
        if key not in self._statuses:
            given = next((each for each in self.entries[key].attributes if each.id.name == "status"), None)
            words = given.value.elements if given else []
            said = "".join(word.value for word in words if isinstance(word, ast.TextElement))
            self._statuses[key] = Status(said or Status.KNOWN)
        return self._statuses[key]

    def outline(self, key: str) -> str:
        """Return a message as a person reads it in a list: the default of every choice, values in braces."""
        return _outline(self.entries[key].value, self.entries).strip()

    def of_status(self, status: Status) -> list[str]:
        """Return the keys of the messages of a status."""
        return [key for key in self.entries if self.status(key) is status]


class Voice:
    """One language, speaking of one conference: its messages, and the conference's terms by key."""

    def __init__(self, messages: Messages, terms: Mapping[str, Multilingual] | None = None) -> None:
        self._messages = messages
        self._terms = terms or {}
        self.language = messages.language

    def say(self, key: str, /, **values: Value) -> Inlines:
        """Return a message with its values in place; `-` in a message's variable is `_` here. Raises: BrokenWording."""
        if self._is_replaced(key):
            return self.register_text(self._terms[key])
        kept = _Kept(self)
        given = {name.replace("_", "-"): kept.argument(value) for name, value in values.items()}
        self._check(key, given)
        pattern = self._messages.bundle.get_message(key).value
        if pattern is None:
            raise BrokenWording(f"{self.language}: the message {key} says nothing")
        said, errors = self._messages.bundle.format_pattern(pattern, given)
        if errors or isinstance(said, FluentNone):
            raise BrokenWording(f"{self.language}: the message {key} cannot be spoken: {errors}")
        inlines = self._spaced(kept.nodes(said))
        match self._messages.status(key):
            case Status.PROVISIONAL:
                return marked(inlines)
            case Status.MISSING:
                return (Gap(self.plain("gap"), read(inlines), Language.ENGLISH),)
            case _:
                return inlines

    def _is_replaced(self, key: str) -> bool:
        """Tell whether a term of the register stands where a message without values would stand in for it."""
        if self.language not in self._terms.get(key, ()) or key not in self._messages.entries:
            return False
        return self._messages.status(key) is not Status.KNOWN and not self._messages.variables(key)

    def _spaced(self, inlines: Inlines) -> Inlines:
        return each_text(inlines, lambda value: spaced(self.language, value))

    def _check(self, key: str, given: Mapping[str, object]) -> None:
        if key not in self._messages.entries:
            raise BrokenWording(f"{self.language}: there is no message {key}")
        wanted = self._messages.variables(key)
        odd = ", ".join(sorted((wanted - given.keys()) | (given.keys() - wanted - GRAMMATICAL)))
        if odd:
            raise BrokenWording(f"{self.language}: the message {key} and what it is spoken with differ in {odd}")

    def plain(self, key: str, /, **values: Value) -> str:
        """Return what a message says, as text alone: for metadata and sort keys, never for a line of a document."""
        return read(self.say(key, **values))

    def register_text(self, multilingual: Multilingual) -> Inlines:
        """Return a text of the register: as it stands if official, marked if not confirmed, a gap if there is none."""
        wording = multilingual.wording(self.language)
        if wording is not None:
            content = self._spaced((Text(wording.text),))
            return content if wording.is_official else (Provisional(content),)
        language, original = Language.ENGLISH, multilingual.text(Language.ENGLISH)
        if original is None:
            language, original = next(((at, w.text) for at, w in multilingual.wordings.items()), (language, ""))
        return (Gap(self.plain("gap"), original, language),)

    def term(self, key: str, *, form: str = "") -> Inlines:
        """Return the official term of a key: the conference's, else the wording of the drafts, else a gap.

        `form` is the key of the form wanted, which the term's wording may note: "genitive".
        """
        term = self._terms.get(key, Multilingual())
        if self.language in term:
            return self.register_text(names.in_form(term, self.language, form))
        if key in self._messages.entries and not (term and self._messages.status(key) is Status.MISSING):
            return self.say(key)
        if not term:
            raise BrokenWording(f"{self.language}: there is neither a term nor a message {key}")
        return self.register_text(term)

    def list(self, items: Iterable[Inlines], *, conjunction: Conjunction = Conjunction.AND) -> Inlines:
        """Return the items as one enumeration, "a, b and c"."""
        parts = list(items)
        joints = lists.joints_of(self.language, [read(part) for part in parts], conjunction=conjunction)
        mixed = [parts[0]] if parts else []
        for joint, part in zip(joints, parts[1:], strict=True):
            mixed.extend(((Text(joint),), part))
        return joined(mixed)

    def sentences(self, parts: Iterable[Inlines]) -> Inlines:
        """Return sentences one after the other, with the space that the language puts between them."""
        spaced: list[Inlines] = []
        for part in parts:
            if spaced and self.language is not Language.CHINESE:
                spaced.append((Text(" "),))
            spaced.append(part)
        return joined(spaced)


class _Kept:
    """The values of one message while it is spoken: each is one character of the private range."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self._inlines: list[Inlines] = []

    def keep(self, inlines: Inlines) -> str:
        mark = _FIRST_MARK + len(self._inlines)
        if mark > _LAST_MARK:
            raise BrokenWording(f"{self.voice.language}: one message has more than {_LAST_MARK - _FIRST_MARK} parts")
        self._inlines.append(inlines)
        return chr(mark)

    def argument(self, value: Value) -> str | int:
        match value:
            case str():
                # A word of the register could hold a character of the private range, which means a node here.
                return self.keep(text(value)) if _MARK.search(value) else value
            case int():
                return value
            case tuple():
                return self.keep(value)
            case Name() | Place() | Gathering():
                return _Argument(self, value)

    def nodes(self, said: str) -> Inlines:
        parts: list[Inlines] = []
        end = 0
        for mark in _MARK.finditer(said):
            parts.extend((text(said[end : mark.start()]), self._inlines[ord(mark[0]) - _FIRST_MARK]))
            end = mark.end()
        return _edged(joined([*parts, text(said[end:])]), said)


class _Argument(str):
    """A value that messages call functions on; by itself it reads as the function for its kind says."""

    __slots__ = ("kept", "value")

    def __new__(cls, kept: _Kept, value: Name | Place | Gathering) -> Self:
        made = super().__new__(cls, kept.keep(_by_itself(kept.voice, value)))
        made.kept = kept
        made.value = value
        return made

    kept: _Kept
    value: Name | Place | Gathering


def _by_itself(voice: Voice, value: Name | Place | Gathering) -> Inlines:
    if isinstance(value, Gathering):
        return numbered(voice, value, Case.NOMINATIVE)
    return voice.register_text(value.text)


def _edged(inlines: Inlines, said: str) -> Inlines:
    """Return the nodes with the space that a message begins or ends with on purpose: ` { "" }`, `{ " " }`."""
    nodes: list[Inline] = list(inlines)
    if said.startswith(" "):
        nodes = (
            [Text(f" {nodes[0].value}"), *nodes[1:]] if nodes and isinstance(nodes[0], Text) else [Text(" "), *nodes]
        )
    if said.endswith(" ") and said.strip(" "):
        last = nodes[-1]
        nodes = [*nodes[:-1], Text(f"{last.value} ")] if isinstance(last, Text) else [*nodes, Text(" ")]
    return tuple(nodes)


def _outline(node: object, entries: Mapping[str, ast.Message]) -> str:
    match node:
        case ast.TextElement() | ast.StringLiteral():
            said = node.value
        case ast.VariableReference():
            said = f"{{{node.id.name}}}"
        case ast.Placeable():
            said = _outline(node.expression, entries)
        case ast.SelectExpression():
            said = _outline(next(variant.value for variant in node.variants if variant.default), entries)
        case ast.MessageReference():
            said = _outline(entries[node.id.name].value, entries)
        case ast.Pattern() | ast.FunctionReference():
            parts = node.elements if isinstance(node, ast.Pattern) else node.arguments.positional
            said = "".join(_outline(part, entries) for part in parts)
        case _:
            said = ""
    return said


def _nodes(node: object) -> Iterable[object]:
    yield node
    if isinstance(node, ast.BaseNode):
        for value in vars(node).values():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.BaseNode):
                    yield from _nodes(part)
