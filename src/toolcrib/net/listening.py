"""Sockets to listen at, bound before anything else is done: a taken port is said at once."""

import errno
import socket

from toolcrib.errors import ToolcribError, UsageError


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that has an address and does not listen yet; port 0 for any that is free.

    So nobody connects, and waits, before there is somebody who answers.

    Raises:
        UsageError: This machine has no such address.
        ToolcribError: The port is taken, or not for this user.
    """
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError) as fault:
        raise _no_address(host) from fault
    place = socket.socket(family, kind, protocol)
    try:
        # A port whose last connections are still closing is free; on Windows this means more.
        if hasattr(socket, "SO_REUSEPORT"):
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(where)
    except OSError as fault:
        place.close()
        raise no_place(host, port, fault) from fault
    return place


def _no_address(host: str) -> UsageError:
    message = f"{host!r} is no address of this machine"
    return UsageError(message, "--host 127.0.0.1 is for this machine alone, 0.0.0.0 for all")


def no_place(host: str, port: int, fault: OSError) -> ToolcribError:
    """Return why nothing can listen at an address, and what to do."""
    if fault.errno == errno.EADDRNOTAVAIL:
        return _no_address(host)
    if fault.errno == errno.EADDRINUSE:
        message = f"port {port} of {host} is taken: something else listens there"
        return ToolcribError(message, f"end that, or take another: --port {port % 65535 + 1}")
    if fault.errno in (errno.EACCES, errno.EPERM):
        message = f"port {port} of {host} is not for this user"
        return ToolcribError(message, "take one from 1024 on, behind a proxy: --port 8000")
    return ToolcribError(f"cannot listen at {host} port {port}: {fault.strerror}", "name another")
