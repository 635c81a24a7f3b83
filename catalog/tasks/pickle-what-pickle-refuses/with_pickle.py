# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pickle"
# ///
"""A pickler of one's own changes nothing for the rest of the program."""

import io
import pickle
from types import MappingProxyType


def protect(items):
    return MappingProxyType(items)  # can be read, not changed


class Pickler(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, MappingProxyType):
            return protect, (dict(obj),)
        return NotImplemented  # all else as usual


prices = protect({"tea": 3, "scone": 5})
try:
    pickle.dumps(prices)
except TypeError as error:
    print("refused:", error)

buffer = io.BytesIO()
Pickler(buffer).dump(prices)
print("back from bytes:", repr(pickle.loads(buffer.getvalue())))
