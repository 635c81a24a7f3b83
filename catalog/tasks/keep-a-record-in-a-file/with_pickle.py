# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pickle"
# ///
"""Any Python object as it is, for this program alone: a stranger's pickle can run code."""

import pickle

record = {"name": "Alice", "age": 30}
with open("record.pickle", "wb") as file:
    pickle.dump(record, file)

with open("record.pickle", "rb") as file:
    loaded = pickle.load(file)
print(loaded)
print("next year:", loaded["age"] + 1)
