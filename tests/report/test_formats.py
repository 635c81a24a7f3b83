"""Reports as text for people and as JSON for programs."""

import json

from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.finding import Finding, Level, MentionRecord, Report
from toolcrib.model.mention import Unchecked
from toolcrib.model.module import ModuleId
from toolcrib.report import FORMATS

ENTRY = MentionRecord(
    path="a.md",
    line=3,
    column=3,
    text="docker-py",
    id=ModuleId("pypi:docker-py"),
    kind="dist",
    state="renamed",
    name="docker-py",
    category="Cloud",
    purpose="containers",
    use_cases=(),
    language="en",
    examples=(),
)


def finding(path: str, line: int, level: Level, fix: str = "", message: str = "wrong") -> Finding:
    """Return a finding."""
    return Finding(
        code="TC301", level=level, path=path, line=line, column=3, end=12, message=message, fix=fix
    )


REPORT = Report(
    mentions=(ENTRY,),
    findings=(
        finding("a.md", 3, Level.WARNING, "docker", "an old name"),
        finding("a.md", 12, Level.ERROR),
        finding("b.md", 1, Level.INFO),
    ),
    unchecked=(
        Unchecked(path="a.md", line=4, name="thing", reason="not looked up in the index"),
        Unchecked(path="c.md", reason="cannot be read"),
    ),
)

TEXT = """\
a.md
  3:3   warning  TC301  an old name
                        fix: docker
  12:3  error    TC301  wrong

b.md
  1:3  info  TC301  wrong

Not checked
  a.md:4  thing: not looked up in the index
  c.md  cannot be read

1 mention (1 distribution): 1 error, 1 warning, 1 info
"""


def written(name: str, report: Report) -> str:
    """Write a report in a format."""
    return next(form.write(report, 100) for form in FORMATS if form.name == name)


def test_text_is_grouped_by_file():
    """Place, level, code, message; the fix below; what was not checked; a summary."""
    assert written("text", REPORT) == TEXT


def test_text_says_that_nothing_is_wrong():
    """A clean text has a line too."""
    assert written("text", Report(mentions=(ENTRY,))).endswith("nothing wrong\n")
    assert written("text", Report()).startswith("no names recognised")


def test_a_name_cannot_begin_a_line():
    """A message that holds line ends stays one line."""
    report = Report(findings=(finding("a.md", 1, Level.ERROR, message="x\nb.md\r1:1 all well"),))
    assert written("text", report).count("\n") == 4


def test_json_has_the_promised_shape():
    """The keys are those that others rely on."""
    data = json.loads(written("json", REPORT))
    assert list(data) == ["schema", "mentions", "findings", "unchecked", "examples"]
    assert data["schema"] == 1
    assert list(data["mentions"][0]) == [
        *("path", "line", "column", "text", "id", "kind", "state", "name", "category"),
        *("purpose", "use_cases", "language", "examples"),
    ]
    assert list(data["findings"][0]) == [
        *("code", "level", "path", "line", "column", "end", "message", "fix")
    ]
    assert data["unchecked"][1]["path"] == "c.md"


def example(line: int, outcome: ExampleOutcome, **more: object) -> ExampleRun:
    """Return the run of an example."""
    return ExampleRun(path="a.md", line=line, names=("json",), outcome=outcome, **more)


def test_text_tells_of_examples() -> None:
    """Each with what stood beside it, of a failed one the end of what it wrote, and a summary."""
    runs = (
        example(3, ExampleOutcome.PASSED, python="3.13", beside=("moto", "a keyboard")),
        example(
            17, ExampleOutcome.FAILED, python="3.12", reason="status 1", errors="one\ntwo\n" * 5
        ),
        example(29, ExampleOutcome.UNCHECKED, reason="it is no Python"),
    )
    written_text = written("text", Report(mentions=(ENTRY,), examples=runs))
    assert written_text.splitlines() == [
        "Examples of a.md",
        "  3   passed     json: beside moto, a keyboard",
        "  17  failed     json",
        *("      | one", "      | two") * 3,
        "  29  unchecked  json: it is no Python",
        "",
        "1 mention (1 distribution): nothing wrong",
        "2 examples ran on Python 3.12, 3.13, 1 failed, 1 unchecked",
    ]


def test_json_tells_of_examples() -> None:
    """What came of each, beside what, its status and what it wrote."""
    runs = (example(3, ExampleOutcome.PASSED, status=0, output="x\n", beside=("moto",)),)
    data = json.loads(written("json", Report(examples=runs)))
    assert data["examples"] == [
        {
            "path": "a.md",
            "line": 3,
            "names": ["json"],
            "outcome": "passed",
            "reason": "",
            "python": "",
            "beside": ["moto"],
            "status": 0,
            "output": "x\n",
            "errors": "",
        }
    ]


def test_formats_have_names_of_their_own():
    """Each format is there once."""
    assert len({form.name for form in FORMATS}) == len(FORMATS)


def test_text_fits_its_reader() -> None:
    """Messages are wrapped below themselves, and nothing is lost by it."""
    long = finding("a.md", 3, Level.WARNING, message="an old name of another project " * 6)
    report = Report(mentions=(ENTRY,), findings=(long,), unchecked=())
    narrow, wide = (FORMATS[0].write(report, width) for width in (60, 400))
    assert max(map(len, narrow.splitlines())) <= 60
    assert "".join(narrow.split()) == "".join(wide.split())
