# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""Both commands run at the same time, and the loop waits for the two of them in one thread."""

import asyncio
import sys
from asyncio.subprocess import PIPE

LIST = ["cmd", "/c", "dir"] if sys.platform == "win32" else ["ls", "-l"]


async def run(*command):
    process = await asyncio.create_subprocess_exec(*command, cwd="logs", stdout=PIPE, stderr=PIPE)
    output, errors = await process.communicate()
    return process.returncode, output.decode(), errors.decode()


async def main():
    (_, listing, _), (status, _, errors) = await asyncio.gather(run(*LIST), run(*LIST, "debug.log"))
    print(listing, end="")
    print(f"status {status}: {errors.strip()}")


asyncio.run(main())
