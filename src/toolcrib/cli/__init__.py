"""The command line: a lazy group, one file per command."""

import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

import click

from toolcrib import __version__
from toolcrib.errors import ExitCode, ToolcribError

COMMANDS = {
    "find": "Find a module for a task in plain words.",
    "show": "Show what is known of a module or a task.",
    "list": "Browse modules, tasks, categories and collections.",
    "compare": "Set modules side by side on the tasks they share.",
    "what": "Tell what a name is, and what is meant by it.",
    "run": "Run a solution in the pod.",
    "try": "Open a Python in the pod with modules imported.",
    "use": "Run a tool on this machine with your own arguments.",
    "get": "Write a task's folder, to read and change.",
    "check": "Check a list of modules that somebody wrote.",
    "explain": "Explain the rules of check.",
    "adopt": "Turn lists into a catalog of your own.",
    "refresh": "Fetch what is asked off-line: names of projects, facts on them.",
    "verify": "Run what has no valid, fresh receipt, and write receipts.",
    "site": "Write the catalog as a static site.",
    "serve": "Serve the site and its API.",
    "new": "Begin a task.",
    "system": "Make root file systems for runs.",
    "cache": "Say what is kept because it can be made again, and prune it.",
    "doctor": "Say what this machine can run, and how to get the rest.",
    "tour": "See toolcrib at work: one question, five programs.",
}
"""Each command with its line in the help; its code is in the file of its name."""

_FILES = {"list": "list_", "try": "try_"}


class LazyGroup(click.Group):
    """A group that imports a command when it is called, and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        file = _FILES.get(cmd_name, cmd_name)
        command: click.Command = importlib.import_module(f"toolcrib.cli.{file}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- click's
        """Write the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and where there is none, name the nearest one."""
        if args and args[0] not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else " `crib --help` lists the commands."
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.group(
    name="crib",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog='Begin with: crib find "read a yaml config file"',
)
@click.version_option(__version__, prog_name="toolcrib")
@click.option(
    "--catalog",
    "catalogs",
    multiple=True,
    metavar="DIR",
    help="Use a catalog of your own beside the built-in one; may be given again.",
)
def crib(catalogs: tuple[str, ...]) -> None:
    """Ask for a task, get a Python module that was proven to do it."""
    from toolcrib.app.settings import name_catalogs

    name_catalogs(catalogs)


def run_command_line(args: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status; the one place that catches faults."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Closed by whoever started us: nobody speaks or listens, and that is no fault.
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 -- to the end, without pathlib
    streams = sys.stdout, sys.stderr
    try:
        return _answer(args)
    except SystemExit:
        if sys.stdout is streams[0]:
            raise
        # Click's answer to a broken pipe: status 1, and streams that keep silent.
        sys.stdout, sys.stderr = streams
        return _stopped(BrokenPipeError())
    except _faults_of_the_machine() as fault:
        return _stopped(fault)


def _answer(args: Sequence[str] | None) -> int:
    try:
        status = crib.main(args=args, prog_name="crib", standalone_mode=False)
        sys.stdout.flush()
    except ToolcribError as fault:
        _say(str(fault), fault.hint)
        return int(fault.exit_code)
    except click.ClickException as fault:
        fault.show()
        return ExitCode.USAGE
    except UnicodeEncodeError as fault:
        return _not_text(fault)
    except (click.Abort, KeyboardInterrupt):
        click.echo("crib: interrupted", err=True)
        return ExitCode.INTERRUPTED
    return status if isinstance(status, int) else ExitCode.OK


def _not_text(fault: UnicodeEncodeError) -> int:
    """Say that what came in is no text, or that what goes out cannot be shown here."""
    if any("\ud800" <= character <= "\udfff" for character in str(fault.object)):
        _say("what was asked is not UTF-8", "give it in UTF-8")
        return ExitCode.USAGE
    _say(f"the output cannot be written as {fault.encoding}", "set PYTHONIOENCODING=utf-8")
    return ExitCode.UNFINISHED


def _faults_of_the_machine() -> tuple[type[Exception], ...]:
    """Return the kinds of faults that files and the bundle raise."""
    sqlite3 = sys.modules.get("sqlite3")
    return (OSError, sqlite3.Error) if sqlite3 else (OSError,)


def _stopped(fault: Exception) -> int:
    """Say what the machine refused; a reader that went away (`crib list | head`) is no fault."""
    full, _ = _lost(sys.stdout), _lost(sys.stderr)
    if isinstance(fault, BrokenPipeError):
        return ExitCode.OK
    what, hint = "the compiled catalog", "let TOOLCRIB_CACHE name a folder with room in it"
    if isinstance(fault, OSError):
        what = "standard output" if full else str(fault.filename or "")
        hint = "see that it is there, may be written to, and has room"
    reason = getattr(fault, "strerror", None) or str(fault)
    with suppress(OSError):
        _say(f"{what}: {reason}" if what else reason, hint)
    return ExitCode.UNFINISHED


def _lost(stream: TextIO | None) -> bool:
    """Tell whether a stream takes nothing; what it holds vanishes, lest Python try once more."""
    if stream is None:
        return False
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        return True
    return False


def _say(message: str, hint: str) -> None:
    from toolcrib.cli.output import plain

    click.echo(f"crib: {plain(message)}", err=True)
    if hint:
        click.echo(f"  {plain(hint)}", err=True)
