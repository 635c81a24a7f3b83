# /// script
# requires-python = ">=3.11"
# dependencies = ["python-dotenv"]
# [tool.toolcrib]
# module = "pypi:python-dotenv"
# ///
"""load_dotenv leaves alone what is set already, so an operator overrules the file."""

import os

from dotenv import load_dotenv

os.environ["SHOP_PORT"] = "9000"  # as somebody set it before the program was started

load_dotenv(".env")
for name in ("SHOP_NAME", "SHOP_NOTICE", "SHOP_HOST", "SHOP_PORT", "SHOP_URL"):
    print(f"{name}: {os.environ[name]}")
