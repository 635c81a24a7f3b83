# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""The loop runs a handler between two steps, so that it may do what a signal's own may not."""

import asyncio
import signal
import subprocess
import sys


async def listen():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    loop, end = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGUSR1, signal.SIGALRM):
        loop.add_signal_handler(number, lambda name=number.name: print(name, flush=True))
    loop.add_signal_handler(signal.SIGTERM, end.set)
    signal.alarm(1)
    print("ready, SIGINT is ignored", flush=True)
    await end.wait()
    print("SIGTERM, ending")


if sys.argv[1:] == ["listen"]:
    asyncio.run(listen())
    sys.exit()
command = [sys.executable, __file__, "listen"]
with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
    print(child.stdout.readline(), end="")
    child.send_signal(signal.SIGINT)
    child.send_signal(signal.SIGUSR1)
    print(child.stdout.readline(), child.stdout.readline(), sep="", end="")
    child.send_signal(signal.SIGTERM)
    print(child.stdout.read(), end="")
