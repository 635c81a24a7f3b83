# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:hmac"
# ///
"""Whoever lacks the key can neither make a signature nor change the message below it."""

import hmac

for number, key, data in (  # of RFC 4231
    (1, b"\x0b" * 20, b"Hi There"),
    (2, b"Jefe", b"what do ya want for nothing?"),
    (3, b"\xaa" * 20, b"\xdd" * 50),
):
    print(f"test case {number}: {hmac.digest(key, data, 'sha256').hex()}")

key = b"shared by both programs"
signature = hmac.digest(key, b"pay 100 to the harbour", "sha256")
for message in (b"pay 100 to the harbour", b"pay 900 to the harbour"):
    right = hmac.compare_digest(hmac.digest(key, message, "sha256"), signature)
    print(f"{message.decode()}: {'accepted' if right else 'refused'}")
