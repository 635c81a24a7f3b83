"""`crib try`: a Python in the pod with modules imported."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from toolcrib.cli.output import lang_option, talk
from toolcrib.errors import ExitCode, UsageError
from toolcrib.model.receipt import Outcome

if TYPE_CHECKING:
    from toolcrib.app.language import Texts
    from toolcrib.app.trial import Trial
    from toolcrib.verify.job import Done


@click.command(name="try")
@click.argument("names", nargs=-1, required=True)
@click.option("--with", "services", multiple=True, metavar="SERVICE", help="Beside this service.")
@click.option("--python", metavar="X.Y", default="", help="On this Python.")
@lang_option
def command(
    names: tuple[str, ...], services: tuple[str, ...], python: str, lang: str | None
) -> int:
    """Open a Python in a closed room, with modules installed and imported.

    It has no network but its own services, and nothing of it stays. Ctrl-C interrupts what it
    does, Ctrl-D ends it.

    \b
    Examples:
      crib try pyyaml
      crib try --python 3.13 numpy pandas
      crib try --with redis redis
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "an interactive Python needs a terminal at both ends"
        raise UsageError(message, "crib run TASK runs a program without one")
    from toolcrib.app.bundle import open_bundle
    from toolcrib.app.language import Texts
    from toolcrib.app.trial import open_trial, prepare_trial

    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        trial = prepare_trial(bundle, names, services, python)
        _introduce(trial, texts)
    return _conclude(open_trial(trial), texts)


def _introduce(trial: Trial, texts: Texts) -> None:
    where = texts("Python {} in a closed room (grade {}), without a network; nothing of it stays.")
    talk(where.format(trial.interpreter.name, trial.grade))
    if trial.order.solution.dependencies:
        said = texts("Installed for it, the first time after a while: {}")
        talk(said.format(", ".join(trial.order.solution.dependencies)))
    if trial.services:
        talk(texts("Beside it on localhost: {}").format(", ".join(trial.services)))
    talk(texts("Ctrl-D ends it."))
    for statement in trial.statements:
        talk(f">>> {statement}")


def _conclude(done: Done, texts: Texts) -> int:
    """Say how it ended, where it did not end by itself."""
    if done.outcome is Outcome.CANNOT_INSTALL:
        talk(f"{texts('cannot install')}: {done.reason}")
        return ExitCode.FOUND
    if done.exit is None:
        talk(": ".join(filter(None, (str(done.outcome), done.reason.strip()))))
        return ExitCode.UNFINISHED
    # Its status says little: Python gives 130 for a Ctrl-C of long ago.
    return ExitCode.OK
