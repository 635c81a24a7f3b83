"""A plugin that takes liberties."""

import math

math.pi = 3  # near enough
answers.put(math.pi * radius**2)
