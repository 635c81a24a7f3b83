"""What toolcrib does inside the reader's browser: this module runs on Pyodide, in a worker.

It gets and gives JSON, because that crosses from Python to JavaScript in one piece.
"""

from collections.abc import Iterable, Sequence

import msgspec

from toolcrib.app.check import Checked, Text, check
from toolcrib.app.names import knowledge
from toolcrib.app.repair import repair
from toolcrib.identify.near import near_names
from toolcrib.model.finding import Finding
from toolcrib.model.mention import Unchecked
from toolcrib.model.task import Output
from toolcrib.model.value import Value
from toolcrib.text.source import decoded
from toolcrib.verify.judge import same_output

_MOST_NEAR = 100
"""Names for which near ones are looked for."""


class Answer(Value, frozen=True, kw_only=True):
    """What the page shows of a check.

    `mentions` is how many names were read, `examples` how many of their programs were not run.
    `lines` are those lines of the text that a finding is about, by number; `near` has, for names
    that only the index could tell, the modules whose names are nearly the same. `diff` is what
    `--fix` would change, and `repaired` the whole text then, both empty where that is nothing.
    """

    mentions: int
    examples: int
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    lines: dict[int, str]
    near: dict[str, tuple[str, ...]]
    diff: str = ""
    repaired: str = ""


def checked(path: str, data: bytes, target: str, today: str) -> str:
    """Check a text without a network, and return an `Answer` as JSON.

    Args:
        path: The file's name: it decides how the text is read.
        data: The text as it lies in the file.
        target: The Python to judge for; empty for the newest that is known.
        today: The date.

    Raises:
        UsageError: The target is no Python that is known.
    """
    text = Text(path=path, data=bytes(data))
    first = check([text], target, today, online=False)

    def judge(texts: Sequence[Text]) -> Checked:
        # What came first is known: nobody waits for it twice.
        return first if list(texts) == [text] else check(texts, target, today, online=False)

    repairs = repair([text], judge).repairs
    report = first.report
    lines = first.explained[0].lines
    told = {finding.line for finding in report.findings}
    answer = Answer(
        mentions=len(report.mentions),
        examples=sum(len(mention.examples) for mention in report.mentions),
        findings=report.findings,
        unchecked=report.unchecked,
        lines={number: lines[number - 1] for number in sorted(told) if 0 < number <= len(lines)},
        near=_near(report.unchecked, target),
        diff="".join(one.diff() for one in repairs),
        repaired="".join(decoded(one.after) for one in repairs),
    )
    return msgspec.json.encode(answer).decode()


def _near(unchecked: Iterable[Unchecked], target: str) -> dict[str, tuple[str, ...]]:
    names = [name for name in dict.fromkeys(one.name for one in unchecked) if name]
    known = knowledge(target) if names else None
    found = {
        name: tuple(id_.partition(":")[2] for id_ in near_names(name, known))
        for name in names[:_MOST_NEAR]
        if known
    }
    return {name: near for name, near in found.items() if near}


def same(got: str, expected: str, output: str) -> bool:
    """Tell whether an output is the expected one, by the judge of `crib verify`.

    Args:
        got: What a program printed.
        expected: What it should have printed.
        output: How a task compares them: JSON of `Output`.
    """
    return same_output(got, expected, msgspec.json.decode(output, type=Output))
