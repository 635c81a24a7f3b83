# /// script
# requires-python = ">=3.11"
# dependencies = ["scapy"]
# [tool.toolcrib]
# module = "pypi:scapy"
# ///
"""sr1 sends a packet made by hand and waits for the one that answers it, by addresses and ports."""

from scapy.all import ICMP, IP, UDP, conf, sr1

conf.verb = 0
peer = IP(dst="192.0.2.2")

reply = sr1(peer / ICMP(id=1, seq=7) / b"high water 18:05", timeout=5)
kind = reply.sprintf("%ICMP.type%")
print(f"ICMP echo request: {kind}, number {reply[ICMP].seq}, {reply[ICMP].payload.load}")

reply = sr1(peer / UDP(sport=50000, dport=7) / b"low water 23:50", timeout=5)
print("UDP to port 7:", reply[UDP].payload.load)

reply = sr1(peer / UDP(sport=50000, dport=9) / b"nobody listens there", timeout=5)
print(reply.sprintf("UDP to port 9: %ICMP.type%, %ICMP.code%"))
