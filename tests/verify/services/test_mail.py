"""Mail that is sent over SMTP and read over IMAP and POP3, with the standard library."""

import pytest

from rooms import given, said, said_together

pytestmark = [pytest.mark.pod, pytest.mark.index]

SEND = """
import imaplib, os, poplib, smtplib, ssl, sys
from email import message_from_bytes
from email.message import EmailMessage
user, password = os.environ["MAIL_USER"], os.environ["MAIL_PASSWORD"]
def letter(subject):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.test", "b@example.test", subject
    message.set_content("one\\n.two\\n")
    return message
"""


def test_what_is_sent_is_read() -> None:
    """A run finds an empty box and then its own letter, over IMAP and over POP3; two at a time."""
    code = (
        SEND
        + """
with imaplib.IMAP4("mail.example.test") as box:
    box.login(user, password)
    print(box.select()[1])
    with smtplib.SMTP("localhost") as server:
        server.send_message(letter("for " + sys.argv[1]))
    box.noop()
    (_, data), _ = box.fetch("1", "(RFC822)")[1]
    message = message_from_bytes(data)
    print(message["Subject"], message.get_payload().split())
    print(box.search(None, "SUBJECT", sys.argv[1])[1], box.search(None, "SUBJECT", "nobody")[1])
post = poplib.POP3("localhost")
post.user(user)
post.pass_(password)
print(post.stat()[0], b"Subject: for " + sys.argv[1].encode() in post.retr(1)[1])
post.dele(1)
post.quit()
with imaplib.IMAP4_SSL("localhost", ssl_context=ssl.create_default_context()) as box:
    box.login(user, password)
    print(box.select()[1])
"""
    )
    for word, answer in said_together(code, "ann", "bob", **given(("mail",))).items():
        assert answer.splitlines() == [
            "[b'0']",
            f"for {word} ['one', '.two']",
            "[b'1'] [b'']",
            "1 True",
            "[b'0']",
        ]


def test_submission_asks_who_it_is() -> None:
    """On port 587 mail goes through after STARTTLS and the right password, and only then."""
    code = (
        SEND
        + """
with smtplib.SMTP("localhost", 587) as server:
    try:
        server.send_message(letter("refused"))
    except smtplib.SMTPException as fault:
        print(type(fault).__name__)
with smtplib.SMTP("localhost", 587) as server:
    server.starttls(context=ssl.create_default_context())
    try:
        server.login(user, "wrong")
    except smtplib.SMTPAuthenticationError as fault:
        print(fault.smtp_code)
    server.login(user, password)
    print(server.send_message(letter("let through")))
with imaplib.IMAP4("localhost") as box:
    try:
        box.login(user, "wrong")
    except imaplib.IMAP4.error as fault:
        print(fault)
    box.login(user, password)
    box.select()
    print(box.fetch("1:*", "(BODY[HEADER.FIELDS (SUBJECT)])")[1][0][1])
"""
    )
    assert said(code, **given(("mail",))).splitlines() == [
        "SMTPSenderRefused",
        "535",
        "{}",
        "b'[AUTHENTICATIONFAILED] Authentication failed.'",
        "b'Subject: let through\\r\\n\\r\\n'",
    ]
