# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""rlimit sets limits of any process by its number, of one that is running as well."""

import psutil

MIB = 1024 * 1024

process = psutil.Process()
_, hard = process.rlimit(psutil.RLIMIT_AS)
process.rlimit(psutil.RLIMIT_AS, (1024 * MIB, hard))
print("limit:", process.rlimit(psutil.RLIMIT_AS)[0] // MIB, "MiB")
for size in 100, 4000:
    try:
        bytearray(size * MIB)
        print(f"{size} MiB: granted")
    except MemoryError:
        print(f"{size} MiB: refused")
