# /// script
# requires-python = ">=3.11"
# dependencies = ["paramiko"]
# [tool.toolcrib]
# module = "pypi:paramiko"
# ///
"""An upload gets its name only when it is whole: until then it lies beside it as a .part."""

import argparse
import hashlib
import shlex
import sys

import paramiko

ACTIONS = "put FILE TO, get FILE TO, list FOLDER, remove FILE"
parser = argparse.ArgumentParser(description="Copy files to and from a server.")
parser.add_argument("host")
parser.add_argument("action", nargs="+", help=f"in quotes: {ACTIONS}")
parser.add_argument("--user", help="user name there (default: the one here)")
args = parser.parse_args()


def compare(sftp: paramiko.SFTPClient, here: str, there: str) -> None:
    with open(here, "rb") as one, sftp.open(there, "rb") as other:
        other.prefetch()
        sums = {hashlib.file_digest(file, "sha256").hexdigest() for file in (one, other)}
    if len(sums) > 1:
        raise OSError(f"{there} is not the same as {here}")
    print(f"SHA-256 {sums.pop()[:16]}… on both sides")


try:
    with paramiko.SSHClient() as client:
        client.load_system_host_keys()
        client.connect(args.host, username=args.user, timeout=10)
        sftp = client.open_sftp()
        for action in args.action:
            print("$", action)
            match shlex.split(action):
                case "put", here, there:
                    sftp.put(here, f"{there}.part")
                    compare(sftp, here, f"{there}.part")
                    sftp.posix_rename(f"{there}.part", there)
                case "get", there, here:
                    sftp.get(there, here)
                    compare(sftp, here, there)
                case "list", folder:
                    for name in sorted(sftp.listdir(folder)):
                        size = sftp.stat(f"{folder}/{name}").st_size
                        print(f"{size:>8} {folder}/{name}")
                case "remove", there:
                    sftp.remove(there)
                case _:
                    raise ValueError(f"not one of: {ACTIONS}")
except (OSError, ValueError, paramiko.SSHException) as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
