"""Verification under fire: its processes are killed at random, again and again, until all is done.

Run it as `python benchmarks/chaos.py [RUNS] [SEED]`. It writes a catalog of trivial tasks, some of
them beside a Redis, some of which must fail, and verifies it in rounds. In each round a random
process below the command is killed with SIGKILL every few moments: the command itself, the
launcher of a run, bubblewrap, a runner, a service. Solutions are spared: a signal that ends one is
an outcome of its own. After each round it checks that every receipt
file is whole JSON, that no receipt is wrong, and that nothing is left running. At the end one
undisturbed `verify` has to complete.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HEADER = """\
# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:{module}"
# ///
\"\"\"A trivial program.\"\"\"
"""
REDIS = """\
import socket
s = socket.create_connection(("localhost", 6379))
s.sendall(b"INCR n\\r\\n")
print(s.recv(100).decode().strip())
"""
MODULES = ("json", "re", "string", "math", "random", "socket")
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
MARK = "chaos"
END_OF_COMMAND = 0.03
"""How often it is the command itself that is killed."""

Process = tuple[int, str]


def write_catalog(folder: Path, count: int) -> dict[str, str]:
    """Write a catalog with so many tasks, and return the outcome that each must have."""
    catalog = folder / "catalog"
    (catalog / "modules/std").mkdir(parents=True)
    (catalog / "catalog.toml").write_text('name = "chaos"\n')
    (catalog / "categories.toml").write_text('[text]\ntitle = "Text"\n')
    for module in MODULES:
        entry = f'name = "{module}"\npurpose = "It does."\ncategories = ["text"]\n'
        (catalog / f"modules/std/{module}.toml").write_text(entry)
    wanted = {}
    for number in range(count):
        name, module = f"{MARK}-{number}", MODULES[number % len(MODULES)]
        code, outcome = f"import {module}, time\ntime.sleep(0.02)\nprint(1)\n", "passed"
        # A mark in the arguments: by it what is left running is found.
        run = f'[run]\nargs = ["{folder.name}"]\n'
        expected = "1\n"
        if number % 10 == 0:
            code, outcome = f"import {module}\nprint(2)\n", "wrong output"
        elif number % 5 == 0:
            module, code, expected = "socket", REDIS, ":1\n"
            run += 'services = ["redis"]\n'
        task = catalog / "tasks" / name
        task.mkdir(parents=True)
        (task / "task.toml").write_text(f'title = "Do {number}"\ncategory = "text"\n{run}')
        (task / "expected.txt").write_text(expected)
        (task / f"with_{module}.py").write_text(HEADER.format(module=module) + code)
        wanted[name] = outcome
    return wanted


def start(folder: Path) -> subprocess.Popen[bytes]:
    """Start a verification."""
    command = [sys.executable, "-m", "toolcrib", "verify", "--catalog", str(folder / "catalog")]
    command += ["--python", PYTHON, "--system", "host", "-j", "4"]
    return subprocess.Popen(  # noqa: S603 -- toolcrib itself
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def below(pid: int) -> list[int]:
    """Return a process and all its descendants."""
    found, waiting = [], [pid]
    while waiting:
        process = waiting.pop()
        found.append(process)
        try:
            for path in Path(f"/proc/{process}/task").glob("*/children"):
                waiting += map(int, path.read_text().split())
        except OSError:
            continue
    return found


def name_of(pid: int) -> str:
    """Return the name of a process."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return "gone"


def disturb(
    command: subprocess.Popen[bytes], dice: random.Random, killed: Counter[str]
) -> set[Process]:
    """Kill processes below a command, and sometimes the command, until it has ended.

    Returns all processes that were seen below it.
    """
    seen: set[Process] = set()
    while command.poll() is None:
        time.sleep(dice.uniform(0.005, 0.15))
        victims = below(command.pid)
        seen |= set(filter(None, map(process, victims)))
        victims = [victim for victim in victims if not is_solution(victim)]
        if len(victims) < 2:  # noqa: PLR2004 -- the command alone
            continue
        victim = command.pid if dice.random() < END_OF_COMMAND else dice.choice(victims[1:])
        name = "the command" if victim == command.pid else name_of(victim)
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            continue
        killed[name] += 1
    return seen


def is_solution(pid: int) -> bool:
    """Tell whether a process is a solution: it has the mark, and is no wall around another."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return words[0].rpartition(b"/")[2] not in (b"bwrap", b"sh") and any(
        word.startswith(b"crib-chaos-") for word in words
    )


def process(pid: int) -> Process | None:
    """Return what tells a process from all others: its number, and when it was started."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else (pid, fields[19])


def check(folder: Path, wanted: dict[str, str]) -> int:
    """Return how many receipts there are; each must be whole and right."""
    count = 0
    for path in sorted((folder / "receipts").glob("*/*.jsonl")):
        for line in path.read_text().splitlines():
            receipt = json.loads(line)
            count += 1
            if not receipt.get("blocked") and receipt["outcome"] != wanted[receipt["task"]]:
                sys.exit(f"WRONG RECEIPT: {line}")
            if receipt.get("blocked") and receipt["outcome"] not in ("failed", "wrong output"):
                sys.exit(f"WRONG RECEIPT: {line}")
    return count


def left_running(folder: Path, seen: set[Process]) -> list[str]:
    """Return what still runs of a verification, after a moment: by its mark, or seen before."""
    found: list[str] = []
    for _ in range(100):
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            try:
                line = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            mine = process(int(path.name))
            if int(path.name) != os.getpid() and mine and (folder.name in line or mine in seen):
                found.append(f"{path.name} {line[:120]}")
        if not found:
            return []
        time.sleep(0.05)
    return found


def main() -> None:
    """Disturb verifications until so many runs were made, then let one complete."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1  # noqa: PLR2004 -- the second argument
    dice = random.Random(seed)  # noqa: S311 -- to be repeated, not to be secret
    killed: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="crib-chaos-") as name:
        folder = Path(name)
        wanted = write_catalog(folder, runs // 2)
        rounds, before = 0, -1
        while before < 2 * len(wanted) and rounds < runs:
            rounds += 1
            seen = disturb(start(folder), dice, killed)
            if found := left_running(folder, seen):
                sys.exit("LEFT RUNNING:\n" + "\n".join(found))
            before = check(folder, wanted)
            print(f"round {rounds}: {before} receipts, {killed.total()} killed", flush=True)
        status = start(folder).wait()
        count = check(folder, wanted)
        if found := left_running(folder, set()):
            sys.exit("LEFT RUNNING:\n" + "\n".join(found))
        print(f"undisturbed: status {status}, {count} receipts of {2 * len(wanted)}")
        print(", ".join(f"{n} {what}" for what, n in killed.most_common()))


if __name__ == "__main__":
    main()
