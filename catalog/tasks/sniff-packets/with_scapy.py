# /// script
# requires-python = ">=3.11"
# dependencies = ["scapy"]
# [tool.toolcrib]
# module = "pypi:scapy"
# ///
"""prn prints each packet when it comes; a program that is started once it listens is heard whole."""

import argparse
import subprocess
import sys

from scapy.all import ARP, ICMP, TCP, UDP, Packet, conf, sniff

KINDS = {"any": Packet, "ARP": ARP, "ICMP": ICMP, "TCP": TCP, "UDP": UDP}

parser = argparse.ArgumentParser(description="Show the packets that pass by; that takes root.")
parser.add_argument("--interface", default=str(conf.iface), help="default: %(default)s")
parser.add_argument("--count", type=int, default=10, help="end after so many (default: 10)")
parser.add_argument("--only", choices=KINDS, default="any", help="packets of one protocol")
parser.add_argument("--run", metavar="FILE", help="a Python program to start once it listens")
args = parser.parse_args()
started = []


def start() -> None:
    if args.run:
        started.append(subprocess.Popen([sys.executable, args.run]))


try:
    sniff(
        iface=args.interface,
        count=args.count,
        lfilter=lambda packet: KINDS[args.only] in packet,
        prn=lambda packet: packet.summary(),
        started_callback=start,
        chainCC=True,  # else sniff keeps Ctrl-C for itself
    )
except PermissionError:
    sys.exit("only root, or a program with CAP_NET_RAW, may listen to packets")
except (OSError, ValueError) as error:
    sys.exit(f"{args.interface}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
finally:
    for program in started:
        program.wait()
