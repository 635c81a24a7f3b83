"""Print the CPU time of `crib find` as a multiple of that of an empty Python.

    python benchmarks/find.py [RUNS]

Runs of both are interleaved, so that whatever else the machine does meets both alike; the medians
are compared. The first run, which may compile the bundle, is not counted.
"""

import resource
import statistics
import subprocess
import sys

BASE = (sys.executable, "-c", "pass")
FIND = (
    sys.executable,
    "-c",
    "from toolcrib.__main__ import main; main()",
    "find",
    "read a yaml config file",
)
BAR = 8


def cpu_seconds(command: tuple[str, ...]) -> float:
    """Return the CPU time of a command, its own and the system's."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 -- the two above
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Measure and print; the status is 1 when the bar is not met."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    cpu_seconds(FIND)
    pairs = [(cpu_seconds(BASE), cpu_seconds(FIND)) for _ in range(runs)]
    base = statistics.median(base for base, _ in pairs)
    find = statistics.median(find for _, find in pairs)
    print(f"empty Python {base * 1000:.1f} ms, crib find {find * 1000:.1f} ms")
    print(f"{find / base:.2f} times; at most {BAR}")
    return int(find / base > BAR)


if __name__ == "__main__":
    sys.exit(main())
