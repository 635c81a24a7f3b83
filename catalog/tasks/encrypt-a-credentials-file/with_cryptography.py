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
    json.loads(plain).items()  # what is encrypted already is no JSON
    encrypted = path.with_suffix(".new")
    encrypted.write_bytes(salt + fernet(secret, salt).encrypt(plain))
    encrypted.replace(path)


parser = argparse.ArgumentParser(description="Keep the credentials of scripts encrypted.")
parser.add_argument("action", choices=["encrypt", "use"])
parser.add_argument("file", nargs="?", type=Path, default="credentials.json")
parser.add_argument("--key-file", type=Path, default="key", help="file of a key or passphrase")
help_ = "to run with the credentials as environment"
parser.add_argument("--command", type=shlex.split, default=[], help=help_)
args = parser.parse_args()
try:
    secret = args.key_file.read_bytes().strip()
    if args.action == "encrypt":
        encrypt(args.file, secret)
    data = args.file.read_bytes()
    plain = fernet(secret, data[:16]).decrypt(data[16:])
    credentials = {name: str(value) for name, value in json.loads(plain).items()}
    if args.command:
        sys.exit(subprocess.run(args.command, env=os.environ | credentials).returncode)
    print(f"{args.file}, encrypted: {', '.join(credentials)}")
except InvalidToken:
    sys.exit("wrong key, or not a file that was encrypted here")
except (AttributeError, ValueError) as error:
    sys.exit(f"{args.file}: no JSON object, or encrypted already: {error}")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
