# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:email.headerregistry"
# ///
"""A header is text that has parts as well: the same objects that message["To"] gives."""

from datetime import UTC
from email.headerregistry import Address, HeaderRegistry

TO = '"Brule, Zoe" <zoe@example.test>, Harbour office <office@port.test>, crib@example.test'
DATE = "Fri, 20 Mar 2026 14:05:00 +0200"

header = HeaderRegistry()
for address in header("To", TO).addresses:
    print(f"{address.display_name or 'nobody by name'}: {address.username} at {address.domain}")
print(f"sent {header('Date', DATE).datetime.astimezone(UTC):%Y-%m-%d %H:%M} UTC")
print(Address("Pilot, night", username="pilot", domain="port.test"))
