# /// script
# requires-python = ">=3.11"
# dependencies = ["pexpect"]
# [tool.toolcrib]
# module = "pypi:pexpect"
# ///
"""expect waits for the question and sendline answers it, as a person at the terminal would."""

import sys

import pexpect

vault = pexpect.spawn(sys.executable, ["vault.py"], encoding="utf-8", timeout=10)
vault.expect(".*: ")
print("asked:", vault.after.strip())
vault.sendline("driftwood")
vault.expect(pexpect.EOF)
print("answered:", vault.before.strip())
