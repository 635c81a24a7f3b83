"""What every name of the five lists is, by hand, and off-line: the traps among them too."""

import json
from pathlib import Path

import pytest

import named
from toolcrib.app.check import check, load

LISTS = sorted((Path(__file__).parents[1] / "lists").glob("*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name[:3])
def test_each_name_is_what_it_was_found_to_be(path: Path):
    """Kind and shared name of each entry; a name that is nothing has none."""
    lines = path.with_suffix(".truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth = [json.loads(line) for line in lines]
    wanted = {(one["line"], one["text"]): (one["kind"], one["name"]) for one in truth}
    mentions = check([load(str(path))], "3.13", named.TODAY, online=False).report.mentions
    told = {(one.line, one.text): (one.kind, one.name) for one in mentions}
    both = wanted.keys() & told.keys()
    assert len(both) > 0.9 * len(wanted)
    assert {place: told[place] for place in both} == {place: wanted[place] for place in both}
