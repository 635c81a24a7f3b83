# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:hashlib"
# ///
"""One interface for every algorithm, and update() takes data that does not fit in memory."""

import hashlib

message = b"abc"
for digest in (
    hashlib.sha256(message),
    hashlib.sha3_256(message),
    hashlib.blake2b(message),
    hashlib.md5(message, usedforsecurity=False),
):
    print(f"{digest.name:<10}{digest.hexdigest()}")

in_pieces = hashlib.sha256()
for piece in (b"a", b"b", b"c"):
    in_pieces.update(piece)
print(f"in pieces {in_pieces.hexdigest()}")
