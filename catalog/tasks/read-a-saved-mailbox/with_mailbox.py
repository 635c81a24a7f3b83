# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:mailbox"
# ///
"""Each kind of mailbox is a container of messages, so copying from one kind to another is a loop."""

import mailbox
from email import message_from_binary_file, policy


def parse(file):
    return message_from_binary_file(file, policy=policy.default)


office = mailbox.Maildir("office", create=True)
saved = mailbox.mbox("saved.mbox", factory=parse, create=False)
for message in saved:
    sender = message["From"].addresses[0]
    print(f"{message['Date'].datetime:%Y-%m-%d} {sender.display_name}: {message['Subject']}")
    if sender.username == "office":
        office.add(message)
print("in the Maildir of the office:", len(office), "messages")
