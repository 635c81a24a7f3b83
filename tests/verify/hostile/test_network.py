"""Programs that want out: there is a loopback, and nothing else.

The addresses are those that are reserved for documentation (RFC 5737, RFC 3849), and that of the
metadata of clouds; they are tried in pods alone.
"""

import socket

import pytest

from attacks import Case, answers, attack, case, cases, ended_in_slot, face, outside

pytestmark = pytest.mark.pod

CONNECT = """
import socket
from seen import tell
for kind, address in (({kinds}),):
    with socket.socket(*kind) as s:
        tell("connect", lambda: s.connect(address))
"""

NAMES = """
import socket, time
started = time.monotonic()
for name in ("example.org", "localhost.example.org", "metadata.google.internal"):
    try:
        print(socket.getaddrinfo(name, 80))
    except socket.gaierror:
        print("no such name")
print(socket.gethostbyname("localhost"), time.monotonic() - started < 2)
"""

SENDS = """
import socket
from seen import tell
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    tell("sendto", lambda: s.sendto(b"x", ("192.0.2.1", 53)))
    s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    tell("broadcast", lambda: s.sendto(b"x", ("255.255.255.255", 9)))
    tell("multicast", lambda: s.sendto(b"x", ("233.252.0.1", 9)))
print(socket.if_nameindex())
"""

SOCKET = """
import socket
from seen import tell
tell("socket", lambda: socket.socket({}).close())
"""


def connecting(address: str, *, port: int = 80) -> str:
    """Return a program that connects to an address."""
    family = "socket.AF_INET6" if ":" in address else "socket.AF_INET"
    kinds = f"(({family}, socket.SOCK_STREAM), ({address!r}, {port}))"
    return CONNECT.replace("({kinds})", kinds)


@cases(
    Case(
        number=41,
        what="TCP",
        program=connecting("192.0.2.1"),
        says="connect ENETUNREACH\n",
    ),
    Case(
        number=42,
        what="UDP, broadcast, multicast",
        program=SENDS,
        says=answers(
            *("sendto ENETUNREACH", "broadcast ENETUNREACH", "multicast ENETUNREACH"),
            "[(1, 'lo')]",
        ),
    ),
    Case(
        number=43,
        what="IPv6",
        program=connecting("2001:db8::1"),
        says="connect ENETUNREACH\n",
    ),
    Case(
        number=44,
        what="names, and how fast they fail",
        program=NAMES,
        says=answers(*["no such name"] * 3, "127.0.0.1 True"),
    ),
    Case(
        number=50,
        what="metadata of the cloud",
        program=connecting("169.254.169.254"),
        says="connect ENETUNREACH\n",
    ),
)
def test_no_way_out(case: Case, marker: str) -> None:
    """It fails, and at once."""
    face(case, marker)


@cases(
    *(
        Case(
            number=number,
            what=what,
            program=SOCKET.format(f"{family}, {kind}"),
            says=f"socket {error}\n",
            control=True,
        )
        for number, what, family, kind, error in (
            (48, "vsock", 40, 1, "EAFNOSUPPORT"),
            (49, "packet", 17, 3, "EAFNOSUPPORT"),
            (49, "crypto", 38, 5, "EAFNOSUPPORT"),
            (49, "raw", 2, "3, 1", "EPERM"),
        )
    ),
)
def test_odd_sockets(case: Case, marker: str) -> None:
    """A family of sockets that leads to the hypervisor or into the kernel is not to be had."""
    face(case, marker)


@case(45, "servers of the host")
def test_servers_of_the_host(marker: str) -> None:
    """A port that is open on this machine's loopback is closed in the pod."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        program = connecting("127.0.0.1", port=server.getsockname()[1])
        assert outside(program, marker) == "connect done\n"
        assert ended_in_slot(attack(program, marker)).stdout == b"connect ECONNREFUSED\n"


@case(46, "abstract sockets of the host")
def test_abstract_sockets_of_the_host(marker: str) -> None:
    """A socket of this machine that has a name and no file is not seen from the pod."""
    program = """
import socket, sys
from seen import tell
tell("connect", lambda: socket.socket(socket.AF_UNIX).connect("\\0" + sys.argv[1]))
"""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0{marker}")
        server.listen()
        assert outside(program, marker) == "connect done\n"
        assert ended_in_slot(attack(program, marker)).stdout == b"connect ECONNREFUSED\n"
