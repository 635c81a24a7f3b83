# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:binascii"
# ///
"""A CRC finds accidents of the line; it goes on from an earlier value when data comes in pieces."""

import binascii

with open("messages.txt", encoding="ascii") as file:
    for message, crc in map(str.split, file):
        whole = binascii.crc32(message.encode()) == int(crc, 16)
        print(message, "arrived whole" if whole else "is damaged")
print(f"in two pieces: {binascii.crc32(b'6789', binascii.crc32(b'12345')):08x}")
