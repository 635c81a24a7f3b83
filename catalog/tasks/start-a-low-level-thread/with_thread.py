# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:_thread"
# ///
"""Python 2's thread became _thread, which can start a thread but not wait for it: a lock does."""

import _thread

try:
    import thread  # its name in Python 2
except ModuleNotFoundError as error:
    print(error)

results = {}
running = _thread.allocate_lock()


def square(number):
    results[number] = number * number
    running.release()


running.acquire()
_thread.start_new_thread(square, (12,))
running.acquire()
print("square of 12:", results[12])
