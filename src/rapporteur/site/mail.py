"""The mail server an address names; without one, mails are written to the console."""

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit


class UnknownMail(ValueError):
    """The address names no mail server this software can use."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server; no `host` stands for the console. `is_sealed` asks for TLS."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    is_sealed: bool = False


def mail_from_url(url: str) -> Mail:
    """Return the mail server at `url`, the console for none. Raises: UnknownMail."""
    if not url:
        return Mail()
    parts = urlsplit(url)
    if parts.scheme != "smtp" or not parts.hostname:
        raise UnknownMail("RAPPORTEUR_MAIL names no mail server; write smtp://USER:PASSWORD@HOST:587?tls=1")
    return Mail(
        host=parts.hostname,
        port=parts.port or 587,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_sealed=parse_qs(parts.query).get("tls", ["1"]) == ["1"],
    )
