"""What a service is: a real program that solutions talk to, as a value."""

import socket
from collections.abc import Callable
from functools import partial

import msgspec

from toolcrib.model.receipt import Nature

Probe = Callable[[], bool]


def _always() -> bool:
    return True


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of hardware that is played in the solution's own room.

    `script` is a program of the runner's folder that starts before the solution and goes on beside
    it. `shows` are texts that stand at places of the system, `links` lead from a place in `/dev`
    to what the script makes.
    """

    model: str
    script: str
    shows: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """A program that runs beside a solution, and how to tell that it answers.

    All scripts are POSIX sh and run inside the services' own closed room, as user `crib`:
    `template` once on a machine (it prints a tar archive, which later runs find as
    `/templates/NAME.tar`), `prepare` before each start (what it puts into `/tmp/hand` is given to
    the solution, below its home), `start` replaces itself by the program, which must answer
    within `start_seconds`. A service that is a `device` has none of these: it is played in the
    solution's room. A `privileged` one is root of its room, and may mount file systems and make
    namespaces in it.

    `tools` are further programs that the scripts call. What `distributions` (of PyPI, wheels) or
    else `npm` names is installed once and found as `/opt/services/NAME`; files below
    `content/NAME`, beside this module, as `/srv/NAME`. `hosts` are names, beside `localhost`, under
    which both rooms know the pod; they end in `.test` (RFC 2606). `links` are places of its room
    that lead to what `prepare` makes.

    The scripts find in their environment `HOSTS` and `ADDRESSES`, further names and IPv4 addresses
    of the pod in the run at hand, and what else a run tells its services.
    """

    name: str
    nature: Nature
    program: str = ""
    packages: tuple[str, ...] = ()
    version: str = ""
    start: str = ""
    answers: Probe = _always
    device: Device | None = None
    privileged: bool = False
    template: str = ""
    prepare: str = ""
    distributions: tuple[str, ...] = ()
    npm: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    start_seconds: float = 20


CERTIFICATE = """
if [ ! -e /tmp/tls ]; then
    mkdir /tmp/tls
    cat > /tmp/tls/config <<END
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1, DNS:example.test, DNS:*.example.test$(
    for name in $HOSTS; do printf ', DNS:%s' "$name"; done
    for number in $ADDRESSES; do printf ', IP:%s' "$number"; done)
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[req]
distinguished_name = name
[name]
END
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 2 \\
        -config /tmp/tls/config -extensions authority -subj "/CN=Authority of this run" \\
        -keyout /tmp/tls/authority.key -out /tmp/tls/authority.pem
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc \\
        -config /tmp/tls/config -subj "/CN=localhost" -keyout /tmp/tls/key.pem -out /tmp/tls/request
    openssl x509 -req -in /tmp/tls/request -days 2 -CA /tmp/tls/authority.pem \\
        -CAkey /tmp/tls/authority.key -extfile /tmp/tls/config -extensions server \\
        -out /tmp/tls/certificate.pem
    rm /tmp/tls/authority.key
    cp /tmp/tls/authority.pem /tmp/hand/authority.pem
fi
"""
"""A part of `prepare` that makes `/tmp/tls/key.pem` and `certificate.pem`, once in a run.

The certificate is for `localhost`, the names of `example.test`, `HOSTS` and `ADDRESSES`; the
solution finds the authority that signed it in its home, and `TRUSTED` says so to its libraries. It
needs the program openssl.
"""

_AUTHORITY = "/home/crib/authority.pem"
TRUSTED = tuple(
    (name, _AUTHORITY) for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
)


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


# A handshake that offers no cipher is answered by a fatal alert (RFC 8446, sections 4.1.2 and 6.2):
# content type 21, version 3.3, two bytes, level 2.
_VERSION = b"\x03\x03"
_HELLO = _VERSION + bytes(32) + b"\x00" + b"\x00\x02\x00\x00" + b"\x01\x00"
_REQUEST = b"\x16\x03\x01\x00\x2d\x01\x00\x00\x29" + _HELLO
_ALERT = b"\x15\x03\x03\x00\x02\x02"


def tls_at(port: int) -> Probe:
    """Return a probe for a server that speaks TLS: it must refuse a ClientHello without ciphers."""
    return partial(exchange, port, _REQUEST, _ALERT)
