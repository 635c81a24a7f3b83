# /// script
# requires-python = ">=3.11"
# dependencies = ["scapy"]
# [tool.toolcrib]
# module = "pypi:scapy"
# ///
"""PcapReader takes packet after packet apart down to DNS, so the file may be larger than memory."""

import argparse
import sys
from collections import Counter

from scapy.error import Scapy_Exception
from scapy.layers.dns import DNS, DNSQR
from scapy.layers.inet import ICMP, IP, TCP, UDP
from scapy.layers.l2 import ARP
from scapy.utils import PcapReader

parser = argparse.ArgumentParser(description="Count what is in a packet capture.")
parser.add_argument("file", nargs="?", default="capture.pcap", help="as tcpdump writes it")
path = parser.parse_args().file
protocols, senders, names, sizes, times = Counter(), Counter(), Counter(), [], []
try:
    with PcapReader(path) as packets:
        for packet in packets:
            sizes.append(len(packet))
            times.append(packet.time)
            known = (kind.__name__ for kind in (ARP, ICMP, TCP, UDP) if kind in packet)
            protocols[next(known, "other")] += 1
            if IP in packet:
                senders[packet[IP].src] += 1
            if DNSQR in packet and not packet[DNS].qr:
                names[packet[DNSQR].qname.decode().rstrip(".")] += 1
except OSError as error:
    sys.exit(str(error))
except Scapy_Exception as error:
    sys.exit(f"{path}: {error}")
except KeyboardInterrupt:
    sys.exit(130)

seconds = max(times, default=0) - min(times, default=0)
print(f"{len(sizes)} packets, {sum(sizes)} bytes, {float(seconds):.2f} s")
for title, found in (("protocols", protocols), ("senders", senders), ("names asked", names)):
    print(f"{title}:", ", ".join(f"{name} {count}" for name, count in found.most_common()))
