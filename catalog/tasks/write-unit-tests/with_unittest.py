# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:unittest"
# ///
"""unittest comes with Python: classes of tests, a method for each, and setUp before every one."""

import re
import subprocess
import sys
import unittest

from shares import share


class ShareTest(unittest.TestCase):
    def setUp(self):
        self.bill = 1000

    def test_even_shares(self):
        for people, each in ((1, 1000), (4, 250), (8, 125)):
            with self.subTest(people=people):
                self.assertEqual(share(self.bill, people), [each] * people)

    def test_nobody_is_left_out(self):
        self.assertEqual(len(share(self.bill, 3)), 3)

    def test_nobody_pays(self):
        with self.assertRaises(ValueError):
            share(self.bill, 0)

    def test_no_cent_is_lost(self):
        self.assertEqual(sum(share(self.bill, 3)), self.bill)


if __name__ == "__main__":
    command = [sys.executable, "-m", "unittest", __file__]
    report = subprocess.run(command, capture_output=True, text=True).stderr
    failed = re.findall(r"^FAIL: (\w+)", report, re.MULTILINE)
    passed = int(re.search(r"^Ran (\d+)", report, re.MULTILINE)[1]) - len(failed)
    print(f"passed {passed}, failed {len(failed)}", *failed, sep="\n")
