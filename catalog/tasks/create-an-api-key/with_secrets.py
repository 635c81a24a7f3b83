# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:secrets"
# ///
"""A key of 32 random bytes cannot be guessed, so its plain SHA-256 is all that has to be kept."""

import argparse
import hashlib
import secrets
import sys
from pathlib import Path


def digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(description="Make an API key, and keep only its SHA-256.")
    parser.add_argument("--prefix", default="key", help="what the key begins with (default: key)")
    parser.add_argument("--bytes", type=int, default=32, help="randomness (default: 32)")
    parser.add_argument("--store", type=Path, default="api-keys.txt", help="file of digests")
    parser.add_argument("--check", action="store_true", help="check the key on standard input")
    args = parser.parse_args()
    if not 16 <= args.bytes <= 1024:
        parser.error("a key needs 16 to 1024 bytes")
    if args.check:
        asked = digest(sys.stdin.readline().strip())
        known = args.store.read_text(encoding="utf-8").split()
        right = any([secrets.compare_digest(asked, one) for one in known])
        print("accepted" if right else "refused")
        return int(not right)
    key = f"{args.prefix}_{secrets.token_urlsafe(args.bytes)}"
    with args.store.open("a", encoding="utf-8") as file:
        print(digest(key), file=file)
    print(key)
    print(f"kept in {args.store}: SHA-256 {digest(key)}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
