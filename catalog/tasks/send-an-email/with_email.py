# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:email"
# ///
"""EmailMessage sees to encodings and boundaries; to send it is the business of smtplib."""

import argparse
import mimetypes
import os
import smtplib
import ssl
import sys
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path

parser = argparse.ArgumentParser(
    description="Send a message. With --user, MAIL_PASSWORD of the environment signs in, over TLS."
)
parser.add_argument("--server", default="localhost:1025", help="HOST:PORT")
parser.add_argument("--from", dest="sender", required=True)
parser.add_argument("--to", required=True, help="addresses, with commas between them")
parser.add_argument("--subject", default="")
parser.add_argument("--text", type=Path, help="a file; else standard input")
parser.add_argument("--user")
parser.add_argument("attachment", nargs="*", type=Path)
args = parser.parse_args()
host, _, port = args.server.partition(":")
if not port.isdecimal():
    parser.error(f"--server {args.server}: it wants HOST:PORT")
password = os.environ.get("MAIL_PASSWORD", "")

message = EmailMessage()
try:
    message["From"], message["To"], message["Subject"] = args.sender, args.to, args.subject
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid()
    message.set_content(args.text.read_text("utf-8") if args.text else sys.stdin.read())
    for path in args.attachment:
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        main, sub = kind.split("/")
        message.add_attachment(path.read_bytes(), main, sub, filename=path.name)
    with smtplib.SMTP(host, int(port), timeout=30) as server:
        if args.user:
            server.starttls(context=ssl.create_default_context())
            server.login(args.user, password)
        server.send_message(message)
except (OSError, ValueError, smtplib.SMTPException) as error:
    sys.exit(f"{args.server}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
print(f"sent to {args.to}: {args.subject}")
