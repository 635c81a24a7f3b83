"""A report in a sentence."""

from collections import Counter

from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.finding import Level, Report

_KINDS = {
    "stdlib": ("in the standard library", "in the standard library"),
    "dist": ("distribution", "distributions"),
    "import-of-dist": ("import name", "import names"),
    "removed-stdlib": ("gone from the standard library", "gone from the standard library"),
    "not-python": ("no Python module", "no Python modules"),
    "unknown": ("not known", "not known"),
}


def summary_of_examples(runs: tuple[ExampleRun, ...]) -> str:
    """Return in a sentence how many examples ran, and where."""
    counts = Counter(run.outcome for run in runs)
    ran = len(runs) - counts[ExampleOutcome.UNCHECKED]
    pythons = {run.python for run in runs if run.outcome is not ExampleOutcome.UNCHECKED}
    on = f" on Python {', '.join(sorted(pythons))}" if pythons else ""
    parts = [f"{ran} {'example' if ran == 1 else 'examples'} ran{on}"]
    parts += [f"{counts[ExampleOutcome.FAILED]} failed"]
    if left := counts[ExampleOutcome.UNCHECKED]:
        parts.append(f"{left} unchecked")
    return ", ".join(parts)


def summary(report: Report) -> str:
    """Return in a sentence how much was read, and how much of it is wrong."""
    kinds = Counter(mention.kind for mention in report.mentions)
    levels = Counter(finding.level for finding in report.findings)
    names = ", ".join(
        f"{kinds[kind]} {words[kinds[kind] > 1]}" for kind, words in _KINDS.items() if kinds[kind]
    )
    found = ", ".join(_counted(levels[level], level) for level in Level if levels[level])
    total = len(report.mentions)
    entries = f"{total} {'name' if total == 1 else 'names'}"
    if not report.mentions and any(not one.line for one in report.unchecked):
        return "nothing was read"
    if not report.mentions and not found:
        return "no names recognised: what is read are lists, tables and requirements"
    clean = "nothing wrong"
    return f"{entries}{f' ({names})' if names else ''}: {found or clean}"


def _counted(number: int, level: Level) -> str:
    plural = "" if number == 1 or level is Level.INFO else "s"
    return f"{number} {level}{plural}"
