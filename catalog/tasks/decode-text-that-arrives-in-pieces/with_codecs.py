# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:codecs"
# ///
"""An incremental decoder keeps the first bytes of a letter until the rest of it comes."""

import codecs

pieces = [b"mar\xc3\xa9e", b" \xc3\xa0 2", b"\xe2", b"\x82\xac"]  # as a socket gives them

decoder = codecs.getincrementaldecoder("utf-8")()
for piece in pieces:
    print(f"{piece} gives {decoder.decode(piece)!r}")
decoder.decode(b"", final=True)  # an error, if the last letter were incomplete
