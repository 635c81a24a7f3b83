"""The browsing commands as they are typed and as they print."""

import io
import json
from pathlib import Path

import pytest

import content
from content import YAML
from toolcrib.app import bundle as app_bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.cli import page, run_command_line
from toolcrib.model.fact import IndexFact

Output = pytest.CaptureFixture[str]

COMMANDS = ["find", "show", "list", "compare", "get"]


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend to be installed with the small catalog."""
    content.compiled(tmp_path).close()
    path = str(tmp_path / "bundle.sqlite")
    monkeypatch.setattr(app_bundle, "checkout_path", lambda: None)
    monkeypatch.setattr(app_bundle, "packaged_path", lambda: path)


FIRST_HIT = """\
Read a YAML configuration file
PyYAML (pypi:pyyaml), a distribution
matches load, yaml, settings; small and everywhere
pip install PyYAML
not yet proven

    \"\"\"Because.\"\"\"

    import yaml

    print(yaml.safe_load('a: 1'))

crib show read-a-yaml-config
crib compare read-a-yaml-config
"""

SECOND_HIT = """
  Read a YAML configuration file
  PyYAML (pypi:pyyaml), a distribution
  matches write, yaml; small and everywhere
  not yet proven
      import yaml
      print(yaml.safe_load('a: 1'))
  crib show read-a-yaml-config
"""


def test_find_shows_the_first_hit_with_its_program(capsys: Output):
    """What to install, why, what is known of it, and code that needs no header to be read."""
    assert run_command_line(["find", "load", "yaml", "settings"]) == 0
    assert capsys.readouterr().out.partition("\n\nAlso\n")[0] == FIRST_HIT.rstrip("\n")


def test_find_shows_the_first_lines_of_further_hits(capsys: Output):
    """Each further hit has its module, why, its proof, its first lines and what to type next."""
    run_command_line(["find", "write json yaml"])
    _, further = capsys.readouterr().out.split("\n\nAlso\n")
    assert SECOND_HIT in further


def test_find_prints_json_as_promised(capsys: Output):
    """The object has the keys that others rely on."""
    assert run_command_line(["find", "--format", "json", "read json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["schema"], answer["query"]) == (1, "read json")
    assert list(answer["hits"][0]) == ["id", "name", "kind", "task", "title", "why", "proof"]


def test_find_answers_a_question_a_line(capsys: Output, monkeypatch: pytest.MonkeyPatch):
    """Each line on standard input gets an object of its own, an empty answer too."""
    monkeypatch.setattr("sys.stdin", io.StringIO("read json\nbake a cake\n\n"))
    assert run_command_line(["find", "--stdin"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["query"], bool(each["hits"])) for each in answers] == [
        ("read json", True),
        ("bake a cake", False),
        ("", False),
    ]


def test_find_without_a_hit_has_status_1(capsys: Output, monkeypatch: pytest.MonkeyPatch):
    """Nothing goes to stdout that a program could take for an answer."""
    assert run_command_line(["find", "bake a cake"]) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "Nothing in the catalog does that.\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("bake a cake\n"))
    assert run_command_line(["find", "--stdin"]) == 1


def test_find_says_which_filter_removed_all(capsys: Output):
    """Status 1, nothing on stdout, and what would be found without the filter in the way."""
    assert run_command_line(["find", "--stdlib", "read a yaml configuration"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "Nothing in the catalog does that with --stdlib.",
        "without --stdlib: Read a YAML configuration file (PyYAML)",
    ]
    assert run_command_line(["find", "--stdlib", "bake a cake"]) == 1
    assert capsys.readouterr().err == "Nothing in the catalog does that.\n"


def test_find_filters_each_question_of_many(capsys: Output, monkeypatch: pytest.MonkeyPatch):
    """The filters hold for all lines of standard input, and come before the limit."""
    monkeypatch.setattr("sys.stdin", io.StringIO("read json yaml\nload yaml settings\n"))
    assert run_command_line(["find", "--stdin", "--stdlib", "--proven", "-n", "1"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[hit["id"] for hit in each["hits"]] for each in answers] == [["std:json"], []]


def test_find_says_that_a_program_asks_for_more(capsys: Output):
    """The module is there on an older Python; that its program is not written for it is said."""
    note = "The program asks for Python >=3.11; the module does not."
    for python, said in (("3.9", True), ("3.12", False)):
        assert run_command_line(["find", "--python", python, "json"]) == 0
        assert (note in capsys.readouterr().out) is said


def test_find_says_where_an_unknown_name_is_looked_up(capsys: Output):
    """An import error about a module that the catalog does not have leads to the next command."""
    assert run_command_line(["find", "No module named 'nowhere'"]) == 1
    assert capsys.readouterr().err.endswith("\ncrib what nowhere\n")


@pytest.mark.parametrize("arguments", [["find"], ["find", "--stdin", "yaml"]])
def test_find_wants_one_source_of_questions(arguments: list[str], capsys: Output):
    """No question is wrong usage, and so are two sources."""
    assert run_command_line(arguments) == 2
    assert capsys.readouterr().err


def test_find_says_a_module_without_a_program(capsys: Output):
    """A hit without a task is shown without code."""
    assert run_command_line(["find", "No module named cv2"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "Find shapes in pictures.",
        "opencv-python (pypi:opencv-python), a distribution",
        "matches import cv2",
        "not yet proven",
        "",
        "crib show pypi:opencv-python",
    ]


def test_show_a_module(capsys: Output):
    """All that the catalog says of it, its code, and the evidence by Python."""
    assert run_command_line(["show", "json"]) == 0
    out = capsys.readouterr().out
    for part in ("json (std:json)", "import json", "answers of web APIs", "print(json.dumps({}))"):
        assert part in out
    assert "Evidence\n                       3.12\n  read-and-write-json  proven\n" in out
    assert "  grade host, 2026-11-02\n" in out
    assert out.endswith("\ncrib try std:json\n")


def test_show_a_task(capsys: Output):
    """Programs, expected output, and how to go on with it."""
    assert run_command_line(["show", "check-a-port"]) == 0
    out = capsys.readouterr().out
    assert "Run with      localhost 22" in out
    assert "Output\n\n    42 rows\n" in out
    assert out.endswith("crib use check-a-port -- localhost 22\ncrib get check-a-port DIR\n")


def test_show_one_task_of_a_module(capsys: Output):
    """Only its program stands there, and its code alone is a file to the letter."""
    assert run_command_line(["show", "yaml", "--task", "read-a-yaml-config"]) == 0
    out = capsys.readouterr().out
    assert "yaml.safe_load" in out
    assert run_command_line(["show", "ruamel.yaml", "--task", "read-a-yaml-config", "--code"]) == 0
    code = capsys.readouterr().out
    made = content.small().tasks["read-a-yaml-config"].solutions[1].code
    assert code == made
    assert run_command_line(["show", "read-a-yaml-config", "--code"]) == 0
    assert capsys.readouterr().out != code


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["show", "yaml", "--task", "nowhere"], "no program for 'nowhere'", "read-a-yaml-config"),
        (["show", "cv2", "--code"], "pypi:opencv-python has no program yet", "crib show"),
        (["show", "json", "--code", "--format", "json"], "--code gives the code alone", "leave"),
        (["show", "read-a-yaml-config", "--task", "x"], "is a task, no module", "crib show"),
    ],
)
def test_show_says_what_there_is_not(arguments: list[str], message: str, hint: str, capsys: Output):
    """Wrong usage has status 2, a sentence, and what to do."""
    assert run_command_line(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    first, second = captured.err.splitlines()
    assert message in first
    assert hint in second


def with_facts(tmp_path: Path) -> None:
    """Compile the small catalog with what an index said of PyYAML."""
    fact = IndexFact(
        module=content.YAML,
        as_of="2026-11-02",
        newest="6.0.3",
        released="2021-10-13",
        license="MIT",
        vulnerabilities=(),
    )
    compile_bundle(content.small(), {}, tmp_path / "bundle.sqlite", index=[fact])


def test_facts_of_the_index_are_shown(tmp_path: Path, capsys: Output):
    """Licence, last release, and why it does not count as finished; the day is told."""
    with_facts(tmp_path)
    assert run_command_line(["show", "yaml"]) == 0
    out = capsys.readouterr().out
    assert "Licence       MIT\n" in out
    assert "Last release  2021-10-13 (newest: 6.0.3)\n" in out
    assert "Finished      no: it is not proven on the newest Python\n" in out
    assert run_command_line(["compare", "yaml", "ruamel.yaml"]) == 0
    out = capsys.readouterr().out
    assert "What the package index says is as of 2026-11-02." in out
    assert run_command_line(["show", "yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["facts"]["index"]["license"] == "MIT"


def test_compare_takes_eight_at_most(tmp_path: Path, capsys: Output):
    """More cannot be seen side by side, and nothing is left out in silence."""
    modules = [content.module(f"pypi:one-{number}") for number in range(9)]
    compile_bundle(content.catalog(modules, []), {}, tmp_path / "bundle.sqlite")
    names = [module.id for module in modules]
    assert run_command_line(["compare", *names[:8]]) == 0
    assert capsys.readouterr().out.count("pypi:one-") == 8
    assert run_command_line(["compare", *names]) == 2
    assert "9 modules are too many" in capsys.readouterr().err


def test_an_unknown_name_is_one_clear_sentence(capsys: Output):
    """The status is that of wrong usage, the hint has the near names."""
    assert run_command_line(["show", "jsonn"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[0] == (
        "crib: 'jsonn' is neither a module nor a task of the catalog"
    )
    assert "did you mean json?" in captured.err


def test_list_all(capsys: Output):
    """Shelves with a line a module; the collections are named below."""
    assert run_command_line(["list"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Modules\n\nData formats\n  json           Read and write JSON.\n")
    assert out.endswith("\nCollections\n  operations  Operations\n")


def test_list_requirements(capsys: Output):
    """Only what is installed is listed, each once, under its heading."""
    assert run_command_line(["list", "--collection", "operations", "--format", "requirements"]) == 0
    assert capsys.readouterr().out == "# Formats\nPyYAML\n"


def test_requirements_stand_once_and_in_a_line_each(
    capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Two tools with the same module ask for it once; a tool with two asks in two lines."""
    tools = [
        content.task(name, content.solution(YAML, "import yaml", *needs), parameters={"path": "x"})
        for name, needs in (("one", ["PyYAML"]), ("two", ["PyYAML", "rich >= 13"]))
    ]
    path = tmp_path / "tools.sqlite"
    compile_bundle(content.catalog([content.module(YAML)], tools), {}, path)
    monkeypatch.setattr(app_bundle, "packaged_path", lambda: str(path))
    assert run_command_line(["list", "--tools", "--format", "requirements"]) == 0
    assert capsys.readouterr().out == "# Data formats\nPyYAML\nrich >= 13\n"


def test_list_here(capsys: Output, tmp_path: Path):
    """The environment's folders are read; what is there is said with its version."""
    info = tmp_path / "lib/python3.12/site-packages/PyYAML-6.0.dist-info"
    info.mkdir(parents=True)
    assert run_command_line(["list", "--collection", "operations", "--here", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "  socket  comes with Python\n" in out
    assert "  PyYAML  installed (6.0)\n" in out


def test_list_tools_and_json(capsys: Output):
    """A listing as JSON has the same shelves."""
    assert run_command_line(["list", "--tools"]) == 0
    assert "  check-a-port  Check whether a port is open\n" in capsys.readouterr().out
    assert run_command_line(["list", "--tools", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["shelves"][0]["entries"][0]["task"] == "check-a-port"


def test_a_collection_is_asked_for_alone(capsys: Output):
    """It has shelves of its own."""
    assert run_command_line(["list", "--collection", "operations", "--tools"]) == 2
    assert "shelves of its own" in capsys.readouterr().err


def test_compare_side_by_side(capsys: Output):
    """Facts stand beside one another, programs below."""
    assert run_command_line(["compare", "pyyaml", "ruamel.yaml"]) == 0
    out = capsys.readouterr().out
    first = out.splitlines()[0]
    assert first.split("  ")[-1].strip() == "ruamel.yaml (pypi:ruamel-yaml)"
    assert "Read a YAML configuration file (read-a-yaml-config)" in out
    assert out.index("yaml.safe_load") < out.index("print(YAML())")


def measure(tmp_path: Path, *, ruamel: int, noise: float = 0.0) -> None:
    """Compile the small catalog, in which reading YAML takes 30 ms with PyYAML."""
    catalog = content.small()
    task = catalog.tasks["read-a-yaml-config"]
    times = {"with_pyyaml.py": 30, "with_ruamel_yaml.py": ruamel}
    measured = [
        content.measurement(task, file, catalog.files[task.id], cpu=cpu, noise=noise)
        for file, cpu in times.items()
    ]
    compile_bundle(catalog, {}, tmp_path / "bundle.sqlite", measured)


def test_compare_says_which_is_faster(tmp_path: Path, capsys: Output):
    """Where the intervals are apart, the least is named; all say where they were measured."""
    measure(tmp_path, ruamel=45)
    assert run_command_line(["compare", "read-a-yaml-config"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "In short Read a YAML configuration file CPU time fastest: PyYAML; more: ruamel" in out
    assert "CPU time 30.0 ms (29.0 ms to 31.0 ms), 45.0 ms (44.0 ms to 46.0 ms) fastest" in out
    assert "Peak memory 12 MiB, no difference 12 MiB, no difference" in out
    assert "on 2026-11-02 with Python 3.12.1, in 9 rounds, on Fast 9000 (4 cores)." in out
    assert "noisy" not in out
    assert "Import time" not in out


def test_compare_says_that_there_is_no_difference(tmp_path: Path, capsys: Output):
    """Where intervals overlap nobody is the fastest; a machine that was busy is told."""
    measure(tmp_path, ruamel=32, noise=0.5)
    assert run_command_line(["compare", "read-a-yaml-config"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "fastest" not in out
    assert out.count("difference") == 6 + 3
    assert "CPU time no difference: PyYAML, ruamel.yaml" in out
    assert "The machine was busy with something else: the figures are noisy." in out


def test_compare_gives_all_figures_as_json(tmp_path: Path, capsys: Output):
    """Programs that read the answer get whole numbers, their intervals and their standing."""
    measure(tmp_path, ruamel=45)
    assert run_command_line(["compare", "--format", "json", "read-a-yaml-config"]) == 0
    first, second = json.loads(capsys.readouterr().out)["tasks"][0]["programs"]
    assert first["measurement"]["figures"]["cpu_time"] == {
        "median": 30000,
        "low": 29000,
        "high": 31000,
        "least": 28000,
        "most": 32000,
    }
    assert first["standing"]["cpu_time"] == "least"
    assert second["standing"] == {
        "cpu_time": "more",
        "wall_time": "more",
        "peak_memory": "no difference",
    }


def test_compare_what_shares_no_task(capsys: Output):
    """That is said, and what each is for is shown all the same."""
    assert run_command_line(["compare", "pyyaml", "json"]) == 0
    assert "They share no task" in capsys.readouterr().out


def test_get(capsys: Output, tmp_path: Path):
    """The files that were written are listed."""
    folder = tmp_path / "json"
    assert run_command_line(["get", "read-and-write-json", str(folder)]) == 0
    assert str(folder / "with_json.py") in capsys.readouterr().out
    assert run_command_line(["get", "read-and-write-json", str(folder)]) == 2
    assert run_command_line(["get", "read-and-write-json", str(folder), "--force"]) == 0


def test_another_language(capsys: Output):
    """The catalog's texts and the program's own are in French as far as they are translated."""
    assert run_command_line(["show", "yaml", "--lang", "fr"]) == 0
    out = capsys.readouterr().out
    assert "Lire et écrire du YAML." in out
    assert "Piège" in out
    assert "Good for" in out


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize(
    "arguments",
    [
        ["find", "read write yaml json"],
        ["show", "yaml"],
        ["show", "read-a-yaml-config"],
        ["list"],
        ["compare", "pyyaml", "ruamel.yaml"],
        ["compare", "pyyaml", "ruamel.yaml", "json", "socket"],
        ["find", "--lang", "fr", "-n", "9", "yaml json"],
    ],
)
def test_text_keeps_to_the_terminal(
    arguments: list[str], columns: int, capsys: Output, monkeypatch: pytest.MonkeyPatch
):
    """No line is broader than the terminal, narrow ones included."""
    monkeypatch.setattr(page, "width", lambda: columns)
    assert run_command_line(arguments) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if len(line) > columns] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples(name: str, capsys: Output):
    """Each command shows how it is typed, a line an example."""
    assert run_command_line([name, "--help"]) == 0
    _, _, examples = capsys.readouterr().out.partition("  Examples:\n")
    assert examples.startswith(f"    crib {name}")


def test_nothing_printed_can_control_a_terminal(
    capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Content of a stranger's catalog is shown with its control characters made visible."""
    evil = content.module(content.JSON, purpose="Read\x1b[31m \u202e JSON.")
    content.compile_bundle(content.catalog([evil], []), {}, tmp_path / "evil.sqlite")
    monkeypatch.setattr(app_bundle, "packaged_path", lambda: str(tmp_path / "evil.sqlite"))
    for arguments in (["show", "json"], ["find", "json"], ["list"]):
        run_command_line(arguments)
        out = capsys.readouterr().out
        assert "\x1b" not in out
        assert "\\x1b[31m \\u202e" in out
