"""Print what it costs to check texts of a megabyte that are made to cost much.

    python benchmarks/hostile_texts.py [FILE NAME ...]

Each text is checked as a file of each name (all formats, or those given), in a process of its own;
rows are shown for what takes more than a second or 256 MiB. The status is 1 when one takes more
than the bars: 30 seconds of CPU, 1 GiB, or ends in an exception.
"""

import resource
import subprocess
import sys
from collections.abc import Sequence

from toolcrib.app.check import MOST_LINES, Text, check
from toolcrib.report import FORMATS

SIZE, LINE = 2**20, 60_000
NAMES = (
    "list.md",
    "list.txt",
    "list.rst",
    "notes.org",
    "guide.adoc",
    "page.html",
    "requirements.txt",
    "environment.yml",
    "pyproject.toml",
    "notes.ipynb",
    "tools.yaml",
    "tools.toml",
    "tools.csv",
    "tools.json",
    "page.wiki",
)
SHOWN, BARS = (1.0, 256), (30.0, 1024)


def in_lines(unit: str, width: int = LINE) -> str:
    """Return a megabyte of something, in lines of some width."""
    line = unit * (width // len(unit)) + "\n"
    return line * (SIZE // len(line))


def in_one_another(unit: str) -> str:
    """Return what opens again and again, in lines that are indented further and further."""
    depth, lines, size = 1400 // len(unit), list[str](), 0
    while size < SIZE:
        lines.append(" " * (len(lines) % depth) + unit + "\n")
        size += len(lines[-1])
    return "".join(lines)


UNITS = (
    *("[", "(", "[[a](b)", "*", "*a", "_a ", "`", "`a", "``a` ", "os,", "zq, ", " and ", "|", "|a"),
    *(
        "<",
        "<a ",
        "<li>",
        "<!--",
        "<table><tr><td>",
        "<b>",
        "&amp;",
        "===== ",
        ":",
        " - ",
        " ",
        "\t",
    ),
    *("abc ", "1.", '"', "\\", "https://a", "[a](http://x) ", "[a][b]", "pip install ", "> ", "# "),
)
LINES = (
    *("- os\n", "os\n", "|os|x|\n", "# a\n", "1. a\n", "a::\n\n", ".. code::\n", "===== =====\n"),
    *(
        "+---+---+\n",
        "a\n=\n",
        "```\n",
        "[a]: b\n",
        "[os](http://x) - a\n",
        "os: a\n\n```\nos\n```\n",
        "== a ==\n{|\n",
        "#+begin_src\n:a:\n----\n|===\n",
        "name: os\nuse: a\n\n",
        "**os** and **re** are modules.\n",
        "[1:30] a: os - files\n",
        "os,files,x\n",
        'os;"files\n',
        "- name: os\n  use: files\n",
        "os: files # remark\n",
        '[[tools]]\nname = "os"\n',
        '{"name": "os", "use": "files"}\n',
        "* os :: files\n** re :: text\n",
        "* os:: files\n** re:: text\n",
        "| os || files\n|-\n",
        "I. A\n1. os - a\n",
        "os\n    files\n",
    ),
)
NESTED = ("[", '{"a": ', "[[", "- ", "a:\n ", "{'a': [", "[a.")
TEXTS = {
    **{f"{unit!r} in long lines": in_lines(unit) for unit in UNITS},
    **{
        f"{line!r}": line * min(SIZE // len(line), MOST_LINES // line.count("\n")) for line in LINES
    },
    **{f"{unit!r} in one another": in_one_another(unit) for unit in NESTED},
    "objects of an array": "[" + '{"name": "os", "use": "files"},' * (SIZE // 31) + "{}]",
    "strings of an array": '["' + '", "'.join(["os"] * (SIZE // 6)) + '"]',
    "an example for each": "[" + '{"name": "os", "example": "import os"},' * (SIZE // 41) + "{}]",
    "brackets on one line": "[" * SIZE,
    "brackets in short lines": in_lines("[", 1000),
}


def try_one(text: str, name: str) -> None:
    """Check one text, and print CPU seconds and MiB."""
    report = check([Text(path=name, data=TEXTS[text].encode())], "", "2026-11-20", online=False)
    for form in FORMATS:
        form.write(report.report, 80)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)


def main(arguments: Sequence[str]) -> int:
    """Try all texts, and print a row for each that costs much."""
    missed = 0
    for name in arguments or NAMES:
        for text in TEXTS:
            command = [sys.executable, __file__, "--one", text, name]
            done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- ours
            seconds, memory = map(float, done.stdout.split() or ("inf", "inf"))
            over = seconds > BARS[0] or memory > BARS[1]
            missed += over
            if over or seconds > SHOWN[0] or memory > SHOWN[1]:
                print(f"{name:16} {text:36} {seconds:6.1f} s CPU {memory:5.0f} MiB", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        try_one(*sys.argv[2:4])
    else:
        sys.exit(main(sys.argv[1:]))
