# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:code"
# ///
"""The prompt works on the program's own objects, so what is changed there stays changed."""

import code

prices = {"tea": 3, "scone": 5}
banner = "The prices are in prices; Ctrl-D goes on."
code.interact(banner, local={"prices": prices}, exitmsg="back in the program")
print("tea costs", prices["tea"], "from now on")
