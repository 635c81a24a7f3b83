# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:doctest"
# ///
"""A test is typed as at the prompt, beside the answer that it must give; globs is its set-up."""

import doctest
import sys

from shares import share


def test_even_shares():
    """
    >>> [share(bill, people) for people in (1, 4)]
    [[1000], [250, 250, 250, 250]]
    """


def test_nobody_is_left_out():
    """
    >>> len(share(bill, 3))
    3
    """


def test_nobody_pays():
    """
    >>> share(bill, 0)
    Traceback (most recent call last):
    ValueError: nobody is there to pay
    """


def test_no_cent_is_lost():
    """
    >>> sum(share(bill, 3))
    1000
    """


runner, report = doctest.DocTestRunner(), []
found = doctest.DocTestFinder().find(sys.modules[__name__], globs={"share": share, "bill": 1000})
tests = [test for test in found if test.examples]
failed = [test.name for test in tests if runner.run(test, out=report.append).failed]
print(f"passed {len(tests) - len(failed)}, failed {len(failed)}")
print(*(name.rpartition(".")[2] for name in failed), sep="\n")
