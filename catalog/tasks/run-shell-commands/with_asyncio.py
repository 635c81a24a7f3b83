# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""The name says that a shell is at work; what comes from outside is quoted here just the same."""

import asyncio
import shlex
from asyncio.subprocess import PIPE
from pathlib import Path


async def main():
    name = "market; touch opened.txt"  # what a stranger may call a file
    pipeline = f"sort {shlex.quote(name)} | uniq -c | sort -rn | head -n 2"
    shell = await asyncio.create_subprocess_shell(pipeline, stdout=PIPE)
    output, _ = await shell.communicate()
    print(output.decode(), end="")

    print("the file's name was", "executed" if Path("opened.txt").exists() else "not executed")


asyncio.run(main())
