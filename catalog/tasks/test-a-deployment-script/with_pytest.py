# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest"]
# [tool.toolcrib]
# module = "pypi:pytest"
# ///
"""tmp_path is a new folder for each test, so the real script can run and spoil nothing."""

import os
import re
import subprocess
import sys

import pytest


@pytest.fixture
def files(tmp_path):
    source, target = tmp_path / "new.conf", tmp_path / "app.conf"
    source.write_text("port = 8080\n")
    target.write_text("port = 80\n")
    return source, target


def deploy(files):
    command = ["sh", os.environ.get("SCRIPT", "deploy.sh"), *files]
    return subprocess.run(command, capture_output=True, text=True)


def test_success(files):
    assert deploy(files).stdout == "deployed\n"
    assert files[1].read_text() == "port = 8080\n"


def test_missing_file(files):
    files[0].unlink()
    assert deploy(files).returncode != 0
    assert files[1].read_text() == "port = 80\n"


def test_second_run_changes_nothing(files):
    deploy(files)
    before = files[1].stat()
    assert deploy(files).stdout == "unchanged\n"
    assert files[1].stat() == before


if __name__ == "__main__":
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__]
    for script in ("deploy.sh", "broken.sh"):
        environment = {**os.environ, "SCRIPT": script}
        report = subprocess.run(command, capture_output=True, text=True, env=environment).stdout
        failed = sorted(re.findall(r"^FAILED .*::(\w+)", report, re.MULTILINE))
        passed = re.search(r"(\d+) passed", report)[1]
        print(f"{script}: {passed} passed, {len(failed)} failed")
        print(*(f"  {name}\n" for name in failed), sep="", end="")
