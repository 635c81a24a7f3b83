"""Every rule against texts that break it and texts that do not."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import named
from toolcrib import rules
from toolcrib.app import check as app_check
from toolcrib.app import other_projects, standing
from toolcrib.app.check import Text, check
from toolcrib.app.examples import ExampleProgram, Runs
from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.finding import Finding, Judged, Level, Sheet
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Example, Mention
from toolcrib.rules import ALL, SILENCES, Levels, tc404_idle_example
from toolcrib.rules.rule import Rule

FAILURES = {
    'loads("{")': "status 1, in its line 3: json.decoder.JSONDecodeError: Expecting property name "
    "enclosed in double quotes: line 1 column 2 (char 1)",
    'compile("(")': "status 1, in its line 3: re.error: missing ), unterminated subpattern at "
    "position 0",
}
CASES = Path(__file__).parents[1] / "cases"
FILES = [name for _, name, _ in pkgutil.iter_modules(rules.__path__) if name.startswith("tc")]


def cases(kind: str) -> list[Path]:
    """Return the texts of one kind: their names begin or end with it."""
    return sorted(path for path in CASES.glob(f"*/*{kind}*") if path.suffix != ".expected")


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the names of the tests, and ask their index."""
    monkeypatch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
    monkeypatch.setattr(app_check, "ask", named.asked)
    monkeypatch.setattr(other_projects, "dossiers_of", named.dossiers)
    monkeypatch.setattr(standing, "proofs_of", named.proofs_of)


def known_runs(programs: tuple[ExampleProgram, ...], _: dict[str, Identity]) -> Runs:
    """Tell how the examples of the cases end, as `run_examples` does: two of them fail."""
    return Runs(runs=tuple(map(known_run, programs)))


def known_run(program: ExampleProgram) -> ExampleRun:
    """Tell how one of them ends."""
    reason = next((end for start, end in FAILURES.items() if start in program.code), "")
    outcome = ExampleOutcome.FAILED if reason else ExampleOutcome.PASSED
    outcome = ExampleOutcome.UNCHECKED if "192.0.2" in program.code else outcome
    return ExampleRun(
        path=program.path,
        line=program.line,
        names=program.names,
        outcome=outcome,
        reason=reason,
        python="3.13",
    )


def findings(path: Path, code: str) -> list[Finding]:
    """Return what a rule finds in a text."""
    text = Text(path=path.name, data=path.read_bytes())
    levels = {code: Level.WARNING}  # a rule that is off as it comes has cases too
    report = check([text], "", named.TODAY, online=True, levels=levels, run=known_runs).report
    return [finding for finding in report.findings if finding.code == code]


def shown(finding: Finding) -> str:
    """Return a finding as the files of expectations have it."""
    place = f"{finding.line}:{finding.column}-{finding.end}"
    return " | ".join(filter(None, (place, finding.message, finding.fix)))


@pytest.mark.parametrize("path", cases("bad"), ids=lambda p: p.parent.name)
def test_what_breaks_a_rule_is_found(path: Path):
    """Place, message and fix are those that are written beside the case."""
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert [shown(finding) for finding in findings(path, path.parent.name)] == expected
    assert expected


@pytest.mark.parametrize("path", cases("good"), ids=lambda p: p.parent.name)
def test_what_keeps_a_rule_is_left_alone(path: Path):
    """Names that are near the fault, and none."""
    assert findings(path, path.parent.name) == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_and_cases(rule: Rule):
    """The docstring of its file is its page; a good and a bad text show what it means."""
    (file,) = [name for name in FILES if name.startswith(rule.code.lower())]
    page = importlib.import_module(f"toolcrib.rules.{file}").__doc__ or ""
    first, _, rest = page.partition("\n")
    assert first.endswith(".")
    assert len(rest.split()) > 10
    assert rule.summary == rule.summary.strip(".")
    for kind in ("good", "bad"):
        of_rule = [path for path in cases(kind) if path.parent.name == rule.code]
        assert of_rule, f"{rule.code} has no {kind} case"


def test_every_file_of_a_rule_is_registered():
    """The tuple holds one rule for each file, by code."""
    codes = [rule.code for rule in ALL]
    assert codes == sorted(set(codes))
    assert [name.partition("_")[0].upper() for name in sorted(FILES)] == codes
    assert {path.name for path in CASES.iterdir()} == set(codes)


def test_what_is_silenced_exists():
    """The table of silences speaks of rules that there are."""
    codes = {rule.code for rule in ALL}
    assert codes >= {*SILENCES, *(code for silent in SILENCES.values() for code in silent)}


def test_a_program_with_a_namesake_is_one_finding():
    """The reason of the silenced rule is part of the message."""
    text = Text(path="x.md", data=b"- `tesseract-ocr`\n- `os`\n")
    found = check([text], "", named.TODAY, online=True).report.findings
    assert [finding.code for finding in found] == ["TC106"]
    assert "another project" in found[0].message


def test_levels_are_those_of_the_documentation():
    """A wrong name is an error, a brand is not."""
    levels = {rule.code: rule.level for rule in ALL}
    assert levels["TC101"] is Level.ERROR
    assert levels["TC103"] is Level.WARNING
    assert levels["TC105"] is Level.INFO


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- **Flask**\n- **NumPy**\n- **Tkinter**\n", {"TC203": Level.INFO}),
        ("- Itertools\n- os\n- re\n", {"TC203": Level.ERROR}),
        ("- dotenv\n- os\n", {"TC103": Level.WARNING, "TC104": Level.WARNING}),
        (
            "- dotenv\n- os\n\n    pip install dotenv\n",
            {"TC103": Level.WARNING, "TC104": Level.ERROR},
        ),
        ("- **Flask**\n- **NumPy**\n- **Zxqvwk**\n", {"TC101": Level.WARNING}),
        ("- flask\n- numpy\n- zxqvwk\n", {"TC101": Level.ERROR}),
    ],
)
def test_what_stands_around_a_name_tells_how_bad_it_is(text: str, wanted: dict[str, Level]):
    """Among products a capital misleads nobody; an import name is right until it is installed."""
    report = check([Text(path="x.md", data=text.encode())], "", named.TODAY, online=True).report
    levels = {finding.code: finding.level for finding in report.findings}
    assert {code: level for code, level in levels.items() if code < "TC300"} == wanted


def test_settings_go_before_what_stands_around_a_name():
    """Who sets a level means it for all places."""
    text = Text(path="x.md", data=b"- **Flask**\n- **NumPy**\n- **Tkinter**\n")
    levels: Levels = {"TC203": Level.ERROR}
    (found,) = check([text], "", named.TODAY, online=True, levels=levels).report.findings
    assert found.level is Level.ERROR


def test_rules_are_pure():
    """A rule sees a page and nothing else: no files, no network, no clock."""
    folder = Path(rules.__file__).parent
    imported = {
        alias
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in [node.module or ""]
    }
    allowed = ("toolcrib.model", "toolcrib.rules", "collections", "functools", "msgspec")
    assert [name for name in imported if not name.startswith(allowed)] == []


def test_a_rule_that_is_off_speaks_when_it_is_asked_to():
    """Its level comes from the settings, and any rule can be silenced by them."""
    text = Text(path="x.md", data=b"- os\n- imp\n")

    def found(levels: Levels) -> list[tuple[str, Level]]:
        report = check([text], "", named.TODAY, online=True, levels=levels).report
        return [(one.code, one.level) for one in report.findings]

    assert found({}) == [("TC201", Level.ERROR)]
    assert found({"TC201": None}) == []
    louder = found({"TC402": Level.ERROR, "TC201": Level.INFO})
    assert louder == [("TC402", Level.ERROR), ("TC201", Level.INFO), ("TC402", Level.ERROR)]


def test_an_example_of_another_module_is_found():
    """Code that neither imports nor names the module of its entry shows something else."""

    def judged(code: str) -> Judged:
        example = Example(line=3, language="python", code=code)
        mention = Mention(
            path="x.md", line=1, column=1, text="re", written="re", examples=(example,)
        )
        return Judged(mention=mention, identity=Identity(name="re", state=State.STDLIB), name="re")

    def told(code: str) -> list[str]:
        page = Sheet(path="x.md", lines=(), target="3.13", today="", judged=(judged(code),))
        return [problem.message for problem in tc404_idle_example.RULE.check(page)]

    assert told("import os\nprint(os.name)\n") == ["the example of re never uses it"]
    for used in ("import re", "from re import sub", "re.sub(a, b, c)", "use('re')", ">>> os"):
        assert told(used) == []
