"""What can be wrong with a data file, told so that a person finds the place and mends it."""

from collections.abc import Sequence
from dataclasses import dataclass

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `line` counts from 1, 0 for the file as a whole; `path` is "meetings[3].starts_on"."""

    file: str
    line: int
    path: str
    what: str
    expected: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = f"{place}: {self.path}" if self.path else place
        return f"{where}: {self.what}; expected {self.expected}" if self.expected else f"{where}: {self.what}"


class FileRefused(ValueError):
    """A data file that cannot be used. The message has one line a fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.path, fault.what))
        lines = [str(fault) for fault in self.faults[:_SHOWN]]
        if len(self.faults) > _SHOWN:
            lines.append(f"… and {len(self.faults) - _SHOWN} more")
        super().__init__("\n".join(lines))
