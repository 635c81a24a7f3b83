"""Questions that are names."""

import pytest

from content import JSON, MATPLOTLIB, OPENCV, RUAMEL, YAML
from toolcrib.catalog.asked import Named, asked_name, named
from toolcrib.catalog.bundle import Bundle
from toolcrib.model.hit import Meant


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("No module named cv2", "cv2"),
        ("ModuleNotFoundError: No module named 'cv2'", "cv2"),
        ("ImportError: No module named PIL.", "PIL"),
        ("error no module named “google.cloud.storage”", "google.cloud.storage"),
        ("cannot import name 'Foo' from 'yaml'", "yaml"),
        ("pip install docker-py", "docker-py"),
        ("python3 -m pip install --upgrade docker-py", "docker-py"),
        ("import numpy as np", "numpy"),
        ("from serial import Serial", "serial"),
        ("import an excel file", None),
        ("how to install a certificate", None),
        ("read yaml", None),
        ("", None),
    ],
)
def test_statements_and_errors_hold_a_name(query: str, name: str | None):
    """An import error, an import and an install line name what is meant; sentences do not."""
    assert asked_name(query) == name


@pytest.mark.parametrize(
    ("query", "modules", "strict"),
    [
        ("No module named cv2", [OPENCV], True),
        ("No module named yaml.foo", [YAML], True),
        ("No module named nowhere", [], True),
        ("import yamll", [YAML], True),
        ("pip install py-yaml", [YAML], True),
        ("json", [JSON], False),
        ("ruamel yaml", [RUAMEL], False),
        ("what is yaml", [YAML], False),
        ("matlibplot", [MATPLOTLIB], False),
        ("read a yaml config", [], False),
        ("xyzzy", [], False),
        ("the", [], False),
        ("", [], False),
    ],
)
def test_names_are_resolved(bundle: Bundle, query: str, modules: list[str], strict: bool):  # noqa: FBT001 -- a column
    """Names, misspelt ones and submodules find their modules; a statement allows nothing else."""
    found = named(bundle, query)
    assert [meant.module for meant in found.modules] == modules
    assert found.strict is strict


def test_it_is_said_what_a_misspelt_name_was_taken_for(bundle: Bundle):
    """The reason shows both names."""
    assert named(bundle, "matlibplot") == Named(
        modules=(Meant(module=MATPLOTLIB, name="matlibplot → matplotlib"),), strict=False
    )
