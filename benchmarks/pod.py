"""What a pod costs: the same program as a plain subprocess and in a pod, in turn.

Run it as `python benchmarks/pod.py [RUNS]`; it prints medians and spreads in milliseconds.
"""

import statistics
import subprocess
import sys
import time

from toolcrib.app.settings import cache_folder
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import Room
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.systems import host_system

CACHE = cache_folder().value
PYTHON = this_interpreter()
EMPTY = environment(kept_lock((), (), PYTHON, CACHE), PYTHON, CACHE).path
ROOM = Room(
    interpreter=PYTHON,
    system=host_system(),
    runner=runner_folder(CACHE, host_system()),
    environment=EMPTY,
    program=("program.py",),
    files={"program.py": b"pass\n"},
)


def plain() -> None:
    """Start an interpreter that does nothing."""
    subprocess.run([EMPTY / "bin/python", "-c", "pass"], check=True, env={})  # noqa: S603 -- our own Python


def pod() -> None:
    """Start the same in a pod."""
    answer = run_one(ROOM, lambda room, slot: str(run_in_pod(room, slot).status).encode())
    if answer != b"0":
        sys.exit(f"the pod did not work: {answer!r}")


def main() -> None:
    """Measure both in turn, and print the difference."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    times: dict[str, list[float]] = {"plain": [], "pod": []}
    for _ in range(runs + 2):
        for name, function in (("plain", plain), ("pod", pod)):
            started = time.perf_counter()
            function()
            times[name].append(1000 * (time.perf_counter() - started))
    for name, values in times.items():
        kept = sorted(values[2:])
        print(f"{name:6} median {statistics.median(kept):6.1f} ms, {kept[0]:.1f} to {kept[-1]:.1f}")
    pairs = sorted(b - a for a, b in zip(times["plain"][2:], times["pod"][2:], strict=True))
    print(
        f"the pod adds {statistics.median(pairs):.1f} ms (median of pairs), {pairs[0]:.1f} at best"
    )


if __name__ == "__main__":
    main()
