# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:copy"
# ///
"""deepcopy goes down into every list and object, and copies shared ones and circles once."""

import copy

menu = {"day": "Friday", "dishes": ["soup"]}

shallow = copy.copy(menu)
shallow["day"] = "Saturday"
shallow["dishes"].append("fish")  # the list is still the same one
print(*menu.values(), "after changes to a shallow copy")

deep = copy.deepcopy(menu)
deep["day"] = "Sunday"
deep["dishes"].append("cake")
print(*menu.values(), "after changes to a deep copy")
print(*deep.values(), "is the deep copy")
