# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:socket"
# ///
"""A thread for each client may simply wait, and makefile() makes lines of what TCP cut anywhere."""

import argparse
import contextlib
import os
import signal
import socket
import sys
import threading

here: dict[socket.socket, str] = {}


def serve(connection: socket.socket) -> None:
    lines = connection.makefile(encoding="utf-8", errors="replace")
    with contextlib.suppress(OSError), connection, lines:
        here[connection] = lines.readline().strip()
        connection.sendall(b"welcome\n")
        for line in lines:
            names = ", ".join(sorted(here.values()))
            connection.sendall(f"{line.strip()} {names}\n".encode())
    here.pop(connection, None)


def be_clients(address: tuple[str, int]) -> None:
    clients = {name: socket.create_connection(address, 5) for name in ("Ada", "Grace", "Linus")}
    for question in "{}\n", "here are\n":
        for name, client in clients.items():
            client.sendall(question.format(name)[:2].encode())  # two packets are still one line
            client.sendall(question.format(name)[2:].encode())
            print(f"{name}: {client.recv(1024).decode().strip()}")
    os.kill(os.getpid(), signal.SIGTERM)


def stop(number: int, _: object) -> None:
    print("closed by", signal.Signals(number).name)
    sys.exit(128 + number)


parser = argparse.ArgumentParser(description="A service that tells its clients who is there.")
parser.add_argument("host", nargs="?", default="127.0.0.1")
parser.add_argument("port", nargs="?", type=int, default=9000)
parser.add_argument("--try", dest="tried", action="store_true", help="come as three clients, stop")
args = parser.parse_args()
signal.signal(signal.SIGINT, stop)
signal.signal(signal.SIGTERM, stop)
try:
    with socket.create_server((args.host, args.port)) as listener:
        if args.tried:
            threading.Thread(target=be_clients, args=[listener.getsockname()]).start()
        while True:
            threading.Thread(target=serve, args=listener.accept()[:1], daemon=True).start()
except (OSError, OverflowError) as error:
    sys.exit(f"{args.host}:{args.port}: {error}")
