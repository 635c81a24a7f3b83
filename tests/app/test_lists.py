"""Lists of many shapes and languages, read with the catalog of this checkout."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import named
from toolcrib.app.check import check, load

LISTS = Path(__file__).parents[1] / "lists"
FOLDERS = ("more", "wider", "habits", "readmes", "further")
TRUTHS = sorted(path for folder in FOLDERS for path in (LISTS / folder).glob("*.truth.jsonl"))
BAR, OF_FIELDS = 0.93, 0.95
ENDS = " .。:"


def plain(text: str) -> str:
    """Return a text without what does not count: white space, its number, marks at its ends."""
    return re.sub(r"^\d+[.)]\s+", "", " ".join(text.split())).strip(ENDS)


def joined(value: str | list[str], field: str) -> str:
    """Return what a truth says of a field as one text."""
    mark = "\n" if field == "examples" else ", "
    return value if isinstance(value, str) else mark.join(value)


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.name.partition(".")[0])
def test_lists_of_others_are_read_as_by_hand(truth: Path):
    """Names at their places, nothing else, and with them category, purpose, use cases, examples."""
    entries: list[dict[str, Any]] = [
        json.loads(line) for line in truth.read_text(encoding="utf-8").splitlines()
    ]
    stem = truth.name.removesuffix(".truth.jsonl")
    (path,) = [p for p in truth.parent.iterdir() if p.stem == stem and p != truth]
    found = check([load(str(path))], "3.13", named.TODAY, online=False).report.mentions
    allowed = {(e["line"], e["column"], e["text"]): e for e in entries}
    wanted = {key for key, entry in allowed.items() if not entry.get("optional")}
    right = [m for m in found if (m.line, m.column, m.text) in wanted]
    wrong = [m for m in found if (m.line, m.column, m.text) not in allowed]
    assert 2 * len(right) / (len(right) + len(wrong) + len(wanted)) >= BAR
    same = []
    for mention in right:
        entry = allowed[mention.line, mention.column, mention.text]
        told = {
            "category": plain(mention.category),
            "purpose": plain(mention.purpose),
            "use_cases": plain(", ".join(mention.use_cases)),
            "examples": plain("\n".join(e.code for e in mention.examples)),
        }
        # What a person could not tell either is not in the truth.
        true = {field: entry[field] for field in told if field in entry}
        same += [told[field] == plain(joined(value, field)) for field, value in true.items()]
    assert sum(same) / len(same) >= OF_FIELDS
