"""The wording of the drafts: one folder of Fluent files for each language, read once in the life of a process."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from rapporteur.drafts.rules.voice import Messages, Voice
from rapporteur.languages.terms import Language, Multilingual, Status


def voice_of(language: Language, terms: Mapping[str, Multilingual] | None = None) -> Voice:
    """Return the voice of a language, with a conference's terms (`ConferenceMatter.terms`)."""
    return Voice(messages_of(language), terms)


@cache
def messages_of(language: Language) -> Messages:
    """Return the messages of a language, of every draft. Raises: BrokenWording."""
    folder = resources.files("rapporteur.drafts") / "wording" / language.value
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    return Messages(language, [file.read_text(encoding="utf-8") for file in files])


def provisional_wordings() -> list[tuple[Language, str]]:
    """Return the messages that stand in for an official wording not yet confirmed, by language and key.

    A term of the same key in the register takes their place.
    """
    return [(language, key) for language in Language for key in messages_of(language).of_status(Status.PROVISIONAL)]
