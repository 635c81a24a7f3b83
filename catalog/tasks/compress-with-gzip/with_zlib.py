# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:zlib"
# ///
"""wbits=31 wraps the data as gzip does; a compressor takes it in pieces, as they come."""

import subprocess
import zlib
from pathlib import Path

log = Path("pump.log").read_bytes()

compressor = zlib.compressobj(wbits=31)
with open("pump.log", "rb") as file, open("pump.log.gz", "wb") as packed_file:
    packed_file.writelines(map(compressor.compress, file))
    packed_file.write(compressor.flush())
text = zlib.decompress(Path("pump.log.gz").read_bytes(), wbits=31).decode()
print("last line:", text.splitlines()[-1])

packed = zlib.compress(log, wbits=31)
size = "less" if len(packed) < len(log) / 5 else "more"
print(f"{len(log)} bytes became {size} than a fifth")
Path("bytes.gz").write_bytes(packed)

for name in "pump.log.gz", "bytes.gz":
    run = subprocess.run(["gzip", "--decompress", "--stdout", name], capture_output=True)
    same = "the same bytes" if run.stdout == log else "something else"
    print(f"{name} unpacked by the gzip program: {same}")
