# /// script
# requires-python = ">=3.14"
# [tool.toolcrib]
# module = "std:concurrent.interpreters"
# ///
"""The second interpreter imports modules of its own, so what it does to them stays there."""

import math
from concurrent import interpreters
from pathlib import Path

radius = 2
answers = interpreters.create_queue()
apart = interpreters.create()
apart.prepare_main(answers=answers, radius=radius)
apart.exec(Path("plugin.py").read_text(encoding="utf-8"))

print("the plugin says", answers.get())
print(f"we still say {math.pi * radius**2:.2f}")
apart.close()
