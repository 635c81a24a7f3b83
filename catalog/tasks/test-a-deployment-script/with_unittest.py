# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:unittest"
# ///
"""The real script runs in a folder of its own for each test; tests that cannot fail test nothing."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path


class DeployTest(unittest.TestCase):
    def setUp(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.source, self.target = folder / "new.conf", folder / "app.conf"
        self.source.write_text("port = 8080\n")
        self.target.write_text("port = 80\n")

    def deploy(self):
        command = ["sh", self.script, self.source, self.target]
        return subprocess.run(command, capture_output=True, text=True)

    def test_missing_file(self):
        self.source.unlink()
        self.assertNotEqual(self.deploy().returncode, 0)
        self.assertEqual(self.target.read_text(), "port = 80\n")

    def test_second_run_changes_nothing(self):
        self.deploy()
        os.utime(self.target, (0, 0))
        self.assertEqual(self.deploy().stdout, "unchanged\n")
        self.assertEqual(self.target.stat().st_mtime, 0)

    def test_success(self):
        self.assertEqual(self.deploy().stdout, "deployed\n")
        self.assertEqual(self.target.read_text(), "port = 8080\n")


for test in unittest.defaultTestLoader.loadTestsFromTestCase(DeployTest):
    for test.script in "deploy.sh", "broken.sh":
        outcome = "passed" if test.run().wasSuccessful() else "failed"
        print(f"{test.id().rpartition('.')[2]} of {test.script}: {outcome}")
