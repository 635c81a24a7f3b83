# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:codecs"
# ///
"""The name of the encoding is data here, so a setting or a header may choose it."""

import codecs
from pathlib import Path

seal = Path("seal.bin").read_bytes()
text = codecs.encode(seal, "base64").decode().rstrip()  # it ends each line, as in mail
print("base64:", text)
print("hexadecimal:", codecs.encode(seal, "hex").decode())
back = codecs.decode(text.encode(), "base64")
print(f"back again: {len(back)} bytes,", "as in the file" if back == seal else "changed")
print("Y2Fmw6k= means", codecs.decode(b"Y2Fmw6k=", "base64").decode())
