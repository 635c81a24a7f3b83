"""How Python versions are compared."""

from toolcrib.model.version import version_number


def test_versions_are_compared_by_number():
    """3.9 comes before 3.11, a release before its patches, and letters say nothing."""
    versions = ["3.11", "3.9", "3.11.4", "3"]
    assert sorted(versions, key=version_number) == ["3", "3.9", "3.11", "3.11.4"]
    assert version_number("3.14.0rc1") == (3, 14)
