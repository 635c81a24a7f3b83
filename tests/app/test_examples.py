"""Examples of lists: which are programs, what they need, and what comes of them in the pod."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import named
from toolcrib.app import check as app_check
from toolcrib.app import example_runs
from toolcrib.app.check import Text, check
from toolcrib.app.example_runs import run_examples
from toolcrib.app.examples import ExampleProgram, Needs, Runs, needs_of, programs_in
from toolcrib.app.names import identities
from toolcrib.errors import RefusedError, UsageError
from toolcrib.identify.knowledge import know
from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.identity import Identity
from toolcrib.model.mention import Example, Mention
from toolcrib.verify.pool import ChildFaultError

PASSED, FAILED, UNCHECKED = ExampleOutcome


@pytest.fixture
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the names of the tests, and ask their index."""
    monkeypatch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
    monkeypatch.setattr(app_check, "ask", named.asked)


def program(code: str, *names: str, language: str = "python") -> ExampleProgram:
    """Return an example that stands under some entries."""
    example = Example(line=5, language=language, code=code)
    mentions = (
        Mention(path="x.md", line=1, column=1, text=name, written=name, examples=(example,))
        for name in names or ("json",)
    )
    (found,) = programs_in(mentions, named.world())
    return found


def needs(code: str, *names: str) -> Needs:
    """Return what an example needs."""
    one = program(code, *names)
    return needs_of(one, identities((*one.names, *one.asked), named.world(), named.lookup))


def test_an_example_of_two_entries_is_one() -> None:
    """It has both names."""
    found = program("import json", "requests", "urllib3")
    assert (found.names, found.line, found.no_program) == (("requests", "urllib3"), 5, "")


@pytest.mark.parametrize(
    ("code", "language", "why"),
    [
        ("import json", "toml", "it is toml, not Python"),
        (">>> import json", "python", "it is a session at the prompt, not a program"),
        ("%matplotlib inline\nimport json", "python", "it is for a notebook"),
        ("pip install json", "", "it is no Python"),
        ("print 1", "python", ""),
        ("import json", "", ""),
    ],
)
def test_what_is_no_program_says_why(code: str, language: str, why: str) -> None:
    """What calls itself Python is taken at its word."""
    assert program(code, language=language).no_program == why


def test_imports_become_distributions() -> None:
    """By import name, below a shared name, past a namesake; none for what came with a Python."""
    code = "import json, os.path, yaml.nodes\nfrom google.cloud import storage\nimport jwt, imp"
    assert needs(code) == Needs(
        distributions=("PyYAML", "google-cloud-storage", "pyjwt"),
        roots=frozenset({"yaml", "google", "jwt"}),
    )


def test_what_the_index_has_is_taken_by_its_name() -> None:
    """Where nothing nearer knows the import."""
    assert needs("import grablib").distributions == ("grablib",)


def test_what_nobody_knows_is_not_guessed() -> None:
    """Nothing is installed then."""
    assert needs("import yaml, zxqvwk") == Needs(missing="nobody knows what provides zxqvwk")
    one = program("import zxqvwk")
    missing = needs_of(one, identities((*one.names, *one.asked), named.world())).missing
    assert missing == "what provides zxqvwk was not looked up in the index"


@pytest.mark.usefixtures("small_world")
def test_a_check_runs_nothing_unasked() -> None:
    """With a runner it hands over the examples and all that is known of their names."""
    given: list[tuple[ExampleProgram, ...]] = []

    def run(programs: tuple[ExampleProgram, ...], found: dict[str, Identity]) -> Runs:
        given.append(programs)
        assert found["yaml"].distributions == ("PyYAML",)
        failed = ExampleRun(path="x.md", line=2, names=("json",), outcome=FAILED, reason="so")
        return Runs(runs=(failed,), unfinished=True)

    text = Text(path="x.md", data=b"### `json`\n```python\nimport json, yaml\n```\n\n### `os`\n")
    assert check([text], "", named.TODAY, online=True).report.examples == ()
    checked = check([text], "", named.TODAY, online=True, run=run)
    assert [one.line for (one,) in given] == [2]
    assert checked.unfinished
    assert [finding.code for finding in checked.report.findings] == ["TC501"]
    assert check([Text(path="y.md", data=b"- os\n- re\n")], "", "", online=True, run=run)
    assert len(given) == 1


def refuse() -> None:
    """Refuse, as a machine without bubblewrap does."""
    raise RefusedError("no room", "mend it")


def test_without_a_closed_room_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """It refuses, and says what mends it."""
    monkeypatch.setattr(example_runs, "require_closed_rooms", refuse)
    with pytest.raises(RefusedError, match="no room"):
        run_examples((program("import json"),), {}, "")


def list_of(*examples: tuple[str, str]) -> Text:
    """Return a list with an entry for each name, and the code of each."""
    entries = (f"### `{name}`\n\n```python\n{code}\n```\n" for name, code in examples)
    return Text(path="x.md", data="\n".join(entries).encode())


def runs_of(*examples: tuple[str, str]) -> Iterator[ExampleRun]:
    """Check such a list with the catalog of this checkout, and run its examples in pods."""

    def run(programs: tuple[ExampleProgram, ...], found: dict[str, Identity]) -> Runs:
        return run_examples(programs, found, "3.11")

    checked = check([list_of(*examples)], "3.11", named.TODAY, online=False, run=run)
    assert not checked.unfinished
    assert [one.names[0] for one in checked.report.examples] == [name for name, _ in examples]
    return iter(checked.report.examples)


@pytest.mark.pod
def test_programs_run_as_they_are_written() -> None:
    """In a folder of their own, with their own status; what is wrong is told with its place."""
    code = "import os\n\nprint(os.listdir('.'), os.getcwd())\nos.mkdir('new')"
    listed, left, wrong, gone = runs_of(
        ("os", code),
        ("sys", "import sys\nsys.exit('Good\x1b[31mbye')"),
        ("json", 'import json\n\nprint(json.loads("{}"), json.nothing)'),
        ("socket", "import socket\nsocket.create_connection(('127.0.0.1', 9))"),
    )
    assert (listed.outcome, listed.status, listed.python) == (PASSED, 0, "3.11")
    assert listed.output == "['example.py'] /home/crib/task\n"
    assert (left.outcome, left.status, left.errors) == (PASSED, 1, "Good\x1b[31mbye\n")
    assert (wrong.outcome, wrong.output) == (FAILED, "")
    assert wrong.reason.startswith("status 1, in its line 3: AttributeError: module 'json'")
    assert gone.outcome is UNCHECKED


@pytest.mark.pod
def test_programs_run_beside_a_person_and_a_screen() -> None:
    """Who types is not echoed where a password is asked for; what goes on is stopped."""
    asked, served = runs_of(
        ("getpass", "import getpass\nword = getpass.getpass('Word: ')\nprint('Got', len(word))"),
        ("http.server", "import http.server\nhttp.server.test(port=8000)\nx.serve_forever()"),
    )
    assert (asked.outcome, asked.beside) == (PASSED, ("a keyboard",))
    assert asked.output.replace("\r\n", "\n") == "Word: \nGot 6\n"
    assert (served.outcome, served.reason) == (PASSED, "it ran until it was stopped")


WEB = """
import requests

posts = requests.get("https://records.example.com/posts").json()
print(len(posts), posts[0]["id"])
"""
SHELL = """
import paramiko

client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
client.connect("machine", username="ann", password="letter box")
print(client.exec_command("whoami; ls")[1].read().decode())
"""
BUCKETS = """
import boto3

s3 = boto3.resource("s3")
print(len(list(s3.buckets.all())), [o.key for o in s3.Bucket("my-photos").objects.all()])
"""
PACKETS = """
from scapy.all import *

sniff(prn=lambda packet: packet.summary(), count=2)
"""


@pytest.mark.pod
@pytest.mark.index
def test_programs_run_beside_stand_ins() -> None:
    """Servers of any name, accounts, buckets, traffic: as the program names them."""
    web, shell, buckets, packets = runs_of(
        ("requests", WEB), ("paramiko", SHELL), ("boto3", BUCKETS), ("scapy", PACKETS)
    )
    assert (web.output, web.beside) == ("100 1\n", ("HTTPS for records.example.com",)), web
    assert (shell.output.split(), shell.beside) == (
        ["ann", "logs", "notes.txt"],
        ("OpenSSH for machine",),
    ), shell
    assert buckets.output == "3 ['notes.txt', 'reports/2026.csv']\n", buckets
    assert packets.output.count("192.0.2.1") == 2, packets


@pytest.mark.pod
def test_off_line_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is not here already is left unchecked; what needs nothing runs."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path))
    programs = (
        program("import yaml"),
        program('import boto3\nboto3.client("s3")'),
        program("import json"),
    )
    names = {name for one in programs for name in (*one.names, *one.asked)}
    found = identities(names, know((), ()))
    ran = run_examples(programs, found, "3.11", online=False).runs
    assert [one.outcome for one in ran] == [UNCHECKED, UNCHECKED, PASSED]
    assert ran[0].reason.endswith("what it needs is not here, and nothing is fetched")


@pytest.mark.pod
def test_a_python_that_is_not_here() -> None:
    """It is wrong usage to ask for one."""
    with pytest.raises(UsageError, match=r"no Python 3\.2 was found"):
        run_examples((program("import json"),), {}, "3.2")


@pytest.mark.pod
def test_a_fault_of_the_machine_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it prevented is unchecked, and the check unfinished."""

    def fail(jobs: list[object], *_: object) -> Iterator[tuple[object, ChildFaultError]]:
        for job in jobs:
            yield job, ChildFaultError("it broke", "mend it")

    monkeypatch.setattr(example_runs, "run_all", fail)
    one = program("import json")
    ran = run_examples((one,), identities(("json",), named.world()), "3.11")
    assert ran.unfinished
    assert [(run.outcome, run.reason) for run in ran.runs] == [(UNCHECKED, "it broke")]
