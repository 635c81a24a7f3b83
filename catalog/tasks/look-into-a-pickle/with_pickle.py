# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pickle"
# ///
"""Whatever a pickle imports goes through find_class, and one that refuses stops it before any call."""

import io
import pickle
from pathlib import Path


class PlainUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name}")


for path in sorted(Path().glob("*.pickle")):
    try:
        PlainUnpickler(io.BytesIO(path.read_bytes())).load()
        print(f"{path}: plain data")
    except pickle.UnpicklingError as error:
        print(f"{path}: {error}")
