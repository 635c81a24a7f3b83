# /// script
# requires-python = ">=3.11"
# dependencies = ["cryptography"]
# [tool.toolcrib]
# module = "pypi:cryptography"
# ///
"""scrypt makes a key of any passphrase, and Fernet refuses a wrong one instead of misreading."""

import argparse
import base64
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt


def fernet(secret: bytes, salt: bytes) -> Fernet:
    key = Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(secret)
    return Fernet(base64.urlsafe_b64encode(key))


def encrypt(path: Path, secret: bytes) -> None:
    plain, salt = path.read_bytes(), os.urandom(16)
    json.loads(plain)  # what is encrypted already is no JSON
    encrypted = path.with_suffix(".new")
    encrypted.write_bytes(salt + fernet(secret, salt).encrypt(plain))
    encrypted.replace(path)


def main() -> int:
    parser = argparse.ArgumentParser(description="Keep the credentials of scripts encrypted.")
    parser.add_argument("action", choices=["encrypt", "use"])
    parser.add_argument("file", nargs="?", type=Path, default="credentials.json")
    parser.add_argument("--key-file", type=Path, default="key", help="file of a key or passphrase")
    parser.add_argument("--command", default="", help="to run with the credentials as environment")
    args = parser.parse_args()
    secret = args.key_file.read_bytes().strip()
    if args.action == "encrypt":
        encrypt(args.file, secret)
    data = args.file.read_bytes()
    credentials = json.loads(fernet(secret, data[:16]).decrypt(data[16:]))
    if args.command:
        return subprocess.run(shlex.split(args.command), env=os.environ | credentials).returncode
    print(f"{args.file}, encrypted: {', '.join(credentials)}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError, InvalidToken) as error:
        sys.exit(str(error) or "wrong key, or not a file that was encrypted here")
    except KeyboardInterrupt:
        sys.exit(130)
