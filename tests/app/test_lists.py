"""Lists of many shapes and languages, read with the catalog of this checkout."""

import json
from pathlib import Path
from typing import Any

import pytest

import named
from toolcrib.app.check import check, load

TRUTHS = sorted((Path(__file__).parents[1] / "lists" / "more").glob("*.truth.jsonl"))
BAR, OF_FIELDS = 0.93, 0.95
ENDS = " .。:"


def plain(text: str) -> str:
    """Return a text without what does not count: white space, and marks at its ends."""
    return " ".join(text.split()).strip(ENDS)


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.name.partition(".")[0])
def test_lists_of_others_are_read_as_by_hand(truth: Path):
    """Names at their places, nothing else, and purpose, use cases and examples with them."""
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
    same = 0
    for mention in right:
        entry = allowed[mention.line, mention.column, mention.text]
        same += plain(mention.purpose) == plain(entry["purpose"])
        same += plain(", ".join(mention.use_cases)) == plain(", ".join(entry["use_cases"]))
        same += [e.code.strip() for e in mention.examples] == [e.strip() for e in entry["examples"]]
    assert same / (3 * len(right)) >= OF_FIELDS
