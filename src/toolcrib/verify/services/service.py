"""What a service is: a real program that solutions talk to, as a value."""

import socket
from collections.abc import Callable

import msgspec

from toolcrib.model.receipt import Nature

Probe = Callable[[], bool]


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """A program that runs beside a solution, and how to tell that it answers.

    All scripts are POSIX sh and run inside the services' own closed room, as user `crib`:
    `template` once on a machine (it prints a tar archive, which later runs find as
    `/templates/NAME.tar`), `prepare` before each start (what it puts into `/tmp/hand` is given to
    the solution, below its home), `start` replaces itself by the program.
    """

    name: str
    nature: Nature
    program: str
    packages: tuple[str, ...]
    version: str
    start: str
    answers: Probe
    template: str = ""
    prepare: str = ""
    distributions: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()


def exchange(port: int, request: bytes, expected: bytes) -> bool:
    """Tell whether a server on loopback answers a request as its protocol demands."""
    try:
        # Not create_connection: it would import a codec, which may lie out of the holder's reach.
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connection:
            connection.settimeout(0.5)
            connection.connect(("127.0.0.1", port))
            if request:
                connection.sendall(request)
            return connection.recv(len(expected)) == expected
    except OSError:
        return False
