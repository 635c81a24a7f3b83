# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""asyncio's queue has the same methods for coroutines, which wait in it without a thread."""

import asyncio

done = []


async def work(jobs):
    while True:
        urgency, text = await jobs.get()
        print(urgency, text)
        done.append(text)
        jobs.task_done()


async def main():
    jobs = asyncio.PriorityQueue()
    jobs.put_nowait((3, "order more rope"))
    jobs.put_nowait((1, "water in the hold"))
    jobs.put_nowait((2, "lamp at the bow is out"))
    jobs.put_nowait((1, "smoke in the hold"))
    worker = asyncio.create_task(work(jobs))
    await jobs.join()
    worker.cancel()
    print(f"all {len(done)} jobs done")


asyncio.run(main())
