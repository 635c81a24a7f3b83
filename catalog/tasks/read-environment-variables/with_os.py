# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""os.environ is a mapping of strings, and a child process inherits what is changed in it."""

import os

os.environ["SHOP_MODE"] = "maintenance"
print("mode:", os.environ["SHOP_MODE"])
print("port:", os.environ.get("SHOP_PORT", "8000"), flush=True)

os.system('echo "inherited: $SHOP_MODE"')
