"""The mail server's own view: what lies in the box, as POP3 gives it."""

import poplib
import time
from email import message_from_bytes, policy

while True:
    box = poplib.POP3("localhost", timeout=10)
    box.user("crib")
    box.pass_("letterbox")
    count, _ = box.stat()
    if count == 3:
        break
    box.quit()
    time.sleep(0.1)
letters = []
for number in range(1, count + 1):
    message = message_from_bytes(b"\r\n".join(box.retr(number)[1]), policy=policy.default)
    letters.append(f"{message['To']}: {message.get_content().strip()}")
box.quit()
print(*sorted(letters), sep="\n")
