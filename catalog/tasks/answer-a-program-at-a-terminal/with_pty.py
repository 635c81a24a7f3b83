# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pty"
# ///
"""The child gets a terminal of its own, the other end of which is a file that we read and write."""

import os
import pty
import sys


def read_until(text: bytes) -> str:
    said = b""
    while text not in said:
        said += os.read(terminal, 1024)
    return said.decode().strip()


child, terminal = pty.fork()
if child == 0:
    os.execv(sys.executable, [sys.executable, "vault.py"])
print("asked:", read_until(b": "))
os.write(terminal, b"driftwood\n")
print("answered:", read_until(b".\r\n"))
os.waitpid(child, 0)
