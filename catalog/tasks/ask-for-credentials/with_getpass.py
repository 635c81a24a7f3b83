# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:getpass"
# ///
"""getpass asks at the terminal even when the streams lead elsewhere; what is kept is a hash."""

import argparse
import getpass
import hashlib
import hmac
import sys

TRIES = 3


def is_right(password: str, salt: str, digest: str) -> bool:
    found = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=5)
    return hmac.compare_digest(found, bytes.fromhex(digest))


def main() -> int:
    parser = argparse.ArgumentParser(description="Ask who it is, and check the password.")
    parser.add_argument("user", nargs="?", help="asked for if it is not given")
    help_ = "lines: user, salt and scrypt hash in hex (default: %(default)s)"
    parser.add_argument("--file", default="passwords.txt", help=help_)
    args = parser.parse_args()
    if not sys.stdin.isatty():
        parser.exit(2, "A password is asked for at a terminal, and there is none.\n")
    try:
        with open(args.file, encoding="utf-8") as file:
            users = {user: (salt, digest) for user, salt, digest in map(str.split, file)}
    except (OSError, ValueError) as error:
        parser.exit(2, f"{args.file}: {error}\n")

    user = args.user or input("User: ")
    # For an unknown user something is computed, too: the time taken must not tell who exists.
    salt, digest = users.get(user, ("00" * 16, "00" * 64))
    for left in range(TRIES - 1, -1, -1):
        if is_right(getpass.getpass(f"Password of {user}: "), salt, digest):
            print(f"Welcome, {user}.")
            return 0
        print(f"Wrong user or password, tries left: {left}")
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except EOFError:
        sys.exit("no answer")
    except KeyboardInterrupt:
        sys.exit(130)
