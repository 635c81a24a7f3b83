# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""Popen is the child itself: read from it, end it, wait for it; run() is for those that end."""

import os
import subprocess

script = "echo $PPID; exec sleep 60"
with subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE, text=True) as child:
    parent = int(child.stdout.readline())
    print("the child's parent is", "this process" if parent == os.getpid() else parent)
    child.terminate()
print("the child has ended by signal", -child.returncode)

ended = subprocess.run(["sh", "-c", "exit 3"], check=False)
print("the next child has exit status", ended.returncode)
