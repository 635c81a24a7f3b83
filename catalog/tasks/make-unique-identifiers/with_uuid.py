# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:uuid"
# ///
"""uuid4 is random, uuid5 comes of a name; both compare as values, however they are written."""

import uuid

tickets = [uuid.uuid4() for _ in range(10_000)]
print(len(set(tickets)), "different identifiers, all of version", tickets[0].version)

site = uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")
print(f"python.org is {site}, in {len(site.bytes)} bytes")
print("without dashes:", site.hex)

for text in ("{886313E1-3B8A-5372-9B90-0C9AEE199E5D}", f"urn:uuid:{site}", "886313e1-3b8a"):
    try:
        print(text, "is the same" if uuid.UUID(text) == site else "is another")
    except ValueError:
        print(text, "is none")
