"""Visits to the site without a network: the WSGI application is called as a server would call it, logged out."""

import io
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from wsgiref.util import setup_testing_defaults

from benchmarks.rows import Times, clock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# What a page, or its style sheet, loads by itself.
_LOADED = re.compile(r"""(?:src=|<link[^>]*?rel="(?:stylesheet|icon)"[^>]*?href=)"([^"]+)"|url\(["']?([^"')]+)""")


class Visitor:
    """Somebody who reads English and is not signed in."""

    def __init__(self) -> None:
        # The very door that `rapporteur serve` opens, with what it does for the collector of garbage.
        from rapporteur.site.wsgi import application  # noqa: PLC0415 - Django is set up after import

        self.application: Callable[..., Any] = application

    def get(self, address: str) -> bytes:
        """Return what the server sends for an address, compressed as a browser takes it; anything but 200 is wrong."""
        path, _mark, query = address.partition("?")
        environ: dict[str, Any] = {}
        setup_testing_defaults(environ)
        # A server gives the address as bytes read as Latin-1.
        environ |= {"PATH_INFO": unquote(path).encode().decode("latin-1"), "QUERY_STRING": query}
        environ |= {"wsgi.input": io.BytesIO(), "HTTP_HOST": "127.0.0.1", "HTTP_ACCEPT_LANGUAGE": "en"}
        answers: list[str] = []
        body = self.application(environ, lambda status, _headers, _error=None: answers.append(status))
        try:
            content = b"".join(body)
        finally:
            if hasattr(body, "close"):
                body.close()
        if not answers[0].startswith("200"):
            raise RuntimeError(f"{address} was answered with {answers[0]}")
        return content

    def times(self, addresses: "Sequence[str]", *, visits: int, before: "Callable[[], None] | None" = None) -> Times:
        """Return what visits to addresses in turn take, each address visited once before."""
        for address in addresses:
            self.get(address)
        taken: list[float] = []
        for visit in range(visits):
            if before is not None:
                before()
            address = addresses[visit % len(addresses)]
            taken += clock(lambda address=address: self.get(address)).taken
        return Times(tuple(taken))

    def queries(self, address: str) -> int:
        from django.db import connection  # noqa: PLC0415 - Django is set up after import
        from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - as above

        with CaptureQueriesContext(connection) as captured:
            self.get(address)
        return len(captured)

    def loaded_by(self, address: str) -> dict[str, int]:
        """Return what a page loads by itself, by address, and how many bytes each has as it is sent."""
        return self._loaded(self.get(address).decode())

    def _loaded(self, text: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for one, other in _LOADED.findall(text):
            if (address := one or other).startswith("/"):
                content = self.get(address)
                found[address] = len(content)
                if address.endswith(".css"):
                    found |= self._loaded(content.decode())
        return found
