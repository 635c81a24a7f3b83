# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""While one program is waited for, the same thread goes on with others."""

import asyncio
import os
from asyncio import create_subprocess_exec as start
from pathlib import Path
from subprocess import PIPE


async def main():
    grep = await start(
        *("grep", "-c", "pear", "-", "returns.txt"), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    output, error = await grep.communicate(Path("orders.txt").read_bytes())
    print("output:", output.decode().strip())
    print("error:", error.decode().strip())

    read, write = os.pipe()
    sort = await start("sort", "orders.txt", stdout=write)
    uniq = await start("uniq", "-c", stdin=read, stdout=PIPE)
    os.close(read)
    os.close(write)
    output, _ = await uniq.communicate()
    print(output.decode(), end="")
    await sort.wait()

    sleep = await start("sleep", "60")
    try:
        await asyncio.wait_for(sleep.wait(), 0.2)
    except TimeoutError:
        sleep.kill()
        await sleep.wait()
        print("sleep 60: stopped after 0.2 s")


asyncio.run(main())
