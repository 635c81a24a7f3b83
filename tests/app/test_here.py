"""The environment at hand as a witness of names."""

from pathlib import Path

import pytest

import named
from toolcrib.app.here import Environment, environment_at, with_installed
from toolcrib.app.what import what
from toolcrib.errors import UsageError
from toolcrib.identify.identify import identify
from toolcrib.model.identity import Identity, State

WORLD = named.world()


def install(root: Path, name: str, version: str, *files: str, metadata: str = "") -> None:
    """Install a distribution into the environment below a folder, as far as its metadata goes."""
    packages = root / "lib/python3.12/site-packages"
    info = packages / f"{name}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files))
    (info / "METADATA").write_text(f"Metadata-Version: 2.5\nName: {name}\n{metadata}\n")
    (root / "pyvenv.cfg").write_text("home = /nowhere\n")


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Return an environment with a company's own package, and some of everybody."""
    install(tmp_path, "PyYAML", "6.0", "yaml/__init__.py", "_yaml/__init__.py")
    install(tmp_path, "acme_books", "2.1", "acmeco/ledger/__init__.py", "acmeco/ledger/book.py")
    install(tmp_path, "acme_core", "1.0", "acmeco/core/__init__.py")
    install(tmp_path, "jwt", "1.3", "jwt/__init__.py")
    install(
        tmp_path, "edited", "0.1", "__editable___edited_finder.py", metadata="Import-Name: edited\n"
    )
    return environment_at(tmp_path)


def seen(name: str, environment: Environment) -> Identity:
    """Say what a name is, without a network, with the environment as a witness."""
    return with_installed(identify(name, WORLD), environment, WORLD)


def found(identity: Identity) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what is installed of it."""
    return [(one.distribution, one.version, one.imports) for one in identity.installed or ()]


def test_a_known_name_gets_one_more_piece_of_evidence(environment: Environment):
    """Which version is there; what is only known otherwise stays as it is."""
    yaml = seen("yaml", environment)
    assert (yaml.state, yaml.distributions) == (State.IMPORT_NAME, ("PyYAML",))
    assert found(yaml) == [("pyyaml", "6.0", ("yaml",))]
    assert yaml.evidence[0].endswith("; installed here, 6.0")
    assert seen("dotenv", environment).installed == ()
    assert seen("json", environment).installed == ()


@pytest.mark.parametrize(
    ("name", "state", "distributions"),
    [
        ("acmeco.ledger", State.IMPORT_NAME, ("acme-books",)),
        ("acmeco.ledger.book", State.IMPORT_NAME, ("acme-books",)),
        ("acmeco.ledger.book.Page", State.IMPORT_NAME, ("acme-books",)),
        ("acmeco", State.IMPORT_NAME, ("acme-books", "acme-core")),
        ("acme_books", State.DISTRIBUTION, ("acme-books",)),
        ("Acme-Core", State.DISTRIBUTION, ("acme-core",)),
        ("edited", State.DISTRIBUTION, ("edited",)),
    ],
)
def test_what_only_the_environment_knows(
    name: str, state: State, distributions: tuple[str, ...], environment: Environment
):
    """A company's own packages, by what one imports and by what one installs."""
    before = identify(name, WORLD)
    assert before.state is State.NOT_LOOKED_UP
    identity = with_installed(before, environment, WORLD)
    assert (identity.state, identity.distributions) == (state, distributions)
    assert identity.source == "the environment at hand"
    assert len(identity.evidence) == len(distributions)


def test_a_distribution_leads_to_its_import_names(environment: Environment):
    """As its record of files has them."""
    assert seen("acme-books", environment).imports == ("acmeco.ledger",)
    assert seen("edited", environment).imports == ("edited",)


def test_a_namesake_that_is_installed_is_shown(environment: Environment):
    """PyJWT is meant, and jwt is there."""
    jwt = seen("jwt", environment)
    assert jwt.distributions == ("pyjwt",)
    assert found(jwt) == [("jwt", "1.3", ("jwt",))]


def test_what_is_not_there_stays_unknown(environment: Environment):
    """The environment says nothing of it."""
    identity = seen("zxqvwk", environment)
    assert (identity.state, identity.installed) == (State.NOT_LOOKED_UP, ())


def test_the_active_environment_is_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Before that of the folder, before a Python on the search path; scripts are none."""
    install(tmp_path / "active", "mine", "1", "mine.py")
    install(tmp_path / "project" / ".venv", "ours", "1", "ours.py")
    (tmp_path / "project" / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "project" / "deep")
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "active"))
    assert environment_at(None).distributions.keys() == {"mine"}
    monkeypatch.delenv("VIRTUAL_ENV")
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    assert environment_at(None).distributions.keys() == {"ours"}
    (tmp_path / "project" / ".venv" / "pyvenv.cfg").unlink()
    shim, real = tmp_path / "shims", tmp_path / "usr" / "bin"
    for folder in (shim, real):
        folder.mkdir(parents=True)
        (folder / "python3").touch()
    install(tmp_path / "usr", "theirs", "1", "theirs.py")
    monkeypatch.setenv("PATH", f"{shim}:{real}")
    assert environment_at(None).distributions.keys() == {"theirs"}
    monkeypatch.setenv("PATH", str(shim))
    with pytest.raises(UsageError, match="no environment at hand"):
        environment_at(None)


def test_its_python_is_the_one_that_is_judged_for(environment: Environment):
    """Unless another one is named."""
    assert environment.python == "3.12"
    (removed,) = what(["asyncore"], environment=environment).identities
    assert removed.state is State.STDLIB_REMOVED
    (there,) = what(["asyncore"], "3.11", environment=environment).identities
    assert there.state is State.STDLIB


def test_a_requirement_is_held_against_what_is_installed(environment: Environment):
    """The version that is there is the one that is wanted, or not."""
    right, wrong = what(["PyYAML>=6", "yaml<6"], environment=environment).identities
    assert [one.fits for one in right.installed or ()] == [True]
    assert [one.fits for one in wrong.installed or ()] == [False]
