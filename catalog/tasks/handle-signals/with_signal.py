# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:signal"
# ///
"""A handler may break into any call, print among them: os.write alone can be broken into."""

import os
import signal
import subprocess
import sys


def say(text):
    os.write(1, f"{text}\n".encode())


def handle(number, frame):
    if number == signal.SIGTERM:
        say("SIGTERM, ending")
        sys.exit()
    say(signal.Signals(number).name)


def listen():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGUSR1, signal.SIGALRM, signal.SIGTERM):
        signal.signal(number, handle)
    signal.alarm(1)
    say("ready, SIGINT is ignored")
    while True:
        signal.pause()


if sys.argv[1:] == ["listen"]:
    listen()
command = [sys.executable, __file__, "listen"]
with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
    print(child.stdout.readline(), end="")
    child.send_signal(signal.SIGINT)
    child.send_signal(signal.SIGUSR1)
    print(child.stdout.readline(), child.stdout.readline(), sep="", end="")
    child.send_signal(signal.SIGTERM)
    print(child.stdout.read(), end="")
