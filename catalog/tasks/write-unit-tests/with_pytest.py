# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest"]
# [tool.toolcrib]
# module = "pypi:pytest"
# ///
"""A test is a function with assert; what it needs, a fixture hands it by the argument's name."""

import re
import subprocess
import sys

import pytest

from shares import share


@pytest.fixture
def bill():
    return 1000


@pytest.mark.parametrize(("people", "each"), [(1, 1000), (4, 250)])
def test_even_shares(bill, people, each):
    assert share(bill, people) == [each] * people


def test_nobody_pays(bill):
    with pytest.raises(ValueError, match="nobody"):
        share(bill, 0)


def test_no_cent_is_lost(bill):
    assert sum(share(bill, 3)) == bill


if __name__ == "__main__":
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__]
    report = subprocess.run(command, capture_output=True, text=True).stdout
    failed = re.findall(r"^FAILED .*::(\w+)", report, re.MULTILINE)
    passed = re.search(r"(\d+) passed", report)[1]
    print(f"passed {passed}, failed {len(failed)}", *failed, sep="\n")
