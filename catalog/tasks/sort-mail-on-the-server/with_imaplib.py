# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:imaplib"
# ///
"""The server searches and moves by itself, so no message has to come here to be sorted."""

import imaplib
import os
from pathlib import Path

with imaplib.IMAP4_SSL("localhost", timeout=30) as box:
    box.login(os.environ["MAIL_USER"], os.environ["MAIL_PASSWORD"])
    for path in sorted(Path().glob("*.eml")):
        box.append("INBOX", None, None, path.read_bytes())

    box.select("INBOX")
    _, (unread,) = box.search(None, "UNSEEN")
    print("unread:", len(unread.split()))

    box.create("Tides")
    _, (found,) = box.uid("SEARCH", "FROM", "office", "SUBJECT", "water")
    subjects = []
    for uid in found.decode().split():
        _, ((_, header), *_) = box.uid("FETCH", uid, "(BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
        subjects.append(header.decode().strip())
        if "tonight" in subjects[-1]:
            box.uid("STORE", uid, "+FLAGS", r"(\Flagged)")
        box.uid("COPY", uid, "Tides")
        box.uid("STORE", uid, "+FLAGS", r"(\Deleted)")
    box.expunge()
    for subject in sorted(subjects):
        print("moved:", subject)

    _, (left,) = box.select("INBOX")
    _, (tides,) = box.select("Tides")
    _, (flagged,) = box.search(None, "FLAGGED")
    print(f"INBOX: {int(left)} message, Tides: {int(tides)} messages,", end=" ")
    print("of which flagged:", len(flagged.split()))
