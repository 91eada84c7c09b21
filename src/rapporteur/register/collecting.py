"""All entries of a file or a folder, each with the place it stands at.

`reading` makes plain data of each file, the types of `schema` refuse what does not fit, and the messages are told in
our words. The story goes on in `references`.
"""

import datetime as dt
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rapporteur.languages import clean
from rapporteur.register.faults import Fault, RegisterRefused
from rapporteur.register.reading import Keys, Parsed, read
from rapporteur.register.schema import (
    BodyEntry,
    ConferenceEntry,
    DocumentEntry,
    Entry,
    InstrumentEntry,
    MandateEntry,
    MeetingEntry,
    PartyEntry,
    RegionalGroupEntry,
    RegisterFile,
    SessionEntry,
    SourceEntry,
    TermEntry,
)

EntryType_co = TypeVar("EntryType_co", bound=Entry, covariant=True)
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Placed(Generic[EntryType_co]):
    """An entry and where it stands. `conference` is the one it belongs to, "" for an entry of none."""

    entry: EntryType_co
    parsed: Parsed
    path: tuple[str | int, ...]
    conference: str

    def fault(self, *path: str | int, what: str, expected: str = "") -> Fault:
        """Return a fault of this entry at a path within it."""
        whole = (*self.path, *path)
        return Fault(self.parsed.file, self.parsed.line_of(whole), self.parsed.spelled(whole), what, expected)

    @property
    def place(self) -> str:
        """Return file and line, to refer to this entry in a message about another."""
        return f"{self.parsed.file}:{self.parsed.line_of(self.path)}"


@dataclass(slots=True)
class Collected:
    """The entries of all files, in their order."""

    sources: list[Placed[SourceEntry]] = field(default_factory=list)
    regional_groups: list[Placed[RegionalGroupEntry]] = field(default_factory=list)
    instruments: list[Placed[InstrumentEntry]] = field(default_factory=list)
    parties: list[Placed[PartyEntry]] = field(default_factory=list)
    conferences: list[Placed[ConferenceEntry]] = field(default_factory=list)
    bodies: list[Placed[BodyEntry]] = field(default_factory=list)
    mandates: list[Placed[MandateEntry]] = field(default_factory=list)
    sessions: list[Placed[SessionEntry]] = field(default_factory=list)
    meetings: list[Placed[MeetingEntry]] = field(default_factory=list)
    documents: list[Placed[DocumentEntry]] = field(default_factory=list)
    terms: list[Placed[TermEntry]] = field(default_factory=list)

    def everything(self) -> Iterator[Placed[Entry]]:
        for name in Collected.__slots__:
            yield from getattr(self, name)

    def __len__(self) -> int:
        return sum(len(getattr(self, name)) for name in Collected.__slots__)


def collect(path: Path, *, step: Callable[[str], None] = lambda _: None) -> Collected:
    """Return the entries of a file, or of every .yaml file of a folder. Raises: RegisterRefused; OSError."""
    collected, faults = Collected(), []
    for file in files_of(path):
        step(f"reading {file.name}")
        try:
            parsed = read(file)
            _add(collected, parsed)
        except RegisterRefused as refused:
            faults += refused.faults
    if faults:
        raise RegisterRefused(faults)
    return collected


def files_of(path: Path) -> list[Path]:
    """Return the files to read, in order. Raises: RegisterRefused where there are none."""
    if not path.exists():
        raise RegisterRefused([Fault(str(path), 0, "", "there is no such file or folder", "a .yaml file or a folder")])
    files = [path]
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and file.is_file())
    if not files:
        raise RegisterRefused([Fault(str(path), 0, "", "the folder has no .yaml file", "at least one")])
    return files


def _add(collected: Collected, parsed: Parsed) -> None:
    if unclean := list(_unclean(parsed, parsed.plain, ())):
        raise RegisterRefused(unclean)
    if parsed.plain is None:
        raise RegisterRefused([Fault(parsed.file, 0, "", "the file is empty", "entries of a register")])
    try:
        file = RegisterFile.model_validate(parsed.plain)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        raise RegisterRefused([_told(parsed, detail) for detail in details]) from None
    for name in Collected.__slots__:
        for index, entry in enumerate(getattr(file, name)):
            conference = getattr(entry, "conference", None) or file.conference or ""
            if getattr(entry, "shared", False):
                conference = ""
            getattr(collected, name).append(Placed(entry, parsed, (name, index), conference))


def _unclean(parsed: Parsed, value: Any, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if isinstance(value, str):
        for found in clean.faults(value):
            what = f"the text has the character {found}"
            yield Fault(parsed.file, parsed.line_of(path), parsed.spelled(path), what, "a text without it")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unclean(parsed, inner, (*path, key))
            if clean.faults(key):
                what = f"the key {clean.visible(key)!r} has a character that does not print"
                yield Fault(
                    parsed.file, parsed.line_of((*path, key)), parsed.spelled(path), what, "a key of a register"
                )
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _unclean(parsed, inner, (*path, index))


# --- telling what the types refuse ----------------------------------------------------------------------------------

_EXPECTED = {
    "string_type": "a text (in quotation marks where it looks like a number or a date)",
    "date_type": "a day as YYYY-MM-DD",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}
_KINDS = {str: "text", int: "number", bool: "true or false", dt.date: "date", dict: "mapping", list: "list"}


def _told(parsed: Parsed, detail: ErrorDetails) -> Fault:
    path = detail["loc"]
    what, expected = _words(detail, path)
    return Fault(parsed.file, parsed.line_of(path), parsed.spelled(path), what, expected)


def _words(detail: ErrorDetails, path: Keys) -> tuple[str, str]:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return f"the key {path[-1]!r} is unknown", f"one of {', '.join(_keys_at(path[:-1]))}"
    if kind == "missing":
        return f"the key {path[-1]!r} is missing", ""
    if kind in {"enum", "literal_error"}:
        return f"{_shown(value)} is not known here", str(context.get("expected", ""))
    if kind == "string_pattern_mismatch":
        return f"{_shown(value)} has the wrong form", f"a text that matches {context['pattern']}"
    if kind in _EXPECTED:
        found = "nothing" if value is None else f"{_shown(value)}, a {_KINDS.get(type(value), 'value')},"
        return f"{found} stands here", _EXPECTED[kind]
    message = detail["msg"]
    return f"{_shown(value)}: {message[:1].lower()}{message[1:]}", ""


def _shown(value: Any) -> str:
    longest = 60
    text = value.isoformat() if isinstance(value, dt.date) else repr(value)
    return text if len(text) <= longest else f"{text[:longest]}…"


def _keys_at(path: Sequence[str | int]) -> list[str]:
    """Return the keys that may stand at a path, found in the types themselves."""
    here: list[Any] = [RegisterFile]
    for part in path:
        nearer: list[Any] = []
        for kind in here:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                nearer += [kind.model_fields[part].annotation] if part in kind.model_fields else [kind]
            elif get_origin(kind) in {tuple, dict}:
                nearer += [argument for argument in get_args(kind)[-2:] if argument is not Ellipsis]
        here = [bare for kind in nearer for bare in _alternatives(kind)]
    return sorted(
        {key for kind in here if isinstance(kind, type) and issubclass(kind, BaseModel) for key in _keys(kind)}
    )


def _keys(kind: type[BaseModel]) -> list[str]:
    return list(kind.model_fields)


def _alternatives(kind: Any) -> list[Any]:
    if hasattr(kind, "__metadata__"):
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) in {Union, types.UnionType}:
        return [bare for argument in get_args(kind) for bare in _alternatives(argument)]
    return [kind]
