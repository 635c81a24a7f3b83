"""What names are: every source in its order, and three answers for what nobody knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from named import TODAY, lookup, world
from toolcrib.identify.evidence import evidence
from toolcrib.identify.identify import identify, needs_index
from toolcrib.model.identity import Identity, State

WORLD = world()


@pytest.mark.parametrize(
    ("name", "state", "id_"),
    [
        ("json", State.STDLIB, "std:json"),
        ("os.path", State.STDLIB, "std:os.path"),
        ("xml.etree.ElementTree", State.STDLIB, "std:xml.etree.ElementTree"),
        ("Random", State.STDLIB, "std:random"),
        ("imp", State.STDLIB_REMOVED, "std:imp"),
        ("thread", State.PYTHON2, "std:thread"),
        ("Urllib2", State.PYTHON2, "std:urllib2"),
        ("configParser", State.STDLIB, "std:configparser"),
        ("MD5", State.UNKNOWN, None),
        ("ConfigParser", State.PYTHON2, "std:ConfigParser"),
        ("OrderedDict", State.STDLIB_ATTRIBUTE, "std:collections"),
        ("collections.OrderedDict", State.STDLIB_ATTRIBUTE, "std:collections"),
        ("dataclass", State.STDLIB_ATTRIBUTE, "std:dataclasses"),
        ("print", State.BUILTIN, None),
        ("PyYAML", State.DISTRIBUTION, "pypi:pyyaml"),
        ("pyyaml", State.DISTRIBUTION, "pypi:pyyaml"),
        ("python_dotenv", State.DISTRIBUTION, "pypi:python-dotenv"),
        ("scikit-learn", State.DISTRIBUTION, "pypi:scikit-learn"),
        ("matplotlib.pyplot", State.DISTRIBUTION, "pypi:matplotlib"),
        ("yaml", State.IMPORT_NAME, "pypi:pyyaml"),
        ("sklearn.linear_model", State.IMPORT_NAME, "pypi:scikit-learn"),
        ("dotenv", State.IMPORT_NAME, "pypi:python-dotenv"),
        ("google", State.UMBRELLA, "pypi:google-cloud-storage"),
        ("google.cloud", State.UMBRELLA, "pypi:google-cloud-storage"),
        ("ruamel", State.IMPORT_NAME, "pypi:ruamel-yaml"),
        ("paho", State.IMPORT_NAME, "pypi:paho-mqtt"),
        ("RPi", State.IMPORT_NAME, "pypi:rpi-gpio"),
        ("pkg_resources", State.IMPORT_NAME, "pypi:setuptools"),
        ("mpl_toolkits.mplot3d", State.IMPORT_NAME, "pypi:matplotlib"),
        ("Xlib", State.IMPORT_NAME, "pypi:python-xlib"),
        ("talib", State.IMPORT_NAME, "pypi:ta-lib"),
        ("camelot", State.IMPORT_NAME, "pypi:camelot-py"),
        ("tabula", State.IMPORT_NAME, "pypi:tabula-py"),
        ("docker", State.DISTRIBUTION, "pypi:docker"),
        ("docker-py", State.RENAMED, "pypi:docker-py"),
        ("jwt", State.IMPORT_NAME, "pypi:pyjwt"),
        ("google-cloud", State.UMBRELLA, "pypi:google-cloud"),
        ("Google Cloud", State.UMBRELLA, "pypi:google-cloud"),
        ("postgresql", State.PROGRAM, None),
        ("html", State.STDLIB, "std:html"),
        ("HTML", State.PROGRAM, None),
        ("OpenCV", State.BRAND, "pypi:opencv-python"),
        ("Beautiful Soup", State.BRAND, "pypi:beautifulsoup4"),
        ("scikit learn", State.BRAND, "pypi:scikit-learn"),
        ("Light GBM", State.BRAND, "pypi:lightgbm"),
        ("grablib", State.DISTRIBUTION, "pypi:grablib"),
        ("old friend", State.ARCHIVED, "pypi:old-friend"),
        ("unloved", State.DISTRIBUTION, "pypi:unloved"),
        ("tesseract ocr", State.PROGRAM, None),
        ("empty_project", State.NO_FILES, "pypi:empty-project"),
        ("withdrawn", State.NO_FILES, "pypi:withdrawn"),
        ("hostile", State.QUARANTINED, "pypi:hostile"),
        ("old-friend", State.ARCHIVED, "pypi:old-friend"),
        ("nosuchthing", State.UNKNOWN, None),
        ("partial", State.STDLIB_ATTRIBUTE, "std:functools"),
        ("__init.py", State.UNKNOWN, None),
        ("", State.UNKNOWN, None),
        ("名前", State.UNKNOWN, None),
    ],
)
def test_names_are_what_they_are(name: str, state: State, id_: str | None):
    """The nearest source that knows a name decides."""
    identity = identify(name, WORLD, lookup)
    assert (identity.state, identity.id) == (state, id_)


def test_missing_and_not_asked_are_two_answers():
    """Off-line nothing is called unknown that an index might have."""
    assert identify("nosuchthing", WORLD).state is State.NOT_LOOKED_UP
    assert identify("nosuchthing", WORLD, lookup).state is State.UNKNOWN
    assert identify("not a name at all", WORLD).state is State.UNKNOWN or not needs_index(
        "!?", WORLD
    )


def test_an_answer_of_the_index_carries_its_date():
    """Who reads it sees how old it is."""
    identity = identify("grablib", WORLD, lookup)
    assert (identity.source, identity.as_of, identity.newest) == ("index", TODAY, "1.0")


def test_an_import_name_gives_what_to_install():
    """The distribution stands in the answer as one types it."""
    identity = identify("yaml", WORLD)
    assert (identity.distributions, identity.imports) == (("PyYAML",), ("yaml",))


def test_the_install_name_is_the_one_that_has_wheels():
    """The catalog may say what to install in place of the name itself."""
    assert identify("psycopg2", WORLD).distributions == ("psycopg2-binary",)


def test_a_namesake_is_named():
    """An import name that is somebody else's distribution is dangerous; index or trap say so."""
    assert identify("dotenv", WORLD).namesake == "dotenv"
    assert identify("tesseract-ocr", WORLD, lookup).namesake == "tesseract-ocr"
    assert identify("yaml", WORLD, lookup).namesake == ""


def test_the_target_python_decides_what_is_gone():
    """A module is removed for a newer Python, and there for an older one."""
    assert identify("imp", world("3.11")).state is State.STDLIB
    assert identify("imp", world("3.12")).state is State.STDLIB_REMOVED
    assert identify("sre_parse", world("3.14")).state is State.STDLIB
    assert identify("sre_parse", world("3.15")).state is State.STDLIB_REMOVED


def test_removed_modules_name_their_successors():
    """What took a module's place comes with the answer, and since when it is gone."""
    identity = identify("asyncore", WORLD)
    assert identity.candidates[0] == "std:asyncio"
    assert (identity.since, identity.until) == ("3.0", "3.11")
    assert "3.12" in identity.note


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("reqeusts", "pypi:requests"),
        ("panda", "pypi:pandas"),
        ("multiprpcessing", "std:multiprocessing"),
        ("collectons", "std:collections"),
        ("urllib.requests", "std:urllib.request"),
        ("beautifulsop4", "pypi:beautifulsoup4"),
        ("matplotlip", "pypi:matplotlib"),
    ],
)
def test_a_slip_leads_to_a_name_that_exists(name: str, near: str):
    """Only names that exist are proposed, the nearest first."""
    assert identify(name, WORLD, lookup).candidates[0] == near


@pytest.mark.parametrize("name", ["urllib.requests", "http.nosuch", "xml.etree.nosuch"])
def test_below_a_package_of_the_standard_library_nobody_is_asked(name: str):
    """A distribution cannot be there; the answer is the same without an index."""
    assert identify(name, WORLD).state is State.UNKNOWN
    assert not needs_index(name, WORLD)


@pytest.mark.parametrize("name", ["os.environ", "asyncio.run", "string.digits", "curses.initscr"])
def test_what_may_be_a_function_or_a_constant_is_left_open(name: str):
    """The tables hold modules, and classes and functions of common ones."""
    assert identify(name, WORLD).state is State.NOT_LOOKED_UP


def test_a_name_in_another_case_keeps_both_spellings():
    """The one that was asked for, and the one whose import works."""
    wrong, right = identify("Random", WORLD), identify("random", WORLD)
    assert (wrong.name, wrong.spelling, wrong.imports) == ("Random", "random", ("random",))
    assert (right.name, right.spelling) == ("random", "")
    assert identify("pyyaml", WORLD).name == "pyyaml"


def test_a_living_module_has_no_successors():
    """What a platform lacks is a note; only what is deprecated is to be left."""
    assert identify("curses", WORLD).candidates == ()
    assert "windows-curses" in identify("curses", WORLD).note
    assert identify("asyncore", world("3.11")).candidates[0] == "std:asyncio"


def test_short_names_have_no_near_ones():
    """One letter more or less makes another name of three letters."""
    assert identify("qs", WORLD, lookup).candidates == ()


@pytest.mark.parametrize(
    ("name", "asked"),
    [("json", False), ("PyYAML", False), ("yaml", True), ("nosuchthing", True), ("a b c", True)],
)
def test_the_index_is_asked_only_where_it_can_help(name: str, asked: bool):  # noqa: FBT001 -- a column of a table
    """Known names need no question; import names may have a namesake."""
    assert needs_index(name, WORLD) is asked


@given(st.text(max_size=40))
def test_any_text_has_an_identity(text: str):
    """No name makes it stumble, and a lookup is asked for names that an index can have."""
    identity = identify(text, WORLD, lookup)
    assert isinstance(identity, Identity)
    assert 0 <= evidence(text, WORLD).weight <= 1


def test_evidence_weighs_words_less_than_names():
    """A program, a builtin or a word in another case is no sign of a list of modules."""
    weights = [evidence(name, WORLD).weight for name in ("json", "Json", "postgresql", "print")]
    assert weights == sorted(weights, reverse=True)
    assert evidence("nosuchthing", WORLD).weight == 0
