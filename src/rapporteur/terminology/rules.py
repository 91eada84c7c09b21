"""How a multilingual text is written down as plain data, in the database and in the register's files."""

from collections.abc import Mapping
from typing import Any

from rapporteur.languages.terms import Language, Multilingual, Status, Wording

_WORDING_KEYS = frozenset({"text", "status", "check", "source", "note", "variants"})


def multilingual_from_plain(plain: Mapping[str, Any]) -> Multilingual:
    """Return the text that plain data stands for. Raises: ValueError for an unknown language, key or status."""
    return Multilingual({_language(code): _wording(value) for code, value in plain.items()})


def plain_from_multilingual(text: Multilingual) -> dict[str, Any]:
    """Return plain data: a string for a found wording with nothing else to say, a mapping otherwise."""
    return {language.value: _plain(wording) for language, wording in text.wordings.items()}


def _language(code: str) -> Language:
    try:
        return Language(code)
    except ValueError:
        raise ValueError(f"{code!r} is not one of the languages {', '.join(Language)}") from None


def _wording(value: Any) -> Wording:
    if isinstance(value, str):
        return Wording(value)
    text = value.get("text") if isinstance(value, Mapping) else None
    if not text:
        raise ValueError("a wording is a text, or a mapping with the key 'text'")
    if unknown := sorted(set(value) - _WORDING_KEYS):
        raise ValueError(f"a wording has no key {unknown[0]!r}; its keys are {', '.join(sorted(_WORDING_KEYS))}")
    return Wording(
        text=text,
        status=Status(value.get("status", Status.FOUND)),
        check=bool(value.get("check", False)),
        source=value.get("source", ""),
        note=value.get("note", ""),
        variants=tuple(value.get("variants", ())),
    )


def _plain(wording: Wording) -> str | dict[str, Any]:
    if wording == Wording(wording.text):
        return wording.text
    said = {
        "text": wording.text,
        "status": wording.status.value,
        "check": wording.check,
        "source": wording.source,
        "note": wording.note,
        "variants": list(wording.variants),
    }
    return {key: value for key, value in said.items() if value}
