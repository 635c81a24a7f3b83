# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:dataclasses"
# ///
"""A frozen data class is no tuple, so it never equals one; order=True lets it sort."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, order=True)
class Peak:
    height: int
    name: str
    climbed: int | None = None


peaks = [Peak(3970, "Eiger", 1858), Peak(4478, "Matterhorn", 1865), Peak(2962, "Zugspitze")]
eiger = peaks[0]
try:
    eiger.height = 3967
except AttributeError:
    print("a peak cannot be changed, only copied:")
peaks[0] = replace(eiger, height=3967)
for peak in sorted(peaks):
    print(peak)
