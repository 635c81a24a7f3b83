"""From how a run ended to its outcome; pure."""

import json
import math
import re
from decimal import Decimal

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
    "machine": Outcome.OUR_FAULT,
}
_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = 2000
_PRIVATE_USE = range(0xE000, 0xF900)


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
    if difference := _difference(output, files.expected, task.output):
        return Verdict(outcome=Outcome.WRONG_OUTPUT, reason=difference)
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
    # On a terminal all that is said is on one stream.
    heard = ending.stdout if task.run.tty else ending.stderr
    if any(word in heard for word in _MEMORY_WORDS):
        return Verdict(outcome=Outcome.OUT_OF_MEMORY, reason=how)
    said = heard.decode("utf-8", "backslashreplace").strip()[-_SHOWN:]
    wanted = f" instead of {task.run.exit}" if task.run.exit else ""
    return Verdict(outcome=Outcome.FAILED, reason=f"{how}{wanted}\n{said}".rstrip())


def same_output(got: str, expected: str, output: Output) -> bool:
    """Tell whether an output is the expected one, as the task says to compare them.

    What cannot be compared (no JSON, nested too deeply, a mask that is no regular expression) is
    not the same.
    """
    return not _difference(got, expected, output)


def _difference(got: str, expected: str, output: Output) -> str:
    """Return why an output is not the expected one; nothing when it is."""
    try:
        same = _same(got, expected, output)
    except (re.error, ArithmeticError, ValueError, RecursionError) as fault:
        return f"the output cannot be compared with the expected one: {fault}"
    return "" if same else "the output is not the expected one"


def _same(got: str, expected: str, output: Output) -> bool:
    got, expected = _masked(got, expected, output.masks)
    match output.compare:
        case "json":
            return _same_value(_parsed(got), _parsed(expected), output.tolerance)
        case "lines-unordered":
            got, expected = ("\n".join(sorted(text.splitlines())) for text in (got, expected))
        case "exact":
            pass
    return _same_text(got, expected, output.tolerance)


def _parsed(text: str) -> object:
    # Decimals hold every number as it is written: floats would make near ones equal.
    return json.loads(text, parse_int=Decimal, parse_float=Decimal)


def _masked(got: str, expected: str, masks: tuple[str, ...]) -> tuple[str, str]:
    blank = _unused(got + expected) if masks else ""
    for mask in masks:
        got, expected = re.sub(mask, blank, got), re.sub(mask, blank, expected)
    return _normal(got), _normal(expected)


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").rstrip("\n")


def _unused(text: str) -> str:
    """Return a private-use character that a text does not hold, nor its JSON escape.

    Raises:
        ValueError: It holds them all.
    """
    text = text.lower()
    for code in _PRIVATE_USE:
        if chr(code) not in text and f"\\u{code:x}" not in text:
            return chr(code)
    raise ValueError("it holds every private-use character, so nothing can be masked")


def _same_text(got: str, expected: str, tolerance: float) -> bool:
    if got == expected or not tolerance:
        return got == expected
    if _NUMBER.split(got) != _NUMBER.split(expected):
        return False
    pairs = zip(_NUMBER.findall(got), _NUMBER.findall(expected), strict=True)
    return all(_close(Decimal(a), Decimal(b), tolerance) for a, b in pairs)


def _same_value(got: object, expected: object, tolerance: float) -> bool:
    match got, expected:
        case (bool(), _) | (_, bool()):
            return got is expected
        case (Decimal() | float(), Decimal() | float()):
            return _close(got, expected, tolerance)
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


def _close(a: Decimal | float, b: Decimal | float, tolerance: float) -> bool:
    if a == b or not tolerance:
        return a == b
    # Beyond the range of floats all numbers would be infinite, and thus near.
    return math.isfinite(a) and math.isclose(a, b, rel_tol=tolerance, abs_tol=tolerance)
