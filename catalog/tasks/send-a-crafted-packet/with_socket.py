# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:socket"
# ///
"""A raw socket sends ICMP as it is given, checksum included, and hears all ICMP that comes in."""

import socket
import struct

PEER = "192.0.2.2"
TYPES = {0: "echo-reply", 3: "dest-unreach"}
UNREACHABLE = {0: "network-unreachable", 1: "host-unreachable", 3: "port-unreachable"}


def checksum(data: bytes) -> int:
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


def receive(wire: socket.socket) -> bytes:
    packet = wire.recv(2048)
    return packet[(packet[0] & 0xF) * 4 :]


with (
    socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP) as wire,
    socket.socket(type=socket.SOCK_DGRAM) as datagrams,
):
    wire.settimeout(5)
    datagrams.settimeout(5)
    request = bytearray(struct.pack("!BBHHH", 8, 0, 0, 1, 7) + b"high water 18:05")
    struct.pack_into("!H", request, 2, checksum(request))
    wire.sendto(request, (PEER, 0))
    reply = receive(wire)
    kind, number = struct.unpack_from("!B5xH", reply)
    print(f"ICMP echo request: {TYPES[kind]}, number {number}, {reply[8:]}")

    datagrams.sendto(b"low water 23:50", (PEER, 7))
    print("UDP to port 7:", datagrams.recv(2048))

    datagrams.sendto(b"nobody listens there", (PEER, 9))
    kind, code = receive(wire)[:2]
    print(f"UDP to port 9: {TYPES[kind]}, {UNREACHABLE[code]}")
