# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:email.policy"
# ///
"""The default policy decodes headers and gives get_body and iter_attachments, which compat32 lacks."""

import email
from email import policy

with open("survey.eml", "rb") as file:
    message = email.message_from_binary_file(file, policy=policy.default)

for name in "From", "Subject":
    print(f"{name}: {message[name]}")
print(message.get_body(["plain"]).get_content().strip())
for part in message.iter_attachments():
    print(f"{part.get_filename()}: {len(part.get_payload(decode=True))} bytes")
