# /// script
# requires-python = ">=3.11"
# dependencies = ["cryptography"]
# [tool.toolcrib]
# module = "pypi:cryptography"
# ///
"""Fernet encrypts and signs in one step, so a changed message is refused, not misread."""

import base64
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

key = Fernet.generate_key()
token = Fernet(key).encrypt(Path("letter.txt").read_bytes())

message = bytearray(base64.urlsafe_b64decode(token))
message[40] ^= 1
changed = base64.urlsafe_b64encode(message)

for what, with_key, ciphertext in (
    ("the right key", key, token),
    ("another key", Fernet.generate_key(), token),
    ("one bit changed", key, changed),
):
    try:
        text = Fernet(with_key).decrypt(ciphertext).decode().strip()
    except InvalidToken:
        text = "refused"
    print(f"{what}: {text}")
