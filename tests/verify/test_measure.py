"""Which runs are measured in which order, and what comes of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rooms import ended, room
from toolcrib.model.module import ModuleId
from toolcrib.model.task import Run, Solution, Task, TaskFiles
from toolcrib.verify.job import Done, Order
from toolcrib.verify.measure import (
    Sample,
    figures,
    imports_of,
    noise,
    timed_orders,
    times_of,
    turns,
)
from toolcrib.verify.room import Interpreter, Times
from toolcrib.verify.systems import host_system

PYTHON = Interpreter(path=Path("/p/bin/python"), prefix=Path("/p"), full="3.13.0")


@given(st.integers(0, 8), st.integers(0, 30), st.text())
def test_everybody_has_a_turn_in_each_round(count: int, rounds: int, seed: str) -> None:
    """Each round holds each once, and the same seed gives the same rounds."""
    found = list(turns(count, rounds, seed))
    assert len(found) == rounds
    assert all(sorted(each) == list(range(count)) for each in found)
    assert found == list(turns(count, rounds, seed))


def test_nobody_is_always_first() -> None:
    """The order changes from round to round."""
    assert {each[0] for each in turns(3, 11, "a task")} == {0, 1, 2}


def order() -> Order:
    """Return the order of a solution with services, input and an expected output."""
    solution = Solution(module=ModuleId("pypi:pyyaml"), file="with_pyyaml.py", code="import yaml\n")
    task = Task(
        id="t",
        title="T",
        category="c",
        run=Run(args=("a",), stdin="b", exit=3, services=("redis",), memory=99, timeout=7),
        solutions=(solution,),
    )
    return Order(
        task=task,
        solution=solution,
        files=TaskFiles(expected="1\n", inputs={"x": b"y"}),
        interpreter=PYTHON,
        system=host_system(),
        service_interpreter=PYTHON,
        cache="/c",
        templates={"redis": "/t"},
    )


def test_probes_need_nothing_but_the_environment() -> None:
    """The import and the bare start have the solution's distributions and limits, and no more."""
    whole, start, imports = timed_orders(order(), ("yaml", "_yaml"))
    assert imports is not None
    assert (whole.solution.code, whole.task, whole.files) == (
        "import yaml\n",
        order().task,
        order().files,
    )
    assert (start.solution.code, imports.solution.code) == ("pass\n", "import yaml\n")
    assert all(each.timed for each in (whole, start, imports))
    for probe in (start, imports):
        assert probe.task.run == Run(memory=99, timeout=7)
        assert (probe.files, probe.templates) == (TaskFiles(expected=""), {})
        assert probe.solution.dependencies == order().solution.dependencies


@pytest.mark.parametrize(
    ("code", "names", "imports"),
    [
        ("import urllib.request, sys", ["urllib"], "import urllib.request\n"),
        ("from yaml import safe_load as load", ["yaml"], "from yaml import safe_load as load\n"),
        ("def f():\n    import yaml\nimport yaml", ["yaml"], "import yaml\n"),
        ("import yamlite\nfrom .yaml import x", ["yaml"], "import yaml\n"),
        ("import ruamel.yaml", ["ruamel.yaml"], "import ruamel.yaml\n"),
        ("import importlib", ["cv2", "cv"], "import cv2\nimport cv\n"),
        ("this is no Python", ["yaml"], "import yaml\n"),
        ("import os", [], ""),
    ],
)
def test_what_is_imported(code: str, names: list[str], imports: str) -> None:
    """The module is imported as the program does it, and nothing beside it; else by its names."""
    assert imports_of(code, names) == imports


def test_module_without_a_name_to_import() -> None:
    """What the catalog does not know is not imported."""
    assert timed_orders(order(), ())[2] is None


def test_probe_may_print() -> None:
    """A module that greets at its import is measured all the same; one that fails is not."""
    times = Times(user=1, system=2, wall=3)
    assert times_of(Done(outcome="wrong output", exit=0, times=times)) == times
    assert times_of(Done(outcome="failed", exit=1, times=times)) is None


def sample(solution: int, start: int, imports: int | None) -> Sample:
    """Return a sample with so much CPU time of each."""
    return Sample(
        solution=Times(user=solution - 1, system=1, wall=solution + 5),
        peak_memory=1000,
        start=Times(user=start, wall=start),
        imports=None if imports is None else Times(user=imports),
    )


def test_import_is_counted_without_the_start() -> None:
    """What the interpreter takes by itself in the same round is no cost of the module."""
    found = figures([sample(100, 10, 15), sample(120, 30, 36), sample(110, 20, 24)])
    assert found.cpu_time.median == 110
    assert found.wall_time is not None
    assert found.wall_time.median == 115
    assert found.peak_memory.median == 1000
    assert found.import_time is not None
    assert (found.import_time.least, found.import_time.median, found.import_time.most) == (4, 5, 6)


def test_import_that_fails_in_one_round_has_no_time() -> None:
    """A figure stands for all rounds, or there is none."""
    assert figures([sample(9, 1, 2), sample(9, 1, None)]).import_time is None


def test_noise_is_the_spread_of_a_bare_start() -> None:
    """On a machine at rest a bare start always takes the same."""
    assert noise([sample(100, 20, None)] * 9) == 0
    assert noise([sample(100, start, None) for start in range(16, 25)]) == pytest.approx(6 / 20)


@pytest.mark.pod
def test_times_are_those_of_the_program() -> None:
    """CPU time counts what it computes and what its children do, wall time its sleep too."""
    code = """
import subprocess, sys, time
busy = "import time\\nwhile time.process_time() < 0.2: pass"
exec(busy)
subprocess.run([sys.executable, "-c", busy], check=True)
time.sleep(0.2)
"""
    times = ended(room(code, timed=True)).times
    assert times is not None
    assert times.user + times.system >= 400_000
    assert times.wall >= 600_000


@pytest.mark.pod
def test_timed_room_is_like_any_other() -> None:
    """Started by its runner, a program has the same streams, signals, settings and limits."""
    code = """
import os, resource, signal, sys
print(sys.argv, sys.stdin.read(), sorted(os.environ), sorted(os.listdir("/proc/self/fd")))
print([signal.getsignal(n) for n in (2, 3, 13, 25)], os.getppid(), os.getpgrp())
print([resource.getrlimit(n) for n in range(16)], file=sys.stderr)
os.mkdir("out")
open("out/a.png", "w").write("x")
sys.exit(3)
"""
    given = {"stdin": b"typed", "pictures": ("a.png",)}
    plain, timed = (ended(room(code, "x", timed=timed, **given)) for timed in (False, True))
    assert plain.times is not None
    assert plain.times.wall == 0
    assert (timed.stdout, timed.stderr) == (plain.stdout, plain.stderr)
    assert (timed.status, timed.pictures) == (3, {"a.png": b"x"})


@pytest.mark.pod
def test_timed_runner_cannot_be_looked_into() -> None:
    """A program that its runner has started can open nothing of it either."""
    code = """
import os
for name in ("fd/9", "mem", "environ"):
    try:
        os.open(f"/proc/{os.getppid()}/{name}", os.O_RDWR)
        print(name, "open")
    except OSError as fault:
        print(name, type(fault).__name__)
"""
    ending = ended(room(code, timed=True))
    assert ending.stdout.splitlines() == [
        b"fd/9 PermissionError",
        b"mem PermissionError",
        b"environ PermissionError",
    ]


@pytest.mark.pod
def test_timed_program_that_is_missing() -> None:
    """A program that cannot be started is told as that, and never as a time."""
    job = room("pass", timed=True)
    gone = replace(job.interpreter, path=job.interpreter.path.with_name("python0"))
    ending = ended(replace(job, interpreter=gone))
    assert (ending.stopped, ending.times) == ("start", None)


def test_wall_time_that_was_not_taken_is_none() -> None:
    """On a terminal nothing is said of the wall time, and surely not that there was none."""
    assert figures([sample(-5, 1, 2), sample(-5, 1, 2)]).wall_time is None
