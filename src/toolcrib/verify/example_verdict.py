"""What the run of an example says of it; pure.

A finding accuses somebody's text. So an example has failed only where the fault is in what is
written: not where the pod lacks what the example is meant for, nor where a stand-in may answer
otherwise than what it stands in for.
"""

import re

from toolcrib.model.example import ExampleOutcome
from toolcrib.model.receipt import Outcome
from toolcrib.model.value import Value
from toolcrib.verify.job import Done
from toolcrib.verify.program_text import ProgramText
from toolcrib.verify.reasons import shortened
from toolcrib.verify.room import StandIns

PROGRAM = "example.py"
_TRACEBACK = "Traceback (most recent call last)"
_PLACE = re.compile(rf'File "[^"]*{re.escape(PROGRAM)}", line (\d+)')
_NO_MODULE = re.compile(r"No module named '([\w.]+)'")
_NO_PROGRAM = re.compile(r"_execute_child[\s\S]*No such file or directory: '([^']*)'")
_USAGE = re.compile(r"usage:", re.IGNORECASE)
_WRONG_USAGE = 2

_UNREACHED = (
    r"gaierror|refused|Name or service not known|name resolution|unreachable|NoNameservers|"
    r"Max retries|ConnectError|ConnectionError|[Tt]imed out|Timeout|[Cc]ould not connect|"
    r"[Ff]ailed to connect|No route to host|URLError|SSLError|CERTIFICATE_VERIFY|"
    r"ServerSelection|NoBrokers|No nameservers"
)
_PART = r"attempted relative import|ImproperlyConfigured|AppRegistryNotReady|Working outside of"
_KEY = r"(?i)api[_ -]?key|credential|access[_ ]token|auth[_ ]token|unauthori[sz]ed|\b40[13]\b"
_LACKS = (
    (_UNREACHED, "nothing stands in for what it connects to"),
    (r"X server|display name|connect to display|open display|video device", "it needs a display"),
    (r"lib[\w.+-]+\.so[.\d]*: cannot open shared", "the system lacks a library of its modules"),
    (r"No module named '_\w+'", "this Python was built without a part that it needs"),
    (_PART, "it is a part of a larger program"),
    (r"not permitted|PermissionError|Permission denied", "the closed room does not allow it"),
    (_KEY, "it needs a key or an account"),
)
_ANSWERED = re.compile(
    r"(?:KeyError|IndexError|ValueError|\w*DecodeError|\w*TypeError|StopIteration)\b|"
    r".*(?:NoneType|ClientError|NoSuch|Undefined|OperationalError|ProgrammingError|HTTPError|"
    r"Authentication|Authorization|SMTP\w*Error|ResponseError|IMAP4|IMAP|error_perm|NotFound)"
)
_SIGNATURE = re.compile(r"TypeError: .*(?:argument|positional|not callable)")


class ExampleVerdict(Value, frozen=True, kw_only=True):
    """An outcome, and why."""

    outcome: ExampleOutcome
    reason: str = ""


def verdict(
    done: Done, text: ProgramText, beside: StandIns, installed: frozenset[str]
) -> ExampleVerdict:
    """Say what a run tells of an example.

    Args:
        done: The run; the outcome is that of a program that was to end well, whatever its output.
        text: The example's text.
        beside: What stood in.
        installed: The first parts of those imports for which something was installed.
    """
    said = (done.stdout if beside.tty else done.stderr).decode("utf-8", "replace")
    match done.outcome:
        case Outcome.PASSED | Outcome.WRONG_OUTPUT:
            return _passed("")
        case Outcome.FAILED:
            return _failed(done, said, text, beside, installed)
        case Outcome.TIMED_OUT | Outcome.TOO_MUCH_OUTPUT if beside.endless:
            if _TRACEBACK in said:
                return _judged("", said, text, beside, installed)
            return _passed("it ran until it was stopped")
        case Outcome.TIMED_OUT:
            return _unchecked("it did not end in time")
        case _:
            first = done.reason.strip().partition("\n")[0]
            return _unchecked(": ".join(filter(None, (str(done.outcome), first))))


def _failed(
    done: Done, said: str, text: ProgramText, beside: StandIns, installed: frozenset[str]
) -> ExampleVerdict:
    status = done.exit or 0
    if _TRACEBACK not in said:
        if status in text.exits:
            return _passed(f"it ends with status {status}, as it says itself")
        if status == _WRONG_USAGE and _USAGE.search(said):
            return _unchecked("it needs arguments on its command line")
    how = f"killed by signal {-status}" if status < 0 else f"status {status}"
    return _judged(how, said, text, beside, installed)


def _judged(
    how: str, said: str, text: ProgramText, beside: StandIns, installed: frozenset[str]
) -> ExampleVerdict:
    fault = shortened(_fault(said))
    excuse = _excuse(fault, said, text, beside, installed)
    if excuse:
        return _unchecked(f"{excuse}: {fault}")
    lines = _PLACE.findall(said)
    place = f"in its line {lines[-1]}" if lines else ""
    reason = ", ".join(filter(None, (how, place)))
    return ExampleVerdict(outcome=ExampleOutcome.FAILED, reason=f"{reason}: {fault}".rstrip(": "))


def _fault(said: str) -> str:
    """Return the line of an exception: behind the last frame the first that is not indented."""
    lines = said[said.rfind('\n  File "') + 1 :].splitlines()
    first = next((line for line in lines if line.strip() and not line[0].isspace()), "")
    return first if first and not first.startswith("Traceback") else "".join(lines[-1:])


def _excuse(
    fault: str, said: str, text: ProgramText, beside: StandIns, installed: frozenset[str]
) -> str:
    """Return why a fault is none of the example's; nothing where it is."""
    if _NO_PROGRAM.search(said):
        return "it starts a program that is not there"
    for pattern, why in _LACKS:
        if re.search(pattern, fault):
            return why
    if "os.environ[" in said and fault.startswith("KeyError"):
        return "it needs settings of its own"
    if missing := _NO_MODULE.search(fault):
        root = missing[1].partition(".")[0]
        if root in installed:
            return "what was installed does not have it"
        return "" if root in text.roots else "it needs a module that it does not import"
    answers = beside.services and _ANSWERED.match(fault) and not _SIGNATURE.match(fault)
    return "what stands in may answer otherwise than what it is meant for" if answers else ""


def _passed(reason: str) -> ExampleVerdict:
    return ExampleVerdict(outcome=ExampleOutcome.PASSED, reason=reason)


def _unchecked(reason: str) -> ExampleVerdict:
    return ExampleVerdict(outcome=ExampleOutcome.UNCHECKED, reason=reason)
