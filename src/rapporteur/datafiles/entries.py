"""What entries of every kind of data file are made of: keys, days, counts, texts in six languages."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetPydanticSchema,
    Strict,
    StringConstraints,
    Tag,
)
from pydantic_core import CoreSchema, core_schema

from rapporteur.languages.terms import Language, Multilingual, Status, Wording

Day = Annotated[dt.date, Strict()]
Count = Annotated[int, Strict(), Field(ge=0, le=32767)]
Flag = Annotated[bool, Strict()]
Key = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z0-9][-a-zA-Z0-9_]*$", max_length=60)]
Prose = Annotated[str, StringConstraints(min_length=1)]


class Entry(BaseModel):
    """An entry of a file: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WordingEntry(Entry):
    """A text in one language with how sure we are of it; a plain string stands for a found one."""

    text: Prose
    status: Literal[Status.FOUND, Status.KNOWN, Status.PROVISIONAL] = Status.FOUND
    check: Flag = False
    source: Annotated[str, StringConstraints(max_length=60)] = ""
    note: str = ""
    variants: tuple[Prose, ...] = ()


def _kind_of_wording(value: Any) -> str:
    return "text" if isinstance(value, str) else "wording"


PlainWording = Annotated[
    Annotated[Prose, Tag("text")] | Annotated[WordingEntry, Tag("wording")], Discriminator(_kind_of_wording)
]
Text = dict[Language, PlainWording]


def multilingual(text: Mapping[Language, str | WordingEntry]) -> Multilingual:
    """Return the text that an entry gives by language."""
    return Multilingual({language: _wording(value) for language, value in text.items()})


def _wording(value: str | WordingEntry) -> Wording:
    if isinstance(value, str):
        return Wording(value)
    return Wording(
        text=value.text,
        status=value.status,
        check=value.check,
        source=value.source,
        note=value.note,
        variants=value.variants,
    )


def plain_texts(text: Multilingual) -> dict[str, Any]:
    """Return a text as a file gives it, so that `multilingual` reads it back equal."""
    return {language.value: _plain(wording) for language, wording in text.wordings.items()}


def _plain(wording: Wording) -> str | dict[str, Any]:
    if wording == Wording(wording.text):
        return wording.text
    said = {"text": wording.text, "status": wording.status.value, "check": wording.check, "source": wording.source}
    return said | {"note": wording.note, "variants": list(wording.variants)}


def _words_schema(_source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    return core_schema.no_info_after_validator_function(
        multilingual,
        handler.generate_schema(Text),
        serialization=core_schema.plain_serializer_function_ser_schema(plain_texts),
    )


# A text in six languages that is read into its frozen type at once.
Words = Annotated[Multilingual, GetPydanticSchema(_words_schema)]
