"""The protocols of Redis and PostgreSQL, as far as a hostile program needs them."""

import socket
import struct


def redis(*words):
    """Send a command; return the answer's last line, None where there is none."""
    with socket.create_connection(("localhost", 6379)) as connection:
        parts = [f"${len(word)}\r\n{word}\r\n" for word in words]
        connection.sendall(f"*{len(words)}\r\n{''.join(parts)}".encode())
        answer = connection.recv(1000).decode()
    lines = answer.splitlines()
    return lines[-1].lstrip("+") if lines and lines[-1] != "$-1" else None


def postgresql(query):
    """Do a simple query (protocol 3.0) and return the first column of its rows."""
    with socket.create_connection(("localhost", 5432)) as connection:
        pairs = b"user\0postgres\0database\0postgres\0\0"
        connection.sendall(struct.pack("!ii", 8 + len(pairs), 196608) + pairs)
        stream = connection.makefile("rb")
        wait_until_ready(stream)
        data = query.encode() + b"\0"
        connection.sendall(b"Q" + struct.pack("!i", 4 + len(data)) + data)
        return wait_until_ready(stream)


def wait_until_ready(stream):
    rows = []
    while True:
        kind, size = stream.read(1), struct.unpack("!i", stream.read(4))[0] - 4
        data = stream.read(size)
        if kind == b"D":
            rows.append(data[6:].decode())
        elif kind == b"E":
            rows.append(data.decode("utf-8", "replace"))
        elif kind == b"Z":
            return rows
