from pathlib import Path

import pytest
from pydantic import Field

from rapporteur.datafiles.entries import Entry, Words, plain_texts
from rapporteur.datafiles.faults import FileRefused
from rapporteur.datafiles.reading import read
from rapporteur.datafiles.telling import typed
from rapporteur.languages.terms import Language, Multilingual, Status, Wording


class Barge(Entry):
    name: Words = Field(default_factory=Multilingual)
    crew: tuple["Barge", ...] = Field(default=(), max_length=2)


def barge(folder: Path, text: str) -> Barge:
    file = folder / "barge.yaml"
    file.write_text(text, encoding="utf-8")
    return typed(read(file, shown_as="barge.yaml"), Barge, holds="a barge")


def test_a_text_in_six_languages_becomes_its_frozen_type_and_goes_back(tmp_path: Path) -> None:
    found = barge(tmp_path, "name: {en: Ada, fr: {text: Ade, status: known, check: true}}\n")
    assert found.name == Multilingual(
        {Language.ENGLISH: Wording("Ada"), Language.FRENCH: Wording("Ade", Status.KNOWN, check=True)}
    )
    assert Barge.model_validate({"name": plain_texts(found.name)}) == found
    assert Barge.model_validate_json(found.model_dump_json()) == found


REFUSED = {
    "an empty file": ("", "barge.yaml: the file is empty; expected a barge"),
    "a list": ("- Ada\n", "barge.yaml:1: ['Ada'], a list, stands here; expected keys with values"),
    "an unknown key deep inside": (
        "crew:\n- name: {en: Ada}\n  mast: 1\n",
        "barge.yaml:3: crew[1].mast: the key 'mast' is unknown; expected one of crew, name",
    ),
    "too many entries": (
        "crew:\n- {}\n- {}\n- {}\n",
        "barge.yaml:1: crew: 3 entries stand here; expected at most 2",
    ),
    "an unknown language": (
        "name:\n  de: Ada\n",
        "barge.yaml:2: name.de: 'de' is not known here; expected 'ar', 'zh', 'en', 'fr', 'ru' or 'es'",
    ),
    "a character that hides": (
        "name: {en: A\u200bda}\n",
        (
            "barge.yaml:1: name.en: the text has the character U+200B ZERO WIDTH SPACE at position 1; "
            "expected a text without it"
        ),
    ),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        barge(tmp_path, text)
    assert str(refusal.value) == said
