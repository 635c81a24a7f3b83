"""Where the link of a name leads: said only where it is surely another project."""

import pytest

from named import dossier, published, world
from toolcrib.identify.dossier import Dossier
from toolcrib.identify.identify import identify, nobody
from toolcrib.identify.leads import leads_elsewhere, strange_target
from toolcrib.model.published import Published

KNOWN = world()


def led(name: str, link: str, *dossiers: Dossier) -> str:
    """Return where a link leads, given what some projects say of themselves."""
    known = {one.published.name: one for one in dossiers}

    def lookup(asked: str) -> Published | None:
        return known[asked].published if asked in known else None

    identity = identify(name, KNOWN, lookup if known else nobody)
    other = identify(strange_target(identity, link) or "os", KNOWN, lookup)
    return leads_elsewhere(identity, link, other, known)


@pytest.mark.parametrize(
    ("name", "link", "project"),
    [
        ("requests", "https://github.com/pallets/flask", "flask"),
        ("requests", "https://gitlab.com/pallets/flask/-/tree/main", "flask"),
        ("requests", "https://flask.readthedocs.io/en/latest/", "flask"),
        ("requests", "https://pypi.example/project/Flask/", "flask"),
        ("json", "https://github.com/psf/requests", "requests"),
        ("python-dotenv", "https://pypi.example/project/dotenv/", "dotenv"),
    ],
)
def test_a_link_to_a_well_known_project_is_told_by_its_address(name: str, link: str, project: str):
    """A repository, documentation, a page of the index; the namesake's page, too."""
    assert led(name, link) == project


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("requests", "https://github.com/psf/requests"),
        ("requests", "https://github.com/someone/awesome-http"),
        ("requests", "https://github.com/requests/flask"),
        ("pyarrow", "https://github.com/apache/arrow"),
        ("psycopg2", "https://pypi.example/project/psycopg2-binary/"),
        ("docker", "https://pypi.example/project/docker-py/"),
        ("docker", "https://pypi.example/project/nobody-knows-this/"),
        ("yaml", "https://github.com/pallets/flask"),
        ("argparse", "https://pypi.example/project/argparse/"),
        ("json", "https://pypi.example/project/simplejson/"),
        ("requests", "https://example.org/flask"),
        ("requests", "http://[not/an/address"),
        ("requests", ""),
    ],
)
def test_what_may_be_the_same_project_is_left_alone(name: str, link: str):
    """Its own repository, an owner or a name of the same family, an old name, a stranger."""
    assert led(name, link) == ""


def test_what_projects_say_of_themselves_decides():
    """A repository that the project calls its own, or one of the same owner, is not another's."""
    link = "https://github.com/stone/quarry"
    own = dossier("docker", "docker", links=("https://github.com/docker/docker-py",))
    other = dossier("quarry", "quarry", links=(link,))
    assert led("docker", link, own, other) == "quarry"
    assert led("docker", link, own) == ""
    assert led("docker", link, dossier("docker", "docker"), other) == ""
    assert led("docker", link, dossier("docker", "docker", text=f"See {link}."), other) == ""
    sibling = dossier("docker", "docker", links=("https://github.com/stone/docker",))
    assert led("docker", link, sibling, other) == ""


def test_a_well_known_repository_that_is_ones_own_after_all():
    """Off-line its name alone speaks; the project's word counts more."""
    link = "https://github.com/pallets/flask"
    assert led("docker", link) == "flask"
    assert led("docker", link, dossier("docker", "docker", links=(link,))) == ""


def test_an_index_page_of_a_project_that_exists():
    """It need not be well known, but there."""
    page = "https://pypi.example/project/quarry/"
    assert led("docker", page, Dossier(published=published("quarry"))) == "quarry"
    assert led("docker", page) == ""
