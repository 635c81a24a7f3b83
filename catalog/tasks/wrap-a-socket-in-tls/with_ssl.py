# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:ssl"
# ///
"""The client's default context demands a trusted authority's signature and the right name."""

import contextlib
import socket
import ssl
import threading

NAMES = ("buoy.example", "lighthouse.example")
server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server.load_cert_chain("server.pem")
client = ssl.create_default_context(cafile="authority.pem")


def serve(listener: socket.socket) -> None:
    for _ in NAMES:
        connection, _ = listener.accept()
        # A client that does not like the certificate says so, or just hangs up.
        with contextlib.suppress(OSError):
            with server.wrap_socket(connection, server_side=True) as stream:
                stream.sendall(stream.recv(1024).replace(b"?", " 14.2 °C".encode()))


with socket.create_server(("127.0.0.1", 0)) as listener:
    server_thread = threading.Thread(target=serve, args=(listener,))
    server_thread.start()
    for name in NAMES:
        connection = socket.create_connection(listener.getsockname(), timeout=5)
        try:
            with client.wrap_socket(connection, server_hostname=name) as stream:
                stream.sendall(b"water?")
                print(f"{name}: {stream.version()}, {stream.recv(1024).decode()}")
        except ssl.SSLCertVerificationError as error:
            print(f"{name}: {error.verify_message}")
    server_thread.join()
