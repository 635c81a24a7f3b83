"""The ranking: vectors on a small catalog, and what holds for every question."""

import functools
import operator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import content
from content import JSON, MATPLOTLIB, OPENCV, RUAMEL, SOCKET, YAML
from toolcrib.catalog.asked import named
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.certainty import Signs, is_certain
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.earned import WHOLE, Earned, weight_of
from toolcrib.catalog.lead import lead
from toolcrib.catalog.lookup import CODE
from toolcrib.catalog.nearness import FAR, NEAR, UNKNOWN_MEANING, Nearness
from toolcrib.catalog.postings import index
from toolcrib.catalog.question import Concept, read
from toolcrib.catalog.search import MEANT, Judge, rank, search
from toolcrib.model.identity import State, Trap


@pytest.mark.parametrize(
    ("query", "module"),
    [
        ("read a yaml config file", YAML),
        ("load settings from yaml", YAML),
        ("yaml parser", YAML),
        ("lire un fichier yaml", YAML),
        ("Comment lire la configuration ?", YAML),
        ("keep the comments of a yaml file", RUAMEL),
        ("check a port is open", SOCKET),
        ("write josn", JSON),
        ("json.dumps", JSON),
        ("create_connection", SOCKET),
        ("plot", MATPLOTLIB),
        ("computer vision", OPENCV),
    ],
)
def test_the_right_module_is_first(bundle: Bundle, query: str, module: str):
    """Titles, phrases, use cases, code, synonyms and slips all lead to the module."""
    assert search(bundle, query)[0].module == module


@pytest.mark.parametrize(
    "query",
    ["", "the", "check", "get file", "bake a chocolate cake", "kubernetes operator", "?!", "12 34"],
)
def test_nothing_is_found_for_nothing(bundle: Bundle, query: str):
    """Stop words, generic words alone and questions about other things have no hits."""
    assert search(bundle, query) == []


def test_generic_words_alone_find_what_has_them_all(bundle: Bundle):
    """Several generic words are a question when one text answers all of them."""
    assert search(bundle, "check open")[0].task == "check-a-port"


def test_generic_words_count_where_there_are_no_others():
    """One of them alone says nothing, nor do two beside a word that tells and stands nowhere."""
    generic, (telling,) = concepts("a", "b", generic=True), concepts("c")
    rows = [(0, -1, "task", "m", 100)]

    def found(asked: list[Concept], values: list[int]) -> bool:
        earned = of_lists(values, [1] * len(values), [])
        return bool(rank(asked, {0: earned}, rows, judge=always))

    assert found(generic, [100, 100])
    assert not found(generic, [100, 0])
    assert not found([*generic, telling], [100, 100, 0])
    assert found([*generic, telling], [100, 100, 100])


def test_a_hit_names_the_words_it_was_found_by(bundle: Bundle):
    """Words as they were typed; of a corrected one, both forms."""
    assert search(bundle, "write josn")[0].words == ("write", "josn → json")
    assert search(bundle, "load yaml settings")[0].words == ("load", "yaml", "settings")
    assert search(bundle, "ruamel.yaml")[0].words == ("ruamel.yaml",)


def test_a_task_is_found_once_with_the_module_that_fits_best(bundle: Bundle):
    """The preferred module stands for the task, unless the question is about another one."""
    tasks = [match.task for match in search(bundle, "read yaml configuration")]
    assert len(tasks) == len(set(tasks))
    assert search(bundle, "read yaml configuration")[0].module == YAML
    assert search(bundle, "ruamel.yaml configuration")[0].module == RUAMEL


def test_a_module_without_a_task_is_found_itself(bundle: Bundle):
    """What the catalog knows and has no program for yet is not hidden."""
    (match,) = search(bundle, "edge detection")
    assert (match.task, match.module) == (None, OPENCV)


def concepts(*shown: str, generic: bool = False) -> list[Concept]:
    """Return concepts of equal rarity."""
    return [Concept(shown=s, stem=s, terms={s: 100}, rarity=1, generic=generic) for s in shown]


def always(_: Signs) -> bool:
    """Judge any answer worth giving, for who tests the order of hits."""
    return True


def never(_: Signs) -> bool:
    """Judge no answer worth giving."""
    return False


def of_lists(values: list[int], texts: list[int], pairs: list[int]) -> Earned:
    """Return what a document earned for each concept, in their order; 0 is nothing."""
    met = {number: value for number, value in enumerate(values) if value}
    return Earned(
        values=met,
        texts={number: texts[number] for number in met},
        pairs={number: value for number, value in enumerate(pairs) if value},
        bits=functools.reduce(operator.or_, texts, 0),
    )


def test_what_stands_together_is_ahead():
    """Of two documents with the same words, the one that has them in one text comes first."""
    earned = {
        0: of_lists([100, 100], [0b01, 0b10], [0, 0]),
        1: of_lists([100, 100], [0b10, 0b10], [0, 0]),
    }
    found = rank(
        concepts("a", "b"),
        earned,
        [(0, -1, "apart", "m", 100), (1, -1, "near", "m", 100)],
        judge=always,
    )
    assert [match.task for match in found] == ["near", "apart"]


def test_words_in_their_order_are_ahead():
    """Of two documents with the same words, the one that has them in this order comes first."""
    earned = {
        0: of_lists([100, 100], [1, 1], [0, 0]),
        1: of_lists([100, 100], [1, 1], [50, 0]),
    }
    rows = [(0, -1, "turned", "m", 100), (1, -1, "ordered", "m", 100)]
    assert [match.task for match in rank(concepts("a", "b"), earned, rows, judge=always)] == [
        "ordered",
        "turned",
    ]


def test_a_module_lends_its_score_to_the_best_of_its_tasks():
    """What a module's own texts answer is told with the task that comes nearest."""
    earned = {
        0: of_lists([20], [1], [0]),
        1: of_lists([30], [1], [0]),
        2: of_lists([100], [1], [0]),
    }
    rows = [
        (0, 2, "far", "m", 110),
        (1, 2, "near", "m", 115),
        (-1, 2, None, "m", 110),
    ]
    (near, far) = rank(concepts("a"), earned, rows, judge=always)
    assert (near.task, near.module, near.score) == ("near", "m", 110)
    assert (far.task, far.score) == ("far", 77)


def test_a_task_that_has_no_word_of_the_question_is_no_hit():
    """That its module answers says nothing of the task."""
    earned = {2: of_lists([100], [1], [0])}
    rows = [(0, 2, "other", "m", 100), (-1, 2, None, "m", 100)]
    assert [match.task for match in rank(concepts("a"), earned, rows, judge=always)] == [None]


def test_two_tasks_of_a_module_leave_room_for_others():
    """What else would do comes before a module's third task."""
    earned = {n: of_lists([100 - n], [1], [0]) for n in range(4)}
    rows = [(n, -1, f"task {n}", "m", 100) for n in range(3)] + [(3, -1, "last", "n", 100)]
    tasks = [match.task for match in rank(concepts("a"), earned, rows, judge=always)]
    assert tasks == ["task 0", "task 1", "last"]


def test_the_standard_library_is_ahead_at_equal_fit():
    """Nobody has to install it."""
    earned = {n: of_lists([100], [1], [0]) for n in range(2)}
    of_pypi = lead("pypi:a", preferred=True, proven=False, rank=None)
    of_std = lead("std:b", preferred=True, proven=False, rank=None)
    rows = [(0, -1, "a", "pypi:a", of_pypi), (1, -1, "b", "std:b", of_std)]
    assert [match.task for match in rank(concepts("a"), earned, rows, judge=always)] == ["b", "a"]


def test_the_well_known_is_ahead_at_equal_fit():
    """Of two distributions that fit alike most people want the one that most people install."""
    ranks = (120, 1_500, 5_000, 90_000, None)
    shares = [lead("pypi:a", preferred=True, proven=True, rank=each) for each in ranks]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 4


def test_proven_is_ahead_of_not_yet_proven_at_equal_fit():
    """Execution decides where the words do not."""
    earned = {
        0: of_lists([100], [1], [0]),
        1: of_lists([100], [1], [0]),
    }
    not_yet, proven = (lead("m", preferred=True, proven=each, rank=None) for each in (False, True))
    found = rank(
        concepts("a"), earned, [(0, -1, "a", "m", not_yet), (1, -1, "b", "m", proven)], judge=always
    )
    assert [match.task for match in found] == ["b", "a"]


def test_the_preferred_module_is_ahead_at_equal_fit():
    """Within a task the preference decides where the words do not."""
    earned = {0: of_lists([100], [1], [0])}
    other = lead("other", preferred=False, proven=True, rank=None)
    preferred = lead("preferred", preferred=True, proven=False, rank=None)
    rows = [(0, -1, "task", "other", other), (0, -1, "task", "preferred", preferred)]
    (found,) = rank(concepts("a"), earned, rows, judge=always)
    assert found.module == "preferred"


def test_who_answers_too_little_is_out():
    """One common word of a longer question is no answer."""
    earned = {0: of_lists([100, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0])}
    assert rank(concepts(*"abcd"), earned, [(0, -1, "task", "m", 100)]) == []


def test_half_of_a_question_is_no_answer_where_nothing_tells_what_it_means():
    """Two of three words are; and so is half, where it is near in what it means."""
    assert met(0b1, 0) == []
    assert met(0b1, 0b10, 0) == ["m"]
    earned = {0: of_lists([200, 0], [0b1, 0], [0, 0])}
    rows = [(0, -1, "task", "m", 100)]
    assert len(rank(concepts("a", "b"), earned, rows, Nearness([70], 0))) == 1


def test_bounds_of_large_catalogs_leave_out_what_earns_least(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch
):
    """Of many documents with an essential word those with the most of them are looked at."""
    whole = search(bundle, "read a yaml config file")
    monkeypatch.setattr("toolcrib.catalog.earned.LOOKED_AT", 1)
    cut = search(bundle, "read a yaml config file")
    assert cut[0] == whole[0]
    assert {match.task for match in cut if not match.beside} < {match.task for match in whole}


def test_common_words_find_what_rarer_ones_lead_to(bundle: Bundle, monkeypatch: pytest.MonkeyPatch):
    """After so many places, what has none of the rarest words is not looked at any more."""
    query = "read write json yaml"
    rarest = max(read(bundle, query), key=weight_of).shown

    def without() -> list[str]:
        matches = search(bundle, query)
        return [m.module for m in matches if rarest not in m.words and not m.beside]

    assert without()
    monkeypatch.setattr("toolcrib.catalog.earned.LOOKED_THROUGH", 0)
    assert search(bundle, query)
    assert not without()


def test_a_hit_far_behind_the_first_is_left_out():
    """What has a tenth of the best score is noise beside it."""
    earned = {
        0: of_lists([300], [1], [0]),
        1: of_lists([30], [1], [0]),
    }
    rows = [(0, -1, "good", "m", 100), (1, -1, "poor", "m", 100)]
    assert [match.task for match in rank(concepts("a"), earned, rows, judge=always)] == ["good"]


def test_the_order_is_the_same_in_any_bundle(tmp_path: Path):
    """Scores are whole numbers: compiled again, a question has the same answer to the figure."""
    answers = []
    for name in ("one", "other"):
        compile_bundle(content.small(), {}, tmp_path / name)
        with Bundle(str(tmp_path / name)) as made:
            answers.append(search(made, "read yaml settings file"))
    assert answers[0] == answers[1]
    assert all(isinstance(match.score, int) for match in answers[0])


@given(st.text())
def test_any_question_is_answered(small_bundle: Bundle, query: str):
    """No text makes the search fail, and hits are in the order of their scores."""
    scores = [match.score for match in search(small_bundle, query)]
    assert scores == sorted(scores, reverse=True)


@pytest.fixture(scope="module")
def small_bundle(bundle: Bundle) -> Bundle:
    """Return the same bundle; hypothesis wants a fixture that is not made anew."""
    return bundle


def test_a_long_question_is_not_refused(bundle: Bundle):
    """Who pastes a page gets an answer to its beginning."""
    page = "read a yaml config file " + " ".join(f"word{number}" for number in range(50_000))
    assert len(read(bundle, page)) == 64
    assert search(bundle, "read a yaml config file. " * 20_000)[0].module == YAML


def test_each_concept_stands_once(bundle: Bundle):
    """Repeating a word does not make it weigh more."""
    assert read(bundle, "yaml yaml YAML") == read(bundle, "yaml")


def test_a_pitfall_is_no_answer(tmp_path: Path):
    """What somebody should not do with a module does not lead to it."""
    found = {term.name for term in index(content.small()).terms}
    assert "stranger" in str(content.small().modules[YAML].pitfall)
    assert "strang" not in found
    compile_bundle(content.small(), {}, tmp_path / "bundle")
    with Bundle(str(tmp_path / "bundle")) as made:
        assert search(made, "a stranger's code") == []


def test_the_name_of_something_else_is_no_slip(tmp_path: Path):
    """A trap that is spelt nearly like a word of ours is left as it is; a slip is mended."""
    trap = Trap(name="josn", state=State.OTHER_PROJECT, why="a stub", source="-")
    catalog = msgspec.structs.replace(content.small(), traps=(trap,))
    compile_bundle(catalog, {}, tmp_path / "bundle")
    with Bundle(str(tmp_path / "bundle")) as made:
        assert [concept.terms for concept in read(made, "josn")] == [{}]
        assert [concept.shown for concept in read(made, "jsno")] == ["jsno → json"]
        assert named(made, "josn").modules == ()
        assert [meant.module for meant in named(made, "jsno").modules] == [JSON]


def test_only_telling_texts_mend_slips():
    """No word is taken for one that stands in code or in a docstring alone."""
    forms = index(content.small()).forms
    assert "yaml" in forms
    assert "because" not in forms
    assert "dumps" not in forms


def met(texts: int, *others: int, judge: Judge = is_certain) -> list[str]:
    """Return what is found for concepts that stand in these texts of one document; 0 is unmet."""
    bits = [texts, *others]
    earned = {
        0: of_lists([200 * (b != 0) for b in bits], [max(b, 0) for b in bits], [0] * len(bits))
    }
    shown = [f"word{number}" for number in range(len(bits))]
    rows = [(0, -1, "task", "m", 100)]
    return [m.module for m in rank(concepts(*shown), earned, rows, judge=judge)]


PASSING = -1
"""Stands for a word that has a weight and no text that tells."""


def test_a_word_in_passing_tells_nothing():
    """What stands in a docstring or is part of a name in code finds nothing by itself."""
    assert met(0b1) == ["m"]
    assert met(PASSING) == []
    assert met(PASSING, PASSING) == []
    assert met(0b1, 0b10, PASSING) == ["m"]


def test_a_name_typed_as_in_code_is_one():
    """`read_csv` beside a word that stands nowhere is no accident, even if texts have it, too."""
    plain, unmet = concepts("readcsv", "b")
    earned = {0: of_lists([100, 0], [WHOLE, 0], [0, 0])}
    rows = [(0, -1, "task", "m", 100)]
    coded = msgspec.structs.replace(plain, coded=True)
    assert rank([plain, unmet], earned, rows) == []
    assert [match.module for match in rank([coded, unmet], earned, rows)] == ["m"]


def test_a_name_in_code_is_found_by_who_asks_for_nothing_else():
    """`defaultdict` is a question; beside unknown words it is an accident."""
    assert met(WHOLE) == ["m"]
    assert met(WHOLE, PASSING) == ["m"]
    assert met(WHOLE, 0) == []


def test_who_asks_for_a_name_gets_it_without_a_judge():
    """Nobody can mean anything else by it, however far the signs are from certain."""
    assert met(WHOLE, judge=never) == ["m"]
    assert met(CODE, 0, judge=never) == ["m"]
    assert met(0b1, judge=never) == []


def test_the_judge_is_told_the_signs_of_the_best_hit():
    """Half of the question's weight is answered; the nearest document counts, whichever it is."""
    asked: list[Signs] = []
    rows = [(0, -1, "poor", "m", 100), (1, -1, "good", "m", 200)]
    earned = {n: of_lists([100, 0], [1, 0], [0, 0]) for n in range(2)}

    def judge(signs: Signs) -> bool:
        asked.append(signs)
        return True

    found = rank(concepts("a", "b"), earned, rows, judge=judge)
    assert [match.task for match in found] == ["good", "poor"]
    assert asked == [Signs(near=UNKNOWN_MEANING, elsewhere=0, answered=50, words=2)]
    rank(concepts("a", "b"), earned, rows, Nearness([30, 70], -5), judge=judge)
    assert asked[1:] == [Signs(near=70, elsewhere=-5, answered=50, words=2)]


def test_what_is_certain_enough_is_all_shown_or_nothing():
    """The judge decides on the answer as a whole, not on each hit."""
    earned = {n: of_lists([100 - n], [1], [0]) for n in range(2)}
    rows = [(n, -1, f"task {n}", "m", 100) for n in range(2)]
    assert len(rank(concepts("a"), earned, rows)) == 2
    assert rank(concepts("a"), earned, rows, judge=never) == []
    assert rank(concepts("a"), {}, rows) == []


def test_what_is_near_in_meaning_is_found_without_a_word():
    """It has no words; the nearer is ahead, and what is no nearer than `NEAR` is none."""
    rows = [(n, -1, f"task {n}", f"m{n}", 100) for n in range(3)]
    found = rank(concepts("a"), {}, rows, Nearness([NEAR + 20, NEAR + 30, NEAR], 0), judge=always)
    assert [(match.task, match.words) for match in found] == [("task 1", ()), ("task 0", ())]


def test_what_is_far_is_out():
    """Its words are met by chance; as near as `FAR` they count."""
    earned = {n: of_lists([100], [1], [0]) for n in range(2)}
    rows = [(n, -1, f"task {n}", f"m{n}", 100) for n in range(2)]
    found = rank(concepts("a"), earned, rows, Nearness([FAR - 1, FAR], 0), judge=always)
    assert [match.task for match in found] == ["task 1"]


def test_a_task_is_as_near_as_its_module():
    """What a module means is what its programs are about."""
    rows = [(0, 1, "task", "m", 100)]
    (found,) = rank(concepts("a"), {}, rows, Nearness([NEAR, NEAR + 10], 0), judge=always)
    assert (found.task, found.score) == ("task", 10 * MEANT * weight_of(concepts("a")[0]) // 100)


def test_of_two_with_the_same_words_the_nearer_is_ahead():
    """Meaning adds to what words earn."""
    earned = {n: of_lists([100], [1], [0]) for n in range(2)}
    rows = [(n, -1, f"task {n}", f"m{n}", 100) for n in range(2)]
    found = rank(concepts("a"), earned, rows, Nearness([NEAR, NEAR + 10], 0), judge=always)
    assert [match.task for match in found] == ["task 1", "task 0"]
    assert {match.words for match in found} == {("a",)}


def test_a_generic_word_that_stands_nowhere_is_generic_still(bundle: Bundle):
    """It does not weigh like the name of something that the catalog does not have."""
    (concept,) = read(bundle, "get")
    assert concept.generic
    assert all(bundle.places(term) == ((), (), ()) for term in concept.terms)


def test_names_of_the_standard_library_lead_to_their_module(tmp_path: Path):
    """A class or function stands for its module, or for the one that lies around it."""
    attributes = {"raw_decode": "json.decoder", "elsewhere": "nowhere"}
    compile_bundle(content.small(), {}, tmp_path / "bundle", attributes=attributes)
    with Bundle(str(tmp_path / "bundle")) as made:
        assert [match.module for match in search(made, "raw_decode")] == [JSON]
        assert search(made, "elsewhere") == []


def test_a_name_is_found_without_the_marks_of_a_module():
    """Who asks for `yaml` means `pyyaml` and its like."""
    (term,) = (term for term in index(content.small()).terms if term.name == "pyyaml")
    (bare,) = (term for term in index(content.small()).terms if term.name == "yaml")
    assert set(term.places) <= set(bare.places)


def test_unknown_words_weigh_less_in_a_long_question(bundle: Bundle):
    """In three words the unknown one is the subject; in a story it is beside the point."""
    unknown = [
        next(c.rarity for c in read(bundle, question) if c.shown == "xyzzyplugh")
        for question in ("xyzzyplugh", "xyzzyplugh yaml", "xyzzyplugh yaml config comments port")
    ]
    assert unknown == sorted(unknown, reverse=True)
    assert len(set(unknown)) == 3
