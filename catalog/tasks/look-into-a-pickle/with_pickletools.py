# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pickletools"
# ///
"""genops reads the instructions and carries out none, so what they would import can be seen first."""

import pickletools
from pathlib import Path


def names(data: bytes):
    texts = []
    for instruction, argument, _ in pickletools.genops(data):
        if instruction.name == "GLOBAL":
            yield argument.replace(" ", ".")
        elif instruction.name == "STACK_GLOBAL":  # module and name were the last two texts
            yield ".".join(texts[-2:])
        elif isinstance(argument, str):
            texts.append(argument)


for path in sorted(Path().glob("*.pickle")):
    print(f"{path}: {', '.join(names(path.read_bytes())) or 'plain data'}")
