"""Words of acts on the register: a reason against one, and a refusal made of reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

# Acts on these are for the people of a case alone; a page says which subjects are open to whoever asks.
CONFIDENTIAL: Final = frozenset({"assessment", "case"})
Subject = tuple[str, str]  # kind and key


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something cannot be done, in words for the person who asked for it.

    `field` says where: the name of a field, "names.0.until" for a field of the first of the rows called names, "" for
    the record as a whole.
    """

    text: str
    field: str = ""


class Refused(ValueError):
    """An act was refused; nothing was written."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__(" ".join(reason.text for reason in reasons))
        self.reasons = list(reasons)


class Stale(Refused):
    """The record changed after it was shown. `stored` is how it stands now."""

    def __init__(self, reasons: Sequence[Reason], *, stored: Mapping[str, Any]) -> None:
        super().__init__(reasons)
        self.stored = stored
