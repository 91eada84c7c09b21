import io
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from archive.made import PDF
from rapporteur.archive.actions.keeping import fetch, keep, place
from rapporteur.archive.terms import NotTaken, Objection


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.STORAGES = {
        **settings.STORAGES,
        "archive": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }
    return tmp_path


def test_a_content_is_kept_once_under_its_digest_whatever_its_name(folder: Path) -> None:
    first = keep(io.BytesIO(PDF), "note.pdf")
    assert keep(io.BytesIO(PDF), "../../another.pdf") == first
    kept = [path for path in folder.rglob("*") if path.is_file()]
    assert kept == [folder / place(first.digest)]
    with fetch(first.digest) as content:
        assert content.read() == PDF


def test_what_is_not_taken_is_not_kept(folder: Path) -> None:
    with pytest.raises(NotTaken):
        keep(io.BytesIO(b"nothing of the kind"), "note.pdf")
    assert list(folder.iterdir()) == []


def test_a_digest_without_a_content_is_named() -> None:
    with pytest.raises(NotTaken, match="damaged: 0000"):
        fetch("0" * 64)


@pytest.fixture
def daemon() -> Iterator[tuple[str, list[bytes], list[bytes]]]:
    """Give the address of a listener that speaks a scanner's side, what it hears, and what it will say."""
    heard: list[bytes] = []
    says: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def answer() -> None:
            wire, _ = server.accept()
            with wire:
                told = b""
                while not told.endswith(b"\0\0\0\0"):
                    told += wire.recv(4096)
                heard.append(told)
                wire.sendall(says[0])

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}", heard, says
        thread.join()


@pytest.mark.parametrize(
    ("said", "objection"),
    [
        (b"stream: Eicar-Signature FOUND\0", Objection.INFECTED),
        (b"INSTREAM size limit exceeded. ERROR\0", Objection.NOT_CHECKED),
    ],
)
def test_a_scanner_that_is_configured_has_the_last_word(
    settings: Settings,
    daemon: tuple[str, list[bytes], list[bytes]],
    folder: Path,
    said: bytes,
    objection: Objection,
) -> None:
    settings.CLAMAV_ADDRESS, heard, says = daemon
    says.append(said)
    with pytest.raises(NotTaken) as refused:
        keep(io.BytesIO(PDF), "note.pdf")
    assert (refused.value.objection, list(folder.iterdir())) == (objection, [])
    assert heard == [b"zINSTREAM\0" + len(PDF).to_bytes(4, "big") + PDF + bytes(4)]


def test_what_cannot_be_shown_to_the_scanner_is_not_taken(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    settings.CLAMAV_ADDRESS = address
    with pytest.raises(NotTaken) as refused:
        keep(io.BytesIO(PDF), "note.pdf")
    assert refused.value.objection is Objection.NOT_CHECKED
