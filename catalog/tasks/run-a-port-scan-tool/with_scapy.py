# /// script
# requires-python = ">=3.11"
# dependencies = ["scapy"]
# [tool.toolcrib]
# module = "pypi:scapy"
# ///
"""Nobody can stay silent to ARP, and one sr() asks all ports at once without a whole connection."""

import argparse
import socket
import sys
from ipaddress import IPv4Network

from scapy.all import ARP, IP, TCP, Ether, RandShort, conf, sr, srp


def banner(host: str, port: int) -> str:
    try:
        with socket.create_connection((host, port), timeout=1) as service:
            return service.recv(200).decode("ascii", "replace").partition("\r")[0] or "nothing"
    except OSError:
        return "nothing"


def scan(network: IPv4Network, ports: tuple[int, int]) -> int:
    found = 0
    question = Ether(dst="ff:ff:ff:ff:ff:ff") / ARP(pdst=str(network))
    for _, here in srp(question, timeout=1, chainCC=True)[0]:
        host = here[ARP].psrc
        print(host, "is up")
        syn = IP(dst=host) / TCP(sport=RandShort(), dport=ports, flags="S")
        answers = (back[TCP] for _, back in sr(syn, timeout=2, chainCC=True)[0] if TCP in back)
        for port in sorted(answer.sport for answer in answers if answer.flags == "SA"):
            print(f"  port {port} is open and says {banner(host, port)}")
            found += 1
    return found


conf.verb = 0
parser = argparse.ArgumentParser(description="Find hosts of your own network, and their services.")
parser.add_argument("target", nargs="+", type=IPv4Network, help="such as 10.0.0.0/24")
parser.add_argument("--ports", nargs=2, type=int, default=(1, 1024), help="default: 1 1024")
parser.add_argument("--i-may", action="store_true", help="scan public addresses, too")
args = parser.parse_args()
if not 0 < args.ports[0] <= args.ports[1] < 65536:
    parser.error("ports lie between 1 and 65535")
try:
    found = 0
    for network in args.target:
        if network.is_private or args.i_may:
            found += scan(network, tuple(args.ports))
        else:
            print(network, "is public: not scanned without --i-may")
    sys.exit(int(found > 0))
except PermissionError:
    sys.exit("only root, or a program with CAP_NET_RAW, may send packets")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
