# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing"
# ///
"""A process of its own shares no module with this one; a queue brings back the answer."""

import math
import multiprocessing
import runpy


def run_plugin(answers, radius):
    runpy.run_path("plugin.py", {"answers": answers, "radius": radius})


if __name__ == "__main__":  # the new process may import this file
    radius = 2
    answers = multiprocessing.Queue()
    apart = multiprocessing.Process(target=run_plugin, args=(answers, radius))
    apart.start()

    print("the plugin says", answers.get())
    print(f"we still say {math.pi * radius**2:.2f}")
    apart.join()
