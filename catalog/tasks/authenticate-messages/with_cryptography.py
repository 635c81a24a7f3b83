# /// script
# requires-python = ">=3.11"
# dependencies = ["cryptography"]
# [tool.toolcrib]
# module = "pypi:cryptography"
# ///
"""verify() compares in constant time and raises, so a forgotten check cannot pass for a yes."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC


def authenticate(key, data):
    code = HMAC(key, SHA256())
    code.update(data)
    return code


for number, key, data in (  # of RFC 4231
    (1, b"\x0b" * 20, b"Hi There"),
    (2, b"Jefe", b"what do ya want for nothing?"),
    (3, b"\xaa" * 20, b"\xdd" * 50),
):
    print(f"test case {number}: {authenticate(key, data).finalize().hex()}")

key = b"shared by both programs"
signature = authenticate(key, b"pay 100 to the harbour").finalize()
for message in (b"pay 100 to the harbour", b"pay 900 to the harbour"):
    try:
        authenticate(key, message).verify(signature)
        print(f"{message.decode()}: accepted")
    except InvalidSignature:
        print(f"{message.decode()}: refused")
