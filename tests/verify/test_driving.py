"""Programs that serve, and the drivers that talk to them."""

import time

import pytest

from rooms import ended, room
from toolcrib.verify.room import MIB, Ending, Limits

pytestmark = pytest.mark.pod

SERVER = """
import http.server

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"you asked for {self.path}".encode())

http.server.HTTPServer(("localhost", 8000), Handler).serve_forever()
"""
DRIVER = """
import urllib.request
for path in ("/a", "/b"):
    print(urllib.request.urlopen("http://localhost:8000" + path).read().decode())
"""


def driven(code: str, driver: str, **fields: object) -> Ending:
    """Run a program with a driver."""
    return ended(room(code, driver=driver.encode(), **fields))


def test_server_and_its_driver() -> None:
    """The driver starts when the solution listens, and its output is what counts."""
    ending = driven("print('starting', flush=True)\n" + SERVER, DRIVER)
    assert (ending.stopped, ending.status) == ("", 0)
    assert ending.stdout == b"you asked for /a\nyou asked for /b\n"
    assert b'"GET /a HTTP/1.1" 200' in ending.stderr
    assert ending.peak_memory > MIB


def test_slow_start_is_waited_for() -> None:
    """A solution that works for a while before it listens is no failure."""
    begin = "import time\nend = time.process_time() + 1\nwhile time.process_time() < end: pass\n"
    assert driven(begin + SERVER, DRIVER).stdout.startswith(b"you asked for /a\n")


def test_datagrams() -> None:
    """A server of datagrams is waited for as well."""
    server = """
import socket, time
end = time.process_time() + 0.5
while time.process_time() < end: pass
with socket.socket(type=socket.SOCK_DGRAM) as s:
    s.bind(("localhost", 5005))
    while True:
        data, whence = s.recvfrom(100)
        s.sendto(data.upper(), whence)
"""
    driver = """
import socket
with socket.socket(type=socket.SOCK_DGRAM) as s:
    s.sendto(b"loud", ("localhost", 5005))
    print(s.recv(100))
"""
    assert driven(server, driver).stdout == b"b'LOUD'\n"


def test_what_listens_to_nothing_is_driven_when_it_waits() -> None:
    """A solution that waits for something else than a connection is driven, too."""
    ending = driven("import time; time.sleep(600)", "print('it waits')")
    assert (ending.stopped, ending.status, ending.stdout) == ("", 0, b"it waits\n")


def test_driver_has_a_room_of_its_own() -> None:
    """The driver sees the input, and neither the solution's processes nor what it has written."""
    code = "open('written', 'w'); open('/tmp/written', 'w')\n" + SERVER
    driver = """
import os
print(sorted(os.listdir(".")), os.listdir("/tmp"), open("data.txt").read())
print([open(f"/proc/{n}/comm").read().strip() for n in os.listdir("/proc") if n.isdigit()])
"""
    ending = driven(code, driver, files={"data.txt": b"rows"})
    files, processes = ending.stdout.decode().splitlines()
    assert files == "['data.txt', 'drive.py', 'program.py'] [] rows"
    assert len(processes.split(",")) == 2


def test_failed_solution_ends_its_run() -> None:
    """A solution that fails is told with its own words, at once, whatever its driver waits for."""
    patient = "import time; print('waiting', flush=True); time.sleep(600)"
    for code in ("raise SystemExit('no module')", "open('x').read()"):
        ending = driven(code, patient)
        assert (ending.stopped, ending.status) == ("", 1)
        assert ending.stderr
    dies = SERVER.replace("self.send_response(200)", "__import__('os')._exit(3)")
    visitor = """
import socket
socket.create_connection(("localhost", 8000)).sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
"""
    ending = driven(dies, visitor + patient)
    assert (ending.stopped, ending.status, ending.stdout) == ("", 3, b"waiting\n")


def test_solution_may_end_before_its_driver() -> None:
    """A solution that is told to shut down, and does, lets its driver say the last word."""
    server = """
import socket
with socket.create_server(("localhost", 8000)) as s:
    s.accept()[0].recv(1)
"""
    driver = """
import socket, time
with socket.create_connection(("localhost", 8000)) as c:
    c.sendall(b"x")
    print(c.recv(1))
time.sleep(0.3)
print("it has ended")
"""
    ending = driven(server, driver)
    assert (ending.status, ending.stdout) == (0, b"b''\nit has ended\n")


def test_driver_that_finds_fault() -> None:
    """A driver that fails makes the run fail, with what both have said."""
    ending = driven(SERVER, "raise SystemExit('the page is empty')")
    assert (ending.stopped, ending.status) == ("", 1)
    assert b"the page is empty" in ending.stderr


def test_end_of_the_driver_is_the_end_of_the_run() -> None:
    """The solution is asked to end, so that it can leave its pictures, and else killed."""
    polite = """
import os, signal, sys, time
def end(number, frame):
    os.mkdir("out")
    open("out/a.png", "wb").write(b"bytes")
    sys.exit()
signal.signal(signal.SIGTERM, end)
time.sleep(600)
"""
    assert driven(polite, "print(1)", pictures=("a.png",)).pictures == {"a.png": b"bytes"}
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
    started = time.monotonic()
    ending = driven(deaf, "print(1)", pictures=("a.png",))
    assert (ending.stopped, ending.status, ending.stdout) == ("", 0, b"1\n")
    assert time.monotonic() - started < 60


def test_limits_hold_for_both() -> None:
    """Time counts for both together, output for the driver, memory for each."""
    sleep = "import time; time.sleep(600)"
    assert driven(sleep, sleep, limits=Limits(wall=1)).stopped == "time"
    assert driven("while True: pass", "print(1)", limits=Limits(wall=1)).stopped == "time"
    loud = "while True: print('x' * 1000)"
    assert driven(sleep, loud, limits=Limits(output=100_000)).stopped == "output"
    hungry = "x = bytearray(200 << 20)\n" + sleep
    assert driven(sleep, hungry, limits=Limits(memory=64 * MIB)).stopped == "memory"
    assert driven(hungry, sleep, limits=Limits(memory=64 * MIB)).stopped == "memory"
    talkative = "import sys\nwhile True: print('x' * 1000, file=sys.stderr)"
    assert driven(talkative, "print(1)", limits=Limits(wall=2)).stopped in ("time", "output")


def test_driver_of_a_solution_with_a_service() -> None:
    """Driver, solution and service meet on one network."""
    bridge = """
import socket
redis = socket.create_connection(("localhost", 6379))
with socket.create_server(("localhost", 8000)) as server:
    connection, _ = server.accept()
    redis.sendall(connection.recv(100))
    connection.sendall(redis.recv(100))
"""
    driver = """
import socket
with socket.create_connection(("localhost", 8000)) as c:
    c.sendall(b"PING\\r\\n")
    print(c.recv(100))
"""
    ending = driven(bridge, driver, services=("redis",))
    assert (ending.stopped, ending.stdout) == ("", b"b'+PONG\\r\\n'\n")
