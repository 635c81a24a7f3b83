"""Two networks joined by a wire: a pair of virtual Ethernet devices, made by rtnetlink(7).

The addresses are of TEST-NET-1, which is for documentation (RFC 5737); there is no route to
anywhere else. Numbers are those of `linux/rtnetlink.h`, `linux/if_link.h` and `linux/veth.h`.
"""

import os
import socket
import struct

DEVICE = "eth0"
SOLUTION, PEER = 1, 2
"""The two ends, by the last byte of their addresses: 192.0.2.1 and 192.0.2.2."""

_NETWORK, _PREFIX = b"\xc0\x00\x02", 24
_HARDWARE = b"\x00\x00\x5e\x00\x53"  # for documentation, too (RFC 7042, section 2.1.2)

_NEWLINK, _NEWADDR = 16, 20
_CHANGE = 0x1 | 0x4  # NLM_F_REQUEST, NLM_F_ACK
_CREATE = _CHANGE | 0x200 | 0x400  # NLM_F_EXCL, NLM_F_CREATE
_IFNAME, _LINKINFO, _NET_NS_FD, _INFO_KIND, _INFO_DATA, _PEER = 3, 18, 28, 1, 2, 1
_ADDRESS, _LOCAL = 1, 2
_UP = 0x1
_ERROR = 2


def join(peer: int) -> None:
    """Join the present network, the solution's, to the peer's, given by a descriptor.

    The devices at both ends are called eth0, and are down; see `bring_up`.

    Raises:
        OSError: The kernel does not allow it.
    """
    other = _device(PEER) + _attribute(_NET_NS_FD, struct.pack("=I", peer))
    veth = _attribute(_INFO_KIND, b"veth") + _attribute(_INFO_DATA, _attribute(_PEER, other))
    _ask(_NEWLINK, _CREATE, _device(SOLUTION) + _attribute(_LINKINFO, veth))


def bring_up(end: int) -> None:
    """Give the present network's end of the wire its address, and bring it up.

    Raises:
        OSError: The kernel does not allow it.
    """
    index = socket.if_nametoindex(DEVICE)
    address = _NETWORK + bytes((end,))
    head = struct.pack("=BBBBI", socket.AF_INET, _PREFIX, 0, 0, index)
    _ask(_NEWADDR, _CREATE, head + _attribute(_LOCAL, address) + _attribute(_ADDRESS, address))
    _ask(_NEWLINK, _CHANGE, struct.pack("=BxHiII", socket.AF_UNSPEC, 0, index, _UP, _UP))


def add_addresses(addresses: tuple[str, ...]) -> None:
    """Give the present network's loopback further IPv4 addresses.

    Raises:
        OSError: The kernel does not allow it.
    """
    head = struct.pack("=BBBBI", socket.AF_INET, 32, 0, 0, socket.if_nametoindex("lo"))
    for text in addresses:
        address = socket.inet_aton(text)
        _ask(_NEWADDR, _CREATE, head + _attribute(_LOCAL, address) + _attribute(_ADDRESS, address))


def _device(end: int) -> bytes:
    head = struct.pack("=BxHiII", socket.AF_UNSPEC, 0, 0, 0, 0)
    name = _attribute(_IFNAME, DEVICE.encode() + b"\0")
    return head + name + _attribute(_ADDRESS, _HARDWARE + bytes((end,)))


def _attribute(kind: int, data: bytes) -> bytes:
    length = 4 + len(data)
    return struct.pack("=HH", length, kind) + data + b"\0" * (-length % 4)


def _ask(kind: int, flags: int, body: bytes) -> None:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as kernel:
        kernel.send(struct.pack("=IHHII", 16 + len(body), kind, flags, 1, 0) + body)
        answer = kernel.recv(65536)
    (answered,) = struct.unpack_from("=H", answer, 4)
    (error,) = struct.unpack_from("=i", answer, 16)
    if answered != _ERROR or error:
        raise OSError(-error, f"rtnetlink: {os.strerror(-error)}")
