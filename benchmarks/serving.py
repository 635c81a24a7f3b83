"""How fast `crib serve` answers questions, beside a bare Starlette route, and whether it grows.

    python benchmarks/serving.py [SECONDS] [--processes N]     what it can, by 50 clients
    python benchmarks/serving.py --soak MINUTES [--rate N]     as long as that, at so many a second

Both servers are processes of their own; the clients, wrk where it is installed and coroutines of
this process else, are on the same machine. Questions are those of the exam and of `questions.tsv`,
and, where each is to be new to the server, these with a number. Beside what clients see stands the
CPU time of server and processes for each answer, which depends less on what else the machine does.
The status is 1 when fewer than 400 are answered in a second, when one of a hundred waits longer
than 50 ms at 400 a second, or when an answer is wrong.
"""

import argparse
import asyncio
import itertools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import quote

import msgspec

ROOT = Path(__file__).resolve().parents[1]
EXAMS = (("tests/catalog/exam_blind.tsv", 1), ("tests/catalog/exam_tuning.tsv", 1))
LISTS = (*EXAMS, ("benchmarks/questions.tsv", 0))
CLIENTS, RATE, SOAKED = 50, 400, 100
SLOWEST = 0.05
"""Seconds that one of a hundred may wait."""

BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
async def answer(request):
    return Response(b"x" * 1200, media_type="application/json")
app = Starlette(routes=[Route("/{path:path}", answer)])
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning", access_log=False)
"""


WRK = """
local paths, n = {}, tonumber(arg_first)
for line in io.lines(arg_paths) do paths[#paths + 1] = line end
request = function()
  n = n + 1
  local path = paths[(n - 1) % #paths + 1]
  return wrk.format("GET", arg_new and path .. "%20" .. n or path)
end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    '{"answers": %d, "wrong": %d, "seconds": %f, "half": %f, "most": %f}',
    summary.requests, e.connect + e.read + e.write + e.status + e.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6))
end
"""


class Measured(msgspec.Struct):
    """What clients saw: how many answers, those that were not 200, seconds in all.

    And the seconds within which half, and 99 of a hundred, were answered.
    """

    answers: int
    wrong: int
    seconds: float
    half: float
    most: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


def measured(waits: list[float], wrong: int, seconds: float) -> Measured:
    """Sum up the seconds of all answers."""
    waits = sorted(waits) or [0.0]
    last = len(waits) - 1
    return Measured(
        answers=len(waits),
        wrong=wrong,
        seconds=seconds,
        half=waits[last // 2],
        most=waits[min(last, int(len(waits) * 0.99))],
    )


def questions() -> list[str]:
    """Return the distinct questions, in their order."""
    found = []
    for name, column in LISTS:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        found += [line.split("\t")[column] for line in lines if line and line[0] != "#"]
    return list(dict.fromkeys(found))


@contextmanager
def server(command: list[str]) -> Iterator[tuple[int, int]]:
    """Start a server and give its port and its process; the port is the command's last word."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command, str(port)])  # noqa: S603 -- ours
    try:
        for _ in range(6000):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.01)
        print(f"{'':42} listens after {time.perf_counter() - begun:.1f} s", flush=True)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


def serve(processes: int | None) -> list[str]:
    """Return the command of `crib serve` without a limit for addresses, and without Python."""
    more = [] if processes is None else ["--processes", str(processes)]
    return ["-m", "toolcrib", "serve", "--rate", "0", "--pyodide", "none", *more, "--port"]


@asynccontextmanager
async def connection(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Open a connection that is used for many requests."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()


def path_of(question: str) -> str:
    """Return the address of the answer to a question."""
    return f"/api/v1/find?q={quote(question)}"


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, question: str) -> bool:
    """Ask one question, and tell whether it was answered with 200 and in whole."""
    writer.write(f"GET {path_of(question)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.partition(b"content-length: ")[2].split(b"\r\n")[0])
    await reader.readexactly(length)
    return b" 200 " in head[:16]


async def load(port: int, asked: Iterator[str], seconds: float, rate: float = 0) -> Measured:
    """Have all clients ask for so long; each at once when it is answered, or at a rate in all."""
    waits, wrong = [], 0
    begun = time.perf_counter()

    async def client(number: int) -> None:
        nonlocal wrong
        due = begun + number / rate if rate else begun
        async with connection(port) as (reader, writer):
            while time.perf_counter() - begun < seconds:
                if rate:
                    await asyncio.sleep(max(0, due - time.perf_counter()))
                # Who waits for the one before has waited: the time counts from when it was due.
                started = due if rate else time.perf_counter()
                question = next(asked, None)
                if question is None:
                    return
                wrong += not await ask(reader, writer, question)
                waits.append(time.perf_counter() - started)
                due += CLIENTS / rate if rate else 0

    await asyncio.gather(*map(client, range(CLIENTS)))
    return measured(waits, wrong, time.perf_counter() - begun)


def closed(port: int, asked: list[str], seconds: float, first: int | None = None) -> Measured:
    """Have all clients ask for so long, each again as soon as it is answered.

    From the `first` number on each question gets one, so that it is new.
    """
    wrk = shutil.which("wrk")
    if wrk is None:
        numbered = (f"{q} {n}" for n, q in enumerate(itertools.cycle(asked), first or 0))
        every = itertools.cycle(asked) if first is None else numbered
        return asyncio.run(load(port, every, seconds))
    with tempfile.TemporaryDirectory() as folder:
        paths, script = Path(folder, "paths"), Path(folder, "ask.lua")
        paths.write_text("\n".join(map(path_of, asked)), encoding="ascii")
        new = "false" if first is None else "true"
        given = f'local arg_first, arg_paths, arg_new = {first or 0}, "{paths}", {new}\n'
        script.write_text(given + WRK, encoding="ascii")
        options = ["-t", "1", "-c", str(CLIENTS), "-d", f"{seconds:.0f}s", "--timeout", "30s"]
        command = [wrk, *options, "-s", str(script), f"http://127.0.0.1:{port}"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- ours
    _, brace, rest = done.stdout.rpartition("{")
    return msgspec.json.decode(brace + rest, type=Measured)


def told(name: str, process: int, measure: Callable[[], Measured]) -> Measured:
    """Measure, with the CPU time of the server and of those that it has started, and print that."""
    before = {each: cpu_seconds(each) for each in family(process)}
    measured = measure()
    # One that has started meanwhile had none before.
    own, *others = (cpu_seconds(each) - before.get(each, 0) for each in family(process))
    each = 1000 / measured.answers
    print(
        f"{name:42} {measured.rate:6.0f}/s, half within {1000 * measured.half:6.1f} ms, "
        f"99 % within {1000 * measured.most:6.1f} ms, {measured.wrong} wrong, "
        f"CPU {own * each:.2f} + {sum(others) * each:.2f} ms, load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    return measured


def new(asked: list[str]) -> Iterator[str]:
    """Yield questions that nobody asked before: each with another number."""
    return (f"{question} {number}" for number, question in enumerate(itertools.cycle(asked)))


def family(process: int) -> list[int]:
    """Return a process and those that it has started (proc(5), children)."""
    lists = Path(f"/proc/{process}/task").glob("*/children")
    children = [int(each) for one in lists for each in one.read_text(encoding="ascii").split()]
    return [process, *(each for child in children for each in family(child))]


def cpu_seconds(process: int) -> float:
    """Return the CPU time that a process has had (proc(5), stat)."""
    row = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(row[11]) + int(row[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> int:
    """Return the KiB of memory that a process has (proc(5), VmRSS)."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def compare(seconds: float, processes: int | None) -> int:
    """Measure a bare route and the search, and return the status."""
    asked = questions()
    print(f"{len(asked)} questions; load of the machine {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="ascii")
        with server([str(bare)]) as (port, process):
            told("bare Starlette", process, lambda: closed(port, asked, seconds))
    with server(serve(processes)) as (port, process):
        once = iter(asked)
        told("search, all asked once", process, lambda: asyncio.run(load(port, once, 60)))
        told("search, asked before", process, lambda: closed(port, asked, seconds))
        each = told("search, each new", process, lambda: closed(port, asked, seconds, 10_000))
        paced_by = (f"{question} x" for question in new(asked))
        name = f"search, each new, at {RATE} a second"
        paced = told(name, process, lambda: asyncio.run(load(port, paced_by, seconds, RATE)))
    wrong = each.wrong + paced.wrong
    return int(each.rate < RATE or paced.most > SLOWEST or wrong > 0)


def soak(minutes: float, rate: float, processes: int | None) -> int:
    """Ask for minutes, print the memory each tenth of it, and return 1 where an answer is wrong."""
    wrong, asked = 0, new(questions())
    with server(serve(processes)) as (port, process):
        for part in range(10):
            memory = " + ".join(f"{resident(each):,}" for each in family(process))
            name = f"{part}: {memory} KiB"
            wrong += told(
                name, process, lambda: asyncio.run(load(port, asked, minutes * 6, rate))
            ).wrong
        memory = " + ".join(f"{resident(each):,}" for each in family(process))
        print(f"end: {memory} KiB")
    return int(wrong > 0)


def main() -> int:
    """Measure what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", nargs="?", type=float, default=10)
    parser.add_argument("--processes", type=int)
    parser.add_argument("--soak", type=float, metavar="MINUTES")
    parser.add_argument("--rate", type=float, default=SOAKED)
    given = parser.parse_args()
    if given.soak:
        return soak(given.soak, given.rate, given.processes)
    return compare(given.seconds, given.processes)


if __name__ == "__main__":
    sys.exit(main())
