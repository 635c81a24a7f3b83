# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:base64"
# ///
"""Three bytes become four letters that survive JSON, mail and web pages."""

import base64
from pathlib import Path

seal = Path("seal.bin").read_bytes()
text = base64.b64encode(seal).decode()
print("base64:", text)
print("hexadecimal:", base64.b16encode(seal).decode().lower())
back = base64.b64decode(text)
print(f"back again: {len(back)} bytes,", "as in the file" if back == seal else "changed")
print("Y2Fmw6k= means", base64.b64decode("Y2Fmw6k=").decode())
