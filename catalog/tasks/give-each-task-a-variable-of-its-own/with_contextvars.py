# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:contextvars"
# ///
"""Each task has its own copy of the context, so what one sets, no other sees."""

import asyncio
from contextvars import ContextVar

table = ContextVar("table", default="no table")


def note(text):  # called from anywhere, and knows for which table
    return f"{table.get()}: {text}"


async def serve(number, item, all_have_ordered):
    table.set(f"table {number}")
    ordered = note(f"{item} ordered")
    await all_have_ordered.wait()  # here the other task goes on
    return ordered, note(f"{item} served")


async def main():
    both = asyncio.Barrier(2)
    return await asyncio.gather(serve(3, "tea", both), serve(5, "scone", both))


for notes in asyncio.run(main()):
    print(*notes, sep="\n")
print(note("closed"))
