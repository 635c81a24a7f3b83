# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:hashlib"
# ///
"""scrypt costs time and memory for every guess, and the salt a new search for every user."""

import hashlib
import hmac
import secrets


def derive(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=5)


def make_record(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{derive(password, salt).hex()}"


def is_right(password: str, record: str) -> bool:
    salt, digest = map(bytes.fromhex, record.split(":"))
    return hmac.compare_digest(derive(password, salt), digest)


record = make_record("correct horse battery staple")
for kind, attempt in (
    ("right", "correct horse battery staple"),
    ("wrong", "correct horse battery stapler"),
):
    print(f"{kind} password:", "accepted" if is_right(attempt, record) else "refused")

again = make_record("correct horse battery staple")
print("same password, new salt:", "same record" if again == record else "different record")
