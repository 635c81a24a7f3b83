"""Print the CPU time of `crib what yaml` as a multiple of that of an empty Python.

    python benchmarks/what.py [RUNS]

As benchmarks/find.py does it: runs are interleaved, the medians compared. No network is asked.
"""

import statistics
import sys

from find import BASE, cpu_seconds

WHAT = (
    sys.executable,
    "-c",
    "from toolcrib.__main__ import main; main()",
    "what",
    "yaml",
)
BAR = 8


def main() -> int:
    """Measure and print; the status is 1 when the bar is not met."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    cpu_seconds(WHAT)
    pairs = [(cpu_seconds(BASE), cpu_seconds(WHAT)) for _ in range(runs)]
    base = statistics.median(base for base, _ in pairs)
    asked = statistics.median(what for _, what in pairs)
    print(f"empty Python {base * 1000:.1f} ms, crib what yaml {asked * 1000:.1f} ms")
    print(f"{asked / base:.2f} times; at most {BAR}")
    return int(asked / base > BAR)


if __name__ == "__main__":
    sys.exit(main())
