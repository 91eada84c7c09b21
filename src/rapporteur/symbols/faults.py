"""How a string that is no symbol is refused: with the text, the place of the fault and what was expected there.

Every form of this room (document symbols, mandate numbers, job numbers, agenda item numbers) is read by the `Scanner`
kept in `scanner` and refused by a kind of `Misreading`. The story goes on in `documents`.
"""

from typing import ClassVar

_WINDOW = 60  # characters shown of a long text, so that a message stays on one line


class Misreading(ValueError):
    """A text that is not what it was read as. `position` counts characters from 0."""

    form: ClassVar[str] = "a symbol"

    def __init__(self, text: str, position: int, expected: str) -> None:
        super().__init__(text, position, expected)
        self.text = text
        self.position = position
        self.expected = expected

    @property
    def sentence(self) -> str:
        """Return the refusal on one line, for a form or a table."""
        found = _visible(self.text[self.position : self.position + 1])
        found = f'"{found}"' if found else "the end of the text"
        return f"Not {self.form}: expected {self.expected} at position {self.position}, found {found}."

    def __str__(self) -> str:
        first = max(0, self.position - _WINDOW // 2)
        before = _visible(self.text[first : self.position])
        after = _visible(self.text[self.position : first + _WINDOW])
        return f"{self.sentence}\n    {before}{after}\n    {' ' * len(before)}^"


def _visible(text: str) -> str:
    """Return the text with whatever does not print, or would turn the line about, written as an escape."""
    return "".join(c if c == " " or (c.isprintable() and not _is_right_to_left(c)) else _escaped(c) for c in text)


def _is_right_to_left(character: str) -> bool:
    return "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc"


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the last code point of four digits
