"""One entry point for five formats: names, media types, and the same bytes for the same document."""

import pytest
from hypothesis import given, settings

from rapporteur.languages.terms import Language
from rapporteur.typeset import Format, write
from rapporteur.typeset.tree import Document
from typeset.strategies import documents, settable
from typeset.trees import SAMPLES

STARTS = {
    Format.TXT: b"United Nations\n",
    Format.HTML: b"<!DOCTYPE html>\n",
    Format.DOCX: b"PK\x03\x04",
    Format.PDF: b"%PDF-1.7\n",
    Format.XML: b"<?xml version=",
}


def test_each_format_has_a_suffix_and_a_media_type() -> None:
    assert [(format_.suffix, format_.media_type) for format_ in Format] == [
        (".txt", "text/plain; charset=utf-8"),
        (".html", "text/html; charset=utf-8"),
        (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (".pdf", "application/pdf"),
        (".xml", "application/akn+xml"),
    ]


@pytest.mark.parametrize("format_", Format)
def test_a_format_is_known_by_its_first_bytes(format_: Format) -> None:
    start = STARTS[format_]
    assert write(SAMPLES[Language.ENGLISH], format_)[: len(start)] == start


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("format_", Format)
def test_the_same_document_gives_the_same_bytes(format_: Format, language: Language) -> None:
    assert write(SAMPLES[language], format_) == write(SAMPLES[language], format_)


@pytest.mark.parametrize("format_", Format)
@settings(max_examples=25, deadline=None)
@given(document=documents(settable))
def test_any_sound_document_can_be_written_in_every_format(format_: Format, document: Document) -> None:
    assert write(document, format_) == write(document, format_)
