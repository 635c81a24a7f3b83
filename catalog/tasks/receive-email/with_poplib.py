# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:poplib"
# ///
"""POP3 knows one box and numbers its messages; without dele() they all stay where they are."""

import argparse
import getpass
import os
import poplib
import smtplib
import ssl
import sys
from email import message_from_bytes, policy

parser = argparse.ArgumentParser(
    description="List sender, subject and attachments of the mail in a box, over POP3 with TLS."
    " The password is asked for, or taken from MAIL_PASSWORD of the environment."
)
parser.add_argument("server", nargs="?", default="localhost")
parser.add_argument("--user", default=getpass.getuser())
parser.add_argument("--last", type=int, default=20, help="only so many, the newest")
parser.add_argument(
    "--deliver", nargs="+", default=[], metavar="EML", help="put in before, by SMTP"
)
args = parser.parse_args()
try:
    password = os.environ.get("MAIL_PASSWORD") or getpass.getpass()
    for name in args.deliver:
        with open(name, "rb") as file, smtplib.SMTP(args.server, timeout=30) as server:
            server.send_message(message_from_bytes(file.read(), policy=policy.default))
    box = poplib.POP3_SSL(args.server, context=ssl.create_default_context(), timeout=30)
    box.user(args.user)
    box.pass_(password)
    count, _ = box.stat()
    for number in range(max(1, count - args.last + 1), count + 1):
        data = b"\r\n".join(box.retr(number)[1])
        message = message_from_bytes(data, policy=policy.default)
        print(f"{message['From']}: {message['Subject']}")
        for part in message.iter_attachments():
            print("  attached:", part.get_filename())
    box.quit()
except (OSError, EOFError, poplib.error_proto, smtplib.SMTPException) as error:
    sys.exit(f"{args.server}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
