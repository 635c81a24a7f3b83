"""Ask an echo server five times from one port, and wait for each answer."""

import socket

with socket.socket(type=socket.SOCK_DGRAM) as talk:
    talk.bind(("192.0.2.1", 50000))
    talk.settimeout(5)
    for number in range(1, 6):
        talk.sendto(f"buoy {number}".encode(), ("192.0.2.2", 7))
        talk.recv(100)
