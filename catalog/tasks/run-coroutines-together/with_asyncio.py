# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""One thread waits for all of them at once, and a semaphore keeps it from asking for too much."""

import asyncio

gate = asyncio.Semaphore(10)
waiting = set()
crowds = []


async def square(number):
    async with gate:
        waiting.add(number)
        crowds.append(len(waiting))
        await asyncio.sleep(0.02)  # stands for an answer from the network
        waiting.remove(number)
        return number * number


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(square(n), name=f"square of {n}") for n in range(50)]
        tasks[7].cancel()

    print("cancelled:", *(task.get_name() for task in tasks if task.cancelled()))
    print("results:", *(task.result() for task in tasks if not task.cancelled()))
    print("at once:", max(crowds))

    try:
        async with asyncio.timeout(0.05):
            await asyncio.sleep(60)
    except TimeoutError:
        print("given up: an answer that takes a minute")


asyncio.run(main())
