# /// script
# requires-python = ">=3.15"
# dependencies = []
# [tool.toolcrib]
# module = "std:profiling"
# ///
"""profiling.tracing sees each call, as cProfile did, whose new name it is."""

import pstats
from profiling import tracing

from rabbits import year_book

profiler = tracing.Profile()
profiler.runcall(year_book)
functions = pstats.Stats(profiler).get_stats_profile().func_profiles
for name in "pairs", "year_book":
    print(f"{name}: {functions[name].ncalls.partition('/')[0]}")
