# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""The calls of POSIX themselves: posix_spawnp starts, kill signals, waitpid tells how it ended."""

import os
import signal


def start(*command, output=1):
    actions = [(os.POSIX_SPAWN_DUP2, output, 1)]
    return os.posix_spawnp(command[0], command, os.environ, file_actions=actions)


def wait(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


reading, writing = os.pipe()
child = start("sh", "-c", "echo $PPID; exec sleep 60", output=writing)
os.close(writing)
with open(reading, encoding="ascii") as output:
    parent = int(output.readline())
print("the child's parent is", "this process" if parent == os.getpid() else parent)
os.kill(child, signal.SIGTERM)
print("the child has ended by signal", -wait(child))

child = start("sh", "-c", "exit 3")
print("the next child has exit status", wait(child))
