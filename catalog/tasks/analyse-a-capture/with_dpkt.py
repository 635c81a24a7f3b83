# /// script
# requires-python = ">=3.11"
# dependencies = ["dpkt"]
# [tool.toolcrib]
# module = "pypi:dpkt"
# ///
"""Layers are nested .data attributes and hardly more than unpacked bytes: it reads fast."""

import argparse
import sys
from collections import Counter
from contextlib import suppress
from socket import inet_ntoa

import dpkt
from dpkt.dns import DNS, DNS_Q
from dpkt.ethernet import Ethernet
from dpkt.ip import IP
from dpkt.udp import UDP

parser = argparse.ArgumentParser(description="Count what is in a packet capture.")
parser.add_argument("file", nargs="?", default="capture.pcap", help="as tcpdump writes it")
path = parser.parse_args().file
protocols, senders, names, sizes, times = Counter(), Counter(), Counter(), [], []
try:
    with open(path, "rb") as file:
        for time, data in dpkt.pcap.UniversalReader(file):
            sizes.append(len(data))
            times.append(time)
            packet = payload = Ethernet(data).data
            if isinstance(packet, IP):
                senders[inet_ntoa(packet.src)] += 1
                payload = packet.data
            name = type(payload).__name__
            protocols[name if name in ("ARP", "ICMP", "TCP", "UDP") else "other"] += 1
            if isinstance(payload, UDP) and 53 in (payload.sport, payload.dport):
                with suppress(dpkt.Error):
                    message = DNS(payload.data)
                    names.update(asked.name for asked in message.qd if message.qr == DNS_Q)
except OSError as error:
    sys.exit(str(error))
except (ValueError, dpkt.Error) as error:
    sys.exit(f"{path}: {error}")
except KeyboardInterrupt:
    sys.exit(130)

seconds = max(times, default=0) - min(times, default=0)
print(f"{len(sizes)} packets, {sum(sizes)} bytes, {seconds:.2f} s")
for title, found in (("protocols", protocols), ("senders", senders), ("names asked", names)):
    print(f"{title}:", ", ".join(f"{name} {count}" for name, count in found.most_common()))
