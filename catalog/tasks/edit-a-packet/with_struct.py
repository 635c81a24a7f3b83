# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:struct"
# ///
"""A format string is a header's layout; the checksum of RFC 1071 adds up words of 16 bits."""

import struct
from socket import inet_aton, inet_ntoa


def checksum(data: bytes) -> int:
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total ^ 0xFFFF


def build(target: str, ttl: int) -> bytes:
    ends = inet_aton("192.0.2.1") + inet_aton(target)
    segment = bytearray(struct.pack("!HHIIBBHHH", 50000, 50007, 1000, 0, 0x50, 2, 8192, 0, 0))
    pseudo_header = ends + struct.pack("!HH", 6, len(segment))
    struct.pack_into("!H", segment, 16, checksum(pseudo_header + segment))
    header = bytearray(struct.pack("!BBHHHBBH8s", 0x45, 0, 40, 1, 0, ttl, 6, 0, ends))
    struct.pack_into("!H", header, 10, checksum(header))
    link = struct.pack("!6s6sH", b"\0\0^\0S\2", b"\0\0^\0S\1", 0x0800)
    return link + header + segment


def show(frame: bytes) -> None:
    ttl, ip_sum, source, target = struct.unpack_from("!BxH4s4s", frame, 22)
    sport, dport, flags, tcp_sum = struct.unpack_from("!HH9xB2xH", frame, 34)
    ends = f"{inet_ntoa(source)}:{sport} > {inet_ntoa(target)}:{dport}"
    print("Ether / IP / TCP", ends, "S" if flags == 2 else "?")
    print(f"TTL {ttl}, checksums {ip_sum:04x} and {tcp_sum:04x}")
    print(frame[14:34].hex(" ", 4))


show(build("192.0.2.2", ttl=64))
show(build("192.0.2.9", ttl=1))
