"""Text for people: findings by file, what could not be checked, and a summary."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.finding import Finding, Report
from toolcrib.model.mention import Unchecked
from toolcrib.report.format import Format
from toolcrib.report.summary import summary, summary_of_examples

_NARROWEST = 40
_SHOWN_LINES = 6


def write(report: Report, width: int) -> str:
    """Return a report as lines for a terminal of some width; messages are wrapped."""
    room = max(width, _NARROWEST)
    lines = (line for first, rest in _lines(report) for line in _wrapped(first, rest, room))
    return "".join(f"{line}\n" for line in lines)


def _wrapped(start: str, text: str, width: int) -> list[str]:
    """Return a text behind its start; further lines stand below the first one's text."""
    if not text:
        return [_one_line(start)]
    indent = " " * len(start)
    return textwrap.wrap(
        _one_line(text),
        width,
        initial_indent=_one_line(start),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _one_line(text: str) -> str:
    # Names come from foreign texts: none may begin a line of its own.
    return text.replace("\r", " ").replace("\n", " ")


def _lines(report: Report) -> Iterator[tuple[str, str]]:
    """Yield each line's start, which is never broken, and the text behind it, which may be."""
    repairs = frozenset(rule.code for rule in report.rules if rule.repairs)
    for path, found in groupby(report.findings, key=lambda finding: finding.path):
        yield path, ""
        yield from _of_file(list(found), repairs)
        yield "", ""
    yield from _of_unchecked(report.unchecked)
    yield from _of_examples(report.examples)
    yield "", summary(report)
    if report.findings:
        yield "", _advice(report.findings, repairs)
    if report.examples:
        yield "", summary_of_examples(report.examples)


def _of_file(found: Sequence[Finding], repairs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the findings of a file; a place stands once, and so does what --fix writes there."""
    rows = [(f"{f.line}:{f.column}", f"{f.level}", f.code, f) for f in found]
    place = max(len(row[0]) for row in rows)
    level = max(len(row[1]) for row in rows)
    last = ""
    for where, how_bad, code, finding in rows:
        shown = where if where != last else ""
        yield f"  {shown:<{place}}  {how_bad:<{level}}  {code}  ", finding.message
        if finding.fix and code in repairs:
            yield f"  {'':<{place + level + 11}}", f"fix: {finding.fix}"
        last = where


def _advice(found: Sequence[Finding], repairs: frozenset[str]) -> str:
    """Return what to do next: how to read more of a code, and what can be repaired at once."""
    more = f"What a code means: crib explain {found[0].code}."
    count = len({(f.path, f.line, f.column) for f in found if f.fix and f.code in repairs})
    return f"{more} crib check --fix repairs {count} of these." if count else more


def _of_unchecked(unchecked: Iterable[Unchecked]) -> Iterator[tuple[str, str]]:
    lines = [(f"  {one.path}{f':{one.line}' if one.line else ''}  ", one.said) for one in unchecked]
    if lines:
        yield "Not checked", ""
        yield from lines
        yield "", ""


def _of_examples(runs: Iterable[ExampleRun]) -> Iterator[tuple[str, str]]:
    """Yield a line for each example that was run, and of a failed one the end of what it wrote."""
    for path, of_path in groupby(runs, key=lambda run: run.path):
        yield f"Examples of {path}", ""
        rows = [(str(run.line), run) for run in of_path]
        place = max(len(row[0]) for row in rows)
        for line, run in rows:
            yield f"  {line:<{place}}  {run.outcome:<9}  ", _of_example(run)
            if run.outcome is ExampleOutcome.FAILED:
                written = (run.errors or run.output).rstrip().splitlines()
                yield from ((f"  {'':<{place}}  | {said}", "") for said in written[-_SHOWN_LINES:])
        yield "", ""


def _of_example(run: ExampleRun) -> str:
    # Why it failed is said by the finding.
    why = "" if run.outcome is ExampleOutcome.FAILED else run.reason
    beside = f"beside {', '.join(run.beside)}" if run.beside else ""
    said = "; ".join(filter(None, (why, beside)))
    return f"{', '.join(run.names)}{f': {said}' if said else ''}"


FORMAT = Format(name="text", write=write)
