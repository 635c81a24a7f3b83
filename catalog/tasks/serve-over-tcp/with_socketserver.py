# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:socketserver"
# ///
"""The class of a request is all there is to write: accepting, threads and files come with it."""

import argparse
import contextlib
import signal
import socket
import socketserver
import sys
import threading

here: dict[socketserver.BaseRequestHandler, bytes] = {}


class Guest(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        with contextlib.suppress(OSError):
            here[self] = self.rfile.readline().strip()
            self.wfile.write(b"welcome\n")
            for line in self.rfile:
                self.wfile.write(b"%b %b\n" % (line.strip(), b", ".join(sorted(here.values()))))
        here.pop(self, None)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


def be_clients(address: tuple[str, int]) -> None:
    clients = {name: socket.create_connection(address, 5) for name in ("Ada", "Grace", "Linus")}
    for question in "{}\n", "here are\n":
        for name, client in clients.items():
            client.sendall(question.format(name).encode())
            print(f"{name}: {client.recv(1024).decode().strip()}")
    signal.raise_signal(signal.SIGTERM)


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
    with Server((args.host, args.port), Guest) as server:
        if args.tried:
            threading.Thread(target=be_clients, args=[server.server_address]).start()
        server.serve_forever()
except (OSError, OverflowError) as error:
    sys.exit(f"{args.host}:{args.port}: {error}")
