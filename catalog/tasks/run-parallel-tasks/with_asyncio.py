# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""One thread switches only where it awaits, so plain counting between two awaits needs no lock."""

import asyncio
import time
from collections import Counter

counter = Counter()


async def read(text):
    await asyncio.sleep(0.1)  # stands for a slow meter
    for _ in range(1000):
        counter["polls"] += 1
    return float(text)


async def main(texts):
    start = time.perf_counter()
    readings = await asyncio.gather(*map(read, texts), return_exceptions=True)
    seconds = time.perf_counter() - start

    for meter, (text, reading) in enumerate(zip(texts, readings, strict=True), 1):
        match reading:
            case float():
                print(meter, reading)
            case ValueError():
                print(meter, "no number:", text)
            case _:
                raise reading
    print(counter["polls"], "polls")
    print("10 waits of 0.1 s took", "less than 0.5 s" if seconds < 0.5 else f"{seconds:.1f} s")


with open("meters.txt", encoding="utf-8") as file:
    asyncio.run(main(file.read().split()))
