# /// script
# requires-python = ">=3.11"
# dependencies = ["argon2-cffi"]
# [tool.toolcrib]
# module = "pypi:argon2-cffi"
# ///
"""The record carries its salt and cost, so old ones still verify when the cost is raised."""

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

hasher = PasswordHasher()


def is_right(password: str, record: str) -> bool:
    try:
        return hasher.verify(record, password)
    except VerifyMismatchError:
        return False


record = hasher.hash("correct horse battery staple")
for kind, attempt in (
    ("right", "correct horse battery staple"),
    ("wrong", "correct horse battery stapler"),
):
    print(f"{kind} password:", "accepted" if is_right(attempt, record) else "refused")

again = hasher.hash("correct horse battery staple")
print("same password, new salt:", "same record" if again == record else "different record")
