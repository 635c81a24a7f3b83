# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:email.parser"
# ///
"""BytesParser reads the bytes as they came, whatever encodings the parts have."""

from email import policy
from email.parser import BytesParser

with open("survey.eml", "rb") as file:
    message = BytesParser(policy=policy.default).parse(file)

for name in "From", "Subject":
    print(f"{name}: {message[name]}")
print(message.get_body(["plain"]).get_content().strip())
for part in message.iter_attachments():
    print(f"{part.get_filename()}: {len(part.get_payload(decode=True))} bytes")
