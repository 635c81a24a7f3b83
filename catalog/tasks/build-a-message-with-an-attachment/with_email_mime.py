# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:email.mime"
# ///
"""Each part is an object of its own kind, and how they are nested is left to the program."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

message = MIMEMultipart()
message["From"], message["To"] = "cafe@example.test", "guests@example.test"
message["Subject"] = "Crème brûlée on Friday"
message.attach(MIMEText("Dear all, the menu is attached."))
menu = Path("menu.csv")
attachment = MIMEText(menu.read_text(encoding="utf-8"), "csv")
attachment.add_header("Content-Disposition", "attachment", filename=menu.name)
message.attach(attachment)
Path("letter.eml").write_bytes(bytes(message))

print("Subject:", message["Subject"])
print(message.get_content_type())
for part in message.get_payload():
    text = part.get_payload(decode=True).decode()
    print(f"  {part.get_content_type()}: {part.get_filename() or text}")
