# /// script
# requires-python = ">=3.11"
# dependencies = ["certifi"]
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""A context says whom urlopen trusts; without one it would be the authorities of the system."""

import json
import os
import ssl
from urllib.error import URLError
from urllib.request import urlopen

import certifi

URL = "https://www.example.test/api/instruments.json"

owner = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])
with urlopen(URL, timeout=5, context=owner) as answer:
    names = ", ".join(instrument["name"] for instrument in json.load(answer))
    print(f"with the authority of its owner: {answer.status}, {names}")
try:
    urlopen(URL, timeout=5, context=ssl.create_default_context(cafile=certifi.where()))
except URLError as error:
    if not isinstance(error.reason, ssl.SSLCertVerificationError):
        raise
    print("with the public authorities alone: certificate refused")
