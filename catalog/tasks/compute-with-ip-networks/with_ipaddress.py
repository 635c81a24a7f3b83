# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:ipaddress"
# ///
"""Addresses compare and sort as numbers, and a network is a container that in can be asked."""

from ipaddress import ip_address, ip_network

network = ip_network("192.168.4.0/24")
print(f"{network}, mask {network.netmask}")
parts = dict(
    zip(["office", "cameras", "guests", "spare"], network.subnets(new_prefix=26), strict=True)
)
for name, part in parts.items():
    print(f"  {name}: {part[1]} to {part[-2]}, broadcast {part.broadcast_address}")

wrong, known = [], []
for text in "192.168.4.70", "192.168.4.300", "9.9.9.9", "192.168.4.9":
    try:
        known.append(ip_address(text))
    except ValueError:
        wrong.append(text)
for address in sorted(known):
    names = [name for name, part in parts.items() if address in part]
    print(f"{address}:", *names or ["private" if address.is_private else "public"])
for text in wrong:
    print(f"{text}: no address")
