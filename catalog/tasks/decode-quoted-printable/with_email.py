# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:email"
# ///
"""The parser takes encoding and charset from the header, so get_content is plain text."""

from email import message_from_binary_file, policy

with open("letter.eml", "rb") as file:
    message = message_from_binary_file(file, policy=policy.default)
print(message.get_content().rstrip())
