# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:collections"
# ///
"""The fields stand in one line; defaults are those of the last fields."""

from collections import namedtuple

Peak = namedtuple("Peak", ["height", "name", "climbed"], defaults=[None])

peaks = [Peak(3970, "Eiger", 1858), Peak(4478, "Matterhorn", 1865), Peak(2962, "Zugspitze")]
eiger = peaks[0]
try:
    eiger.height = 3967
except AttributeError:
    print("a peak cannot be changed, only copied:")
peaks[0] = eiger._replace(height=3967)
for peak in sorted(peaks):
    print(peak)
