"""Reports as text for people and as JSON for programs."""

import html
import json

import jsonschema
import pytest
from markdown_it import MarkdownIt
from msgspec import structs

from toolcrib.app.settings import cache_folder
from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.finding import Finding, Level, MentionRecord, Report, RuleRecord
from toolcrib.model.mention import Unchecked
from toolcrib.model.module import ModuleId
from toolcrib.report import FORMATS
from toolcrib.verify.npm import npm_folder

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


RULE = RuleRecord(
    code="TC301",
    level=Level.WARNING,
    summary="renamed",
    page="It has another name.\n\nTake it.",
    repairs=True,
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
    rules=(RULE,),
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

1 name (1 distribution): 1 error, 1 warning, 1 info
What a code means: crib explain TC301. crib check --fix repairs 1 of these.
"""


def written(name: str, report: Report) -> str:
    """Write a report in a format."""
    return next(form.write(report, 100) for form in FORMATS if form.name == name)


def test_text_is_grouped_by_file():
    """Place, level, code, message; the fix below; what was not checked; a summary."""
    assert written("text", REPORT) == TEXT


def test_text_tells_a_place_and_a_repair_once():
    """Two findings at a place share it; only what --fix would write is called a fix."""
    twice = Report(
        findings=(
            finding("a.md", 3, Level.WARNING, "docker", "an old name"),
            structs.replace(finding("a.md", 3, Level.INFO, "docker"), code="TC302"),
        ),
        rules=(RULE, structs.replace(RULE, code="TC302", repairs=False)),
    )
    assert written("text", twice).splitlines()[:4] == [
        "a.md",
        "  3:3  warning  TC301  an old name",
        "                       fix: docker",
        "       info     TC302  wrong",
    ]


def test_text_says_that_nothing_is_wrong():
    """A clean text has a line too."""
    assert written("text", Report(mentions=(ENTRY,))).endswith("nothing wrong\n")
    assert written("text", Report()).startswith("no names recognised")


def test_a_name_cannot_begin_a_line():
    """A message that holds line ends stays one line."""
    report = Report(findings=(finding("a.md", 1, Level.ERROR, message="x\nb.md\r1:1 all well"),))
    assert written("text", report).count("\n") == 5


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
        "1 name (1 distribution): nothing wrong",
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
            "source": "",
            "services": [],
            "full_python": "",
            "grade": None,
            "root": "",
            "when": None,
            "toolcrib": "",
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


@pytest.fixture(scope="session")
def sarif_schema() -> object:
    """Give the schema of SARIF 2.1.0, which a package of npm brings along."""
    package = npm_folder(("@microsoft/jest-sarif@1.0.0-beta.0",), cache_folder().value)
    path = package / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_sarif_is_valid(sarif_schema: object) -> None:
    """It is what the schema of SARIF 2.1.0 asks for, of an empty report too."""
    for report in (REPORT, Report()):
        jsonschema.validate(json.loads(written("sarif", report)), sarif_schema)


def test_sarif_says_what_code_scanning_shows() -> None:
    """Rules with their pages, results with place, level and fix; what is open is no result."""
    (run,) = json.loads(written("sarif", REPORT))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["help"]["markdown"]) == ("TC301", RULE.page)
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a.md"
    assert place["region"] == {"startLine": 3, "startColumn": 3, "endColumn": 12}
    change = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "docker"
    (notes,) = run["invocations"]
    told = [note["message"]["text"] for note in notes["toolExecutionNotifications"]]
    assert told == ["not checked: thing: not looked up in the index", "not checked: cannot be read"]


def test_sarif_knows_a_finding_again() -> None:
    """Its fingerprint stays when it moves down a file, and is another's for another fault."""

    def fingerprint(one: Finding) -> str:
        log = json.loads(written("sarif", Report(findings=(one,), rules=(RULE,))))
        (result,) = log["runs"][0]["results"]
        return str(result["partialFingerprints"]["finding/v1"])

    first = fingerprint(finding("a.md", 3, Level.ERROR))
    assert first == fingerprint(finding("a.md", 9, Level.ERROR))
    assert first != fingerprint(finding("b.md", 3, Level.ERROR))


def test_sarif_paths_are_uris() -> None:
    """What a path may hold and a URI may not is escaped."""
    log = written("sarif", Report(findings=(finding("a b/é#.md", 1, Level.INFO),), rules=(RULE,)))
    assert '"a%20b/%C3%A9%23.md"' in log


def test_github_annotations() -> None:
    """One command a finding, with what has a meaning in commands escaped."""
    lines = written("github", REPORT).splitlines()
    assert lines[0] == (
        "::warning file=a.md,line=3,col=3,endColumn=11,title=TC301::an old name; fix: docker"
    )
    assert lines[2].startswith("::notice file=b.md,line=1")
    assert lines[-1] == "::notice file=c.md,title=unchecked::cannot be read"
    hostile = finding("a,b:c.md", 1, Level.ERROR, message="100%\n::error::x")
    (line,) = written("github", Report(findings=(hostile,))).splitlines()
    assert "file=a%2Cb%3Ac.md," in line
    assert line.endswith("::100%25%0A::error::x")
    assert written("github", Report()) == ""


MARKDOWN = """\
# Check of module lists

1 name \\(1 distribution\\)\\: 1 error, 1 warning, 1 info.

## a\\.md

| line | | rule | what is wrong | fix |
|--:|---|---|---|---|
| 3 | ⚠️ | TC301 | an old name | docker |
| 12 | ❌ | TC301 | wrong |  |
"""


def test_markdown_is_a_table_a_file() -> None:
    """A heading and a table for each file, then what was not checked."""
    said = written("markdown", REPORT)
    assert said.startswith(MARKDOWN)
    assert "\n## Not checked\n\n- a\\.md\\:4: thing\\: not looked up in the index\n" in said


def test_markdown_shows_a_hostile_name_as_it_is() -> None:
    """Nothing in a message becomes a link, a tag, a cell or a heading."""
    message = "<img src=x> | [a](b) @all \n# x https://a.example"
    said = written("markdown", Report(findings=(finding("a.md", 1, Level.ERROR, message=message),)))
    shown = MarkdownIt("gfm-like", {"linkify": False}).enable("table").render(said)
    assert "<img" not in shown
    assert "<a " not in shown
    assert shown.count("<h1>") == 1
    assert shown.count("<tr>") == 2
    assert message.replace("\n", "").split("|")[1].strip() in html.unescape(shown)
