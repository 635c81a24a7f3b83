# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:email.policy"
# ///
"""The message stays the same; the policy decides how it is written, and clone() changes one rule."""

from email import policy
from email.message import EmailMessage

message = EmailMessage()
message["To"] = "harbour@example.test"
message["Subject"] = "the quay is under water from ten to four on Sunday morning"

rules = {
    "default": policy.default,
    "SMTP": policy.SMTP,
    "narrow": policy.SMTP.clone(max_line_length=40),
}
for name, rule in rules.items():
    lines = message.as_bytes(policy=rule).splitlines(keepends=True)
    end = "CRLF" if all(line.endswith(b"\r\n") for line in lines) else "LF"
    longest = max(len(line.rstrip()) for line in lines)
    print(f"{name}: {len(lines)} lines end in {end}, the longest has {longest} letters")
