# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:email"
# ///
"""policy.default decodes headers and lists attachments; imaplib only fetches the bytes."""

import argparse
import getpass
import imaplib
import os
import smtplib
import ssl
import sys
from email import message_from_bytes, policy

parser = argparse.ArgumentParser(
    description="List sender, subject and attachments of the mail in a box, over IMAP with TLS."
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
    context = ssl.create_default_context()
    with imaplib.IMAP4_SSL(args.server, ssl_context=context, timeout=30) as box:
        box.login(args.user, password)
        box.select("INBOX", readonly=True)
        numbers = box.search(None, "ALL")[1][0].split()
        for number in numbers[-args.last :]:
            _, ((_, data), *_) = box.fetch(number.decode(), "(RFC822)")
            message = message_from_bytes(data, policy=policy.default)
            print(f"{message['From']}: {message['Subject']}")
            for part in message.iter_attachments():
                print("  attached:", part.get_filename())
except (OSError, EOFError, imaplib.IMAP4.error, smtplib.SMTPException) as error:
    sys.exit(f"{args.server}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
