# /// script
# requires-python = ">=3.11"
# dependencies = ["aiosmtplib"]
# [tool.toolcrib]
# module = "pypi:aiosmtplib"
# ///
"""While the server answers, the program may do something else: each step is awaited."""

import asyncio
import csv
import os
from email.message import EmailMessage

import aiosmtplib

with open("guests.csv", newline="", encoding="utf-8") as file:
    guests = list(csv.DictReader(file))


async def main():
    user, password = os.environ["MAIL_USER"], os.environ["MAIL_PASSWORD"]
    async with aiosmtplib.SMTP(
        hostname="localhost", port=587, username=user, password=password, start_tls=True
    ) as server:
        for guest in guests:
            message = EmailMessage()
            message["From"], message["To"] = "cafe@example.test", guest["address"]
            message["Subject"] = "Your table"
            text = f"{guest['name']}, your table on Friday is number {guest['table']}."
            message.set_content(text)
            await server.send_message(message)


asyncio.run(main())
