"""The questions that word vectors are learnt from."""

from pathlib import Path

from toolcrib.catalog.bundle import Bundle

ROOT = Path(__file__).parents[2]
EXAM = ("exam_tuning.tsv", "exam_blind.tsv", "answered.tsv", "unanswered.tsv")


def lines(name: str) -> list[str]:
    """Return the lines of a file of questions."""
    return (ROOT / "training" / name).read_text("utf-8").splitlines()


def plain(question: str) -> str:
    """Return a question without what case and blanks make of it."""
    return " ".join(question.casefold().split())


def test_each_answer_is_a_module_of_the_catalog(built_in: Bundle):
    """A question about what is gone would teach nothing."""
    known = {module.id for module in built_in.modules()}
    for line in lines("answered.tsv"):
        question, modules = line.split("\t")
        assert question == question.strip() != ""
        assert modules.split(), line
        assert set(modules.split()) <= known, line


def test_no_question_is_learnt_from_twice():
    """Nor is one both answered and not."""
    asked = [
        plain(line.split("\t")[0])
        for name in ("answered.tsv", "elsewhere.tsv")
        for line in lines(name)
    ]
    assert len(asked) == len(set(asked))


def test_nothing_of_the_exam_is_learnt_from():
    """The exam measures what was not seen."""
    examined = set()
    for name in EXAM:
        rows = (ROOT / "tests/catalog" / name).read_text("utf-8").splitlines()
        column = 1 if name.startswith("exam") else 0
        examined |= {plain(row.split("\t")[column]) for row in rows}
    asked = {
        plain(line.split("\t")[0])
        for name in ("answered.tsv", "elsewhere.tsv")
        for line in lines(name)
    }
    assert asked & examined == set()
