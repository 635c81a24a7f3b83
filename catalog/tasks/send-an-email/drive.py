"""The mail server's own view: what lies in the box, as POP3 gives it."""

import poplib
from email import message_from_bytes, policy

box = poplib.POP3("localhost", timeout=10)
box.user("crib")
box.pass_("letterbox")
for number in range(1, box.stat()[0] + 1):
    message = message_from_bytes(b"\r\n".join(box.retr(number)[1]), policy=policy.default)
    for name in "From", "To", "Subject":
        print(f"{name}: {message[name]}")
    print(message.get_body().get_content())
    for part in message.iter_attachments():
        print(part.get_filename(), part.get_content_type())
        print(part.get_payload(decode=True).decode())
box.quit()
