# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:binascii"
# ///
"""One function each way and no variants: what base64 and bytes.hex() are built on."""

import binascii
from pathlib import Path

seal = Path("seal.bin").read_bytes()
text = binascii.b2a_base64(seal, newline=False).decode()
print("base64:", text)
print("hexadecimal:", binascii.hexlify(seal).decode())
back = binascii.a2b_base64(text)
print(f"back again: {len(back)} bytes,", "as in the file" if back == seal else "changed")
print("Y2Fmw6k= means", binascii.a2b_base64("Y2Fmw6k=").decode())
