# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pwd"
# ///
"""It asks the system itself, by name or by number, wherever that keeps its users."""

import pwd

user = pwd.getpwnam("root")
print(f"root: number {user.pw_uid}, home {user.pw_dir}")
print("number 0:", pwd.getpwuid(0).pw_name)
try:
    print("gardener: number", pwd.getpwnam("gardener").pw_uid)
except KeyError:
    print("gardener: no such user")
