# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:threading"
# ///
"""threading is built upon _thread, and its join() waits for the thread without a lock."""

import threading

try:
    import thread  # its name in Python 2
except ModuleNotFoundError as error:
    print(error)

results = {}


def square(number):
    results[number] = number * number


thread = threading.Thread(target=square, args=(12,))
thread.start()
thread.join()
print("square of 12:", results[12])
