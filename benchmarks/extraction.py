"""Measure how lists are read, against what people found in them by hand.

    python benchmarks/extraction.py [--online] [--misses] [FOLDER ...]

A folder holds lists, each with its truth beside it (`name.truth.jsonl` for `name.*`): an object a
line for each mention, with `line`, `text`, `name` (the one that all mentions of the module share;
empty where it is none), perhaps `column`, `category`, `purpose`, `use_cases` and `examples`.
Where there is `has_purpose` instead of a text, and so on, only that is compared. Mentions that are
`optional` are neither demanded nor punished. Without folders the lists of the tests are measured.

For each list: precision, recall and F1 of the mentions (the same line and the same text), the
share of those found that are the module that is meant, and the shares whose column, category,
purpose, use cases and examples are right, letter for letter but for white space, case, numbers in
front of a category, and marks at the ends.
The bars: F1 0.98 and resolution 0.99 on lists that were known, F1 0.93 on others, the rest 0.95.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from toolcrib.app.check import check, load
from toolcrib.model.finding import MentionRecord

Truth = dict[str, Any]

HERE = Path(__file__).parents[1] / "tests" / "lists"
TODAY, TARGET = "2026-11-20", "3.13"
FIELDS = ("column", "category", "purpose", "use_cases", "examples")
HAS = {"purpose": "has_purpose", "use_cases": "has_use_case", "examples": "has_example"}
ENDS = " \t\n-–—:：,;.。|→*_`"  # noqa: RUF001 -- marks of several scripts

# A number in front of a category is no part of its name.
_NUMBER, _NOTHING = re.compile(r"^\d+[.)]\s*"), re.compile(r"^\b\B")

F1_BAR, RESOLUTION_BAR, FIELD_BAR = 0.93, 0.99, 0.95


class Score:
    """Counts of one list, or of several."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.right = self.wrong = self.missed = 0
        self.fields: Counter[str] = Counter()
        self.measured: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, other: "Score") -> None:
        """Take the counts of another list."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.fields.update(other.fields)
        self.measured.update(other.measured)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)

    def share(self, field: str) -> float | None:
        """The share of mentions found whose field is right, if the truth has it at all."""
        return self.fields[field] / self.measured[field] if self.measured[field] else None

    def row(self, name: str) -> str:
        """Return the figures as a row."""
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        shares = (self.share(field) for field in ("name", *FIELDS))
        figures = " ".join("    -" if share is None else f"{share:5.3f}" for share in shares)
        return f"{name:24.24} {precision:5.3f} {recall:5.3f} {self.f1:5.3f}  {figures}"


def measured(path: Path, truth: Sequence[Truth], *, online: bool) -> Score:
    """Return how a list is read."""
    report = check([load(str(path))], TARGET, TODAY, online=online).report
    score = Score()
    wanted = {(entry["line"], entry["text"]): entry for entry in truth}
    found = {(m.line, m.text): m for m in report.mentions}
    for key, mention in found.items():
        entry = wanted.get(key)
        if entry is None:
            score.wrong += 1
            score.misses.append(f"{path.name}:{key[0]}: not an entry: {key[1]}")
        elif not entry.get("optional"):
            score.right += 1
            _compare(score, path, mention, entry)
    for key, entry in wanted.items():
        if key not in found and not entry.get("optional"):
            score.missed += 1
            score.misses.append(f"{path.name}:{key[0]}: not found: {key[1]}")
    return score


def _compare(score: Score, path: Path, mention: MentionRecord, entry: Truth) -> None:
    for field, told, true in _pairs(mention, entry):
        score.measured[field] += 1
        if told == true:
            score.fields[field] += 1
        else:
            score.misses.append(
                f"{path.name}:{mention.line}: {mention.text}: {field} {told!r}, not {true!r}"
            )


def _pairs(mention: MentionRecord, entry: Truth) -> Iterator[tuple[str, object, object]]:
    yield "name", mention.name, entry["name"]
    told: dict[str, object] = {
        "column": mention.column,
        "category": mention.category,
        "purpose": mention.purpose,
        "use_cases": list(mention.use_cases),
        "examples": [example.code for example in mention.examples],
    }
    for field in FIELDS:
        if field in entry:
            number = _NUMBER if field == "category" else _NOTHING
            yield field, number.sub("", _plain(told[field])), number.sub("", _plain(entry[field]))
        elif HAS.get(field) in entry:
            yield field, bool(told[field]), bool(entry[HAS[field]])


def _plain(value: object) -> str:
    """Return a value in the form in which it is compared; several texts are one."""
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return " ".join(str(value or "").casefold().split()).strip(ENDS)


def lists_in(folder: Path) -> Iterator[tuple[Path, list[Truth]]]:
    """Yield the lists of a folder and of the folders in it that have a truth."""
    for truth in sorted(folder.rglob("*.truth.jsonl")):
        stem = truth.name.removesuffix(".truth.jsonl")
        beside = (p for p in truth.parent.iterdir() if p.stem == stem and p != truth)
        lines = truth.read_text(encoding="utf-8").splitlines()
        for path in beside:
            yield path, [json.loads(line) for line in lines]


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the status is 1 when a bar is not met."""
    flags = {word for word in arguments if word.startswith("--")}
    folders = [Path(word) for word in arguments if not word.startswith("--")] or [HERE]
    total = Score()
    print(f"{'list':24} prec. recall F1     name  col.  cat.  purp. uses  examples")
    for folder in folders:
        for path, truth in lists_in(folder):
            score = measured(path, truth, online="--online" in flags)
            total.add(score)
            print(score.row(path.name))
            if "--misses" in flags:
                print(*(f"    {line}" for line in score.misses), sep="\n")
    print(total.row("all"))
    shares = [share for field in FIELDS if (share := total.share(field)) is not None]
    met = total.f1 >= F1_BAR and (total.share("name") or 0) >= RESOLUTION_BAR
    return int(not met or min(shares, default=1.0) < FIELD_BAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
