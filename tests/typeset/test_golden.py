"""The invented document as it must come out, letter by letter, in the formats that people read as text.

After a change that is meant: `PYTHONPATH=tests python tests/typeset/test_golden.py` writes the files anew; read the
difference before committing it.
"""

from pathlib import Path

import pytest

from rapporteur.languages.terms import Language
from rapporteur.typeset import Format, write
from typeset.trees import SAMPLES

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
LANGUAGES = (Language.ENGLISH, Language.ARABIC)
FORMATS = (Format.TXT, Format.HTML, Format.XML)


def path(language: Language, format_: Format) -> Path:
    return GOLDEN / f"tidal-mills.{language.value}{format_.suffix}"


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_reads_as_before(language: Language, format_: Format) -> None:
    assert write(SAMPLES[language], format_).decode() == path(language, format_).read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in LANGUAGES:
        for form in FORMATS:
            path(each, form).write_bytes(write(SAMPLES[each], form))
