"""What the sockets of a pod hold in the kernel's memory, by its own account (sock_diag(7)).

What is under way between sockets belongs to no process, so no count of processes sees it. Layouts
are those of `linux/sock_diag.h`, `linux/unix_diag.h` and `linux/inet_diag.h`.
"""

import socket
import struct
from collections.abc import Iterator

from toolcrib.model.value import Value

_SOCK_DIAG = 4  # NETLINK_SOCK_DIAG
_BY_FAMILY = 20  # SOCK_DIAG_BY_FAMILY
_REQUEST_DUMP = 0x301  # NLM_F_REQUEST | NLM_F_DUMP
_ERROR, _DONE = 2, 3
_HEADER = struct.Struct("=IHHII")
_ATTRIBUTE = struct.Struct("=HH")
_BLOCK = 65536
_ALL = 0xFFFFFFFF
_RECEIVED, _SENT, _QUEUED = 0, 2, 5  # SK_MEMINFO_RMEM_ALLOC, _WMEM_ALLOC, _WMEM_QUEUED


class _Kind(Value, frozen=True, kw_only=True):
    """A kind of sockets: how to ask for all, and where the memory stands in each answer."""

    request: bytes
    answer_size: int
    memory: int


def _internet(family: int, protocol: int) -> _Kind:
    # struct inet_diag_req_v2; INET_DIAG_SKMEMINFO is asked for by its bit and comes as 7.
    request = struct.pack("=BBBBI48x", family, protocol, 1 << 6, 0, _ALL)
    return _Kind(request=request, answer_size=72, memory=7)


_KINDS = (
    # struct unix_diag_req with UDIAG_SHOW_MEMINFO; UNIX_DIAG_MEMINFO is 5.
    _Kind(
        request=struct.pack("=BBHIIIII", socket.AF_UNIX, 0, 0, _ALL, 0, 0x20, _ALL, _ALL),
        answer_size=16,
        memory=5,
    ),
    *(
        _internet(family, protocol)
        for family in (socket.AF_INET, socket.AF_INET6)
        for protocol in (socket.IPPROTO_TCP, socket.IPPROTO_UDP)
    ),
)


def socket_memory() -> int:
    """Return the bytes that all sockets of this network namespace hold.

    A kernel that cannot tell of a kind of sockets has none of them, as far as is seen here.
    """
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _SOCK_DIAG) as kernel:
            return sum(_memory_of(kernel, kind) for kind in _KINDS)
    except OSError:
        return 0


def _memory_of(kernel: socket.socket, kind: _Kind) -> int:
    size = _HEADER.size + len(kind.request)
    kernel.send(_HEADER.pack(size, _BY_FAMILY, _REQUEST_DUMP, 0, 0) + kind.request)
    return sum(_held(message[kind.answer_size :], kind.memory) for message in _messages(kernel))


def _messages(kernel: socket.socket) -> Iterator[bytes]:
    """Yield the bodies of an answer's messages, until the kernel says that it is whole."""
    while True:
        data = kernel.recv(_BLOCK)
        while data:
            length, kind, *_ = _HEADER.unpack_from(data)
            if kind in (_DONE, _ERROR):
                return
            yield data[_HEADER.size : length]
            data = data[-(-length // 4) * 4 :]


def _held(attributes: bytes, wanted: int) -> int:
    while len(attributes) >= _ATTRIBUTE.size:
        length, kind = _ATTRIBUTE.unpack_from(attributes)
        if kind == wanted:
            words = struct.unpack_from(f"={(length - 4) // 4}I", attributes, _ATTRIBUTE.size)
            return int(words[_RECEIVED] + max(words[_SENT], words[_QUEUED]))
        attributes = attributes[max(4, -(-length // 4) * 4) :]
    return 0
