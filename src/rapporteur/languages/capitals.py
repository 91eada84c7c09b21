"""Capital letters at the start of a masthead line or a sentence."""

from rapporteur.languages.terms import Language

_WITHOUT_CAPITALS = frozenset({Language.ARABIC, Language.CHINESE})


def capitalized(language: Language, text: str) -> str:
    """Return the text with its first character as a capital; the rest, and scripts without capitals, unchanged."""
    return text if language in _WITHOUT_CAPITALS else text[:1].upper() + text[1:]
