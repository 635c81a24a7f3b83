# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:resource"
# ///
"""The kernel holds the limit, so a demand beyond it is a MemoryError at once, and no swapping."""

import resource

MIB = 1024 * 1024

_, hard = resource.getrlimit(resource.RLIMIT_AS)
resource.setrlimit(resource.RLIMIT_AS, (1024 * MIB, hard))
print("limit:", resource.getrlimit(resource.RLIMIT_AS)[0] // MIB, "MiB")
for size in 100, 4000:
    try:
        bytearray(size * MIB)
        print(f"{size} MiB: granted")
    except MemoryError:
        print(f"{size} MiB: refused")
