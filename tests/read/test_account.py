"""What is told of each line: what was made of it, and why."""

from named import known
from toolcrib.model.mention import Account
from toolcrib.read import reader_for
from toolcrib.report.explanation import explanation

TEXT = """\
# Files

Words about it all, in a sentence.

- `os` - paths
- `zxqvwk` - things
- `json` - data

```python
import json
```

| A | B |
|---|---|
| 1 | 2 |
"""


def accounts(path: str, text: str) -> dict[int, Account]:
    """Return what is told, by line."""
    found = reader_for(path).read(path, text, known).accounts
    assert len({one.line for one in found}) == len(found)
    return {one.line: one for one in found}


def test_every_line_is_told_of():
    """Entries with name, weight, separator and purpose; all others with what they are."""
    told = accounts("x.md", TEXT)
    made = {line: one.made for line, one in told.items()}
    assert made == {
        1: "heading",
        3: "skipped",
        5: "entry",
        6: "entry",
        7: "entry",
        9: "code",
        13: "header",
        14: "markup",
        15: "skipped",
    }
    name, rest, run = told[5].why
    assert name == "os (known, 1.00)"
    assert rest == "separator -; category “Files”; purpose “paths”"
    assert run.startswith("list of 3 read by the code spans before the separator: 0.")
    assert told[6].why[0] == "zxqvwk (looks like a name, 0.45)"
    assert (told[9].last, told[9].why) == (11, ("example of json",))


def test_lines_of_other_formats_are_told_of():
    """Requirements and declarations say what each line is, too."""
    told = accounts("requirements.txt", "# Web\nflask\n--no-index\n")
    assert [(one.made, *one.why) for one in told.values()] == [
        ("heading",),
        ("entry", "requires flask"),
        ("skipped", "an option, a path or no requirement"),
    ]
    told = accounts("pyproject.toml", '[project]\ndependencies = ["flask"]\n')
    assert told[2].why == ("requires flask; group “dependencies”",)


def test_an_explanation_fits_its_columns():
    """Long lines are cut, reasons wrapped, and nothing is wider than the terminal."""
    lines = ("- `os` - " + "words " * 40, "")
    why = ("a reason that is longer than the columns " * 3,)
    text = explanation("x.md", lines, [Account(line=1, last=1, made="entry", why=why)], 60)
    path, first, *rest = text.splitlines()
    assert path == "x.md"
    assert first.startswith("1  entry    - `os` - words")
    assert first.endswith("…")
    assert len(rest) > 2
    assert max(map(len, text.splitlines())) <= 60
