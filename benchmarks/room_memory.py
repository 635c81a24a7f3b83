"""What a room takes, as a cgroup and as the watchdog see it: the same programs, once with each.

Run it where cgroup v2 is delegated, such as in the guest:
`scripts/guest.sh python3 benchmarks/room_memory.py`. Figures are peaks in MiB; a limit of 512 MiB.
"""

import sys
from pathlib import Path
from unittest import mock

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from rooms import room
from toolcrib.verify import leaf
from toolcrib.verify.cgroup import Ground
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import MIB, Ending, Room

PROGRAMS = {
    "nothing": "pass",
    "bytearray of 100 MiB": "x = bytearray(100 << 20)",
    "the same for 10 ms": "x = bytearray(100 << 20); time.sleep(0.01); del x",
    "shared memory of 100 MiB": "x = mmap.mmap(-1, 100 << 20); x.write(bytes(100 << 20))",
    "file of 100 MiB in /tmp": "open('/tmp/x', 'wb').write(bytes(100 << 20))",
    "20 000 empty files": "[os.close(os.open(f'/tmp/{n}', 64)) for n in range(20_000)]",
    "400 full pipes": """
pipes = [os.pipe() for _ in range(400)]
for _, end in pipes:
    os.write(end, bytes(1 << 16))
""",
    "400 pairs of sockets": """
pairs = [socket.socketpair() for _ in range(400)]
for end, _ in pairs:
    end.setblocking(False)
    try:
        while True:
            end.send(bytes(1 << 15))
    except BlockingIOError:
        pass
""",
}


def by_cgroup(job: Room, slot: int) -> bytes:
    """Run a room in its leaf."""
    return msgspec.json.encode(run_in_pod(job, slot))


def by_watchdog(job: Room, slot: int) -> bytes:
    """Run a room as if nothing were delegated, and long enough that the watchdog looks."""
    with mock.patch.object(leaf, "ground", Ground):
        return msgspec.json.encode(run_in_pod(job, slot))


def main() -> None:
    """Print the table."""
    print(f"{'program':28} {'watchdog':>9} {'cgroup':>9}")
    for name, code in PROGRAMS.items():
        last = "" if name == "the same for 10 ms" else "\ntime.sleep(0.5)"
        job = room(f"import mmap, os, socket, time\n{code}{last}")
        peaks = []
        for work, holder in ((by_watchdog, "watchdog"), (by_cgroup, "cgroup")):
            ending = msgspec.json.decode(run_one(job, work), type=Ending)
            if (ending.stopped, ending.status, ending.memory_held_by) != ("", 0, holder):
                sys.exit(f"{name}: {ending}")
            peaks.append(f"{ending.peak_memory / MIB:9.1f}")
        print(f"{name:28}", *peaks)


if __name__ == "__main__":
    main()
