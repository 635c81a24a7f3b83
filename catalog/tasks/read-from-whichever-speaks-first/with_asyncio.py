# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""Each program has a coroutine that waits for it alone; the loop wakes whichever has something."""

import asyncio
from asyncio.subprocess import PIPE

COMMANDS = {
    "tide gauge": "sleep 1; echo 4.2 m",
    "harbour": "echo fog",
    "lighthouse": "sleep 0.5; echo lamp lit",
}


async def listen(name, command):
    program = await asyncio.create_subprocess_exec("sh", "-c", command, stdout=PIPE)
    said, _ = await program.communicate()
    print(f"{name}: {said.decode().strip()}")


async def main():
    await asyncio.gather(*(listen(name, command) for name, command in COMMANDS.items()))


asyncio.run(main())
