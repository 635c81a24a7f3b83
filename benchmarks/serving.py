"""How fast `crib serve` answers questions, beside a bare Starlette route, and whether it grows.

    python benchmarks/serving.py [SECONDS]          what it can, by 50 clients, and at 400 a second
    python benchmarks/serving.py --soak MINUTES     as long as that, at 100 questions a second

Both servers are processes of their own; the clients are here, over loopback. Questions are those of
the exam and of `questions.tsv`, and, where each is to be new to the server, these with a number.
The status is 1 when fewer than 400 are answered in a second, when one of a hundred waits longer
than 50 ms at 400 a second, or when an answer is wrong.
"""

import asyncio
import itertools
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
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


class Measured(msgspec.Struct):
    """What clients saw: seconds of each answer, answers that were not 200, seconds in all."""

    waits: list[float] = msgspec.field(default_factory=list)
    wrong: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.waits) / self.seconds

    def slowest(self, share: float) -> float:
        """Return the seconds that so large a share did not have to wait longer than."""
        return sorted(self.waits)[min(len(self.waits) - 1, int(len(self.waits) * share))]


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
    process = subprocess.Popen([sys.executable, *command, str(port)])  # noqa: S603 -- ours
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


def serve() -> list[str]:
    """Return the command of `crib serve` without a limit for addresses, and without Python."""
    return ["-m", "toolcrib", "serve", "--rate", "0", "--pyodide", "none", "--port"]


@asynccontextmanager
async def connection(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Open a connection that is used for many requests."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, question: str) -> bool:
    """Ask one question, and tell whether it was answered with 200 and in whole."""
    path = f"/api/v1/find?q={quote(question)}"
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.partition(b"content-length: ")[2].split(b"\r\n")[0])
    await reader.readexactly(length)
    return b" 200 " in head[:16]


async def load(port: int, asked: Iterator[str], seconds: float, rate: float = 0) -> Measured:
    """Have all clients ask for so long; each at once when it is answered, or at a rate in all."""
    measured = Measured()
    begun = time.perf_counter()

    async def client(number: int) -> None:
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
                measured.wrong += not await ask(reader, writer, question)
                measured.waits.append(time.perf_counter() - started)
                due += CLIENTS / rate if rate else 0

    await asyncio.gather(*map(client, range(CLIENTS)))
    measured.seconds = time.perf_counter() - begun
    return measured


def told(name: str, measured: Measured) -> Measured:
    """Print what was measured."""
    half, most = (1000 * measured.slowest(share) for share in (0.5, 0.99))
    print(
        f"{name:42} {measured.rate:7.0f}/s, half within {half:6.1f} ms, "
        f"99 % within {most:6.1f} ms, {measured.wrong} wrong",
        flush=True,
    )
    return measured


def new(asked: list[str]) -> Iterator[str]:
    """Yield questions that nobody asked before: each with another number."""
    return (f"{question} {number}" for number, question in enumerate(itertools.cycle(asked)))


def resident(process: int) -> int:
    """Return the KiB of memory that a process has (proc(5), VmRSS)."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def compare(seconds: float) -> int:
    """Measure a bare route and the search, and return the status."""
    asked = questions()
    print(f"{len(asked)} questions; load of the machine {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="ascii")
        with server([str(bare)]) as (port, _):
            told("bare Starlette", asyncio.run(load(port, itertools.cycle(asked), seconds)))
    with server(serve()) as (port, _):
        told("search, all asked once", asyncio.run(load(port, iter(asked), 60)))
        each = told("search, each new", asyncio.run(load(port, new(asked), seconds)))
        again = itertools.cycle(asked)
        told("search, asked before", asyncio.run(load(port, again, seconds)))
        name = f"search, each new, at {RATE} a second"
        paced = told(name, asyncio.run(load(port, (f"{q} x" for q in new(asked)), seconds, RATE)))
    wrong = each.wrong + paced.wrong
    print(f"load of the machine {os.getloadavg()[0]:.1f}")
    return int(each.rate < RATE or paced.slowest(0.99) > SLOWEST or wrong > 0)


def soak(minutes: float) -> int:
    """Ask for minutes, print the memory each tenth of it, and return 1 where an answer is wrong."""
    wrong, asked = 0, new(questions())
    with server(serve()) as (port, process):
        for part in range(10):
            measured = asyncio.run(load(port, asked, minutes * 6, SOAKED))
            wrong += measured.wrong
            load_now = os.getloadavg()[0]
            told(f"{part + 1}: {resident(process):,} KiB, load {load_now:.1f}", measured)
    return int(wrong > 0)


def main() -> int:
    """Measure what the arguments say."""
    if "--soak" in sys.argv:
        return soak(float(sys.argv[-1]))
    return compare(float(sys.argv[1]) if len(sys.argv) > 1 else 10)


if __name__ == "__main__":
    sys.exit(main())
