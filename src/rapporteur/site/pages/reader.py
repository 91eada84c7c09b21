"""The language a page is read in, as the official documents count languages: six, Chinese without a script."""

from django.utils.translation import get_language

from rapporteur.languages.terms import Language


def reading_language() -> Language:
    """Return the language of the interface; English where the interface speaks none of the six."""
    code = (get_language() or "en").split("-", maxsplit=1)[0]
    return Language(code) if code in set(Language) else Language.ENGLISH
