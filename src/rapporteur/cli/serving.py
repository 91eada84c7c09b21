"""`rapporteur serve`: the site, served by granian."""

import socket
from typing import Annotated, Final

import typer

from rapporteur.cli.refusing import Refused

# Each keeps a connection to the database, of which a PostgreSQL server has a hundred unless it is told otherwise. More
# would not answer sooner: all who save wait for one pen. Fewer could be held up by a few slow uploads.
_THREADS: Final = 32


def serve(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen at.", min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Processes that answer.", min=1)] = 1,
) -> None:
    """Serve the site until interrupted (Ctrl+C)."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    _require_free(host, port)
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"The site is at http://{shown}:{port} (stop with Ctrl+C).")
    server = Granian(
        "rapporteur.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_THREADS,
        log_level=LogLevels.warning,
    )
    server.serve()


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise Refused(
                f"Nothing can be served at {host}, port {port}: {error.strerror}. "
                f"Stop what is there, or choose another port: rapporteur serve --port {port + 1}"
            ) from None
