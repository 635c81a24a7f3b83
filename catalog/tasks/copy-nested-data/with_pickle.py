# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pickle"
# ///
"""Bytes share nothing with what they were made of; for large data often quicker than deepcopy."""

import pickle

menu = {"day": "Friday", "dishes": ["soup"]}

shallow = dict(menu)
shallow["day"] = "Saturday"
shallow["dishes"].append("fish")  # the list is still the same one
print(*menu.values(), "after changes to a shallow copy")

deep = pickle.loads(pickle.dumps(menu))
deep["day"] = "Sunday"
deep["dishes"].append("cake")
print(*menu.values(), "after changes to a deep copy")
print(*deep.values(), "is the deep copy")
