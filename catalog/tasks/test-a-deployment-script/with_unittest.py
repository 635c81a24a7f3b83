# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:unittest"
# ///
"""The real script runs in a folder of its own for each test; tests that cannot fail test nothing."""

import io
import subprocess
import tempfile
import unittest
from pathlib import Path


class DeployTest(unittest.TestCase):
    script = "deploy.sh"

    def setUp(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.source, self.target = folder / "new.conf", folder / "app.conf"
        self.source.write_text("port = 8080\n")
        self.target.write_text("port = 80\n")

    def deploy(self):
        command = ["sh", self.script, self.source, self.target]
        return subprocess.run(command, capture_output=True, text=True)

    def test_success(self):
        self.assertEqual(self.deploy().stdout, "deployed\n")
        self.assertEqual(self.target.read_text(), "port = 8080\n")

    def test_missing_file(self):
        self.source.unlink()
        self.assertNotEqual(self.deploy().returncode, 0)
        self.assertEqual(self.target.read_text(), "port = 80\n")

    def test_second_run_changes_nothing(self):
        self.deploy()
        before = self.target.stat()
        self.assertEqual(self.deploy().stdout, "unchanged\n")
        self.assertEqual(self.target.stat(), before)


if __name__ == "__main__":
    for DeployTest.script in ("deploy.sh", "broken.sh"):
        tests = unittest.defaultTestLoader.loadTestsFromTestCase(DeployTest)
        result = unittest.TextTestRunner(stream=io.StringIO()).run(tests)
        failed = sorted(test.id().rpartition(".")[2] for test, _ in result.failures)
        passed = result.testsRun - len(failed)
        print(f"{DeployTest.script}: {passed} passed, {len(failed)} failed")
        print(*(f"  {name}\n" for name in failed), sep="", end="")
