"""Two networks joined by a wire: what can be sent and heard on it, and that it leads nowhere."""

import socket

import pytest
from msgspec.structs import replace

from rooms import ended, room, said
from toolcrib.app.settings import cache_folder
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import kept_lock

pytestmark = pytest.mark.pod

SCAPY = """
import threading

from scapy.all import ARP, ICMP, IP, TCP, UDP, AsyncSniffer, Ether, Raw, conf, send, sr1, srp

conf.verb = 0
PEER = "192.0.2.2"
answered, _ = srp(Ether(dst="ff:ff:ff:ff:ff:ff") / ARP(pdst=PEER), timeout=5)
print("ARP", answered[0].answer.psrc, "is at", answered[0].answer.hwsrc)
reply = sr1(IP(dst=PEER) / ICMP(seq=7) / b"toolcrib", timeout=5)
print("ICMP", reply[ICMP].type, reply[ICMP].seq, bytes(reply[Raw])[:8])
for port in (7, 9):
    reply = sr1(IP(dst=PEER) / TCP(sport=40000, dport=port, flags="S", seq=1), timeout=5)
    print("TCP", port, reply[TCP].flags)
listening = threading.Event()
sniffer = AsyncSniffer(
    lfilter=lambda p: UDP in p and p[UDP].sport == 7, count=1, started_callback=listening.set
)
sniffer.start()
listening.wait(5)
send(IP(dst=PEER) / UDP(sport=5353, dport=7) / b"who is there")
sniffer.join(5)
print("UDP", bytes(sniffer.results[0][UDP].payload)[:12])
"""


def test_packets_by_hand() -> None:
    """Whole frames are sent and heard; the other end is a kernel that answers."""
    code = """
import socket, struct

me, peer = (bytes.fromhex(f"00005e0053{end:02x}") for end in (1, 2))
address, other = (socket.inet_aton(f"192.0.2.{end}") for end in (1, 2))
with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0806)) as wire:
    wire.bind(("eth0", 0))
    question = struct.pack("!HHBBH", 1, 0x0800, 6, 4, 1) + me + address + bytes(6) + other
    wire.send(b"\\xff" * 6 + me + b"\\x08\\x06" + question)
    while (frame := wire.recv(100))[20:22] != b"\\x00\\x02":
        pass
    print(frame[22:28].hex(":"), "has", socket.inet_ntoa(frame[28:32]))
print(socket.if_nameindex())
"""
    assert said(code, wired=True) == ("00:00:5e:00:53:02 has 192.0.2.2\n[(1, 'lo'), (2, 'eth0')]\n")


def test_one_right_and_no_other() -> None:
    """The program may send packets, and neither mount nor set up its network."""
    code = """
import ctypes, fcntl, os, socket, struct
libc = ctypes.CDLL(None, use_errno=True)
status = open("/proc/self/status").readlines()
rights = [line.split()[1] for line in status if line.startswith(("CapPrm", "CapEff"))]
print(os.getuid(), rights)
print(libc.mount(b"none", b"/tmp", b"tmpfs", 0, None), libc.unshare(0x10000000))
with socket.socket() as s:
    try:
        fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"eth0", 0))
    except OSError as fault:
        print(fault.strerror)
for path in ("/etc/x", "/proc/sys/net/ipv4/ip_forward", "/proc/sys/kernel/core_pattern"):
    try:
        open(path, "w")
    except OSError as fault:
        print(fault.strerror)
"""
    lines = said(code, wired=True).splitlines()
    assert lines[0] == "0 ['0000000000002000', '0000000000002000']"
    assert lines[1:3] == ["-1 -1", "Operation not permitted"]
    assert len(lines) == 6
    assert set(lines[3:]) <= {"Read-only file system", "Permission denied"}


def test_wire_leads_nowhere() -> None:
    """Beside the peer nobody is reached: neither this machine nor any other."""
    with socket.create_server(("0.0.0.0", 0)) as server:  # noqa: S104 -- to be out of reach
        port = server.getsockname()[1]
        code = f"""
import socket
for host in ("127.0.0.1", "192.0.2.2", "198.51.100.1"):
    with socket.socket() as s:
        try:
            s.connect((host, {port}))
        except OSError as fault:
            print(fault.strerror)
print(open("/proc/net/route").read().count("eth0"))
"""
        assert said(code, wired=True).splitlines() == [
            "Connection refused",
            "Connection refused",
            "Network is unreachable",
            "1",
        ]


def test_services_are_at_the_other_end() -> None:
    """A service that listens on all addresses is the peer's; the driver is on its side, too."""
    code = """
import socket
with socket.create_connection(("192.0.2.2", 7)) as c, socket.create_server(("", 8000)) as server:
    c.sendall(b"over TCP")
    print(c.recv(100))
    with socket.socket(type=socket.SOCK_DGRAM) as s:
        s.sendto(b"over UDP", ("192.0.2.2", 7))
        print(s.recv(100), flush=True)
    {more}
"""
    plain = said(code.format(more=""), wired=True, services=("echo",))
    assert plain == "b'over TCP'\nb'over UDP'\n"
    driver = b"import socket; print(socket.create_connection(('192.0.2.1', 8000)).recv(9))"
    more = "server.accept()[0].sendall(b'welcome')"
    job = room(code.format(more=more), wired=True, services=("echo",), driver=driver)
    ending = ended(job)
    assert (ending.stopped, ending.stdout) == ("", b"b'welcome'\n"), ending


def test_ssh_server_is_at_the_other_end() -> None:
    """It listens on all addresses, so it greets whoever connects over the wire."""
    code = """
import socket
with socket.create_connection(("192.0.2.2", 22)) as c:
    print(c.recv(8))
"""
    assert said(code, wired=True, services=("openssh",)) == "b'SSH-2.0-'\n"


def test_other_rooms_get_no_packets() -> None:
    """Without the profile there are no sockets for packets, and no right to any."""
    code = """
import socket
for family, kind in ((socket.AF_PACKET, socket.SOCK_RAW), (socket.AF_INET, socket.SOCK_RAW)):
    try:
        socket.socket(family, kind, 1)
    except OSError as fault:
        print(fault.strerror)
"""
    assert said(code) == "Address family not supported by protocol\nOperation not permitted\n"


@pytest.mark.index
def test_scapy() -> None:
    """Scapy asks by ARP, ICMP and TCP, gets true answers, and hears what is on the wire."""
    python, cache = this_interpreter(), cache_folder().value
    built = environment(kept_lock(("scapy",), (), python, cache), python, cache)
    job = replace(room(SCAPY, wired=True, services=("echo",)), environment=built.path)
    ending = ended(job)
    assert (ending.stopped, ending.status) == ("", 0), ending.stderr
    assert ending.stdout.decode().splitlines() == [
        "ARP 192.0.2.2 is at 00:00:5e:00:53:02",
        "ICMP 0 7 b'toolcrib'",
        "TCP 7 SA",
        "TCP 9 RA",
        "UDP b'who is there'",
    ]
