# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:copyreg"
# ///
"""The function says how to build the object anew: what to call, and with what."""

import copyreg
import pickle
from types import MappingProxyType


def protect(items):
    return MappingProxyType(items)  # can be read, not changed


prices = protect({"tea": 3, "scone": 5})
try:
    pickle.dumps(prices)
except TypeError as error:
    print("refused:", error)

copyreg.pickle(MappingProxyType, lambda proxy: (protect, (dict(proxy),)))
print("back from bytes:", repr(pickle.loads(pickle.dumps(prices))))
