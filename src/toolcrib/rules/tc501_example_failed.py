"""The example under an entry fails when it is run as it is written.

Each example is a program of its own, in an empty folder of a closed room, with what it imports
installed and stand-ins for the servers, the keyboard or the display that it is for. A status that
it gives itself (`sys.exit(3)`) is right, and a server or a window may go on until it is stopped.
What the room cannot show (a module without a wheel, a service that nothing stands in for) is
unchecked, and no finding. Only `crib check --run` runs examples.
"""

from collections.abc import Iterator

from toolcrib.model.example import ExampleOutcome
from toolcrib.model.finding import Level, Sheet
from toolcrib.rules.rule import Problem, Rule


def check(page: Sheet) -> Iterator[Problem]:
    """Find examples that failed."""
    for run in page.runs:
        if run.outcome is ExampleOutcome.FAILED:
            text = page.lines[run.line - 1]
            start = len(text) - len(text.lstrip())
            names = ", ".join(run.names)
            yield Problem(
                line=run.line,
                column=start + 1,
                end=len(text.rstrip()) + 1,
                message=f"the example of {names} fails on Python {run.python}, {run.reason}",
            )


RULE = Rule(code="TC501", level=Level.ERROR, summary="example failed when run", check=check)
