"""The vectors of words: every program that searches a bundle must give the same."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.catalog.words import fold, joined, letters, name_key, parts, split, stem

ALIKE = [
    "configuration configure configurer configured configurations",
    "vérification vérifier verify verifying verifies",
    "log logs logging logger logged",
    "parse parser parsing parses",
    "directory directories",
    "create creating creation créer created",
    "validate validation valider",
    "process processes processing",
    "serialize serialise serialization sérialisation",
    "schedule scheduler scheduling",
    "date dates",
    "réseau réseaux",
    "journal journaux",
    "chiffrer chiffrement chiffré chiffrés",
    "class classes",
    "copy copies copying copied copier",
    "database databases",
    "analyse analyze analysis",
    "run running runner",
    "key keys",
    "recursive recursively",
    "safe safely",
    "slow slowly",
    "add adds adding added",
    "box boxes boxing",
    "code coding coder codes",
    "connect connection connected",
    "encrypt encryption",
]

APART = [
    ("data", "date"),
    ("number", "numba"),
    ("string", "str"),
    ("status", "state"),
    ("process", "prose"),
    ("pip", "pipe"),
    ("temps", "temp"),
    ("sha256", "sha1"),
]


@pytest.mark.parametrize("words", ALIKE)
def test_forms_of_a_word_have_one_stem(words: str):
    """Plurals, participles and derivations of English and French meet in one stem."""
    assert len({stem(fold(word)) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_have_another_stem(one: str, other: str):
    """Cutting endings does not make different words the same."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lire l'entête d'un XML", ["lire", "l", "entete", "d", "un", "xml"]),
        ("xml.etree.ElementTree", ["xml.etree.elementtree"]),
        ("scikit-learn, or safe_load?", ["scikit-learn", "or", "safe_load"]),
        ("cœur ŒUVRE", ["coeur", "oeuvre"]),
        ("…!?", []),
        ("", []),
    ],
)
def test_split(text: str, words: list[str]):
    """Words are folded; dotted, dashed and underscored names stay whole; marks vanish."""
    assert split(text) == words


def test_a_compound_has_parts_and_is_one_word():
    """A name can be compared whole and by its parts, however its authors join them."""
    assert parts("ruamel.yaml") == ["ruamel", "yaml"]
    assert joined("scikit-learn") == joined("scikit_learn") == "scikitlearn"
    assert name_key("Scikit_Learn") == name_key("scikit learn") == "scikit-learn"


def test_letters_are_a_set():
    """Order and repetition do not change the bits, another letter does."""
    assert letters("json") == letters("josnn")
    assert letters("json") != letters("jsan")


@given(st.text())
def test_any_text_gives_plain_words(text: str):
    """Whatever is typed, words are of lower-case ASCII and their stems are not empty."""
    allowed = set(string.ascii_lowercase + string.digits)
    for word in split(text):
        for piece in parts(word):
            assert set(piece) <= allowed
            assert stem(piece)


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    """What has no accents and no capitals stays as it is."""
    assert fold(fold(text)) == fold(text)
