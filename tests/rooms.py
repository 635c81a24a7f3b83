"""Rooms for tests of the pod: a program's text in, how it ended out."""

import msgspec

from toolcrib.app.settings import cache_folder
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import Ending, Limits, Room
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.services import services_named


def room(code: str, *args: str, **fields: object) -> Room:
    """Return a room for a program of the standard library; other fields as given."""
    files = {"program.py": code.encode(), **fields.pop("files", {})}
    services = services_named(tuple(fields.pop("services", ())))
    return Room(
        interpreter=this_interpreter(),
        runner=runner_folder(cache_folder().value),
        program=("program.py", *args),
        files=files,
        services=services,
        **{"limits": Limits(wall=20), **fields},
    )


def _work(job: Room, slot: int) -> bytes:
    return msgspec.json.encode(run_in_pod(job, slot))


def ended(job: Room) -> Ending:
    """Run a room in a pod, in a process of its own."""
    return msgspec.json.decode(run_one(job, _work), type=Ending)


def said(code: str, *args: str, **fields: object) -> str:
    """Run a program in a pod and return what it printed; it must end well."""
    ending = ended(room(code, *args, **fields))
    assert (ending.stopped, ending.status, ending.stderr) == ("", 0, b""), ending
    return ending.stdout.decode()
