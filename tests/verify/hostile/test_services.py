"""Programs and services that turn on each other; a service's failure is never a solution's."""

import time

import pytest
from msgspec.structs import replace

from attacks import Case, answers, attack, case, cases, ended_in_slot, ended_together
from rooms import given
from toolcrib.model.receipt import Nature
from toolcrib.verify.room import Ending, Room
from toolcrib.verify.services import services_named
from toolcrib.verify.services.service import Service

pytestmark = pytest.mark.pod

REDIS = """
import sys
from talk import redis
print(redis("GET", "name"))
print(redis("SET", "name", sys.argv[2]))
print(redis("GET", "name"))
"""

SHUTDOWN = """
from talk import redis
print(redis("SHUTDOWN", "NOSAVE"))
print("fine")
"""

# Redis refuses by itself to have these set (protected configuration); where it does not, what it
# writes lies in the room of the services.
WRITES_BY_REDIS = """
from talk import redis
for key, value in (("dir", "/home/crib/task"), ("dir", "/etc"), ("dbfilename", "x.so")):
    redis("CONFIG", "SET", key, value)
redis("SET", "a", "b")
redis("SAVE")
import os
print(sorted(set(os.listdir(".")) - {"__pycache__"}), sorted(os.listdir("/tmp")))
"""

# What a program can do through COPY … PROGRAM is what a shell in the services' room can do.
RUNS_BY_POSTGRESQL = """
from talk import postgresql
def shell(command):
    quoted = command.replace("'", "''")
    postgresql("DROP TABLE IF EXISTS t; CREATE TABLE t (line text)")
    postgresql(f"COPY t FROM PROGRAM '{quoted}'")
    return postgresql("SELECT line FROM t")
print(shell("id -u"))
print(shell("ls /home/crib/task | wc -l"))
print(shell("cat /etc/shadow 2>&1 || true"))
print(shell("touch /usr/x 2>&1 || true"))
print(shell("ls /proc | grep -c '^[0-9]' | xargs test 50 -gt && echo own processes"))
print(shell("unshare -U true 2>&1 || true"))
"""

NEVER_READY = Service(
    name="silent",
    nature=Nature.REAL,
    program="sh",
    packages=(),
    version="echo 1",
    start="echo waiting for nobody >&2; exec sleep 600",
    answers=lambda: False,
    start_seconds=0.5,
)


def beside(program: str, *args: str, service: str) -> Room:
    """Return the room of a program beside one service."""
    return attack(program, *args, **given((service,)))


def told(ending: Ending) -> tuple[str, str, bytes]:
    """Return how a run ended, its output and its complaints."""
    return ending.stopped, ending.stdout.decode(), ending.stderr


@case(87, "service ended by the program")
def test_service_ended_by_the_program(marker: str) -> None:
    """A service that its program shuts down makes the run a failure of the service."""
    ending = ended_in_slot(beside(SHUTDOWN, marker, service="redis"))
    assert ending.stopped == "service"
    assert ending.reason.startswith("redis did not live to the end: ")


@case(88, "service never ready")
def test_service_never_ready(marker: str) -> None:
    """A service that never answers is given its time and no more; its last words are told."""
    started = time.monotonic()
    job = replace(attack("print(1)", marker), services=(NEVER_READY,))
    ending = ended_in_slot(job)
    assert (ending.stopped, ending.stdout) == ("service", b"")
    assert ending.reason == "silent gave no answer in 0.5 s: waiting for nobody"
    assert time.monotonic() - started < 10


@case(89, "port taken before")
def test_port_taken_before(marker: str) -> None:
    """Where another program has a service's port, its answers do not pass for the service's."""
    (redis,) = services_named(("redis",))
    squatter = replace(redis, name="squatter")
    late = replace(redis, start=f"sleep 0.2; {redis.start}")
    job = beside("import time; time.sleep(1)", marker, service="redis")
    ending = ended_in_slot(replace(job, services=(squatter, late)))
    assert ending.stopped == "service"
    assert ending.reason.startswith("redis did not live to the end: ")
    assert "in use" in ending.reason


@case(90, "same ports and keys at the same time")
def test_same_ports_and_keys_at_the_same_time(marker: str) -> None:
    """Runs at the same time have the same port each, with data of their own."""
    jobs = [beside(REDIS, marker, name, service="redis") for name in ("ann", "bob", "cem")]
    for name, ending in zip(("ann", "bob", "cem"), ended_together(*jobs), strict=True):
        assert told(ending) == ("", answers("None", "OK", name), b"")


@case(91, "data of the run before")
def test_data_of_the_run_before(marker: str) -> None:
    """What a run has told its service is gone when the next one asks, in the same slot."""
    for name in ("ann", "bob"):
        ending = ended_in_slot(beside(REDIS, marker, name, service="redis"))
        assert told(ending) == ("", answers("None", "OK", name), b"")


@cases(
    Case(
        number=92,
        what="files written by Redis",
        program=WRITES_BY_REDIS,
        says="['program.py', 'seen.py', 'talk.py'] []\n",
        more={"service": "redis"},
    ),
    Case(
        number=92,
        what="programs run by PostgreSQL",
        program=RUNS_BY_POSTGRESQL,
        says=answers(
            *("['1000']", "['0']", "['cat: /etc/shadow: No such file or directory']"),
            "[\"touch: cannot touch '/usr/x': Read-only file system\"]",
            "['own processes']",
            "['unshare: unshare failed: Operation not permitted']",
        ),
        more={"service": "postgresql"},
    ),
)
def test_services_as_tools(case: Case, marker: str) -> None:
    """What a program gets its service to do happens in the service's own closed room."""
    ending = ended_in_slot(beside(case.program, marker, **case.more))
    assert told(ending) == ("", case.says, b"")
    assert ending.status == 0
