# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:zlib"
# ///
"""The CRC of gzip and ZIP files, for whatever else has to arrive whole."""

import zlib

with open("messages.txt", encoding="ascii") as file:
    for message, crc in map(str.split, file):
        whole = zlib.crc32(message.encode()) == int(crc, 16)
        print(message, "arrived whole" if whole else "is damaged")
print(f"in two pieces: {zlib.crc32(b'6789', zlib.crc32(b'12345')):08x}")
