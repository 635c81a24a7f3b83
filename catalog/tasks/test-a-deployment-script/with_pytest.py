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


@pytest.fixture(params=["deploy.sh", "broken.sh"])
def deploy(request, tmp_path):
    (tmp_path / "new.conf").write_text("port = 8080\n")
    (tmp_path / "app.conf").write_text("port = 80\n")
    command = ["sh", request.param, tmp_path / "new.conf", tmp_path / "app.conf"]
    return lambda: subprocess.run(command, capture_output=True, text=True)


def test_missing_file(deploy, tmp_path):
    (tmp_path / "new.conf").unlink()
    assert deploy().returncode != 0
    assert (tmp_path / "app.conf").read_text() == "port = 80\n"


def test_second_run_changes_nothing(deploy, tmp_path):
    deploy()
    os.utime(tmp_path / "app.conf", (0, 0))
    assert deploy().stdout == "unchanged\n"
    assert (tmp_path / "app.conf").stat().st_mtime == 0


def test_success(deploy, tmp_path):
    assert deploy().stdout == "deployed\n"
    assert (tmp_path / "app.conf").read_text() == "port = 8080\n"


if __name__ == "__main__":
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", __file__]
    report = subprocess.run(command, capture_output=True, text=True).stdout
    for name, script, outcome in re.findall(r"::(\w+)\[(.+)\] (PASSED|FAILED)", report):
        print(f"{name} of {script}: {outcome.lower()}")
