"""A dozen and more harmless attacks on a room of this machine, each with what became of it."""

from pathlib import Path

import msgspec

from toolcrib.errors import ToolcribError
from toolcrib.verify.bench import Bench
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import Ending, Room
from toolcrib.verify.runner import runner_folder

_SCRIPT = "attacks.py"
_STOPPED = "stopped "


def probe(where: Bench) -> tuple[tuple[str, bool], ...]:
    """Return for each attack what was attacked, and whether it was stopped.

    Raises:
        ToolcribError: The program with the attacks did not come to its end.
    """
    script = Path(__file__).with_name(_SCRIPT)
    inside = where.service_interpreter if where.system.is_own else this_interpreter()
    room = Room(
        interpreter=inside,
        system=where.system,
        program=(_SCRIPT, str(Path.home())),
        files={_SCRIPT: script.read_bytes()},
        runner=runner_folder(where.cache, where.system),
    )
    ending = msgspec.json.decode(run_one(room, _run), type=Ending)
    lines = ending.stdout.decode("utf-8", "backslashreplace").splitlines()
    if ending.stopped or ending.status or not lines:
        said = ending.reason or ending.stderr.decode("utf-8", "backslashreplace")
        message = f"the probe attacks did not come to their end: {said.strip()[-300:]}"
        raise ToolcribError(message, "this is a fault of toolcrib: please report it")
    return tuple((line.partition(" ")[2], line.startswith(_STOPPED)) for line in lines)


def _run(room: Room, slot: int) -> bytes:
    return msgspec.json.encode(run_in_pod(room, slot))
