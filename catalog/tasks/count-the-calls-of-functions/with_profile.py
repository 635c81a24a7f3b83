# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:profile"
# ///
"""Each call is seen by a profiler that is Python itself, and so can be changed by a subclass."""

import profile
import pstats

from rabbits import year_book

profiler = profile.Profile()
profiler.runcall(year_book)
functions = pstats.Stats(profiler).get_stats_profile().func_profiles
for name in "pairs", "year_book":
    print(f"{name}: {functions[name].ncalls.partition('/')[0]}")
