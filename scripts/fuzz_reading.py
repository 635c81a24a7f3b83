"""Look for texts that make the readers stumble, guided by coverage; run by hand.

    pip install atheris
    PYTHONPATH=src nice python scripts/fuzz_reading.py CORPUS tests/seeds -timeout=20

The first byte of an input chooses the name of the file, the rest is its content. Every text must be
checked without an exception, each mention must stand where it says, and a report must be written.
`CORPUS` is a folder for what is found new; what makes a reader fail belongs in `tests/seeds`, which
the tests read. All other words are options of libFuzzer.
"""

import sys

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["toolcrib.read", "toolcrib.text", "toolcrib.app.check"]):
    from toolcrib.app.check import Text, check
    from toolcrib.read import READERS, reader_for
    from toolcrib.report import FORMATS
    from toolcrib.text.source import Source, decoded

from toolcrib.app import check as app_check
from toolcrib.app.names import knowledge

TODAY = "2026-11-20"
NAMES = (
    *("list.md", "list.txt", "list.rst", "page.html", "requirements.txt", "pyproject.toml"),
    *("Pipfile", "setup.cfg", "environment.yml", "notes.ipynb", "notes.org", "guide.adoc"),
    *("tools.yaml", "tools.toml", "tools.csv", "tools.json"),
    "package.json",
)


def try_one(data: bytes) -> None:
    """Check a text and write what was found."""
    if not data:
        return
    path = NAMES[data[0] % len(NAMES)]
    report = check([Text(path=path, data=data[1:])], "", TODAY, online=False).report
    source = Source(text=decoded(data[1:]))
    for mention in report.mentions:
        start = mention.column - 1
        line = source.line(mention.line)
        assert line[start : start + len(mention.text)] == mention.text, mention  # noqa: S101 -- the fuzzer's verdict
    for form in FORMATS:
        form.write(report, 80)


def main() -> None:
    """Read the tables once, and hand over to libFuzzer."""
    missed = {reader.name for reader in READERS} - {reader_for(name).name for name in NAMES}
    assert not missed, "a reader has no name here"  # noqa: S101 -- a slip of ours
    known = knowledge()
    # The tables are read for each check; here once is enough.
    vars(app_check)["knowledge"] = lambda _: known
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
