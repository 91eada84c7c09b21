"""The bytes of a file or of an upload as text, or a refusal that says what they are instead and where.

`roster` and `rules` go on from there.
"""

import codecs
from typing import Final

from rapporteur.lots.terms import UnfitInput

LARGEST_BYTES: Final = 10_000_000
_WIDE: Final = {codecs.BOM_UTF32_LE: "UTF-32", codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


def text_of(raw: bytes, *, shown_as: str) -> str:
    """Return bytes in UTF-8 as text, without the mark at its beginning. Raises: UnfitInput."""
    require_size(len(raw), shown_as=shown_as)
    for mark, name in _WIDE.items():
        if raw.startswith(mark):
            raise UnfitInput(f"{shown_as}: the file is in {name}; save it in UTF-8.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        byte = f"the byte {raw[fault.start]:#04x} is no UTF-8"
        raise UnfitInput(f"{shown_as}:{line}: {byte}; save the file in UTF-8 (it may be in Windows-1252).") from None


def require_size(size: int, *, shown_as: str) -> None:
    """Refuse a file by its size, before it is read. Raises: UnfitInput."""
    if size > LARGEST_BYTES:
        found, most = size / 1e6, LARGEST_BYTES / 1e6
        raise UnfitInput(f"{shown_as}: the file has {found:.1f} MB; rosters and rules have at most {most:.0f} MB.")
