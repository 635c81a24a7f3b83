# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:secrets"
# ///
"""secrets asks the operating system for its randomness, which nobody can predict or replay."""

import re
import secrets
from string import ascii_letters, digits


def make_password():
    """Return 12 letters and digits with a small letter, a capital and a digit among them."""
    while True:
        password = "".join(secrets.choice(ascii_letters + digits) for _ in range(12))
        if all(re.search(kind, password) for kind in ("[a-z]", "[A-Z]", "[0-9]")):
            return password


tokens = {secrets.token_urlsafe(32) for _ in range(1000)}
good = [token for token in tokens if re.fullmatch(r"[\w-]{43}", token, re.ASCII)]
print(len(good), "different tokens of 43 characters, all of them letters, digits, - or _")

passwords = {make_password() for _ in range(1000)}
good = [password for password in passwords if re.fullmatch("[A-Za-z0-9]{12}", password)]
print(len(good), "different passwords of 12 characters, all of them letters or digits")

token, another = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
for what, answer in (("the same", token), ("another", another)):
    verdict = "accepted" if secrets.compare_digest(answer, token) else "refused"
    print(f"{what} token: {verdict}")
