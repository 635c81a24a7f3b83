# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:struct"
# ///
"""Classic pcap is fixed records, so a few format strings read it where nothing can be installed."""

import argparse
import struct
import sys
from collections import Counter
from socket import inet_ntoa

NAMES = {1: "ICMP", 6: "TCP", 17: "UDP"}


def dns_name(data: bytes) -> str:
    labels = []
    while size := data[0]:
        labels.append(data[1 : 1 + size].decode())
        data = data[1 + size :]
    return ".".join(labels)


parser = argparse.ArgumentParser(description="Count what is in a packet capture.")
parser.add_argument("file", nargs="?", default="capture.pcap", help="as tcpdump writes it")
path = parser.parse_args().file
protocols, senders, names, sizes, times = Counter(), Counter(), Counter(), [], []
try:
    with open(path, "rb") as file:
        magic, link = struct.unpack("<I16xI", file.read(24))
        if (magic, link) != (0xA1B2C3D4, 1):
            raise ValueError("no little-endian pcap of Ethernet frames")
        while head := file.read(16):
            seconds, micros, kept, size = struct.unpack("<4I", head)
            frame = file.read(kept)
            sizes.append(size)
            times.append(seconds + micros / 1e6)
            (ether_type,) = struct.unpack_from("!H", frame, 12)
            name = "ARP" if ether_type == 0x0806 else "other"
            if ether_type == 0x0800:
                first, protocol, source = struct.unpack_from("!B8xB2x4s", frame, 14)
                senders[inet_ntoa(source)] += 1
                name = NAMES.get(protocol, "other")
                udp = 14 + (first & 0xF) * 4
                if name == "UDP" and struct.unpack_from("!2xH", frame, udp) == (53,):
                    names[dns_name(frame[udp + 20 :])] += 1
            protocols[name] += 1
except OSError as error:
    sys.exit(str(error))
except (ValueError, IndexError, struct.error) as error:
    sys.exit(f"{path}: {error}")
except KeyboardInterrupt:
    sys.exit(130)

seconds = max(times, default=0) - min(times, default=0)
print(f"{len(sizes)} packets, {sum(sizes)} bytes, {seconds:.2f} s")
for title, found in (("protocols", protocols), ("senders", senders), ("names asked", names)):
    print(f"{title}:", ", ".join(f"{name} {count}" for name, count in found.most_common()))
