"""What the run of an example says of it."""

import pytest

from toolcrib.model.example import ExampleOutcome
from toolcrib.model.receipt import Outcome
from toolcrib.verify.example_verdict import verdict
from toolcrib.verify.job import Done
from toolcrib.verify.program_text import read_program
from toolcrib.verify.room import StandIns

PASSED, FAILED, UNCHECKED = ExampleOutcome
TRACEBACK = """\
Traceback (most recent call last):
  File "/home/crib/task/example.py", line 3, in <module>
    work()
    ~~~~^^
  File "/opt/env/lib/x.py", line 70, in work
    deeper()
{fault}
"""
ALONE = StandIns()
BESIDE = StandIns(services=("anyhost",))


def judged(  # noqa: PLR0913 -- all that a verdict rests on
    errors: str,
    *,
    code: str = "import json",
    beside: StandIns = ALONE,
    outcome: Outcome = Outcome.FAILED,
    status: int | None = 1,
    installed: frozenset[str] = frozenset(),
) -> tuple[ExampleOutcome, str]:
    """Return outcome and reason of a run that wrote some errors."""
    done = Done(outcome=outcome, exit=status, stderr=errors.encode(), reason="first\nsecond")
    said = verdict(done, read_program(code), beside, installed)
    return said.outcome, said.reason


def crashed(fault: str, **more: object) -> tuple[ExampleOutcome, str]:
    """Return outcome and reason of a run that ended with an exception."""
    return judged(TRACEBACK.format(fault=fault), **more)


def test_any_output_passes() -> None:
    """There is no expected output: what ends well has passed."""
    for outcome in (Outcome.PASSED, Outcome.WRONG_OUTPUT):
        assert judged("", outcome=outcome, status=0) == (PASSED, "")


def test_an_exception_is_told_with_its_place() -> None:
    """The line of the example, and the exception's first line, however many it has."""
    failed = "status 1, in its line 3: ValueError: bad"
    assert crashed("ValueError: bad\n\tand\n  more") == (FAILED, failed)
    syntax = '  File "/home/crib/task/example.py", line 2\n    print 1\n    ^^^\nSyntaxError: no'
    assert judged(syntax) == (FAILED, "status 1, in its line 2: SyntaxError: no")


def test_a_status_of_its_own_is_right() -> None:
    """What the text names is expected, unless an exception gave the same."""
    code = "import sys\nsys.exit('over')"
    assert judged("over", code=code)[0] is PASSED
    assert crashed("ValueError: bad", code=code)[0] is FAILED
    assert judged("over", code=code, status=3)[0] is FAILED
    assert judged("", status=-11) == (FAILED, "killed by signal 11")


def test_arguments_are_not_invented() -> None:
    """A program that asks for them is unchecked."""
    assert judged("usage: example.py [-h] name", status=2)[0] is UNCHECKED


def test_what_has_no_end_is_stopped() -> None:
    """It has passed if it was meant to go on, and nothing went wrong before."""
    endless = StandIns(endless=True)
    stopped = {"outcome": Outcome.TIMED_OUT, "status": None}
    assert judged("", beside=endless, **stopped) == (PASSED, "it ran until it was stopped")
    assert judged("", **stopped)[0] is UNCHECKED
    assert crashed("ValueError: bad", beside=endless, **stopped)[0] is FAILED


@pytest.mark.parametrize(
    "fault",
    [
        "ConnectionRefusedError: [Errno 111] Connection refused",
        "socket.gaierror: [Errno -2] Name or service not known",
        "_tkinter.TclError: no display name and no $DISPLAY environment variable",
        "ImportError: libGL.so.1: cannot open shared object file: No such file or directory",
        "ModuleNotFoundError: No module named '_tkinter'",
        "PermissionError: [Errno 13] Permission denied: '/etc/x'",
        "openai.OpenAIError: set the OPENAI_API_KEY environment variable",
        "ImportError: attempted relative import with no known parent package",
        "ModuleNotFoundError: No module named 'openpyxl'",
    ],
)
def test_what_the_room_lacks_is_no_fault(fault: str) -> None:
    """It is said why, with the exception."""
    outcome, reason = crashed(fault)
    assert outcome is UNCHECKED
    assert reason.endswith(f": {fault}")


def test_a_program_that_is_not_there_is_no_fault() -> None:
    """A file that is not there is one."""
    fault = "FileNotFoundError: [Errno 2] No such file or directory: 'git'"
    started = TRACEBACK.replace("in work", "in _execute_child").format(fault=fault)
    assert judged(started)[0] is UNCHECKED
    assert crashed(fault)[0] is FAILED


def test_settings_are_not_invented() -> None:
    """A setting that is not there is not the example's fault, a key of its own data is."""
    fault = "KeyError: 'TOKEN'"
    assert judged(TRACEBACK.replace("work()", 'os.environ["TOKEN"]').format(fault=fault))[0] is (
        UNCHECKED
    )
    assert crashed(fault)[0] is FAILED


def test_an_answer_of_a_stand_in_may_be_another() -> None:
    """What rests on it is not held against the example; what does not, is."""
    assert crashed("KeyError: 'login'", beside=BESIDE)[0] is UNCHECKED
    assert crashed("botocore.errorfactory.NoSuchKey: no", beside=BESIDE)[0] is UNCHECKED
    for fault in ("TypeError: get() takes 1 positional argument", "NameError: name 'x' is not"):
        assert crashed(fault, beside=BESIDE)[0] is FAILED


def test_an_import_that_fails() -> None:
    """It is the example's fault where nothing could be installed for it by that name."""
    gone = "ModuleNotFoundError: No module named 'imp'"
    assert crashed(gone, code="import imp")[0] is FAILED
    other = "ModuleNotFoundError: No module named 'flask.ext'"
    assert crashed(other, code="import flask.ext", installed=frozenset({"flask"}))[0] is UNCHECKED


def test_faults_of_ours_say_nothing() -> None:
    """The first line of the reason is passed on."""
    for outcome in (Outcome.SERVICE_FAILED, Outcome.CANNOT_INSTALL, Outcome.OUT_OF_MEMORY):
        assert judged("", outcome=outcome) == (UNCHECKED, f"{outcome}: first")


def test_a_terminal_has_one_stream() -> None:
    """There the exception is in the output."""
    done = Done(
        outcome=Outcome.FAILED, exit=1, stdout=TRACEBACK.format(fault="NameError: x").encode()
    )
    said = verdict(done, read_program(""), StandIns(tty=True), frozenset())
    assert said.reason == "status 1, in its line 3: NameError: x"
