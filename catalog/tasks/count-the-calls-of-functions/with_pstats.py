# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pstats"
# ///
"""A profile in a file can be read, sorted and compared at any time, on another machine too."""

import cProfile
import pstats

from rabbits import year_book

profiler = cProfile.Profile()
profiler.runcall(year_book)
profiler.dump_stats("rabbits.prof")

functions = pstats.Stats("rabbits.prof").get_stats_profile().func_profiles
for name in "pairs", "year_book":
    print(f"{name}: {functions[name].ncalls.partition('/')[0]}")
