"""The wording of the drafts: one folder of Fluent files for each language, read once in the life of a process."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rapporteur.bodies.models import Conference
from rapporteur.drafts.queries.conference import terms_of
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


@dataclass(frozen=True, slots=True)
class StandIn:
    """A message of the drafts in one language that waits for an official wording. `what` is a sentence for a list."""

    language: Language
    key: str
    status: Status
    text: str

    @property
    def what(self) -> str:
        said = "missing, the English is shown" if self.status is Status.MISSING else "provisional"
        return f"wording of the drafts [{self.language}]: {said}: {self.text}"


def provisional_wordings() -> list[tuple[Language, str]]:
    """Return the messages that stand in for an official wording not yet confirmed, by language and key."""
    return [(language, key) for language in Language for key in messages_of(language).of_status(Status.PROVISIONAL)]


def stand_ins(conference: Conference) -> list[StandIn]:
    """Return the messages that wait for an official wording in the conference's languages, by key. 1 query.

    One that a term of the same key replaces is left out, and a missing formula that is a term of the register anyway.
    """
    terms = terms_of(conference)
    wanted = [Language(code) for code in conference.official_languages] or list(Language)
    found = []
    for language in (language for language in Language if language in wanted):
        messages = messages_of(language)
        for status in (Status.PROVISIONAL, Status.MISSING):
            for key in messages.of_status(status):
                term = terms.get(key, Multilingual())
                is_told = language in term or (bool(term) and status is Status.MISSING)
                if messages.variables(key) or not is_told:
                    found.append(StandIn(language, key, status, messages.outline(key)))
    return sorted(found, key=lambda one: (one.key, list(Language).index(one.language)))
