# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:email.utils"
# ///
"""A comma may stand in a name, so no split() can do this; getaddresses knows the rules."""

from datetime import UTC
from email.utils import formataddr, getaddresses, parsedate_to_datetime

TO = '"Brule, Zoe" <zoe@example.test>, Harbour office <office@port.test>, crib@example.test'
DATE = "Fri, 20 Mar 2026 14:05:00 +0200"

for name, address in getaddresses([TO]):
    user, _, domain = address.rpartition("@")
    print(f"{name or 'nobody by name'}: {user} at {domain}")
print(f"sent {parsedate_to_datetime(DATE).astimezone(UTC):%Y-%m-%d %H:%M} UTC")
print(formataddr(("Pilot, night", "pilot@port.test")))
