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

server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server.load_cert_chain("server.pem")
client = ssl.create_default_context(cafile="authority.pem")


def serve(listener: socket.socket) -> None:
    while True:
        connection, _ = listener.accept()
        # A client that does not like the certificate says so, and that ends the handshake.
        with contextlib.suppress(ssl.SSLError):
            with server.wrap_socket(connection, server_side=True) as stream:
                stream.sendall(stream.recv(1024).replace(b"?", " 14.2 °C".encode()))


with socket.create_server(("127.0.0.1", 0)) as listener:
    threading.Thread(target=serve, args=(listener,), daemon=True).start()
    for name in ("buoy.example", "lighthouse.example"):
        connection = socket.create_connection(listener.getsockname(), timeout=5)
        try:
            with client.wrap_socket(connection, server_hostname=name) as stream:
                stream.sendall(b"water?")
                print(f"{name}: {stream.version()}, {stream.recv(1024).decode()}")
        except ssl.SSLCertVerificationError as error:
            print(f"{name}: {error.verify_message}")
