"""A server that is killed and started again, a hundred times at the price of a few starts.

Run as a program, it loads the site once and forks: every child becomes what `rapporteur serve` is from there on, a
granian with its worker, in a process group of its own, which SIGKILL ends as a whole. `Lives` is the test's end of it.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
from importlib import import_module
from typing import Self
from urllib.parse import urlsplit

from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.test import Client

from rapporteur.cli.serving import serve

_BECOME_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: a killed server's worker is waited for here, and frees its port


class Lives:
    """A server at a port of this machine, on the database of the test. It lives from `another()` to the next one."""

    def __init__(self) -> None:
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = int(trial.getsockname()[1])

    def __enter__(self) -> Self:
        settings = {
            "DATABASE_URL": _address(),
            "DJANGO_SETTINGS_MODULE": "rapporteur.site.settings",
            "RAPPORTEUR_SECOND_FACTOR": "offered",
        }
        self._forks = subprocess.Popen(
            [sys.executable, __file__, str(self.port)],
            env=os.environ | settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._hear()
        return self

    def another(self) -> None:
        """End the life that runs, if any, by SIGKILL in whatever it is doing, and begin another one."""
        assert self._forks.stdin
        self._forks.stdin.write("another\n")
        self._forks.stdin.flush()
        self._hear()

    def _hear(self) -> None:
        assert self._forks.stdout
        assert self._forks.stdout.readline() == "here\n"

    def __exit__(self, *_: object) -> None:
        with self._forks as forks:
            assert forks.stdin
            forks.stdin.close()


def _address() -> str:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _fork(port: int) -> None:
    _load()
    ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)
    _tell()
    group = 0
    for _another in sys.stdin:
        _kill(group)
        group = os.fork()
        if not group:
            os.setpgid(0, 0)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            serve("127.0.0.1", port, 1)
        os.setpgid(group, group)
        _tell()
    _kill(group)


def _load() -> None:
    """Import the site, and have it answer once: addresses, templates and translations are there for every child."""
    assert get_wsgi_application()
    import_module("rapporteur.site.wsgi")
    Client(headers={"host": "localhost"}).get("/account/login/")
    connections.close_all()


def _tell() -> None:
    sys.stdout.write("here\n")
    sys.stdout.flush()


def _kill(group: int) -> None:
    if not group:
        return
    os.killpg(group, signal.SIGKILL)
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


if __name__ == "__main__":
    _fork(int(sys.argv[1]))
