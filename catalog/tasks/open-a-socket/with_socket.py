# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:socket"
# ///
"""Half a close, SHUT_WR, tells the other side that all is sent, and still lets it answer."""

import socket

with (
    socket.create_server(("127.0.0.1", 0)) as listener,
    socket.create_connection(listener.getsockname(), timeout=5) as client,
):
    client.sendall(b"fan stopped\n")
    client.sendall(b"disk full\n")
    client.shutdown(socket.SHUT_WR)

    connection, _ = listener.accept()
    with connection, connection.makefile("rb") as stream:
        alarms = stream.read()
        print("server got", alarms)
        connection.sendall(b"%d alarms" % alarms.count(b"\n"))
    with client.makefile("rb") as stream:
        print("client got", stream.read())

with (
    socket.socket(type=socket.SOCK_DGRAM) as receiver,
    socket.socket(type=socket.SOCK_DGRAM) as sender,
):
    receiver.bind(("127.0.0.1", 0))
    receiver.settimeout(0.2)
    sender.sendto(b"temperature 71", receiver.getsockname())
    print("datagram:", receiver.recv(1024))
    try:
        receiver.recv(1024)
    except TimeoutError as error:
        print("no second datagram:", error)
