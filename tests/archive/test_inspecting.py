import io
import random
import zipfile

import pytest

from archive.made import PDF, PNG, changed, document
from rapporteur.archive.rules.inspecting import inspect
from rapporteur.archive.terms import FileKind, Limits, NotTaken, Objection

ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("note.PDF", PDF, FileKind.PDF),
        ("note.docx", document(), FileKind.DOCX),
        ("scan.png", PNG, FileKind.PNG),
        ("scan.jpeg", b"\xff\xd8\xff\xe0" + bytes(20), FileKind.JPEG),
        ("figures.csv", "état;nombre\n".encode(), FileKind.CSV),
        ("letter.txt", "مذكرة شفوية\n".encode(), FileKind.TEXT),
    ],
)
def test_a_file_is_what_it_holds(name: str, content: bytes, kind: FileKind) -> None:
    found = inspect(io.BytesIO(content), name)
    assert (found.kind, found.size, len(found.digest)) == (kind, len(content), 64)


@pytest.mark.parametrize(
    ("name", "content", "objection"),
    [
        ("empty.pdf", b"", Objection.EMPTY),
        ("program.exe", b"MZ", Objection.UNKNOWN_KIND),
        ("no-suffix", PDF, Objection.UNKNOWN_KIND),
        ("note.docm", document(), Objection.UNKNOWN_KIND),
        ("note.pdf", document(), Objection.NOT_WHAT_IT_SAYS),
        ("note.png", PDF, Objection.NOT_WHAT_IT_SAYS),
        ("note.xlsx", document(), Objection.NOT_WHAT_IT_SAYS),
        ("note.odt", document(), Objection.NOT_WHAT_IT_SAYS),
        ("note.docx", PDF, Objection.DAMAGED),
        ("note.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Objection.ENCRYPTED),
        ("note.docx", document()[:-900], Objection.DAMAGED),
        ("note.docx", changed(document(), {"word/vbaProject.bin": b"x"}), Objection.HAS_MACROS),
        ("note.docx", changed(document(), {"word/activeX/activeX1.xml": b"<a/>"}), Objection.HAS_MACROS),
        ("note.docx", changed(document(), {"word/document.xml": ENTITIES}), Objection.HAS_ENTITIES),
        (
            "note.docx",
            changed(document(), {"word/document.xml": ENTITIES.decode().encode("utf-16")}),
            Objection.HAS_ENTITIES,
        ),
        ("note.docx", changed(document(), {"word/media/a.bmp": bytes(3_000_000)}), Objection.EXPANDS_TOO_MUCH),
        ("cut.pdf", PDF[:-8], Objection.DAMAGED),
        ("locked.pdf", PDF.replace(b"/Type", b"/Encrypt 2 0 R/Type"), Objection.ENCRYPTED),
        ("acting.pdf", PDF.replace(b"/Type", b"/OpenAction<</S/JavaScript>>/Type"), Objection.HAS_SCRIPT),
        ("letter.txt", "caf\u00e9".encode("cp1252"), Objection.NOT_WHAT_IT_SAYS),
        ("letter.txt", "a\u202eb".encode(), Objection.NOT_WHAT_IT_SAYS),
    ],
)
def test_what_nobody_should_open_is_not_taken(name: str, content: bytes, objection: Objection) -> None:
    with pytest.raises(NotTaken) as refused:
        inspect(io.BytesIO(content), name)
    assert refused.value.objection is objection


def test_a_file_is_measured_before_anything_is_looked_at() -> None:
    with pytest.raises(NotTaken) as refused:
        inspect(io.BytesIO(bytes(2_000)), "note.docx", Limits(largest=1_000))
    assert (refused.value.objection, refused.value.detail) == (Objection.TOO_LARGE, "1000")


def test_a_package_that_expands_a_thousandfold_is_not_expanded() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(40):
            package.writestr(f"word/part{number}.xml", bytes(8_000_000))
    with pytest.raises(NotTaken) as refused:
        inspect(io.BytesIO(out.getvalue()), "note.docx")
    assert refused.value.objection is Objection.EXPANDS_TOO_MUCH


def test_no_damage_to_a_document_leads_to_anything_but_a_refusal() -> None:
    whole, chance = document(), random.Random(9)  # noqa: S311 - the same damage each time
    told = set()
    for _ in range(150):
        spoiled = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        try:
            inspect(io.BytesIO(bytes(spoiled)), "note.docx")
        except NotTaken as refused:
            told.add(refused.objection)
    assert Objection.DAMAGED in told
