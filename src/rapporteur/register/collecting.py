"""All entries of a file or a folder, each with the place it stands at.

`datafiles` makes plain data of each file and holds it against the types of `schema`. The story goes on in
`references`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from rapporteur.datafiles.entries import Entry
from rapporteur.datafiles.faults import Fault, FileRefused
from rapporteur.datafiles.reading import Parsed, read
from rapporteur.datafiles.telling import typed
from rapporteur.register.faults import RegisterRefused
from rapporteur.register.schema import (
    BodyEntry,
    ConferenceEntry,
    DocumentEntry,
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
        except FileRefused as refused:
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
    file = typed(parsed, RegisterFile, holds="entries of a register")
    for name in Collected.__slots__:
        for index, entry in enumerate(getattr(file, name)):
            conference = getattr(entry, "conference", None) or file.conference or ""
            if getattr(entry, "shared", False):
                conference = ""
            getattr(collected, name).append(Placed(entry, parsed, (name, index), conference))
