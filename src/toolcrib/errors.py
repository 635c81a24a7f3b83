"""The few kinds of faults that end a command, and the exit codes.

A fault in the input or a failed solution is a value; what stands here is a fault of the machine,
of the settings or of the command line. It is caught once, in the command line.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit status says; where several apply, interrupted > usage > unfinished > found."""

    OK = 0
    FOUND = 1
    USAGE = 2
    UNFINISHED = 3
    INTERRUPTED = 130


class ToolcribError(Exception):
    """A fault that ends the command: one sentence on what is wrong, one on what to do."""

    exit_code = ExitCode.UNFINISHED

    def __init__(self, message: str, hint: str = "") -> None:
        """Take the sentence that is shown, and the line that says what to do."""
        super().__init__(message)
        self.hint = hint


class UsageError(ToolcribError):
    """The command line, the settings or a name given there is wrong."""

    exit_code = ExitCode.USAGE


class ContentError(ToolcribError):
    """A file of a catalog cannot be read; the message holds file, line and caret."""

    exit_code = ExitCode.USAGE


class RefusedError(ToolcribError):
    """This machine cannot run it safely; the hint is the command that mends it."""


class NetworkError(ToolcribError):
    """The package index did not answer."""
