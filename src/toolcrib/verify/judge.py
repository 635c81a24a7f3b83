"""From how a run ended to its outcome; pure."""

import json
import math
import re

from toolcrib.model.receipt import Outcome
from toolcrib.model.task import Output, Task, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify.room import Ending

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_MEMORY_WORDS = (b"MemoryError", b"Cannot allocate memory", b"std::bad_alloc")
_STOPPED = {
    "time": Outcome.TIMED_OUT,
    "memory": Outcome.OUT_OF_MEMORY,
    "output": Outcome.TOO_MUCH_OUTPUT,
    "service": Outcome.SERVICE_FAILED,
    "start": Outcome.OUR_FAULT,
}
_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = 2000


class Verdict(Value, frozen=True, kw_only=True):
    """An outcome, and in a line or two why."""

    outcome: Outcome
    reason: str = ""


def judge(task: Task, files: TaskFiles, ending: Ending) -> Verdict:
    """Say how a run ended: by its limits, its exit status, its output, its pictures."""
    if ending.stopped:
        return Verdict(outcome=_STOPPED[ending.stopped], reason=ending.reason)
    if ending.status != task.run.exit:
        return _failed(task, ending)
    output = ending.stdout.decode("utf-8", "backslashreplace")
    if not same_output(output, files.expected, task.output):
        return Verdict(outcome=Outcome.WRONG_OUTPUT, reason="the output is not the expected one")
    for name in task.output.pictures:
        picture = ending.pictures.get(name)
        if picture is None:
            reason = f"out/{name}: {ending.unfit.get(name, 'not written')}"
            return Verdict(outcome=Outcome.WRONG_OUTPUT, reason=reason)
        if not picture.startswith(_PNG):
            return Verdict(outcome=Outcome.WRONG_OUTPUT, reason=f"out/{name} is no PNG")
    return Verdict(outcome=Outcome.PASSED)


def _failed(task: Task, ending: Ending) -> Verdict:
    how = f"killed by signal {-ending.status}" if ending.status < 0 else f"exit {ending.status}"
    if any(word in ending.stderr for word in _MEMORY_WORDS):
        return Verdict(outcome=Outcome.OUT_OF_MEMORY, reason=how)
    said = ending.stderr.decode("utf-8", "backslashreplace").strip()[-_SHOWN:]
    wanted = f" instead of {task.run.exit}" if task.run.exit else ""
    return Verdict(outcome=Outcome.FAILED, reason=f"{how}{wanted}\n{said}".rstrip())


def same_output(got: str, expected: str, output: Output) -> bool:
    """Tell whether an output is the expected one, as the task says to compare them.

    Raises:
        json.JSONDecodeError: The expected output is to be JSON and is none.
    """
    got, expected = (_masked(text, output.masks) for text in (got, expected))
    match output.compare:
        case "json":
            wanted = json.loads(expected)
            try:
                return _same_value(json.loads(got), wanted, output.tolerance)
            except json.JSONDecodeError:
                return False
        case "lines-unordered":
            got, expected = ("\n".join(sorted(text.splitlines())) for text in (got, expected))
        case "exact":
            pass
    return _same_text(got, expected, output.tolerance)


def _masked(text: str, masks: tuple[str, ...]) -> str:
    for mask in masks:
        text = re.sub(mask, "<mask>", text)
    return text.replace("\r\n", "\n").rstrip("\n")


def _same_text(got: str, expected: str, tolerance: float) -> bool:
    if got == expected or not tolerance:
        return got == expected
    if _NUMBER.sub("#", got) != _NUMBER.sub("#", expected):
        return False
    pairs = zip(_NUMBER.findall(got), _NUMBER.findall(expected), strict=True)
    return all(_close(float(a), float(b), tolerance) for a, b in pairs)


def _same_value(got: object, expected: object, tolerance: float) -> bool:
    match got, expected:
        case bool(), _:
            return got is expected
        case (int() | float(), int() | float()):
            return _close(float(got), float(expected), tolerance)
        case dict(), dict():
            return got.keys() == expected.keys() and all(
                _same_value(got[key], expected[key], tolerance) for key in got
            )
        case list(), list():
            return len(got) == len(expected) and all(
                _same_value(a, b, tolerance) for a, b in zip(got, expected, strict=True)
            )
        case _:
            return got == expected


def _close(a: float, b: float, tolerance: float) -> bool:
    return math.isclose(a, b, rel_tol=tolerance, abs_tol=tolerance)
