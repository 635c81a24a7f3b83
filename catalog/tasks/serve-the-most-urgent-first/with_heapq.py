# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:heapq"
# ///
"""Push and pop take few steps however long the queue is; a counter keeps equals in order of arrival."""

import heapq
from itertools import count

queue, arrival = [], count()


def report(urgency, job):
    heapq.heappush(queue, (urgency, next(arrival), job))


def serve():
    urgency, _, job = heapq.heappop(queue)
    print(urgency, job)


report(3, "paint the bow")
report(2, "rope in the propeller")
report(1, "leak in the engine room")
report(2, "torn sail")
serve()
serve()
report(1, "man overboard")
while queue:
    serve()
