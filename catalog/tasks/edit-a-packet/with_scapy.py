# /// script
# requires-python = ">=3.11"
# dependencies = ["scapy"]
# [tool.toolcrib]
# module = "pypi:scapy"
# ///
"""What is left out is filled in when the packet becomes bytes: lengths, types and checksums."""

from scapy.layers.inet import IP, TCP
from scapy.layers.l2 import Ether


def show(data: bytes) -> Ether:
    frame = Ether(data)
    print(frame.summary())
    print(f"TTL {frame[IP].ttl}, checksums {frame[IP].chksum:04x} and {frame[TCP].chksum:04x}")
    print(data[14:34].hex(" ", 4))
    return frame


link = Ether(src="00:00:5e:00:53:01", dst="00:00:5e:00:53:02")
segment = TCP(sport=50000, dport=50007, seq=1000, flags="S")
frame = show(bytes(link / IP(src="192.0.2.1", dst="192.0.2.2", ttl=64) / segment))

frame[IP].dst = "192.0.2.9"
frame[IP].ttl = 1
del frame[IP].chksum, frame[TCP].chksum  # else the old ones stay
show(bytes(frame))
