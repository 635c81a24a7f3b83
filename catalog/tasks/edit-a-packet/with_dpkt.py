# /// script
# requires-python = ">=3.11"
# dependencies = ["dpkt"]
# [tool.toolcrib]
# module = "pypi:dpkt"
# ///
"""Fields are plain numbers and bytes; a checksum of zero is computed when bytes are made."""

from socket import inet_aton, inet_ntoa

from dpkt.ethernet import Ethernet
from dpkt.ip import IP, IP_PROTO_TCP
from dpkt.tcp import TCP, TH_SYN


def show(data: bytes) -> Ethernet:
    frame = Ethernet(data)
    ip, tcp = frame.data, frame.data.data
    ends = f"{inet_ntoa(ip.src)}:{tcp.sport} > {inet_ntoa(ip.dst)}:{tcp.dport}"
    print("Ether / IP / TCP", ends, "S" if tcp.flags == TH_SYN else "?")
    print(f"TTL {ip.ttl}, checksums {ip.sum:04x} and {tcp.sum:04x}")
    print(data[14:34].hex(" ", 4))
    return frame


segment = TCP(sport=50000, dport=50007, seq=1000, flags=TH_SYN, win=8192)
ip = IP(src=inet_aton("192.0.2.1"), dst=inet_aton("192.0.2.2"), id=1, p=IP_PROTO_TCP, data=segment)
link = {"src": bytes.fromhex("00005e005301"), "dst": bytes.fromhex("00005e005302")}
frame = show(bytes(Ethernet(**link, data=ip)))

frame.data.dst = inet_aton("192.0.2.9")
frame.data.ttl = 1
frame.data.sum = frame.data.data.sum = 0
show(bytes(frame))
