"""Near names: what a name may have been meant to be, and nothing that does not exist."""

import pytest

from named import world
from toolcrib.app.names import knowledge
from toolcrib.identify.near import near_names
from toolcrib.identify.tables import import_owners, popular

WORLD = world()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("reqeusts", "pypi:requests"),
        ("requets", "pypi:requests"),
        ("numpyy", "pypi:numpy"),
        ("matlibplot", "pypi:matplotlib"),
        ("beautifulsop4", "pypi:beautifulsoup4"),
        ("python-yaml", "pypi:pyyaml"),
        ("dotenv-python", "pypi:python-dotenv"),
        ("scikitlearn", "pypi:scikit-learn"),
        ("learn scikit", "pypi:scikit-learn"),
        ("onnx-runtime", "pypi:onnxruntime"),
        ("tensoflow", "pypi:tensorflow"),
        ("djnago", "pypi:django"),
        ("crytography", "pypi:cryptography"),
        ("asnycio", "std:asyncio"),
        ("pytest-randomy", "pypi:pytest-randomly"),
    ],
)
def test_slips_lead_to_what_was_meant(written: str, meant: str):
    """Typing slips, swapped words, affixes, dashes: among the first three."""
    assert meant in near_names(written, knowledge())


def test_the_nearer_and_better_known_comes_first():
    """One slip to a project that many use."""
    assert near_names("reqeusts", knowledge())[0] == "pypi:requests"


@pytest.mark.parametrize("written", ["python-qrcode", "qrcode-python", "py-qrcode", "qrcode-py"])
def test_a_word_for_python_is_nothing_of_the_name(written: str):
    """What has all other letters right comes before what looks alike as a whole."""
    assert near_names(written, knowledge())[0] == "pypi:qrcode"


def test_a_list_of_all_names_widens_the_search():
    """Then a name that nobody knows is offered too, and still none that does not exist."""
    everything = {"zyxwvuts-helper", "helper-zyxwvuts"}
    assert near_names("zyxwvuts-helpr", WORLD) == ()
    found = near_names("zyxwvuts-helpr", WORLD, exists=everything.__contains__)
    assert found == ("pypi:zyxwvuts-helper",)


@pytest.mark.parametrize("name", ["", "ab", "a" * 500, "zxqvwkjhgf", "💥" * 10])
def test_what_is_near_nothing_has_no_near_name(name: str):
    """Too short, too long, or like nothing."""
    assert near_names(name, WORLD) == ()


def test_nothing_is_offered_that_does_not_exist():
    """Each offer is in a table, whatever was written."""
    for written in ("pyhton-docx", "flask-restfull", "fastpi", "urllib33", "py-yaml", "jango"):
        for offered in near_names(written, WORLD):
            origin, _, name = offered.partition(":")
            known = name in popular() or name in WORLD.distributions
            owned = any(name in (import_owners().get(one) or "") for one in import_owners())
            assert known or owned or (origin == "std" and name in WORLD.stdlib.modules)
