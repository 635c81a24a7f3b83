# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:email.message"
# ///
"""add_attachment turns the message into one of several parts and names the file in it."""

from email.message import EmailMessage
from pathlib import Path

message = EmailMessage()
message["From"], message["To"] = "cafe@example.test", "guests@example.test"
message["Subject"] = "Crème brûlée on Friday"
message.set_content("Dear all, the menu is attached.")
menu = Path("menu.csv")
message.add_attachment(menu.read_text(encoding="utf-8"), subtype="csv", filename=menu.name)
Path("letter.eml").write_bytes(bytes(message))

print("Subject:", message["Subject"])
print(message.get_content_type())
for part in message.iter_parts():
    print(f"  {part.get_content_type()}: {part.get_filename() or part.get_content().rstrip()}")
