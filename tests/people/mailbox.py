"""A real mail server on this machine, and the mails it took."""

import re
import socket
from collections.abc import Iterator
from email.message import Message as Mail

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from pytest_django.fixtures import Settings


class Box(Message):
    """Keeps what comes in."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Mail] = []

    def handle_message(self, message: Mail) -> None:
        self.mails.append(message)

    def last(self) -> str:
        return self.mails[-1].get_payload(decode=True).decode()  # type: ignore[union-attr]  # a mail of one part

    def secret(self) -> str:
        """Return the secret of the link in the last mail."""
        found = re.search(r"https://site\.example/in/(\S+)", self.last())
        assert found is not None
        return found[1]


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Box]:
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield box
    server.stop()
