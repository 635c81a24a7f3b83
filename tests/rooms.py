"""Rooms for tests of the pod: a program's text in, how it ended out."""

from pathlib import Path

import msgspec

from toolcrib.app.settings import cache_folder
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pool import run_all, run_one
from toolcrib.verify.room import Ending, Limits, Room
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.service_folders import service_folders
from toolcrib.verify.services import services_named
from toolcrib.verify.systems import host_system
from toolcrib.verify.templates import templates_for
from toolcrib.verify.wheelhouse import Workshop


def room(code: str, *args: str, **fields: object) -> Room:
    """Return a room for a program of the standard library; other fields as given."""
    files = {"program.py": code.encode(), **fields.pop("files", {})}
    services = services_named(tuple(fields.pop("services", ())))
    return Room(
        interpreter=this_interpreter(),
        system=host_system(),
        runner=runner_folder(cache_folder().value, host_system()),
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


def given(names: tuple[str, ...], distributions: tuple[str, ...] = ()) -> dict[str, object]:
    """Return the fields of a room with services, and with an environment where one is asked for."""
    services = services_named(names)
    python, cache = this_interpreter(), cache_folder().value
    fields = {
        "services": names,
        "service_interpreter": python,
        "templates": {
            n: Path(archive) for n, archive in templates_for(services, host_system(), cache).items()
        },
        "service_environments": service_folders(services, python, cache),
    }
    if distributions:
        lock = kept_lock(distributions, (), python, cache)
        fields["environment"] = environment(lock, python, cache).path
    return fields


def workshop(cache: Path) -> Workshop:
    """Return a place where wheels are built, with a cache of its own."""
    return Workshop(system=host_system(), reader=this_interpreter(), cache=cache)


def said_together(code: str, *words: str, **fields: object) -> dict[str, str]:
    """Run a program in pods at the same time, once for each word; return what each printed."""
    jobs = {word: room(code, word, **fields) for word in words}
    answers = run_all(jobs, lambda word, slot: _work(jobs[word], slot), len(words))
    endings = {word: msgspec.json.decode(answer, type=Ending) for word, answer in answers}
    for ending in endings.values():
        assert (ending.stopped, ending.status, ending.stderr) == ("", 0, b""), ending
    return {word: endings[word].stdout.decode() for word in words}
