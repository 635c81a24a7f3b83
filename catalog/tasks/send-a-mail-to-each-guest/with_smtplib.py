# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:smtplib"
# ///
"""One connection, encrypted before the password is said, takes as many messages as there are guests."""

import csv
import os
import smtplib
import ssl
from email.message import EmailMessage

with open("guests.csv", newline="", encoding="utf-8") as file:
    guests = list(csv.DictReader(file))

with smtplib.SMTP("localhost", 587, timeout=30) as server:
    server.starttls(context=ssl.create_default_context())
    server.login(os.environ["MAIL_USER"], os.environ["MAIL_PASSWORD"])
    for guest in guests:
        message = EmailMessage()
        message["From"], message["To"] = "cafe@example.test", guest["address"]
        message["Subject"] = "Your table"
        message.set_content(f"{guest['name']}, your table on Friday is number {guest['table']}.")
        server.send_message(message)
