"""Rows of words, as the tables of this room are written: one row per set, so that a reader can count along it."""


def row(words: str) -> tuple[str, ...]:
    """Return the words of a row, which stand apart by spaces."""
    return tuple(words.split())
