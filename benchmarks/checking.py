"""Print how long a check of long lists takes without a network, and how much memory.

    python benchmarks/checking.py [RUNS]

Lists of 500 and of 10,000 entries are made of names that toolcrib knows and of made-up ones, in
several shapes; each is checked by `crib check --offline` as a process of its own, start and report
included. What counts is the CPU time of the best run: a check has one thread, and whatever else the
machine does makes the wall time longer.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from toolcrib.app.names import knowledge

SIZES = {500: (1.0, 300), 10_000: (10.0, 300)}
PER_HEADING = 20
WORDS = ("reads", "writes", "files", "pages", "of", "the", "a", "for", "with", "data", "fast")

Shape = Callable[[str, str], str]


def bullet(name: str, purpose: str) -> str:
    """Return an entry of an awesome list."""
    return f"- [{name}](https://example.org/{name}/{name}) - {purpose}.\n"


def row(name: str, purpose: str) -> str:
    """Return an entry of a table."""
    return f"| `{name}` | {purpose} | {purpose} |\n"


def line(name: str, purpose: str) -> str:
    """Return an entry without syntax."""
    return f"{name}: {purpose}\n"


def section(name: str, purpose: str) -> str:
    """Return an entry with a heading and an example."""
    module = name.replace("-", "_")
    return f"### {name}\n\n{purpose}.\n\n```python\nimport {module}\n{module}.run()\n```\n\n"


SHAPES: dict[str, Shape] = {"bullets": bullet, "table": row, "lines": line, "sections": section}


def document(shape: str, size: int) -> str:
    """Return a list of some size."""
    chance = random.Random(size)  # noqa: S311 -- the same list each time
    known = sorted(knowledge().modules)
    names = [one.partition(":")[2] for one in known]
    parts = []
    for number in range(size):
        if number % PER_HEADING == 0:
            parts.append(f"\n## Part {number // PER_HEADING}\n\n")
            parts.append("| Module | Purpose | Use |\n|---|---|---|\n" if shape == "table" else "")
        made_up = f"thing{number}-kit"
        name = chance.choice(names) if chance.random() < 2 / 3 else made_up
        parts.append(SHAPES[shape](name, " ".join(chance.choices(WORDS, k=8))))
    return "".join(parts)


def measured(path: Path) -> tuple[float, float, int]:
    """Return CPU seconds, wall seconds and the peak of memory in MiB that a check takes."""
    command = [sys.executable, "-c", _RUN, str(path)]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- ours
    wall = time.perf_counter() - start
    cpu, peak = done.stderr.rsplit("\n", 2)[-2].split()
    return float(cpu), wall, int(peak) // 1024


_RUN = """
import resource, sys
from toolcrib.__main__ import main
sys.argv = ["crib", "check", "--offline", "--fail-on", "never", sys.argv[1]]
try:
    main()
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""


def rows(folder: Path, runs: int) -> Iterator[bool]:
    """Print a row for each list; yield whether its bars are met."""
    for size, (seconds, memory) in SIZES.items():
        for shape in SHAPES:
            path = folder / f"{shape}-{size}.md"
            path.write_text(document(shape, size), encoding="utf-8")
            cpu, wall, peak = zip(*(measured(path) for _ in range(runs)), strict=True)
            met = min(cpu) <= seconds and max(peak) <= memory
            figures = f"{min(cpu):6.2f} s CPU {min(wall):6.2f} s {max(peak):5} MiB"
            print(f"{size:6} {shape:9} {figures}  {'' if met else 'over'}")
            yield met


def main() -> int:
    """Measure and print; the status is 1 when a bar is not met."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    knowledge()
    with tempfile.TemporaryDirectory() as folder:
        return int(not all(list(rows(Path(folder), runs))))


if __name__ == "__main__":
    sys.exit(main())
