"""Questions to the built-in catalog: what it can answer, and what it cannot."""

import csv
from pathlib import Path

import pytest

from toolcrib.app.find import find
from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle

HERE = Path(__file__).parent

STILL_ANSWERED = {
    "kibana dashboard of events",
    "minecraft nbt world file",
    "read a dicom scan",
    "rotate the camera",
    "translate latin poetry by hand",
    "whatsapp bot",
}
"""What is left of these beside a name that nobody here knows means something that is here."""


def questions(name: str) -> list[tuple[str, frozenset[str]]]:
    """Return questions with the modules that would answer them, in the catalog or not."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(query, frozenset(" ".join(right).split())) for query, *right in rows]


def marked(query: str) -> tuple[pytest.MarkDecorator, ...]:
    """Return what is expected of a question that nothing here answers."""
    return (pytest.mark.xfail(strict=True),) if query in STILL_ANSWERED else ()


ANSWERED, UNANSWERED = questions("answered.tsv"), questions("unanswered.tsv")


def first(bundle: Bundle, query: str) -> str | None:
    """Return the module that is the first hit."""
    return next((hit.id for hit in find(bundle, query, Texts(bundle, "en"), 1).hits), None)


@pytest.mark.parametrize(
    ("query", "right"), [pytest.param(*row, marks=marked(row[0])) for row in UNANSWERED]
)
def test_what_nothing_here_does_has_no_hit(built_in: Bundle, query: str, right: frozenset[str]):
    """No answer is better than a wrong one; should a right one come in, it may be first."""
    assert first(built_in, query) in {None, *right}


def test_most_of_what_is_here_is_found_first(built_in: Bundle):
    """Of plain questions with an answer in the catalog, 85 of 100 have it as the first hit."""
    wrong = [query for query, right in ANSWERED if first(built_in, query) not in right]
    assert len(ANSWERED) >= 60
    assert len(wrong) <= 0.15 * len(ANSWERED), wrong


def test_there_are_enough_questions_without_an_answer(built_in: Bundle):
    """As the catalog grows, new things that it does not do must take the place of old ones."""
    known = {module.id for module in built_in.modules()}
    assert sum(right.isdisjoint(known) for _, right in UNANSWERED) >= 40


def test_the_questions_are_not_those_of_the_benchmark():
    """What the weights were tuned on says nothing about other questions."""
    path = HERE.parents[1] / "benchmarks/questions.tsv"
    tuned = {line.split("\t")[0] for line in path.read_text("utf-8").splitlines()}
    assert tuned.isdisjoint(query for query, _ in ANSWERED)


@pytest.mark.parametrize(
    ("query", "module"),
    [
        ("serve static files", "std:http.server"),
        ("alternatives to requests", "pypi:requests"),
        ("rotate log files", "std:logging"),
        ("current working directory", "std:os"),
    ],
)
def test_beside_the_point(built_in: Bundle, query: str, module: str):
    """Words that narrow a question down without being in the catalog do not hide its answer."""
    assert first(built_in, query) == module


def test_words_in_another_order_are_another_question(built_in: Bundle):
    """Speaking a text and writing down what is said are not the same modules' work."""
    speaks = {"pypi:gtts", "pypi:pyttsx3", "pypi:edge-tts"}
    assert first(built_in, "text to speech") in speaks
    assert first(built_in, "speech to text") not in speaks


def test_common_words_are_a_question_where_nothing_else_is_asked(built_in: Bundle):
    """What scripts and modules do is a subject as any other."""
    assert first(built_in, "execute another python script") == "std:runpy"
    assert first(built_in, "list all modules in a package") == "std:pkgutil"


def test_a_missing_module_that_is_no_entry_is_looked_for_in_texts(built_in: Bundle):
    """Nothing is listed under `pip`, but one module is there to install it."""
    assert first(built_in, "No module named pip") == "std:ensurepip"
    assert first(built_in, "No module named foobarium") is None
