# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""Reading from the child and waiting for it are awaited, so the program can look after others."""

import asyncio
import os
from asyncio.subprocess import PIPE


async def main():
    script = "echo $PPID; exec sleep 60"
    child = await asyncio.create_subprocess_exec("sh", "-c", script, stdout=PIPE)
    parent = int(await child.stdout.readline())
    print("the child's parent is", "this process" if parent == os.getpid() else parent)
    child.terminate()
    print("the child has ended by signal", -await child.wait())

    child = await asyncio.create_subprocess_exec("sh", "-c", "exit 3")
    print("the next child has exit status", await child.wait())


asyncio.run(main())
