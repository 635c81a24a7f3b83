"""One run for a caller on another machine: what a Dask worker is asked to do.

A worker has threads, and a run wants a process with a single one: so each is done by this file as
a program, `python -m toolcrib.app.work PID`, which reads a parcel and writes an answer. It is
killed when the worker ends.
"""

import os
import sys

import msgspec

from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder
from toolcrib.verify.apart import ask_apart, end_with
from toolcrib.verify.bench import bench, interpreters_named
from toolcrib.verify.machine import missing_packages, require_closed_rooms
from toolcrib.verify.remote import Answer, fulfilled
from toolcrib.verify.resources import offered, worker_command
from toolcrib.verify.services import ALL
from toolcrib.verify.uv import uv_program


def work(parcel: bytes) -> bytes:
    """Do what a parcel orders in a process of its own, and return the answer."""
    status, answer, said = ask_apart([sys.executable, "-P", "-m", __name__], parcel)
    if status == 0:
        return answer
    last = said.splitlines()[-1:] or [f"status {status}"]
    return msgspec.json.encode(Answer(fault=f"a worker's run ended with {last[0]}"))


def worker_line(scheduler: str) -> str:
    """Return the command that lets this machine work for a Dask scheduler, with what it has.

    Raises:
        RefusedError: This machine cannot have a closed room.
        ToolcribError: uv is missing, or there is no Python.
    """
    require_closed_rooms()
    uv_program()
    where = bench(cache_folder().value)
    cells = [interpreter.cell for interpreter in interpreters_named(where, ())]
    services = [s for s in ALL if not missing_packages((s,), (), where.system)]
    return worker_command(scheduler, os.cpu_count() or 1, offered(cells, services))


def main() -> None:
    """Be that process."""
    end_with(int(sys.argv[1]))
    answer = fulfilled(sys.stdin.buffer.read(), cache_folder().value, fetch_sdist)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
